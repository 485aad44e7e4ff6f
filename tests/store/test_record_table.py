"""A dataclass makes its table, and comes back from it as it went in."""

import shutil
import sqlite3
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiuye_cli.core.course.bus import Bus
from jiuye_cli.core.course.claim import Claim, Stage
from jiuye_cli.core.course.event import Event, EventKind
from jiuye_cli.core.fields.value import Evidence, Grade
from jiuye_cli.errors import NotFoundError
from jiuye_cli.store.file import history
from jiuye_cli.store.file.connection import connect
from jiuye_cli.store.file.operation import operation
from jiuye_cli.store.people import write as people_write
from jiuye_cli.store.tables.claim import CLAIM
from jiuye_cli.store.tables.course import COURSE_TABLES
from jiuye_cli.store.tables.event import BUS, EVENT

TODAY = date(2026, 11, 21)
NOW = datetime.fromisoformat("2026-11-21T09:00")
FAIR = Event("春风行动", EventKind.FAIR, date(2026, 12, 5), place="镇上", firms=12)


@pytest.fixture
def conn(home):
    connection = connect(home / "jiuye.db")
    yield connection
    connection.close()


def writing(conn):
    return operation(conn, "试", who="王芳", at=NOW)


def a_person(conn):
    (number,) = people_write.next_case_numbers(conn)
    people_write.insert_person(
        conn,
        number,
        {"姓名": "王建国"},
        ("wangjianguo", "wjg"),
        Evidence(Grade.TOLD, "本人", TODAY),
    )
    return number


def test_every_record_of_the_course_has_a_strict_table_with_its_fields_as_columns(conn):
    for table in COURSE_TABLES:
        columns = [row[1] for row in conn.execute(f'PRAGMA table_info("{table.name}")')]
        assert columns == list(table.columns)
        (sql,) = conn.execute(
            "SELECT sql FROM sqlite_schema WHERE name = ?", (table.name,)
        ).fetchone()
        assert sql.rstrip().endswith("STRICT")


def test_a_row_about_one_person_names_the_person_so_that_their_history_and_deletion_find_it():
    about_nobody = {"claim_batch", "training_class", "welfare_post", "event", "bus", "project", "target",
                    "zero_watch", "arrival"}  # fmt: skip
    assert {t.name for t in COURSE_TABLES if "person" not in t.columns} == about_nobody


def test_what_is_not_known_stays_not_known(conn):
    with writing(conn):
        number = EVENT.insert(conn, FAIR)
    assert EVENT.get(conn, number) == replace(FAIR, id=number)
    assert EVENT.get(conn, number).seats is None


def test_a_change_touches_the_named_fields_only_and_stands_in_the_history(conn):
    with writing(conn):
        number = EVENT.insert(conn, FAIR)
    with writing(conn) as change:
        EVENT.update(conn, number, day=date(2026, 12, 6), online=True)
    assert EVENT.get(conn, number) == replace(FAIR, id=number, day=date(2026, 12, 6), online=True)
    (told,) = history.changes(conn, change.id)
    assert (told.table, told.before["day"], told.after["day"]) == (
        "event",
        "2026-12-05",
        "2026-12-06",
    )


def test_a_number_that_is_not_there_is_named_with_its_noun(conn):
    with pytest.raises(NotFoundError, match="没有 9 号活动。"):
        EVENT.get(conn, 9)


def test_a_row_that_is_taken_out_comes_back_with_undo(conn):
    with writing(conn):
        number = EVENT.insert(conn, FAIR)
    with writing(conn) as change:
        EVENT.delete(conn, number)
    with writing(conn) as undo:
        history.take_back(conn, change.id, undo.id)
    assert EVENT.where(conn, "day >= ?", TODAY) == [replace(FAIR, id=number)]


def test_a_bus_of_an_event_that_is_not_there_is_refused_by_the_database(conn):
    with pytest.raises(sqlite3.IntegrityError):
        conn.execute("INSERT INTO bus(event, name, seats, stops) VALUES (9, '1号车', 49, '[]')")


MONEY = (
    st.none()
    | st.integers(0, 99_999)
    | st.decimals(Decimal("0.01"), Decimal("99999.99"), places=2).filter(
        lambda d: d != d.to_integral_value()
    )
)
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
DAYS = st.dates(date(2016, 1, 1), date(2030, 1, 1))
CLAIMS = st.builds(
    Claim,
    person=st.just(1),
    policy=TEXT,
    started_on=DAYS,
    stage=st.sampled_from(Stage),
    item=st.dictionaries(TEXT, TEXT | st.integers(0, 99) | st.none(), max_size=3),
    deadline=st.none() | DAYS,
    amount=MONEY,
    amount_low=MONEY,
    amount_high=MONEY,
    pay=st.none() | st.sampled_from(["once", "monthly"]),
    months=st.none() | st.integers(0, 60),
    note=st.none() | TEXT,
)


@pytest.fixture(scope="module")
def shared(empty_village, tmp_path_factory):
    path = shutil.copy(empty_village / "jiuye.db", tmp_path_factory.mktemp("db"))
    connection = connect(Path(path))
    with writing(connection):
        a_person(connection)
    yield connection
    connection.close()


@given(CLAIMS)
def test_any_claim_comes_back_as_it_went_in(shared, claim):
    with writing(shared):
        number = CLAIM.insert(shared, claim)
    assert CLAIM.get(shared, number) == replace(claim, id=number)


@given(st.lists(TEXT, max_size=5))
def test_pick_up_points_keep_their_order(shared, stops):
    with writing(shared):
        event = EVENT.insert(shared, FAIR)
        number = BUS.insert(shared, Bus(event, "1号车", 49, stops=tuple(stops)))
    assert BUS.get(shared, number).stops == tuple(stops)
