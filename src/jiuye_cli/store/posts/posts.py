"""Employers and posts: rows ↔ values, with how far each post is filled."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from jiuye_cli.core.fields.field import Entity
from jiuye_cli.core.fields.post import POST, REGISTER
from jiuye_cli.core.fields.value import NONE, Facts, Value
from jiuye_cli.core.posts.post import Employer, Post
from jiuye_cli.core.posts.spelling import employer_key
from jiuye_cli.errors import NotFoundError, RefusedError
from jiuye_cli.store.file.codec import loaded, stored
from jiuye_cli.store.tables.posts import KNOWN_NONE

_POSTS = """
SELECT p.*, e.单位名称 AS employer_name, e.代聘 AS is_held,
       (SELECT count(*) FROM referral r WHERE r.post = p.id AND r.result = 'hired') AS hired,
       (SELECT count(*) FROM referral r WHERE r.post = p.id
         AND r.result IN ('offered', 'accepted', 'interview')) AS waiting
FROM post p JOIN employer e ON e.id = p.employer WHERE {where} ORDER BY p.id
"""
_EMPLOYERS = """
SELECT e.*, (SELECT max(day) FROM employer_call c WHERE c.employer = e.id AND c.reached) AS rung_on
FROM employer e WHERE {where} ORDER BY e.id
"""
MOST_CANDIDATES = 8


def read_posts(conn: sqlite3.Connection, ids: Sequence[int] | None = None) -> list[Post]:
    """Posts, open and closed, in order of their numbers: all, or those of `ids`."""
    where, args = ("1", ()) if ids is None else (f"p.id IN ({_marks(ids)})", tuple(ids))
    return [_post(row) for row in conn.execute(_POSTS.format(where=where), args)]


def read_post(conn: sqlite3.Connection, number: int) -> Post:
    """One post; `NotFoundError` if there is no such number."""
    found = read_posts(conn, [number])
    if not found:
        raise NotFoundError(f"没有 {number} 号岗位。jiuye job list 看有哪些。")
    return found[0]


def find_post(conn: sqlite3.Connection, word: str, today: date) -> Post:
    """The one post a word means: its number (12, 岗12, 12号岗), its name, or 单位/岗位; open ones first.

    Raises `NotFoundError` with at most 8 candidates when none or several fit.
    """
    number = _number(word.strip().lstrip("#＃岗").removesuffix("岗").removesuffix("号"))
    if number is not None:
        return read_post(conn, number)
    found = [one for one in read_posts(conn) if _is_called(one, word.strip())]
    open_ones = [one for one in found if one.is_open(today)]
    if len(open_ones) == 1 or len(found) == 1:
        return (open_ones or found)[0]
    if not found:
        raise NotFoundError(f"没有叫“{word}”的岗位。jiuye job list 看有哪些，用岗位号最准。")
    listed = (open_ones or found)[:MOST_CANDIDATES]
    lines = "\n".join(f"  {one.id} 号 {one.employer_name} {one.name}" for one in listed)
    raise NotFoundError(f"“{word}”对得上好几个岗位，请用岗位号再说一次：\n{lines}")


def _number(word: str) -> int | None:
    """The number a word is, if it is one that a row can have."""
    return int(word) if word.isascii() and word.isdigit() and len(word) < 10 else None


def _is_called(post: Post, word: str) -> bool:
    firm, slash, name = word.partition("/")
    if slash:
        return firm in post.employer_name and name == post.name
    return word in (
        post.name,
        f"{post.employer_name}{post.name}",
        f"{post.employer_name} {post.name}",
    )


def put_post(
    conn: sqlite3.Connection,
    employer: int,
    values: Mapping[str, Value],
    day: date,
    mark: str | None = None,
) -> int:
    """Enter a post; its number. `mark` is what a row of a workbook is known by again."""
    cells = {
        **_cells(POST, values), KNOWN_NONE: _none_of(values), "employer": employer,
        "mark": mark, "created_on": day.isoformat(),
    }  # fmt: skip
    return _insert(conn, "post", cells)


def update_post(
    conn: sqlite3.Connection, number: int, values: Mapping[str, Value], mark: str | None = None
) -> list[str]:
    """Change what differs of a post; the names of the fields that did. `UNKNOWN` empties a field."""
    before = read_post(conn, number)
    changed = {name: value for name, value in values.items() if before.value(name) != value}
    cells = {**_cells(POST, changed), KNOWN_NONE: _none_of({**before.facts.values, **changed})}
    if mark is not None:
        cells["mark"] = mark
    _update(conn, "post", number, cells)
    return list(changed)


def close_post(conn: sqlite3.Connection, number: int, on: date, why: str) -> None:
    """Close a post; it keeps its number and what became of its referrals."""
    _update(conn, "post", number, {"closed_on": on.isoformat(), "closed_why": why})


def reopen_post(conn: sqlite3.Connection, number: int) -> None:
    """Open a closed post again."""
    _update(conn, "post", number, {"closed_on": None, "closed_why": None})


def marks(conn: sqlite3.Connection) -> dict[str, int]:
    """The numbers of the posts that came from workbooks, by the mark of their row."""
    return dict(conn.execute("SELECT mark, id FROM post WHERE mark IS NOT NULL").fetchall())


def read_employers(conn: sqlite3.Connection, ids: Sequence[int] | None = None) -> list[Employer]:
    """Employers in order of their numbers: all, or those of `ids`."""
    where, args = ("1", ()) if ids is None else (f"e.id IN ({_marks(ids)})", tuple(ids))
    return [_employer(row) for row in conn.execute(_EMPLOYERS.format(where=where), args)]


def find_employer(conn: sqlite3.Connection, word: str) -> Employer:
    """The one employer a number, a name or a part of a name means; `NotFoundError` with candidates."""
    bare = word.strip().lstrip("#＃")
    everyone = read_employers(conn)
    found = [one for one in everyone if one.id == _number(bare)]
    found = found or [one for one in everyone if employer_key(one.name) == employer_key(word)]
    found = found or [one for one in everyone if bare and bare in one.name]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFoundError(f"没有叫“{word}”的单位。jiuye employer list 看有哪些。")
    lines = "\n".join(f"  {one.id} 号 {one.name}" for one in found[:MOST_CANDIDATES])
    raise NotFoundError(f"“{word}”对得上好几家单位，请用单位号再说一次：\n{lines}")


def employer_numbers(conn: sqlite3.Connection) -> dict[str, int]:
    """The numbers of all employers by the key of their names."""
    return dict(conn.execute("SELECT name_key, id FROM employer").fetchall())


def put_employer(conn: sqlite3.Connection, values: Mapping[str, Value], day: date) -> int:
    """Enter an employer; its number. `RefusedError` when there is one of that name already."""
    name = str(values["单位名称"])
    known = employer_numbers(conn).get(employer_key(name))
    if known is not None:
        raise RefusedError(
            f"“{name}”已经登记过了，是 {known} 号单位。改它用 jiuye employer set {known} …"
        )
    cells = {
        **_cells(REGISTER, values), KNOWN_NONE: _none_of(values),
        "name_key": employer_key(name), "created_on": day.isoformat(),
    }  # fmt: skip
    return _insert(conn, "employer", cells)


def update_employer(
    conn: sqlite3.Connection, number: int, values: Mapping[str, Value]
) -> list[str]:
    """Change what differs of an employer; the names of the fields that did."""
    before = read_employers(conn, [number])[0]
    changed = {name: value for name, value in values.items() if before.facts.value(name) != value}
    cells = {**_cells(REGISTER, changed), KNOWN_NONE: _none_of({**before.facts.values, **changed})}
    if "单位名称" in changed:
        cells["name_key"] = employer_key(str(changed["单位名称"]))
    _update(conn, "employer", number, cells)
    return list(changed)


def _post(row: sqlite3.Row) -> Post:
    return Post(
        id=row["id"],
        employer=row["employer"],
        employer_name=row["employer_name"],
        is_held=bool(row["is_held"]),
        facts=_facts(POST, row),
        hired=row["hired"],
        waiting=row["waiting"],
        closed_on=date.fromisoformat(row["closed_on"]) if row["closed_on"] else None,
        closed_why=row["closed_why"] or "",
    )


def _employer(row: sqlite3.Row) -> Employer:
    rung_on = date.fromisoformat(row["rung_on"]) if row["rung_on"] else None
    return Employer(row["id"], row["单位名称"], _facts(REGISTER, row), rung_on)


def _facts(entity: Entity, row: sqlite3.Row) -> Facts:
    values: dict[str, Value] = dict.fromkeys(json.loads(row[KNOWN_NONE] or "[]"), NONE)
    for field in entity.columns:
        if row[field.name] is not None:
            values[field.name] = loaded(field, row[field.name])
    return Facts(values)


def _cells(entity: Entity, values: Mapping[str, Value]) -> dict[str, Any]:
    return {f.name: stored(f, values[f.name]) for f in entity.columns if f.name in values}


def _none_of(values: Mapping[str, Value]) -> str:
    names = sorted(name for name, value in values.items() if value is NONE)
    return json.dumps(names, ensure_ascii=False)


def _insert(conn: sqlite3.Connection, table: str, cells: Mapping[str, Any]) -> int:
    names = ", ".join(f'"{name}"' for name in cells)
    done = conn.execute(
        f"INSERT INTO {table}({names}) VALUES ({_marks(cells)})", tuple(cells.values())
    )
    return int(done.lastrowid or 0)


def _update(conn: sqlite3.Connection, table: str, number: int, cells: Mapping[str, Any]) -> None:
    names = ", ".join(f'"{name}" = ?' for name in cells)
    conn.execute(f"UPDATE {table} SET {names} WHERE id = ?", (*cells.values(), number))


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)
