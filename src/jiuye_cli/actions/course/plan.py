"""One plan a person (一人一策), its steps, and who answers for the person."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date

from jiuye_cli.actions.people.change import change_file
from jiuye_cli.core.course.plan import (
    Plan,
    PlanPage,
    PlanStep,
    Responsible,
    due_steps,
    responsible_on,
    step,
)
from jiuye_cli.core.fields.value import Evidence, Grade
from jiuye_cli.core.people.card import Card
from jiuye_cli.errors import NotFoundError, RefusedError
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people import roll
from jiuye_cli.store.tables.plan import PLAN, PLAN_STEP, RESPONSIBLE


def make_plan(change: Writing, plan: Plan) -> Plan:
    """Begin a plan; an earlier one of the person stays as the past."""
    return replace(plan, id=PLAN.insert(change.conn, plan))


def current_plan(conn: sqlite3.Connection, person: int) -> Plan:
    """Someone's newest plan; `NotFoundError` when there is none."""
    found = PLAN.where(conn, "person = ?", person, order="id DESC")
    if not found:
        raise NotFoundError(f"{person} 号还没有方案。先：jiuye plan make {person} 目标")
    return found[0]


def add_step(
    change: Writing, person: int, what: str, due_on: date | None, who: str | None
) -> PlanStep:
    """Add a step to someone's plan, numbered after those there are."""
    plan = current_plan(change.conn, person)
    steps = _steps(change.conn, plan)
    one = PlanStep(plan.id, person, len(steps) + 1, what, due_on=due_on, who=who)
    return replace(one, id=PLAN_STEP.insert(change.conn, one))


def close_step(
    change: Writing, person: int, number: int, on: date, *, done: bool, result: str | None
) -> PlanStep:
    """Note that a step is done, or dropped; `RefusedError` when it was closed before."""
    one = step(_steps(change.conn, current_plan(change.conn, person)), number)
    if not one.is_open:
        raise RefusedError(
            f"第 {number} 步（{one.what}）{one.done_on or one.dropped_on} 已经了结。"
        )
    closed = replace(
        one, result=result, done_on=on if done else None, dropped_on=None if done else on
    )
    PLAN_STEP.update(
        change.conn, one.id, done_on=closed.done_on, dropped_on=closed.dropped_on, result=result
    )
    return closed


def move_step(change: Writing, person: int, number: int, due_on: date) -> PlanStep:
    """Give a step another day."""
    one = step(_steps(change.conn, current_plan(change.conn, person)), number)
    PLAN_STEP.update(change.conn, one.id, due_on=due_on)
    return replace(one, due_on=due_on)


def make_responsible(change: Writing, one: Responsible) -> Responsible:
    """Name who answers for a person from a day on; earlier entries stay as they were.

    The person's 帮扶责任人 becomes whoever answers for them today.
    """
    new = replace(one, id=RESPONSIBLE.insert(change.conn, one))
    today = change.at.date()
    current = responsible_on(RESPONSIBLE.where(change.conn, "person = ?", one.person), today)
    if current is not None:
        evidence = Evidence(Grade.SEEN, "帮扶责任人登记", today)
        change_file(change, one.person, {"帮扶责任人": current.name}, evidence)
    return new


def plan_page(conn: sqlite3.Connection, person: int) -> PlanPage:
    """Someone's plan with its steps, and everyone who ever answered for them."""
    card = roll.cards(conn, [person])[person]
    responsible = tuple(RESPONSIBLE.where(conn, "person = ?", person, order="since, id"))
    found = PLAN.where(conn, "person = ?", person, order="id DESC")
    steps = _steps(conn, found[0]) if found else []
    return PlanPage(card, found[0] if found else None, tuple(steps), responsible)


def due(conn: sqlite3.Connection, until: date) -> list[tuple[Card, PlanStep]]:
    """Open steps of current plans that fall due until a day, the earliest first."""
    newest = "plan IN (SELECT max(id) FROM plan GROUP BY person)"
    found = due_steps(PLAN_STEP.where(conn, newest), until)
    cards = roll.cards(conn, {one.person for one in found})
    return [(cards[one.person], one) for one in found]


def under(conn: sqlite3.Connection, name: str, today: date) -> list[Card]:
    """The people for whom someone answers today."""
    entries = RESPONSIBLE.where(conn)
    by_person: dict[int, list[Responsible]] = {}
    for one in entries:
        by_person.setdefault(one.person, []).append(one)
    mine = [
        p for p, own in by_person.items() if (r := responsible_on(own, today)) and r.name == name
    ]
    return list(roll.cards(conn, mine).values())


def _steps(conn: sqlite3.Connection, plan: Plan) -> list[PlanStep]:
    return PLAN_STEP.where(conn, "plan = ?", plan.id, order="number")
