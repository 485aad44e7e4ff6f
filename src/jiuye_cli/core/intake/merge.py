"""What a row changes in a person's file: new, updated, or nothing at all.

A poorer value never replaces a better one: a name with ? for a rare character, a
shorter address, 无 where something is known, a word of mouth where a paper was seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from jiuye_cli.core.fields.field import Field, Kind
from jiuye_cli.core.fields.value import GRADES, NONE, UNKNOWN, Evidence, Grade, PartialSet, Value
from jiuye_cli.core.intake.records import joined
from jiuye_cli.core.people.names import has_lost_characters, may_be

NOTES = "备注"
ADDRESSES = frozenset({"住址"})


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after."""

    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Merged:
    """What changes, by field, and a sentence for each value that was not taken over."""

    changes: Mapping[str, Change]
    kept: Mapping[str, str]


NOTHING: Mapping[str, Evidence] = MappingProxyType({})


def merge(
    fields: Mapping[str, Field],
    known: Mapping[str, Value],
    told: Mapping[str, Value],
    evidence: Mapping[str, Evidence] = NOTHING,
    grade: Grade = Grade.TOLD,
) -> Merged:
    """What `told` changes in what is `known`; lists come out whole, dated sets as the members that change.

    `evidence` is how well the known values are attested, `grade` how well the new ones are.

    >>> from jiuye_cli.core.fields.catalogue import PERSON
    >>> fields = {f.name: f for f in PERSON.fields}
    >>> merge(fields, {"姓名": "单䶮", "组": "3组"}, {"姓名": "单?", "组": "4组"}).changes
    {'组': Change(before='3组', after='4组')}
    """
    changes: dict[str, Change] = {}
    kept: dict[str, str] = {}
    for name, value in told.items():
        before = known.get(name, UNKNOWN)
        if value is UNKNOWN or value == before:
            continue
        after = value if before is UNKNOWN else _after(fields[name], before, value)
        if after == before or after is UNKNOWN:
            continue
        if not isinstance(after, Kept) and _is_firmer(fields[name], evidence.get(name), grade):
            after = Kept(
                f"档案里的{name}是{_attested(evidence[name])}，没有改；核实了再用 jiuye set 改"
            )
        if isinstance(after, Kept):
            kept[name] = after.why
        else:
            changes[name] = Change(before, after)
    return Merged(changes, kept)


@dataclass(frozen=True, slots=True)
class Kept:
    """The known value stands, and why."""

    why: str


def _after(field: Field, before: Value, told: Value) -> Value | Kept:
    """The value that should stand: one of the two, or both joined."""
    if field.dated:
        return _members(before, told)
    if told is NONE:
        return Kept(f"表里写“无”，档案里的{field.name}有内容，没有清掉")
    if before is NONE:
        return told
    if field.kind is Kind.RECORDS and isinstance(before, tuple) and isinstance(told, tuple):
        return joined(field, before, told)
    if isinstance(before, str) and isinstance(told, str):
        return _text(field, before, told)
    return told


def _text(field: Field, before: str, told: str) -> str:
    if may_be(told, before) or (has_lost_characters(told) and not has_lost_characters(before)):
        return before
    if field.name == NOTES:
        return before if told in before else f"{before}；{told}"
    if field.name in ADDRESSES and told in before:
        return before
    return told


def _members(before: Value, told: Value) -> Value | Kept:
    """Only the members that the new value settles otherwise or for the first time."""
    if told is NONE:
        if isinstance(before, PartialSet) and before.yes:
            return Kept(f"表里写“无”，档案里有 {'、'.join(sorted(before.yes))}，没有清掉")
        return UNKNOWN if isinstance(before, frozenset) or before is NONE else told
    if not isinstance(told, PartialSet):
        return told
    if isinstance(before, PartialSet):
        yes, no = told.yes - before.yes, told.no - before.no
    else:
        held = before if isinstance(before, frozenset) else frozenset[str]()
        yes, no = told.yes - held, told.no & held
    return PartialSet(yes, no) if yes or no else UNKNOWN


def _is_firmer(field: Field, evidence: Evidence | None, grade: Grade) -> bool:
    """Whether the known value is better attested; what is added to a list replaces nothing."""
    if evidence is None or field.listed:
        return False
    return GRADES.index(evidence.grade) > GRADES.index(grade)


def _attested(evidence: Evidence) -> str:
    return {"seen": "看过原件的", "copy": "留了复印件的"}.get(
        evidence.grade.value, evidence.grade.label
    )


def applied(known: Mapping[str, Value], changes: Mapping[str, Change]) -> dict[str, Value]:
    """The known values with the changes made; a dated set gains or loses the changed members."""
    values = dict(known)
    for name, change in changes.items():
        values[name] = _joined_members(values.get(name, UNKNOWN), change.after)
    return values


def _joined_members(before: Value, after: Value) -> Value:
    if not isinstance(after, PartialSet):
        return after
    if isinstance(before, frozenset):
        return (before | after.yes) - after.no
    known = before if isinstance(before, PartialSet) else PartialSet()
    return PartialSet((known.yes - after.no) | after.yes, (known.no - after.yes) | after.no)
