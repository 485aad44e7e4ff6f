"""Classes on the screen: the list, one class with its people, the wishes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from jiuye_cli.core.course.training import ClassPage, Enrolment, TrainingClass
from jiuye_cli.core.people.card import Card
from jiuye_cli.render.people.listing import Heads, Listing, figure, name, short_day


def classes_listing(pages: Sequence[ClassPage], today: date) -> Listing:
    """Classes with their figures."""
    heads: Heads = (
        figure("号"), "班", name("日子"), *map(figure, ("报名", "退出", "合格", "取证", "就业")), name("情况"),
    )  # fmt: skip
    rows, items = [], []
    for page in pages:
        one, came = page.training_class, page.result
        figures = (came.enrolled, came.left, came.passed, came.certified, page.hired)
        rows.append(
            (
                one.id,
                one.name,
                _days(one, today),
                *(len(f) for f in figures),
                state_of(one, today),
            )
        )
        items.append({
            "id": one.id, "name": one.name, "trade": one.trade, "level": one.level, "hours": one.hours,
            "starts": one.starts, "ends": one.ends, "seats": one.seats, "state": state_of(one, today),
            "enrolled": came.enrolled, "left": came.left, "passed": came.passed,
            "failed": came.failed, "certified": came.certified, "hired": page.hired,
        })  # fmt: skip
    return Listing(
        "classes",
        heads,
        rows,
        items,
        "还没有班。开一个：jiuye training add 电工初级班 职业=电工 等级=五级",
    )


def _days(one: TrainingClass, today: date) -> str:
    if one.starts is None and one.ends is None:
        return ""
    return f"{short_day(one.starts, today) or '？'}～{short_day(one.ends, today) or '？'}"


def state_of(one: TrainingClass, today: date) -> str:
    """Where a class stands; one that should be over and has no results says so.

    >>> state_of(TrainingClass("电工班", ends=date(2026, 11, 20)), date(2026, 11, 21))
    '该结班了'
    """
    if one.closed_on:
        return "已结班"
    if one.ends and one.ends < today:
        return "该结班了"
    if one.starts and one.starts <= today:
        return "在上"
    return "报名中"


def class_listing(page: ClassPage) -> Listing:
    """One class, a line a person."""
    one = page.training_class
    heads: Heads = (
        figure("档案号"), name("姓名"), "组", *map(figure, ("到", "假", "缺", "学时", "连缺")), "结果",
    )  # fmt: skip
    rows = [
        (
            line.card.id, line.card.name, line.card.group, line.progress.present, line.progress.excused,
            line.progress.absent, line.progress.hours, line.progress.streak or "", result_of(line.enrolment),
        )
        for line in page.lines
    ]  # fmt: skip
    items = [
        {
            "id": line.card.id, "name": line.card.name, "present": line.progress.present,
            "excused": line.progress.excused, "absent": line.progress.absent, "hours": line.progress.hours,
            "streak": line.progress.streak, "passed": line.enrolment.passed,
            "left_on": line.enrolment.left_on, "certified": line.enrolment.certificate is not None,
        }
        for line in page.lines
    ]  # fmt: skip
    days = f"{one.starts or '？'} 到 {one.ends or '？'}"
    title = f"{one.id} 号 {one.name}　{one.trade or ''}{one.level or ''}　{days}　{one.place or ''}".rstrip()
    return Listing(
        "people", heads, rows, items, "还没有人报名：jiuye training enrol 班 谁…", title, more={"id": one.id, "name": one.name}
    )  # fmt: skip


def result_of(enrolment: Enrolment) -> str:
    """What came of one enrolment, in a word or two."""
    if enrolment.left_on:
        return f"{enrolment.left_on:%m-%d} 退出：{enrolment.left_why or '？'}"
    if enrolment.passed is None:
        return "在读"
    if not enrolment.passed:
        return "不合格"
    return "合格，已取证" if enrolment.certificate else "合格"


def wishes_listing(wishes: Mapping[str, Sequence[Card]]) -> Listing:
    """Who wants to learn what."""
    rows = [
        (wish, len(people), "、".join(card.name for card in people))
        for wish, people in wishes.items()
    ]
    items = [{"wish": wish, "ids": [card.id for card in people]} for wish, people in wishes.items()]
    return Listing("wishes", ("想学", figure("人数"), "谁"), rows, items, "档案里还没有培训意愿。")
