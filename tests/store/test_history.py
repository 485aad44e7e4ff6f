"""Every command is one group in the history, and undo restores every table exactly."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiuye_cli.actions.safe.undo import preview, take_back
from jiuye_cli.core.fields.value import NONE, UNKNOWN, Evidence, Grade, PartialSet, Value
from jiuye_cli.errors import RefusedError
from jiuye_cli.store.file import history
from jiuye_cli.store.file.connection import connect
from jiuye_cli.store.file.operation import operation
from jiuye_cli.store.people.people import read_person
from jiuye_cli.store.people.write import (
    close_person,
    insert_person,
    next_case_numbers,
    update_person,
)

AT = datetime(2026, 11, 2, 9, 0)
TOLD = Evidence(Grade.TOLD, "电话", AT.date())
TODAY = date(2026, 11, 21)


@pytest.fixture
def conn(empty_village: Path, tmp_path: Path) -> sqlite3.Connection:
    return opened(empty_village, tmp_path / "jiuye.db")


def opened(empty_village: Path, path: Path) -> sqlite3.Connection:
    """A copy of the empty file; what a lost disk would lose is proved in tests/safety, not here."""
    shutil.copy(empty_village / "jiuye.db", path)
    conn = connect(path)
    conn.execute("PRAGMA synchronous=OFF")
    return conn


def add(conn: sqlite3.Connection, **values: Value) -> int:
    with operation(conn, "建档", who="王芳", at=AT):
        number = next_case_numbers(conn)[0]
        insert_person(conn, number, {"姓名": "李小满", **values}, ("lixiaoman", "lxm"), TOLD)
    return number


def change(conn: sqlite3.Connection, number: int, values: dict[str, Value]) -> None:
    with operation(conn, "改", who="王芳", at=AT):
        update_person(conn, number, values, TOLD)


def undo(conn: sqlite3.Connection, count: int = 1) -> None:
    steps = preview(conn, count)
    with operation(conn, f"撤销 {count} 次", who="王芳", at=AT) as writing:
        take_back(writing, steps)


def everything(conn: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that has a past."""
    return {
        table: [tuple(row) for row in conn.execute(f'SELECT * FROM "{table}" ORDER BY id')]
        for table in history.told_tables(conn)
    }


def test_undo_takes_back_the_whole_command_and_nothing_else(conn: sqlite3.Connection) -> None:
    number = add(conn, 文化程度="初中")
    before = everything(conn)
    change(conn, number, {"文化程度": "高中", "电话": ({"号码": "19900001234"},), "家庭人口": 3})
    undo(conn)
    assert everything(conn) == before


def test_a_command_that_changes_nothing_leaves_no_trace(conn: sqlite3.Connection) -> None:
    number = add(conn, 文化程度="初中")
    told = history.operations(conn)
    change(conn, number, {"文化程度": "初中"})
    assert history.operations(conn) == told


def test_undo_is_refused_when_there_is_nothing_left(conn: sqlite3.Connection) -> None:
    add(conn)
    undo(conn)
    with pytest.raises(RefusedError, match="没有可以撤销的操作了"):
        undo(conn)


def test_a_case_number_taken_back_is_never_given_out_again(conn: sqlite3.Connection) -> None:
    first = add(conn)
    undo(conn)
    assert add(conn) == first + 1


def test_a_command_that_fails_leaves_the_file_as_it_was(conn: sqlite3.Connection) -> None:
    number = add(conn)
    before = everything(conn)
    with pytest.raises(RuntimeError), operation(conn, "改", who="王芳", at=AT):
        update_person(conn, number, {"文化程度": "高中"}, TOLD)
        raise RuntimeError("the lights went out")
    assert everything(conn) == before
    assert not conn.in_transaction


def test_two_people_cannot_share_an_identity_number(conn: sqlite3.Connection) -> None:
    add(conn, 身份证号="999999197506267715")
    before = everything(conn)
    with pytest.raises(Exception, match="台账读写出错"):
        add(conn, 身份证号="999999197506267715")
    assert everything(conn) == before


WORDS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=8)
PHONES = st.lists(
    st.fixed_dictionaries({"号码": st.sampled_from(["19900000001", "19900000002", "19900000003"])}),
    max_size=3,
)
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "组": st.one_of(WORDS, st.just(UNKNOWN)),
        "备注": WORDS,
        "文化程度": st.sampled_from(["初中", "高中", NONE, UNKNOWN]),
        "最低月薪": st.one_of(st.integers(0, 99999), st.just(UNKNOWN)),
        "出生日期": st.dates(date(1950, 1, 1), date(2010, 1, 1)),
        "健康状况": st.frozensets(st.sampled_from(["健康", "残疾"]), max_size=2),
        "人员类别": st.one_of(
            st.frozensets(st.sampled_from(["低保", "特困"])),
            st.builds(PartialSet, st.frozensets(st.just("低保")), st.frozensets(st.just("特困"))),
        ),
        "电话": PHONES.map(tuple),
        "家庭人口": st.one_of(st.integers(1, 9), st.just(NONE)),
    },
)
HISTORIES = st.lists(
    st.one_of(st.tuples(st.just("改"), CHANGES), st.just(("建档", {})), st.just(("注销", {}))),
    max_size=12,
)


