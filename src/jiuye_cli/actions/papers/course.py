"""The forms of the course: 推荐单, 申领表, 乘车名单, 考核表, 帮扶方案, 失业登记及申领一站式表."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from jiuye_cli.actions.papers.case_files import WISHES, CaseFiles, limits, phones
from jiuye_cli.actions.papers.chosen import chosen_people, coordinator
from jiuye_cli.actions.papers.paper import Gathered, Press, Wanted
from jiuye_cli.actions.papers.words import day_words, line, lines, place, wage, words
from jiuye_cli.actions.posts.slips import slip_of
from jiuye_cli.core.course.green import Pass, batches
from jiuye_cli.core.people.person import Person
from jiuye_cli.core.referral.slip import Line
from jiuye_cli.errors import NotFoundError
from jiuye_cli.store.course import green
from jiuye_cli.store.people.roll import everyone_named
from jiuye_cli.store.posts import posts
from jiuye_cli.store.tables.plan import PLAN
from jiuye_cli.store.tables.posts import BATCH

REVIEW_AFTER = timedelta(days=30)


def referral_slips(press: Press, wanted: Wanted) -> list[Gathered]:
    """The pages of slips by number (`3号`), or of the newest slip of each person named; today's without words."""
    found = [line for batch in _batches(press, wanted.who) for line in slip_of(press.conn, batch)]
    if not found:
        raise NotFoundError("今天没有开推荐单。写单号（3号）或人名。")
    people = CaseFiles(press, _people(press, [one.card.id for one in found]))
    employers = {
        one.id: one
        for one in posts.read_employers(press.conn, sorted({o.post.employer for o in found}))
    }
    slips = [_slip(press, one, people, employers) for one in found]
    # A day's slips are printed in one go, whoever they are for
    bundle = f"推荐单-{press.today:%m-%d}" if len(slips) > 1 else ""
    return [replace(one, bundle=bundle) for one in slips]


def _batches(press: Press, who: Sequence[str]) -> Iterator[int]:
    if not who:
        yield from (one.id for one in BATCH.where(press.conn, "made_on = ?", press.today))
    for word in who:
        digits = word.strip().removesuffix("号")
        if word.strip().endswith("号") and digits.isdigit():
            yield BATCH.get(press.conn, int(digits)).id
            continue
        person = everyone_named(press.conn, [word])[0]
        newest = BATCH.where(press.conn, "person = ?", person, order="id DESC LIMIT 1")
        if not newest:
            raise NotFoundError(f"还没有给 {word} 开过推荐单。先：jiuye refer {word}")
        yield newest[0].id


def _people(press: Press, ids: Sequence[int]) -> list[Person]:
    from jiuye_cli.store.people.people import read_people

    return list(read_people(press.conn, press.today, sorted(set(ids))))


def _slip(press: Press, one: Line, files: CaseFiles, employers: Any) -> Gathered:
    person = files.people[one.card.id]
    facts, firm = person.facts, employers[one.post.employer]
    data = {
        **press.head(),
        "number": f"{one.referral.batch}-{one.referral.id}",
        "name": person.name,
        "sex": words(facts, "性别"),
        "age": facts.values.get("年龄"),
        "schooling": words(facts, "文化程度"),
        "skills": [f"{s['name']}{s['level'] or ''}" for s in files.skills(person)],
        "phone": next(iter(phones(person)), None),
        "employer": one.post.employer_name,
        "employer_contact": {
            "name": str(_said(one.post.value("联系人")) or words(firm.facts, "联系人") or ""),
            "role": None,
            "phone": _said(one.post.value("联系电话")) or words(firm.facts, "联系电话"),
        },
        "address": words(firm.facts, "地址") or place(one.post),
        "job": one.post.name,
        "wage": wage(one.post),
        "referred_on": one.referral.offered_on,
        "reply_by": one.referral.reply_due,
        "coordinator": coordinator(press.settings),
    }
    stem = f"推荐单-{one.referral.batch}-{one.referral.id}-{person.name}"
    return Gathered(stem, data, 1, "姓名、性别、年龄、文化程度、证书、电话")


def _said(value: object) -> str | None:
    return value if isinstance(value, str) else None


def plans(press: Press, wanted: Wanted) -> list[Gathered]:
    """The plans of those named, or of everyone who has one."""
    if not wanted.who and wanted.where is None:
        having = sorted({one.person for one in PLAN.where(press.conn)})
        if not having:
            raise NotFoundError("还没有人有帮扶方案。先：jiuye plan make 谁 目标")
        found = _people(press, having)
    else:
        found = chosen_people(press, wanted)
    files = CaseFiles(press, found)
    return [_plan(press, files, files.people[one.id]) for one in found]


