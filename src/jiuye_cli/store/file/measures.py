"""The figures of a year that targets are set for, each with the people behind it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from jiuye_cli.core.course.money import Money, to_fen
from jiuye_cli.core.course.target import Target
from jiuye_cli.store.tables.target import TARGET

YEAR = "BETWEEN :year || '-01-01' AND :year || '-12-31'"


@dataclass(frozen=True, slots=True)
class Measure:
    """How a figure is counted: `rows` yields a case number and how much each line counts."""

    name: str
    unit: str
    rows: str
    once_each: bool = True


MEASURES: Mapping[str, Measure] = {
    one.name: one
    for one in (
        Measure("新增就业", "人", f"SELECT person, 1 FROM job_held WHERE 起 {YEAR}"),
        Measure("县内就业", "人", f"SELECT person, 1 FROM job_held WHERE 起 {YEAR} AND 区域 = '县内'"),
        Measure(
            "转移就业", "人", f"SELECT person, 1 FROM job_held WHERE 起 {YEAR} AND 区域 IN ('省内县外', '省外')"
        ),
        Measure("培训", "人次", f"SELECT person, 1 FROM training_taken WHERE 起 {YEAR}", once_each=False),
        Measure("取证", "人", f"SELECT person, 1 FROM certificate WHERE 发证日期 {YEAR}"),
        Measure("公益岗安置", "人", f"SELECT person, 1 FROM welfare_term WHERE starts {YEAR}"),
        Measure("创业", "人", f"SELECT person, 1 FROM venture WHERE 登记日期 {YEAR}"),
        Measure(
            "带动就业", "人", "SELECT person, 带动就业 FROM venture WHERE 带动就业 > 0 AND 在营 IS NOT 0", once_each=False
        ),
        Measure("活动意向", "人", "SELECT i.person, 1 FROM invitation i JOIN event e ON e.id = i.event "
                f"WHERE i.intention IS NOT NULL AND e.day {YEAR}"),
        Measure("补贴发放", "元", f"SELECT person, amount FROM receipt WHERE paid_on {YEAR}", once_each=False),
        Measure("服务", "人次", f"SELECT person, 1 FROM service WHERE day {YEAR}", once_each=False),
    )
}  # fmt: skip
"""By name, in the order in which they are listed."""


def reached(conn: sqlite3.Connection, measure: Measure, year: int) -> tuple[Money, tuple[int, ...]]:
    """What a measure came to in a year, and the people behind it, each once."""
    rows = conn.execute(measure.rows, {"year": year}).fetchall()
    people = tuple(sorted({row[0] for row in rows}))
    if measure.once_each:
        return len(people), people
    return to_fen(
        sum((Decimal(str(row[1])) for row in rows if row[1] is not None), Decimal(0))
    ), people


def targets(conn: sqlite3.Connection, year: int) -> list[Target]:
    """The targets of a year, in the order they were set."""
    return TARGET.where(conn, "year = ?", year)
