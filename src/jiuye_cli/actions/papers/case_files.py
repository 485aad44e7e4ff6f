"""What the other rooms know of many people, read once and handed out by case number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from jiuye_cli.actions.papers.gains import Gains
from jiuye_cli.actions.papers.paper import Press
from jiuye_cli.actions.papers.words import joined, line, lines, place, wage, words, yuan
from jiuye_cli.core.fields.catalogue import fact
from jiuye_cli.core.fields.privacy import masked
from jiuye_cli.core.people.person import Person
from jiuye_cli.core.posts.post import Post
from jiuye_cli.core.referral.referral import Referral, Result
from jiuye_cli.core.rules.derived_facts import with_derived
from jiuye_cli.store.callback import contacts
from jiuye_cli.store.people import people
from jiuye_cli.store.posts import posts, referrals
from jiuye_cli.store.tables.claim import RECEIPT
from jiuye_cli.store.tables.plan import PLAN, PLAN_STEP, RESPONSIBLE
from jiuye_cli.store.tables.service import SERVICE

T = TypeVar("T")
MOST_CALLS, MOST_POSTS, MOST_RECEIVED = 10, 6, 12

WHO = {
    "性别": "性别", "出生日期": "出生日期", "住址": "住址", "文化程度": "文化程度", "就业状态": "现在",
    "失业日期": "从哪天起没活", "失业登记日期": "失业登记", "就业困难认定日期": "就业困难认定",
    "人员类别": "享受的身份", "健康状况": "身体", "残疾人证": "残疾人证",
}  # fmt: skip
HOME = {
    "家庭人口": "家里几口人", "劳动年龄人数": "几个劳动力", "就业人数": "几个有活干",
    "未成年子女数": "没成年的孩子", "家庭月收入": "全家收入", "低保金额": "低保",
}  # fmt: skip
WISHES = {
    "意向工种": "想干什么", "意向区域": "想去多远", "意向形式": "想怎么干",
    "最低月薪": "最少多少钱", "培训意愿": "想学什么",
}  # fmt: skip


class CaseFiles:
    """The files of some people with all that stands around them."""

    def __init__(self, press: Press, found: Sequence[Person]) -> None:
        conn = press.conn
        self.today, self.press = press.today, press
        self.people = {one.id: with_derived(one, press.today) for one in found}
        self.homes = self._homes(press)
        self.contacts = contacts.contacts_by_person(conn, list(self.people))
        self.referrals = referrals.by_person(conn)
        self.posts: Mapping[int, Post] = {one.id: one for one in posts.read_posts(conn)}
        self.plans = {one.person: one for one in PLAN.where(conn)}
        self.steps = _by_person(PLAN_STEP.where(conn, order="plan, number"))
        self.responsible = _by_person(RESPONSIBLE.where(conn, order="since, id"))
        self.receipts = _by_person(RECEIPT.where(conn, order="paid_on, id"))
        self.services = _by_person(SERVICE.where(conn, order="day, id"))

    def _homes(self, press: Press) -> Mapping[int, list[Person]]:
        """Everyone of each household, files of others included."""
        wanted = {one.household for one in self.people.values() if one.household}
        members = {
            number
            for home in wanted
            for number, _ in people.household_members(press.conn, home)
            if number not in self.people
        }
        others = people.read_people(press.conn, press.today, sorted(members)) if members else ()
        found: dict[int, list[Person]] = defaultdict(list)
        for one in (*self.people.values(), *(with_derived(p, press.today) for p in others)):
            if one.household in wanted and one.household and not one.closed_on:
                found[one.household].append(one)
        return found

    def person_lines(self, person: Person) -> list[dict[str, object]]:
        """The first page: who this is, what is known of them."""
        number = person.facts.values.get("身份证号")
        shown = masked(fact("身份证号"), number) if isinstance(number, str) else None
        return [
            line("姓名", person.name),
            *([line("身份证号", shown)] if shown else []),
            line("电话", "、".join(phones(person)) or None),
            *lines(person.facts, WHO),
        ]

    def family_lines(self, person: Person) -> list[dict[str, object]]:
        """What is known of the household as a whole."""
        return lines(person.facts, HOME)

    def family(self, person: Person) -> list[dict[str, Any]]:
        """The other members who have a file."""
        home = self.homes.get(person.household, []) if person.household else []
        return [
            {
                "name": one.name,
                "relation": words(one.facts, "与户主关系"),
                "age": one.facts.values.get("年龄"),
                "work": words(one.facts, "就业状态"),
            }
            for one in home
            if one.id != person.id
        ]

    def responsible_lines(self, person: Person) -> list[dict[str, Any]]:
        """Everyone who ever answered for the person, the first one first."""
        known = [
            {
                "name": one.name,
                "unit": one.unit or one.title,
                "phone": one.phone,
                "since": one.since,
            }
            for one in self.responsible.get(person.id, ())
        ]
        told = person.facts.values.get("帮扶责任人")
        if known or not isinstance(told, str):
            return known
        return [{"name": told, "unit": None, "phone": None, "since": None}]

    def skills(self, person: Person) -> Iterator[dict[str, Any]]:
        """Certificates, then classes taken."""
        for record in _records(person, "证书"):
            name, level = record.get("职业"), record.get("等级")
            yield {"name": str(name or "证书"), "level": level, "on": record.get("发证日期")}
        for record in _records(person, "培训"):
            yield {"name": str(record.get("名称") or "培训"), "level": None, "on": record.get("止")}

    def measures(self, person: Person) -> list[dict[str, Any]]:
        """The steps of the newest plan; nothing of plans before it."""
        plan = self.plans.get(person.id)
        return [
            {
                "what": one.what,
                "who": one.who,
                "by": one.due_on,
                "outcome": one.result
                or ("办了" if one.done_on else "不办了" if one.dropped_on else None),
            }
            for one in self.steps.get(person.id, ())
            if plan is not None and one.plan == plan.id
        ]

    def offers(self, person: Person) -> list[dict[str, Any]]:
        """The newest posts that were named to the person, and what they said."""
        own = [one for one in self.referrals.get(person.id, ()) if one.result is not Result.LAPSED]
        newest = sorted(own, key=lambda one: (one.offered_on, one.id))[-MOST_POSTS:]
        return [
            _offer(one, post, self._gain(person, one, post))
            for one in newest
            if (post := self.posts.get(one.post)) is not None
        ]

    def _gain(self, person: Person, one: Referral, post: Post) -> str | None:
        """What the post would change a month, while the person can still take it."""
        return self.gains.words(person.id, post) if one.result.is_open else None

    @cached_property
    def gains(self) -> Gains:
        """The monthly sums of those with an offer that waits for an answer."""
        offered = {
            number
            for number, own in self.referrals.items()
            if number in self.people and any(one.result.is_open for one in own)
        }
        return Gains(self.press, sorted(offered))

    def calls(self, person: Person) -> list[dict[str, Any]]:
        """The newest calls, the oldest of them first."""
        return [
            {
                "on": one.day,
                "way": one.channel.value,
                "result": one.outcome.value,
                "note": "，".join(
                    part for part in (one.status.value if one.status else "", one.note) if part
                )
                or None,
            }
            for one in self.contacts.get(person.id, [])[-MOST_CALLS:]
        ]

    def received(self, person: Person, names: Mapping[str, str]) -> list[dict[str, Any]]:
        """What was paid to the person; `names` are the policies' names by number."""
        return [
            {
                "policy": names.get(one.policy, one.policy),
                "amount": yuan(one.amount) if one.amount is not None else None,
                "on": one.paid_on,
            }
            for one in self.receipts.get(person.id, [])[-MOST_RECEIVED:]
        ]


