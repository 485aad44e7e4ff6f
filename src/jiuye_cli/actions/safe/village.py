"""Fill a workspace with an invented village and months of its history."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from random import Random

from jiuye_cli.actions.policy.judging import check_person
from jiuye_cli.actions.posts.matching import match_everyone
from jiuye_cli.actions.posts.seekers import Matching
from jiuye_cli.core.callback.contact import Contact, Outcome, Status
from jiuye_cli.core.fields.value import Evidence, Grade
from jiuye_cli.core.people.pinyin import name_pinyin
from jiuye_cli.core.village.people import Invented, invent
from jiuye_cli.core.village.posts import invent_posts
from jiuye_cli.store.callback.contacts import put_contact
from jiuye_cli.store.file.operation import operation
from jiuye_cli.store.people.write import insert_person, next_case_numbers
from jiuye_cli.store.posts.posts import put_employer, put_post

OPENED_DAYS_AGO = 150
CALLS_EVERY_DAYS = 10
LOOKED_AT = 60
OUTCOMES = (
    (Outcome.REACHED, 70),
    (Outcome.NO_ANSWER, 18),
    (Outcome.SWITCHED_OFF, 6),
    (Outcome.DECLINED, 3),
    (Outcome.SOMEONE_ELSE, 3),
)


def settle(conn: sqlite3.Connection, count: int, today: date, *, who: str, seed: int = 7) -> range:
    """Open files for so many invented people and record months of calls; their case numbers."""
    opened = today - timedelta(days=OPENED_DAYS_AGO)
    with operation(conn, f"建档 {count} 人（演示）", who=who, at=datetime.combine(opened, time(9))):
        numbers = next_case_numbers(conn, count)
        for number, one in zip(numbers, invent(count, today, seed), strict=True):
            _open(conn, number, one, opened)
    dice = Random(seed)
    for days in range(OPENED_DAYS_AGO - 5, 0, -CALLS_EVERY_DAYS):
        day = today - timedelta(days=days)
        with operation(conn, f"回访 {day}（演示）", who=who, at=datetime.combine(day, time(17))):
            _call_some(conn, dice, numbers, day, who)
    return numbers


def open_posts(conn: sqlite3.Connection, count: int, today: date, *, who: str) -> int:
    """Enter so many invented posts and their employers; how many posts."""
    with operation(
        conn, f"登记 {count} 个岗位（演示）", who=who, at=datetime.combine(today, time(8))
    ):
        employers: dict[str, int] = {}
        for one in invent_posts(count, today):
            if one.employer not in employers:
                employers[one.employer] = put_employer(conn, {"单位名称": one.employer}, today)
            put_post(conn, employers[one.employer], one.values, today)
    return count


def most_to_show(conn: sqlite3.Connection, matching: Matching, today: date) -> int:
    """The case number of who has most to claim among those offered most posts; 1 where nobody is."""
    matches, _ = match_everyone(conn, matching, today)
    offered = sorted(matches, key=lambda one: (-len(one.offers), one.seeker.id))[:LOOKED_AT]
    numbers = [str(one.seeker.id) for one in offered] or ["1"]
    checked = [check_person(conn, number, matching.bench, today) for number in numbers]
    return max(checked, key=lambda one: one.bundle.total).person.id


def _open(conn: sqlite3.Connection, number: int, one: Invented, day: date) -> None:
    name = str(one.values["姓名"])
    insert_person(
        conn, number, one.values, name_pinyin(name), Evidence(Grade.TOLD, "入户走访", day)
    )


def _call_some(
    conn: sqlite3.Connection, dice: Random, numbers: Sequence[int], day: date, who: str
) -> None:
    """One in six of the village is rung each round."""
    for number in sorted(dice.sample(numbers, max(len(numbers) // 6, 1))):
        outcome = dice.choices([o for o, _ in OUTCOMES], [w for _, w in OUTCOMES])[0]
        reached = outcome is Outcome.REACHED
        put_contact(
            conn,
            Contact(
                day=day,
                outcome=outcome,
                at=datetime.combine(day, time(10)).isoformat(),
                caller=who,
                status=dice.choice(list(Status)) if reached else None,
                next_on=day + timedelta(days=dice.randint(5, 40))
                if reached and dice.random() < 0.2
                else None,
                person=number,
            ),
        )