def play(conn: sqlite3.Connection, step: str, values: dict[str, Value]) -> None:
    last = conn.execute("SELECT max(id) FROM person").fetchone()[0]
    if step == "建档" or last is None:
        add(conn)
    elif step == "改":
        change(conn, last, values)
    else:
        with operation(conn, "注销", who="王芳", at=AT):
            close_person(conn, last, TODAY, "迁出")


def check_history(
    empty_village: Path, tmp_path: Path, steps: list[tuple[str, dict[str, Value]]]
) -> None:
    conn = opened(empty_village, tmp_path / "history.db")
    states = [everything(conn)]
    for step, values in steps:
        before = len(history.undoable(conn))
        play(conn, step, values)
        if len(history.undoable(conn)) > before:
            states.append(everything(conn))
    assert everything(conn) == states[-1]
    for state in reversed(states[:-1]):
        undo(conn)
        assert everything(conn) == state
    conn.close()


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(HISTORIES)
def test_undoing_step_by_step_walks_back_through_every_state(
    empty_village: Path, tmp_path: Path, steps: list[tuple[str, dict[str, Value]]]
) -> None:
    check_history(empty_village, tmp_path, steps)


@pytest.mark.prove
@settings(
    max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(HISTORIES)
def test_a_thousand_histories_undo_exactly(
    empty_village: Path, tmp_path: Path, steps: list[tuple[str, dict[str, Value]]]
) -> None:
    check_history(empty_village, tmp_path, steps)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(HISTORIES, st.integers(1, 4))
def test_undoing_many_at_once_is_undoing_one_by_one(
    empty_village: Path, tmp_path: Path, steps: list[tuple[str, dict[str, Value]]], count: int
) -> None:
    states: list[object] = []
    for name, turns in (("a.db", [count]), ("b.db", [1] * count)):
        conn = opened(empty_village, tmp_path / name)
        for step, values in steps:
            play(conn, step, values)
        if len(history.undoable(conn)) < count:
            return
        for turn in turns:
            undo(conn, turn)
        states.append(everything(conn))
        conn.close()
    assert states[0] == states[1]


def test_what_is_stored_is_what_is_read(conn: sqlite3.Connection) -> None:
    values: dict[str, Value] = {
        "姓名": "李小满", "出生日期": date(1970, 6, 1), "健康状况": frozenset({"残疾", "长期慢性病"}), "在校": False,
        "最低月薪": 2500, "培训意愿": NONE, "失业保险缴费月数": 36, "家庭人口": 2, "低保金额": NONE,
        "人员类别": PartialSet(frozenset({"低保"}), frozenset({"残疾人"})),
        "证书": ({"职业": "电工", "等级": "五级", "id": 1},),
    }  # fmt: skip
    number = add(
        conn,
        **{k: v for k, v in values.items() if k != "证书"},
        证书=({"职业": "电工", "等级": "五级"},),
    )
    facts = read_person(conn, number, TODAY).facts
    assert {name: facts.value(name) for name in values} == values
    assert facts.value("文化程度") is UNKNOWN
    assert facts.grade("最低月薪") is Grade.TOLD
    assert facts.grade("人员类别") is None


@pytest.mark.parametrize(("day", "known"), [("2026-06-30", True), ("2026-07-01", False)])
def test_a_category_holds_through_its_last_day(
    conn: sqlite3.Connection, day: str, known: bool
) -> None:
    number = add(conn, 人员类别=frozenset({"低保"}))
    conn.execute("UPDATE category SET 止 = '2026-06-30'")
    facts = read_person(conn, number, date.fromisoformat(day)).facts
    assert facts.value("人员类别") == (frozenset({"低保"}) if known else frozenset())


def test_the_file_as_known_then_comes_from_the_history_alone(conn: sqlite3.Connection) -> None:
    from jiuye_cli.store.people.as_of import read_person_as_of

    number = add(conn, 文化程度="初中", 家庭人口=2, 电话=({"号码": "19900001234"},))
    then = read_person(conn, number, AT.date())
    with operation(conn, "改", who="王芳", at=datetime(2026, 11, 3, 8)):
        update_person(conn, number, {"文化程度": "高中", "家庭人口": 3, "电话": ()}, TOLD)
    assert read_person_as_of(conn, number, AT.date()) == then
    assert read_person_as_of(conn, number, date(2026, 11, 3)) == read_person(
        conn, number, date(2026, 11, 3)
    )
    with pytest.raises(Exception, match="2026-11-01 那天还没有 1 号档案"):
        read_person_as_of(conn, number, date(2026, 11, 1))
