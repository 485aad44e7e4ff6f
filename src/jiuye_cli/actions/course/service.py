"""Services given and things lent: noted once, counted from the notes."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from jiuye_cli.core.course.service import Loan, LoanLine, Service, ServiceKind, ServiceLine
from jiuye_cli.errors import NotFoundError, RefusedError
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people import roll
from jiuye_cli.store.tables.service import LOAN, SERVICE


def note_service(change: Writing, service: Service) -> Service:
    """Note one service."""
    return replace(service, id=SERVICE.insert(change.conn, service))


def services(
    conn: sqlite3.Connection,
    *,
    person: int | None = None,
    kind: ServiceKind | None = None,
    since: date | None = None,
) -> list[ServiceLine]:
    """The services that fit, newest first."""
    where, values = ["1"], list[object]()
    for condition, wanted in (
        ("person = ?", person),
        ("kind = ?", kind and kind.value),
        ("day >= ?", since),
    ):
        if wanted is not None:
            where.append(condition)
            values.append(wanted)
    found = SERVICE.where(conn, " AND ".join(where), *values, order="day DESC, id DESC")
    cards = roll.cards(conn, {one.person for one in found})
    return [ServiceLine(cards[one.person], one) for one in found]


def people_by_kind(
    conn: sqlite3.Connection, since: date, until: date
) -> Mapping[ServiceKind, list[int]]:
    """Who was given each kind of service between two days (both included), once for each time."""
    found: dict[ServiceKind, list[int]] = defaultdict(list)
    for one in SERVICE.where(conn, "day BETWEEN ? AND ?", since, until):
        found[one.kind].append(one.person)
    return found


def lend(change: Writing, loan: Loan) -> Loan:
    """Note that a thing was lent; `RefusedError` when the same marked thing is out already."""
    out = LOAN.where(change.conn, "mark = ? AND back_on IS NULL", loan.mark) if loan.mark else []
    if out:
        raise RefusedError(
            f"编号 {loan.mark} 的{out[0].thing}还在 {out[0].person} 号手里，没有记。"
        )
    return replace(loan, id=LOAN.insert(change.conn, loan))


def take_back(change: Writing, person: int, word: str, on: date) -> Loan:
    """Note that a thing came back; `NotFoundError` with what the person still has."""
    held = LOAN.where(change.conn, "person = ? AND back_on IS NULL", person)
    found = [one for one in held if word in (one.thing, one.mark) or word in one.thing]
    if len(found) != 1:
        has = "、".join(one.thing for one in held) or "没有借东西"
        raise NotFoundError(f"{person} 号手里没有唯一的“{word}”，现在借着：{has}。")
    LOAN.update(change.conn, found[0].id, back_on=on)
    return replace(found[0], back_on=on)


def loans(conn: sqlite3.Connection, *, everything: bool = False) -> list[LoanLine]:
    """Things lent that are not back, or all, the earliest return day first."""
    found = LOAN.where(
        conn, "1" if everything else "back_on IS NULL", order="until IS NULL, until, id"
    )
    cards = roll.cards(conn, {one.person for one in found})
    return [LoanLine(cards[one.person], one) for one in found]
