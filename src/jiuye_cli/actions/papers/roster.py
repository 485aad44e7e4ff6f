"""花名册 and 签到表: lists of names; nothing sensitive, phones and numbers masked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from jiuye_cli.actions.papers.charges import charge_sheets, named_responsible
from jiuye_cli.actions.papers.chosen import chosen_people
from jiuye_cli.actions.papers.cover import batch_number, cover_list
from jiuye_cli.actions.papers.paper import Gathered, Press, Wanted
from jiuye_cli.actions.papers.words import joined, words
from jiuye_cli.core.course.event import Answer, Event, EventKind
from jiuye_cli.core.course.training import TrainingClass
from jiuye_cli.core.people.mask import mask_phone
from jiuye_cli.core.people.person import Person
from jiuye_cli.core.report.standing import open_jobs
from jiuye_cli.core.rules.derived_facts import with_derived
from jiuye_cli.errors import NotFoundError
from jiuye_cli.store.course import event, training
from jiuye_cli.store.people import people
from jiuye_cli.store.tables.event import EVENT
from jiuye_cli.store.tables.training import CLASS

HEADS = ("姓名", "组", "性别", "年龄", "文化程度", "现在", "单位", "工种", "想干什么", "电话")
EMPTY_LINES = 5
"""Lines left on a sign-in sheet for those who come unannounced."""


def roster(press: Press, wanted: Wanted) -> list[Gathered]:
    """The roster of those named or fitting, or of everyone: few columns, as printed rosters have.

    A word such as `1批` means the cover list of a batch of claims, `责任人` the
    sheet of each responsible person, `责任人=李静` that of one.
    """
    asked = next((one for word in wanted.who if (one := named_responsible(word)) is not None), None)
    if asked is not None:
        return charge_sheets(press, wanted, asked)
    batches = [number for word in wanted.who if (number := batch_number(word)) is not None]
    if batches:
        return [cover_list(press, number) for number in batches]
    found = [with_derived(one, press.today) for one in chosen_people(press, wanted)]
    if not wanted.who:
        found.sort(key=_by_group)
    rows = [_row(press, one) for one in found]
    data = {
        **press.head(),
        "title": "劳动力花名册",
        # The condition may speak of hardship: it is for the log of commands, not for the page
        "purpose": None,
        "columns": HEADS,
        "to_fill": (),
        "rows": rows,
    }
    return [Gathered("花名册", data, len(rows), "、".join(HEADS), rows, HEADS)]


def _by_group(person: Person) -> tuple[bool, int, str, int]:
    """Group by group in the order of their numbers; who has none comes last."""
    group = words(person.facts, "组") or ""
    number = re.search(r"\d+", group)
    return not group, int(number[0]) if number else 0, group, person.id


def _row(press: Press, person: Person) -> list[object]:
    facts = person.facts
    job = next(iter(open_jobs(person, press.today)), {})
    wish = facts.values.get("意向工种")
    return [
        person.name,
        words(facts, "组"),
        words(facts, "性别"),
        facts.values.get("年龄"),
        words(facts, "文化程度"),
        words(facts, "就业状态"),
        job.get("单位"),
        job.get("工种"),
        joined(wish) if isinstance(wish, frozenset) else None,
        _phone(person),
    ]


def _phone(person: Person) -> str | None:
    told = person.facts.values.get("电话")
    numbers = [one["号码"] for one in told if one.get("号码")] if isinstance(told, tuple) else []
    return mask_phone(str(numbers[0])) if numbers else None


def sign_in(press: Press, wanted: Wanted) -> list[Gathered]:
    """A sign-in sheet for a class or an event by name or number, or for people.

    Without words: every class and event still to come or under way.
    """
    if wanted.where is not None:
        return [_people_sheet(press, wanted)]
    classes, events = _open_ones(press)
    if not wanted.who:
        sheets = [
            *(_class_sheet(press, wanted, c) for c in classes),
            *(_event_sheet(press, e) for e in events),
        ]
        if not sheets:
            raise NotFoundError("眼下没有培训班和活动。要给一些人印签到表，用 --where 条件。")
        return sheets
    return [_named(press, wanted, word) for word in wanted.who]


def _open_ones(press: Press) -> tuple[list[TrainingClass], list[Event]]:
    return (
        CLASS.where(press.conn, "closed_on IS NULL"),
        # Who rides is ticked on the manifest
        EVENT.where(
            press.conn,
            "day >= ? AND called_off_on IS NULL AND kind <> ?",
            press.today,
            EventKind.BUS.value,
        ),
    )


def _named(press: Press, wanted: Wanted, word: str) -> Gathered:
    for found in CLASS.where(press.conn, "name = ?", word, order="id DESC"):
        return _class_sheet(press, wanted, found)
    for one in EVENT.where(press.conn, "name = ?", word, order="id DESC"):
        return _event_sheet(press, one)
    raise NotFoundError(f"没有叫“{word}”的培训班或活动。")


def _class_sheet(press: Press, wanted: Wanted, one: TrainingClass) -> Gathered:
    """The sheet of a day of the class: the day asked for, else today, or the first day still to come."""
    ids = [e.person for e in training.enrolments(press.conn, one.id) if e.is_active]
    day = wanted.on or max(press.today, one.starts or press.today)
    return _sheet(press, one.name, day, one.place, ids)


def _event_sheet(press: Press, one: Event) -> Gathered:
    invited = event.invitations(press.conn, one.id)
    ids = [i.person for i in invited if i.answer is not Answer.NOT_COMING]
    return _sheet(press, one.name, one.day, one.place, ids)


def _people_sheet(press: Press, wanted: Wanted) -> Gathered:
    found = chosen_people(press, wanted)
    return _sheet(press, "签到表", wanted.on or press.today, None, [one.id for one in found])


def _sheet(press: Press, title: str, on: object, place: str | None, ids: Iterable[int]) -> Gathered:
    wanted = list(ids)
    found = list(people.read_people(press.conn, press.today, wanted)) if wanted else []
    listed: list[dict[str, Any]] = [
        {"name": one.name, "group": words(one.facts, "组")} for one in found
    ]
    data = {
        **press.head(),
        "title": title,
        "on": on or press.today,
        "place": place,
        "people": listed,
        "sessions": ["上午", "下午"],
        "empty": EMPTY_LINES,
    }
    return Gathered(f"签到表-{title}", data, len(listed), "姓名、组")
