"""公示: name, group, item, amount, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from jiuye_cli.actions.papers.chosen import coordinator
from jiuye_cli.actions.papers.grounds import policy_names
from jiuye_cli.actions.papers.paper import Gathered, Press, Wanted
from jiuye_cli.actions.papers.words import claimed, yuan
from jiuye_cli.core.course.claim import Stage
from jiuye_cli.core.course.money import Money
from jiuye_cli.core.course.welfare import TermStage
from jiuye_cli.core.fields.catalogue import facts as catalogue
from jiuye_cli.core.fields.field import SENSITIVE
from jiuye_cli.errors import NotFoundError
from jiuye_cli.store.course import claim, welfare
from jiuye_cli.store.people import roll
from jiuye_cli.store.tables.welfare import WELFARE_POST

SHOWN = (Stage.SUBMITTED, Stage.POSTED, Stage.APPROVED)
NEUTRAL = "就业补贴"
DAYS = "公示天数"
USUAL_DAYS = 7
"""A notice hangs so many days unless 设置.yaml says 公示天数."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One line to be published: whom, under which policy or post, how much."""

    person: int
    matter: str
    item: str
    amount: str | None


def notices(press: Press, wanted: Wanted) -> list[Gathered]:
    """A notice for each policy with claims handed in, and one for welfare posts agreed upon.

    Words name the policies or posts; raises `NotFoundError` when there is nothing to publish.
    """
    by_matter: dict[str, list[Shown]] = {}
    for one in (*_claims(press), *_posts(press)):
        if not wanted.who or any(word in one.matter for word in wanted.who):
            by_matter.setdefault(one.matter, []).append(one)
    if not by_matter:
        raise NotFoundError("没有要公示的：先交材料（claim submit），或公益岗先评议。")
    return [
        _notice(press, matter, rows, n) for n, (matter, rows) in enumerate(by_matter.items(), 1)
    ]


def _claims(press: Press) -> Iterator[Shown]:
    names = policy_names(press.bench())
    for one in claim.claims(press.conn, stages=SHOWN):
        matter = names.get(one.policy, one.policy)
        yield Shown(one.person, matter, neutral(matter), claimed(one))


def _posts(press: Press) -> Iterator[Shown]:
    posts = {one.id: one for one in WELFARE_POST.where(press.conn)}
    for term in welfare.terms(press.conn, stage=TermStage.REVIEWED):
        post = posts[term.post]
        yield Shown(term.person, post.kind, neutral(post.name), _stipend(post.stipend))


def _stipend(stipend: Money | None) -> str | None:
    return f"每月{yuan(stipend)}" if stipend is not None else None


def _notice(press: Press, matter: str, rows: Sequence[Shown], number: int) -> Gathered:
    cards = roll.cards(press.conn, {one.person for one in rows})
    days = press.settings.raw.get(DAYS)
    length = int(str(days)) if str(days or "").isdigit() else USUAL_DAYS
    data = {
        **press.head(),
        "title": neutral(matter),
        "start": press.today,
        "end": press.today + timedelta(days=length - 1),
        "office": f"{press.settings.village or '本村'}村民委员会",
        "office_phone": coordinator(press.settings)["phone"] or "",
        "rows": [
            {
                "name": cards[one.person].name,
                "group": cards[one.person].group,
                "item": one.item,
                "amount": one.amount,
            }
            for one in rows
        ],
    }
    stem = f"公示-{number}-{neutral(matter)}"
    return Gathered(stem, data, len(rows), "姓名、组、项目、金额")


def neutral(name: str) -> str:
    """The name of a matter as it may hang in the open: without words of health or hardship.

    >>> neutral("技能提升补贴"), neutral("残疾人创业补贴")
    ('技能提升补贴', '就业补贴')
    """
    return NEUTRAL if any(word in name for word in _private_words()) else name


def _private_words() -> frozenset[str]:
    """Every answer of a sensitive field, and every word for one."""
    fields = [one for one in catalogue().values() if one.sensitivity is SENSITIVE]
    told = {word for one in fields for word in (one.name, *one.values, *one.synonyms)}
    return frozenset({word for word in told if len(word) > 1} | {"残疾", "困难"}) - {
        "健康",
        "一般",
        "失业",
    }