def _plan(press: Press, files: CaseFiles, person: Person) -> Gathered:
    plan = files.plans.get(person.id)
    made: date = plan.made_on if plan else press.today
    shown = {
        "就业状态": "现在",
        "失业日期": "从哪天起没活",
        "文化程度": "文化程度",
        "未就业原因": "难在哪里",
    }
    data = {
        **press.head(),
        "name": person.name,
        "group": words(person.facts, "组"),
        "made_on": made,
        "review_on": made + REVIEW_AFTER,
        "coordinator": coordinator(press.settings),
        "situation": [
            *lines(person.facts, shown),
            line(
                "会什么",
                "、".join(s["name"] + (s["level"] or "") for s in files.skills(person)) or None,
            ),
        ],
        "wishes": lines(person.facts, WISHES, gaps=True),
        "limits": limits(person),
        "goal": plan.goal if plan else None,
        "measures": files.measures(person),
        "posts": files.offers(person),
        # What was said in counselling is for the file alone
        "services": [
            f"{day_words(s.day)} {s.kind.value}" for s in files.services.get(person.id, ())
        ],
    }
    return Gathered(
        f"帮扶方案-{person.id}-{person.name}", data, 1, "现况、意愿、不能干的、方案、推荐"
    )


BASICS = ("性别", "身份证号", "民族", "文化程度", "户口性质", "户籍地", "常住地")
HOW_LOST: Mapping[object, str] = {True: "不是自己要走的", False: "自己走的"}
LAST_JOB = {"单位": "原单位", "工种": "原来的活"}
MATTERS = ("失业登记", "失业保险金申领", "求职登记", "技能培训报名", "就业困难认定", "创业服务")
ARRIVED = MATTERS[:2]
"""What someone of a plant's roster comes for."""


def registrations(press: Press, wanted: Wanted) -> list[Gathered]:
    """The one-pass form of those named, filled in as far as things are known; the rest to be written in.

    Without words, everyone of the open green channel who still waits, in the
    order of the roster and in files of so many as the rules say.
    """
    if wanted.who or wanted.where is not None:
        return [_registration(press, one) for one in chosen_people(press, wanted)]
    waiting = [
        one for one in green.passes(press.conn, green.current(press.conn).id) if one.is_waiting
    ]
    if not waiting:
        raise NotFoundError("绿色通道的人都办完了。要给别人印，写是谁，或用 --where 条件。")
    files = {one.id: one for one in _people(press, [one.person for one in waiting])}
    size = press.course().print_batch
    return [
        replace(_registration(press, files[one.person], ARRIVED), bundle=_bundle(part))
        for part in batches(waiting, size)
        for one in part
    ]


def _bundle(part: Sequence[Pass]) -> str:
    return f"一站式表-{part[0].place:04}-{part[-1].place:04}"


def _registration(press: Press, person: Person, matters: Sequence[str] = ()) -> Gathered:
    facts = person.facts
    jobs = facts.values.get("就业经历")
    last = jobs[-1] if isinstance(jobs, tuple) and jobs else {}
    told = [line("姓名", person.name), *lines(facts, {one: one for one in BASICS}, gaps=True)]
    work = [line(label, last.get(column)) for column, label in LAST_JOB.items()]
    jobless = words(facts, "失业日期") or _contract_end(last)
    data = {
        **press.head(),
        "name": person.name,
        "window": None,
        "basics": [*told, line("电话", next(iter(phones(person)), None))],
        "work": [
            *work,
            line("失业日期", jobless),
            *lines(facts, {"失业保险缴费月数": "失业保险缴费"}, gaps=True),
            line("怎么没的活", HOW_LOST.get(facts.values.get("非因本人意愿失业"))),
            line("社保卡银行", None),
        ],
        "matters": {"label": "办理事项", "options": MATTERS, "chosen": list(matters)},
        "choices": [
            _choice(person, "想去多远", "意向区域"),
            _choice(person, "要帮什么", "就业服务需求"),
        ],
        "papers": _papers(press),
    }
    return Gathered(
        f"失业登记-{person.id}-{person.name}",
        data,
        1,
        "姓名、身份证号、电话、住处、原单位、失业、意愿",
    )


def _contract_end(job: Mapping[str, Any]) -> str | None:
    """The day the last contract ended, for the one who signs to confirm."""
    end = job.get("止")
    return day_words(end) if isinstance(end, date) else None


def _choice(person: Person, label: str, name: str) -> dict[str, Any]:
    from jiuye_cli.core.fields.catalogue import fact

    value = person.facts.values.get(name)
    chosen = sorted(value) if isinstance(value, frozenset) else []
    return {"label": label, "options": fact(name).values, "chosen": chosen}


def _papers(press: Press) -> list[str]:
    """The papers of the window, and those that the rule of 失业登记 asks of everyone."""
    bench = press.bench()
    asked = list(press.course().green_papers)
    for rule in bench.shelf.rules_at(bench.place):
        if rule.policy.id == "失业登记":
            documents = rule.policy.versions[-1].application.documents
            asked += [one.name for one in documents if one.when is None]
    return list(dict.fromkeys(asked))
