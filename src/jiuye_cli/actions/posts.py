"""Posts and employers: entered, imported, confirmed, closed."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b

from jiuye_cli.core.fields.field import Field
from jiuye_cli.core.fields.post import POST, REGISTER
from jiuye_cli.core.fields.value import UNKNOWN, Value
from jiuye_cli.core.intake.header import Header
from jiuye_cli.core.intake.lines import Line
from jiuye_cli.core.intake.rows import CellProblem
from jiuye_cli.core.intake.values import read_value
from jiuye_cli.core.people.cell import Cell, cell_text
from jiuye_cli.core.posts.post import Employer, Post
from jiuye_cli.core.posts.spelling import (
    EMPLOYER_NAME,
    WRITTEN_FIELDS,
    WrittenPost,
    employer_key,
    read_post,
)
from jiuye_cli.core.rules.node import nearest
from jiuye_cli.errors import RefusedError, UsageError
from jiuye_cli.store import posts
from jiuye_cli.store.operation import Writing

_WRITTEN = {one.name: one for one in WRITTEN_FIELDS}
_BY_ALIAS = {alias: one.name for one in WRITTEN_FIELDS for alias in one.aliases}
CHECKED = "核实日期"


def typed_post(words: Mapping[str, str], home: str) -> WrittenPost:
    """Typed `项=值` pairs as a post; `UsageError` for a name that is none, `RefusedError` for a value."""
    cells = {_written_name(name): text for name, text in words.items()}
    written = read_post(cells, home)
    if written.faults:
        raise RefusedError("；".join(f"{name}：{fault}" for name, fault in written.faults))
    for name, text in cells.items():
        if not text and name in POST_NAMES:
            written.values[name] = UNKNOWN
    return written


POST_NAMES = frozenset(one.name for one in POST.fields)


def _written_name(name: str) -> str:
    found = name if name in _WRITTEN else _BY_ALIAS.get(name)
    if found is None:
        known = [one.name for one in WRITTEN_FIELDS]
        raise UsageError(f"岗位没有“{name}”这一项{nearest(name, known)}可写：{'、'.join(known)}。")
    return found


def add_post(change: Writing, written: WrittenPost, day: date) -> Post:
    """Enter a post; its employer is entered with it where it is new."""
    if not written.employer:
        raise RefusedError("岗位要有单位：单位=诚安物业 岗位名称=电工。")
    if "工种" not in written.values:
        raise RefusedError("岗位要有名称：岗位名称=电工。")
    employer = _employer_of(change.conn, written, day)
    number = posts.put_post(change.conn, employer, {CHECKED: day, **written.values}, day)
    return posts.read_post(change.conn, number)


def _employer_of(conn: sqlite3.Connection, written: WrittenPost, day: date) -> int:
    """The employer's number; a new one is entered with the contact the post names."""
    known = posts.employer_numbers(conn).get(employer_key(written.employer))
    if known is not None:
        return known
    card: dict[str, Value] = {"单位名称": written.employer, "单位类型": written.employer_type}
    card |= {name: written.values.get(name, UNKNOWN) for name in ("联系人", "联系电话")}
    return posts.put_employer(conn, card, day)


def confirm_post(
    change: Writing, word: str, written: WrittenPost, day: date
) -> tuple[Post, list[str]]:
    """Note that an employer confirmed a post today, with what changed; a closed post opens again."""
    post = posts.find_post(change.conn, word, day)
    if post.closed_on is not None:
        posts.reopen_post(change.conn, post.id)
    changed = posts.update_post(change.conn, post.id, {**written.values, CHECKED: day})
    return posts.read_post(change.conn, post.id), [name for name in changed if name != CHECKED]


def end_post(change: Writing, word: str, day: date, why: str) -> Post:
    """Close a post; `RefusedError` when it is closed already."""
    post = posts.find_post(change.conn, word, day)
    if post.closed_on is not None:
        raise RefusedError(f"{post.id} 号岗位 {post.closed_on} 已经停招了。")
    posts.close_post(change.conn, post.id, day, why)
    return post


def typed_employer(words: Mapping[str, str], home: str) -> dict[str, Value]:
    """Typed `项=值` pairs as an employer's values; an empty text makes a value unknown."""
    named = {_employer_field(name): text for name, text in words.items()}
    return {field.name: read_value(field, text, home) for field, text in named.items()}


