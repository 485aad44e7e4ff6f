"""Posts and employers in the file: what goes in comes out, unknown stays unknown."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from invented_matches import POST_POOLS, facts

from jiuye_cli.core.fields.value import NONE, UNKNOWN, Evidence, Facts, Grade
from jiuye_cli.core.posts.post import Post
from jiuye_cli.core.referral.referral import Result
from jiuye_cli.errors import NotFoundError, RefusedError
from jiuye_cli.store.file import history
from jiuye_cli.store.file.connection import connect
from jiuye_cli.store.file.operation import operation
from jiuye_cli.store.people.write import insert_person
from jiuye_cli.store.posts import posts, referrals

DAY = date(2026, 11, 21)


@pytest.fixture
def conn(home: Path) -> Iterator[sqlite3.Connection]:
    """The database of an empty workspace, inside an open change."""
    connection = connect(home / "jiuye.db")
    with operation(connection, "试", who="王芳", at=datetime(2026, 11, 21, 9)):
        yield connection
    connection.close()


def firm(conn: sqlite3.Connection, name: str = "诚安物业", **values: Any) -> int:
    return posts.put_employer(conn, {"单位名称": name, **values}, DAY)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
@given(known=facts(POST_POOLS))
def test_what_is_known_and_known_to_be_none_comes_back_as_it_went_in(
    conn: sqlite3.Connection, known: Facts
) -> None:
    employer = posts.employer_numbers(conn).get("甲") or firm(conn, "甲")
    number = posts.put_post(conn, employer, known.values, DAY)
    assert posts.read_post(conn, number).facts.values == known.values


def test_a_value_can_become_none_and_unknown_again(conn: sqlite3.Connection) -> None:
    number = posts.put_post(conn, firm(conn), {"工种": "电工", "年龄上限": 50}, DAY)
    assert posts.update_post(conn, number, {"年龄上限": NONE, "工种": "电工"}) == ["年龄上限"]
    assert posts.read_post(conn, number).value("年龄上限") is NONE
    assert posts.update_post(conn, number, {"年龄上限": UNKNOWN}) == ["年龄上限"]
    assert posts.read_post(conn, number).value("年龄上限") is UNKNOWN


def test_an_employer_is_entered_once_however_its_name_is_written(conn: sqlite3.Connection) -> None:
    first = firm(conn, "鲁中电子有限公司")
    with pytest.raises(RefusedError, match=f"是 {first} 号单位"):
        firm(conn, "鲁中电子")
    assert posts.find_employer(conn, "鲁中电子").id == first
    assert posts.find_employer(conn, "中电").id == first


def test_a_post_is_found_by_number_name_and_firm_and_namesakes_are_listed(
    conn: sqlite3.Connection,
) -> None:
    one = posts.put_post(conn, firm(conn, "甲厂"), {"岗位名称": "电工"}, DAY)
    two = posts.put_post(conn, firm(conn, "乙厂"), {"岗位名称": "电工"}, DAY)
    for word in (str(one), f"岗{one}", f"{one}号岗", "甲厂/电工", "甲厂电工"):
        assert posts.find_post(conn, word, DAY).id == one
    with pytest.raises(NotFoundError, match="对得上好几个岗位"):
        posts.find_post(conn, "电工", DAY)
    posts.close_post(conn, two, DAY, "招满了")
    assert posts.find_post(conn, "电工", DAY).id == one
    with pytest.raises(NotFoundError, match="没有 99 号岗位"):
        posts.find_post(conn, "99", DAY)


def test_seats_are_counted_from_the_referrals(conn: sqlite3.Connection) -> None:
    insert_person(conn, 1, {"姓名": "赵守田"}, ("zhao", "z"), Evidence(Grade.TOLD, "试", DAY))
    number = posts.put_post(conn, firm(conn), {"工种": "电工", "人数": 2}, DAY)
    _, (one,) = referrals.put_batch(conn, 1, [posts.read_post(conn, number)], DAY, DAY, None)
    assert _seats(posts.read_post(conn, number)) == (2, 1)
    referrals.note_result(conn, one.id, result=Result.HIRED)
    assert _seats(posts.read_post(conn, number)) == (1, 0)


def _seats(post: Post) -> tuple[int, int]:
    return post.seats_left, post.waiting


def test_a_post_that_says_several_has_surely_one_seat(conn: sqlite3.Connection) -> None:
    number = posts.put_post(conn, firm(conn), {"工种": "电工"}, DAY)
    assert _seats(posts.read_post(conn, number)) == (1, 0)


def test_every_change_of_a_post_is_in_the_history(conn: sqlite3.Connection) -> None:
    number = posts.put_post(conn, firm(conn), {"工种": "电工"}, DAY)
    posts.close_post(conn, number, DAY, "不招了")
    told = [(one.table, one.before is None) for one in history.changes(conn, 1)]
    assert told == [("employer", True), ("post", True), ("post", False)]
