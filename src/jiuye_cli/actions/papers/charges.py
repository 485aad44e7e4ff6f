"""责任人包干表: each responsible person's people, when they were last reached, who is late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jiuye_cli.actions.papers.paper import Gathered, Press, Wanted
from jiuye_cli.actions.report.charges import charges
from jiuye_cli.core.callback.contact import Contact
from jiuye_cli.core.course.plan import Responsible
from jiuye_cli.core.people.card import Card
from jiuye_cli.core.report.charges import Charge
from jiuye_cli.errors import NotFoundError
from jiuye_cli.store.callback import contacts
from jiuye_cli.store.people import roll
from jiuye_cli.store.tables.plan import RESPONSIBLE

MARK = "责任人"
HEADS = ("姓名", "组", "电话", "上次联系", "说的", "该联系了", "晚几天")
TO_FILL = ("这次哪天、怎么说", "签字")
NAME = "责任人包干表"


def named_responsible(word: str) -> str | None:
    """Whose sheet a word asks for: empty for everyone's, None where it asks for none.

    >>> named_responsible("责任人"), named_responsible("责任人=李静"), named_responsible("李静")
    ('', '李静', None)
    """
    return word.removeprefix(MARK).strip(" =：:") if word.startswith(MARK) else None


def charge_sheets(press: Press, wanted: Wanted, name: str) -> list[Gathered]:
    """A sheet for each responsible person, or for the one named; all in one file."""
    told = charges(press.conn, press.counting().calling, wanted.on or press.today)
    names = sorted({one.responsible for one in told if one.responsible})
    if name and name not in names:
        raise NotFoundError(f"没有叫“{name}”的责任人。有：{'、'.join(names) or '还没有记责任人'}。")
    if not names:
        raise NotFoundError("还没有记责任人。先：jiuye plan responsible 谁 姓名")
    known = {one.name: one for one in RESPONSIBLE.where(press.conn, order="since, id")}
    return [
        _sheet(press, each, known.get(each), [c for c in told if c.responsible == each])
        for each in ([name] if name else names)
    ]


def _sheet(press: Press, name: str, entry: Responsible | None, mine: Sequence[Charge]) -> Gathered:
    ids = [one.person for one in mine]
    cards, phones = roll.cards(press.conn, ids), roll.phones(press.conn, ids)
    spoken = contacts.contacts_by_person(press.conn, ids)
    by_group = sorted(mine, key=lambda one: (-one.days_late, one.next_on or date.max, one.person))
    rows = [
        _row(one, cards[one.person], phones.get(one.person), spoken.get(one.person, ()))
        for one in by_group
    ]
    late = sum(1 for one in mine if one.days_late)
    data = {
        **press.head(),
        "title": f"{NAME}　{_named(name, entry)}",
        "purpose": f"晚了 {late} 人，先联系" if late else "没有晚的",
        "columns": HEADS,
        "to_fill": TO_FILL,
        "rows": rows,
    }
    return Gathered(f"{NAME}-{name}", data, len(rows), "、".join(HEADS), rows, HEADS, bundle=NAME)


def _named(name: str, entry: Responsible | None) -> str:
    """The name with title, unit and phone, as far as they are known."""
    more = [one for one in (entry.unit, entry.title, entry.phone) if one] if entry else []
    return f"{name}（{'，'.join(more)}）" if more else name


def _row(one: Charge, card: Card, phone: str | None, spoken: Sequence[Contact]) -> list[object]:
    real = [each for each in spoken if each.is_real]
    last = real[-1] if real else None
    return [
        card.name,
        card.group,
        phone,
        _day(last.day) if last else "还没联系上",
        last.status.value if last and last.status else None,
        _day(one.next_on) if one.next_on else None,
        one.days_late or None,
    ]


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
