"""Contacts, sheets and nights in the file: what counts as answered, what is carried, what undo takes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from jiuye_cli.core.callback.contact import Channel, Contact, Outcome, Status
from jiuye_cli.core.callback.handed.frozen import CALL, SheetHead, SheetRow
from jiuye_cli.core.callback.handed.night import Night
from jiuye_cli.core.fields.value import NONE, Evidence, Grade, PartialSet
from jiuye_cli.store.callback import contacts, sheets
from jiuye_cli.store.callback.call_people import call_people
from jiuye_cli.store.file import history
from jiuye_cli.store.file.connection import connect
from jiuye_cli.store.file.operation import operation
from jiuye_cli.store.people.people import read_people
from jiuye_cli.store.people.write import insert_person, next_case_numbers

AT = datetime(2026, 11, 23, 9, 0)
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


@pytest.fixture
def conn(home):
    conn = connect(home / "jiuye.db")
    told = Evidence(Grade.TOLD, "建档", date(2026, 11, 2))
    people = (
        {"姓名": "李广军", "电话": ({"号码": "19900000001"}, {"号码": "19900000009", "属于": "女儿"}), "就业状态": "登记失业"},
        {"姓名": "王小兰", "人员类别": PartialSet(frozenset({"低保"})), "家庭人口": 3, "就业困难认定日期": NONE},
        {"姓名": "周小满", "就业经历": ({"单位": "宏达机械", "起": date(2026, 9, 1)},)},
    )  # fmt: skip
    with operation(conn, "建档", who="王芳", at=AT) as change:
        for values in people:
            insert_person(conn, next_case_numbers(conn)[0], values, ("", ""), told)
    assert change.changed
    yield conn
    conn.close()


def write(conn, *told: Contact, at: datetime = AT) -> None:
    with operation(conn, "回访", who="王芳", at=at):
        for one in told:
            contacts.put_contact(conn, one)


def called(
    person: int = 1, day: date = MONDAY, outcome: Outcome = Outcome.NO_ANSWER, **rest
) -> Contact:
    return Contact(day, outcome, person=person, at=rest.pop("at", AT.isoformat()), **rest)


def row(person: int, number: int, day: date = MONDAY, name: str = "李广军") -> SheetRow:
    return SheetRow(
        id=0, for_date=day, row=number, seat=1, kind=CALL, person=person, name=name, group_name=None,
        phones=("19900000001",), address=None, last=None, reasons=("首访",),
        parts=({"part": "建档", "points": 8, "basis": "首访"},), urgency=Decimal("8.5"), overdue_days=0,
        place="最要紧的", ask=({"fact": "意向工种", "question": "？", "settles": 0, "money": 0},), wish=None,
        advice=None, cover="请回个电话", caller=None,
    )  # fmt: skip


def head(day: date = MONDAY, made: str = "2026-11-20T20:30:00") -> SheetHead:
    return SheetHead(
        0,
        day,
        made,
        20,
        ("王芳",),
        (2,),
        ({"row": "x", "sheet_no": "1120", "id": 2},),
        ("一句",),
    )


def freeze(conn, *rows: SheetRow, day: date = MONDAY, made: str = "2026-11-20T20:30:00") -> None:
    with operation(conn, "nightly", who="夜班", at=AT):
        sheets.freeze(conn, head(day, made), rows)


def test_a_contact_comes_back_as_it_went_in(conn):
    told = called(
        outcome=Outcome.REACHED, channel=Channel.VISIT, next_on=TUESDAY, caller="王芳", status=Status.FARMING,
        wish="有", needs=("岗位", "培训"), note="在地里", phone="19900000001", sheet=MONDAY, row=7,
    )  # fmt: skip
    write(conn, told)
    assert contacts.contacts_by_person(conn)[1] == [replace(told, id=1)]


def test_the_answer_to_a_row_takes_the_place_of_the_earlier_answer(conn):
    write(conn, called(sheet=MONDAY, row=1))
    write(conn, called(outcome=Outcome.REACHED, sheet=MONDAY, row=1))
    (only,) = contacts.contacts_by_person(conn)[1]
    assert only.outcome is Outcome.REACHED


def test_the_same_told_twice_without_a_row_is_one_and_another_outcome_is_another(conn):
    write(conn, called())
    write(conn, called(at="2026-11-23T18:00:00"))
    write(conn, called(outcome=Outcome.REACHED))
    assert [c.outcome for c in contacts.contacts_by_person(conn)[1]] == [
        Outcome.NO_ANSWER,
        Outcome.REACHED,
    ]


def test_what_decides_is_the_last_real_contact_what_came_after_and_promises_not_yet_reached(conn):
    october = date(2026, 10, 1)
    write(
        conn,
        called(day=date(2026, 9, 1), outcome=Outcome.REACHED),
        called(day=date(2026, 9, 20), next_on=date(2026, 12, 1)),
        called(day=date(2026, 9, 25), next_on=date(2026, 9, 30)),
        called(day=october, outcome=Outcome.REACHED),
        called(day=date(2026, 10, 9)),
        called(day=date(2026, 12, 24)),
    )
    found = contacts.deciding_contacts(conn, MONDAY)[1]
    assert [c.day for c in sorted(found, key=lambda c: c.order)] == [
        date(2026, 9, 20), october, date(2026, 10, 9),
    ]  # fmt: skip


def test_dead_numbers_are_not_live_and_the_next_number_stands_first(conn):
    with operation(conn, "记", who="王芳", at=AT):
        contacts.set_phone_state(conn, 1, "停机")
    assert [p.label for p in contacts.live_phones(conn)[1]] == ["19900000009 女儿"]


def test_the_slim_look_at_everyone_agrees_with_the_whole_files(conn):
    needs = {"就业状态", "人员类别", "就业经历", "家庭人口", "就业困难认定日期"}
    whole = {p.id: p.facts.values for p in read_people(conn, MONDAY)}
    for one in call_people(conn, needs, MONDAY):
        expected = {name: value for name, value in whole[one.id].items() if name in needs}
        assert one.facts.values == expected
    assert [one.id for one in call_people(conn, needs, MONDAY, [3, 1])] == [1, 3]


# -- sheets ------------------------------------------------------------------


def test_a_sheet_comes_back_as_it_was_handed_out(conn):
    freeze(conn, row(1, 1))
    assert replace(sheets.sheet_on(conn, MONDAY), id=0) == head()
    (only,) = sheets.rows_on(conn, MONDAY)
    assert replace(only, id=0) == row(1, 1)


@pytest.mark.parametrize(
    ("contact", "answers"),
    [
        (called(sheet=MONDAY, row=1), True),
        (called(), True),
        (called(day=date(2026, 11, 21), at="2026-11-21T10:00:00"), True),
        (called(day=date(2026, 11, 20), at="2026-11-20T18:00:00"), False),
        (called(day=date(2026, 11, 20), sheet=date(2026, 11, 20), row=4), False),
        (called(day=date(2026, 11, 20), sheet=date(2026, 11, 20), row=4, outcome=Outcome.REACHED), True),
        (called(person=2), False),
    ],
    ids=["its own code", "called otherwise that day", "rang back at the weekend", "before the sheet was made",
         "another sheet's row told late", "reached, told late", "someone else"],
)  # fmt: skip
def test_a_row_is_answered_by(conn, contact, answers):
    freeze(conn, row(1, 1))
    write(conn, contact)
    assert (sheets.answered_people(conn, MONDAY) == {1}) is answers


def test_rows_that_never_came_back_are_those_of_each_persons_newest_sheet(conn):
    friday = date(2026, 11, 20)
    freeze(
        conn, row(1, 1, friday), row(2, 2, friday, "王小兰"), day=friday, made="2026-11-19T20:30:00"
    )
    freeze(conn, row(1, 1))
    assert [(r.person, r.for_date) for r in sheets.unreturned_rows(conn, TUESDAY)] == [
        (2, friday),
        (1, MONDAY),
    ]
    assert sheets.unreturned_rows(conn, friday) == []
    write(conn, called(person=2))
    assert [r.person for r in sheets.unreturned_rows(conn, TUESDAY)] == [1]


def test_renewing_withdraws_what_has_no_answer_and_keeps_the_numbers(conn):
    freeze(conn, row(1, 1), row(2, 2, name="王小兰"))
    write(conn, called(sheet=MONDAY, row=1))
    with operation(conn, "nightly", who="夜班", at=AT):
        assert [r.person for r in sheets.withdraw(conn, MONDAY)] == [1]
    assert [r.person for r in sheets.rows_on(conn, MONDAY)] == [1]
    assert sheets.last_row(conn, MONDAY) == 2
    assert [r.person for r in sheets.people_on_row(conn, MONDAY, 2)] == [2]


def test_sheets_are_found_by_the_digits_that_were_typed(conn):
    for day in (MONDAY, date(2025, 11, 23), TUESDAY):
        freeze(conn, day=day)
    assert sheets.sheet_days(conn, "1123") == [MONDAY, date(2025, 11, 23)]
    assert sheets.sheet_days(conn) == [TUESDAY, MONDAY, date(2025, 11, 23)]


def test_a_night_comes_back_and_the_newest_is_the_last(conn):
    night = Night(
        MONDAY, date(2026, 11, 20), "2026-11-20T20:30:00", ("回访名单.html",), "a.db", 3, ("一句",)
    )
    with operation(conn, "nightly", who="夜班", at=AT):
        sheets.note_night(conn, replace(night, for_date=date(2026, 11, 20)))
        sheets.note_night(conn, night)
    assert replace(sheets.last_night(conn), id=0) == night
    assert sheets.night_for(conn, TUESDAY) is None


# -- the history -------------------------------------------------------------


def test_a_contact_can_be_taken_back_and_a_sheet_is_paper_that_cannot(conn):
    freeze(conn, row(1, 1))
    write(conn, called(sheet=MONDAY, row=1))
    (last, *_) = history.undoable(conn)
    assert last.command == "回访"
    with operation(conn, "撤销", who="王芳", at=AT, undoes=last.id) as change:
        history.take_back(conn, last.id, change.id)
    assert contacts.contacts_by_person(conn) == {}
    assert len(sheets.rows_on(conn, MONDAY)) == 1
    assert "nightly" not in [op.command for op in history.operations(conn)]
