"""People by their numbers or by words for them, as lists of the course name them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping

from jiuye_cli.core.people.card import Card
from jiuye_cli.store.people.find import who


def cards(conn: sqlite3.Connection, people: Iterable[int]) -> Mapping[int, Card]:
    """Number, name, group and phone tail of each of the people, by case number."""
    rows = conn.execute(
        "SELECT p.id, p.姓名 AS name, p.组 AS grp, "
        "(SELECT substr(号码, -4) FROM phone WHERE phone.person = p.id ORDER BY id LIMIT 1) AS tail "
        "FROM person p WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.id",
        (json.dumps(list(people)),),
    )
    return {row["id"]: Card(*row) for row in rows}


def everyone_named(conn: sqlite3.Connection, words: Iterable[str]) -> list[int]:
    """The case numbers that the words mean, each once, in the order given.

    Raises `NotFoundError` as `who` does, for the first word that fits nobody or several.
    """
    return list(dict.fromkeys(who(conn, word).id for word in words))


def phones(conn: sqlite3.Connection, people: Iterable[int]) -> Mapping[int, str]:
    """The first working number of each of the people who have one."""
    rows = conn.execute(
        "SELECT person, 号码 FROM phone WHERE person IN (SELECT value FROM json_each(?)) "
        "AND (状态 IS NULL OR 状态 = '可用') ORDER BY id DESC",
        (json.dumps(list(people)),),
    )
    return {row[0]: row[1] for row in rows}


def people_with(conn: sqlite3.Connection, table: str, condition: str, *values: object) -> list[int]:
    """The case numbers that occur in the rows of a table that fit an SQL condition, in order."""
    rows = conn.execute(
        f'SELECT DISTINCT person FROM "{table}" WHERE {condition} ORDER BY person', values
    )
    return [row[0] for row in rows]
