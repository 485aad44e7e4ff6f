"""A person of the file, as the other rooms see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from jiuye_cli.core.fields.value import Facts, PartialSet, Record, Value
from jiuye_cli.core.people.identity import Identity


@dataclass(frozen=True, slots=True)
class Person:
    """One file (一人一档): the case number, the name, and what is known.

    `facts` holds the person's own and the household's; `categories` the dated
    rows behind 人员类别. `closed_on` is the day the file was closed, if it was.
    """

    id: int
    name: str
    facts: Facts
    categories: Sequence[Record] = ()
    household: int | None = None
    closed_on: date | None = None
    own: Mapping[str, str] = field(default_factory=dict)


def said_by_identity(number: str) -> dict[str, Value]:
    """What a valid identity number says of its holder.

    >>> said_by_identity("999999197506267715")
    {'性别': '男', '出生日期': datetime.date(1975, 6, 26)}
    """
    holder = Identity(number)
    return {"性别": holder.sex, "出生日期": holder.born}


def members_on(rows: Sequence[Record], day: date, *, complete: bool) -> Value:
    """The set that dated rows make on one day (起 and 止 both included).

    `complete` says that all members were asked about; else members without a
    row are unknown and the set is partial.

    >>> from datetime import date
    >>> rows = [{"类别": "低保", "是否": True, "止": date(2026, 6, 30)}, {"类别": "残疾人", "是否": False}]
    >>> members_on(rows, date(2026, 6, 30), complete=False)
    PartialSet(yes=frozenset({'低保'}), no=frozenset({'残疾人'}))
    >>> members_on(rows, date(2026, 7, 1), complete=True)
    frozenset()
    """
    yes: set[str] = set()
    no: set[str] = set()
    for row in rows:
        name = str(row["类别"])
        holds = row.get("是否", True) is True and _covers(row, day)
        (yes if holds else no).add(name)
    return frozenset(yes) if complete else PartialSet(frozenset(yes), frozenset(no - yes))


def dated_members(rows: Sequence[Record], *, complete: bool) -> tuple[Record, ...]:
    """Dated rows as the rules judge them on any day; none where no row has a day.

    Rows of a set that was not asked about whole keep 是否, by which the rules
    know that other members are unknown.

    >>> rows = [{"类别": "低保", "是否": True, "止": date(2026, 6, 30)}]
    >>> dated_members(rows, complete=True)
    ({'类别': '低保', '止': datetime.date(2026, 6, 30)},)
    """
    if not any(isinstance(row.get(edge), date) for row in rows for edge in ("起", "止")):
        return ()
    if not complete:
        return tuple({**row, "是否": row.get("是否", True)} for row in rows)
    held = (row for row in rows if row.get("是否", True) is True)
    return tuple({key: cell for key, cell in row.items() if key != "是否"} for row in held)


def _covers(row: Record, day: date) -> bool:
    start, end = row.get("起"), row.get("止")
    return not (isinstance(start, date) and day < start) and not (
        isinstance(end, date) and day > end
    )
