"""What to ask, and whom, so that every ? becomes ✓ or ✗."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from jiuye_cli.core.fields.catalogue import facts
from jiuye_cli.core.fields.post import POST
from jiuye_cli.core.fields.value import UNKNOWN, Value
from jiuye_cli.core.matching.limit import Limit
from jiuye_cli.core.matching.limits import WELFARE_FACT
from jiuye_cli.core.matching.pair import Pair

FINER = {
    "班次": "两班倒要不要上夜班？",
    "劳动强度": "中等的活干得了吗？",
    "照护": "几点到几点走不开？说个准点，如 16:30-18:00",
    "证书": "证书是几级的？",
}
"""What is left to ask where both sides have said something and it is still open."""

FOR_WELFARE = "公益岗的条件要核实：jiuye check 看乡村、城镇公益性岗位安置"
STAND_IN = {"年龄": "出生日期"}
"""The fact that is asked for one that follows from it."""

OPTIONAL = ("劳动能力", "照护时段", "居家", "证书等级", "健康状况", "残疾等级", "残疾人证")
"""Not asked while another fact of the same limit is still to be asked: that one may settle it."""


@dataclass(frozen=True, slots=True)
class Questions:
    """What to ask the person, and what to ask the employer of the post."""

    person: tuple[str, ...] = ()
    employer: tuple[str, ...] = ()


def questions_of(pair: Pair) -> Questions:
    """The questions that every open limit of a pair waits for, each once."""
    person: list[str] = []
    employer: list[str] = []
    for limit in pair.open_questions:
        own, theirs = _of_limit(limit, pair)
        person += own
        employer += theirs
    return Questions(tuple(dict.fromkeys(person)), tuple(dict.fromkeys(employer)))


def _of_limit(limit: Limit, pair: Pair) -> tuple[list[str], list[str]]:
    if limit.person == (WELFARE_FACT,):
        return [FOR_WELFARE], []
    own = _unasked(limit.person, pair.seeker.value)
    theirs = _unasked(limit.post, pair.post.value)
    if any(name not in OPTIONAL for name in (*own, *theirs)):
        own, theirs = _needed(own), _needed(theirs)
    said = [facts()[STAND_IN.get(name, name)].question for name in own]
    asked = [POST.field(name).question for name in theirs]
    if not said and not asked:
        return (
            ([], [FINER[limit.name]])
            if limit.name == "班次"
            else ([FINER.get(limit.name, limit.name)], [])
        )
    return said, asked


def _unasked(names: Iterable[str], value_of: Callable[[str], Value]) -> list[str]:
    """The facts nobody asked about; of several that tell the same, the first."""
    open_ones = [name for name in names if value_of(name) is UNKNOWN]
    return (_needed(open_ones) or open_ones)[:1]


def _needed(names: list[str]) -> list[str]:
    return [name for name in names if name not in OPTIONAL]