def _employer_field(name: str) -> Field:
    for one in REGISTER.fields:
        if name == one.name or name in one.aliases:
            return one
    known = [one.name for one in REGISTER.fields]
    raise UsageError(f"单位没有“{name}”这一项{nearest(name, known)}可写：{'、'.join(known)}。")


def add_employer(change: Writing, values: Mapping[str, Value], day: date) -> Employer:
    """Enter an employer."""
    number = posts.put_employer(change.conn, values, day)
    return posts.read_employers(change.conn, [number])[0]


def change_employer(
    change: Writing, word: str, values: Mapping[str, Value]
) -> tuple[Employer, list[str]]:
    """Change an employer; it, and the names of what changed."""
    employer = posts.find_employer(change.conn, word)
    changed = posts.update_employer(change.conn, employer.id, values)
    return posts.read_employers(change.conn, [employer.id])[0], changed


@dataclass(slots=True)
class PostImport:
    """What a workbook of posts did, row by row."""

    rows: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    problems: list[CellProblem] = field(default_factory=list)
    mapping: Mapping[str, str] = field(default_factory=dict)
    unmapped: Sequence[str] = ()


def import_posts(
    change: Writing, header: Header, lines: Iterable[Line], home: str, day: date
) -> PostImport:
    """Enter the posts of a sheet. The same sheet twice changes nothing.

    A row is known again by what it says; one that says something new of the only
    open post of that employer, name, place and telephone changes that post.
    """
    done = PostImport(mapping=header.mapping, unmapped=header.unmapped)
    seen: Counter[str] = Counter()
    known = posts.marks(change.conn)
    for line in lines:
        done.rows += 1
        written = read_post(_cells_of(header, line), home)
        done.problems += [
            CellProblem(line.number, _title(header, name), fault) for name, fault in written.faults
        ]
        missing = _lacking(written)
        if missing:
            done.problems.append(CellProblem(line.number, missing, f"没有{missing}，没有录入"))
            done.outcomes["refused"] += 1
            continue
        mark = _mark(header, line, seen)
        done.outcomes["same" if mark in known else _enter(change, written, mark, known, day)] += 1
    return done


def _cells_of(header: Header, line: Line) -> dict[str, Cell]:
    return {
        one.target.field.name: line.cells[one.place]
        for one in header.columns
        if one.target and one.place < len(line.cells)
    }


def _title(header: Header, name: str) -> str:
    return next((c.title for c in header.columns if c.target and c.target.field.name == name), name)


def _lacking(written: WrittenPost) -> str:
    if not written.employer:
        return EMPLOYER_NAME
    return "" if "工种" in written.values else "岗位名称"


def _mark(header: Header, line: Line, seen: Counter[str]) -> str:
    """What a row is known by again: all it says, and which of several alike it is."""
    text = "\x1f".join(
        f"{name}={cell_text(cell)}" for name, cell in sorted(_cells_of(header, line).items())
    )
    key = blake2b(text.encode(), digest_size=12).hexdigest()
    seen[key] += 1
    return f"{key}-{seen[key]}"


def _enter(
    change: Writing, written: WrittenPost, mark: str, known: Mapping[str, int], day: date
) -> str:
    employer = _employer_of(change.conn, written, day)
    values = {CHECKED: day, **written.values}
    twin = _twin(change.conn, employer, written, frozenset(known.values()), day)
    if twin is not None:
        posts.update_post(change.conn, twin.id, values, mark)
        return "updated"
    posts.put_post(change.conn, employer, values, day, mark)
    return "new"


def _twin(
    conn: sqlite3.Connection,
    employer: int,
    written: WrittenPost,
    imported: frozenset[int],
    day: date,
) -> Post | None:
    """The one open post that a changed row speaks of: same employer, name, place and telephone."""
    same = ("岗位名称", "工作地点", "联系电话")
    if any(name not in written.values for name in same):
        return None
    found = [
        one
        for one in posts.read_posts(conn, sorted(imported))
        if one.employer == employer
        and one.is_open(day)
        and all(one.value(name) == written.values[name] for name in same)
    ]
    return found[0] if len(found) == 1 else None