def limits(person: Person) -> list[str]:
    """What a person cannot do, and whom they look after."""
    cannot = person.facts.values.get("不能")
    care = person.facts.values.get("照护")
    found = sorted(cannot) if isinstance(cannot, frozenset) else []
    return [*found, *([f"要照看{joined(care)}"] if isinstance(care, frozenset) and care else [])]


def phones(person: Person) -> list[str]:
    """The numbers that may still work, with whose they are."""
    return [
        f"{record['号码']}{_whose(record.get('属于'))}"
        for record in _records(person, "电话")
        if record.get("号码") and record.get("状态") not in contacts.DEAD
    ]


def _whose(owner: object) -> str:
    return f"（{owner}）" if owner and owner != "本人" else ""


def _records(person: Person, name: str) -> Sequence[Mapping[str, Any]]:
    value = person.facts.values.get(name)
    return value if isinstance(value, tuple) else ()


def _offer(one: Referral, post: Post, gain: str | None) -> dict[str, Any]:
    answer = None if one.result is Result.OFFERED else one.result.label
    return {
        "on": one.offered_on,
        "job": post.name,
        "employer": post.employer_name,
        "wage": wage(post),
        "place": place(post),
        "net": gain,
        "answer": f"{answer}，{one.reason}" if answer and one.reason else answer,
    }


def _by_person(rows: Iterable[T]) -> Mapping[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    for row in rows:
        found[row.person].append(row)  # type: ignore[attr-defined]
    return found
