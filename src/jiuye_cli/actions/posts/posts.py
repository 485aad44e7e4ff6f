"""Posts and employers: entered, imported, confirmed, closed."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import blake2b

from jiuye_cli.core.callback.when import read_day
from jiuye_cli.core.fields.field import Field
from jiuye_cli.core.fields.post import POST, REGISTER
from jiuye_cli.core.fields.value import UNKNOWN, Value
from jiuye_cli.core.intake.header import Header
from jiuye_cli.core.intake.lines import Line
from jiuye_cli.core.intake.rows import CellProblem
from jiuye_cli.core.intake.values import read_value
from jiuye_cli.core.people.cell import Cell, cell_text
from jiuye_cli.core.posts.imported import PostImport
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
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.posts import posts

_WRITTEN = {one.name: one for one in WRITTEN_FIELDS}
_BY_ALIAS = {alias: one.name for one in WRITTEN_FIELDS for alias in one.aliases}
CHECKED, LAST_DAY = "核实日期", "截止日期"


def typed_post(words: Mapping[str, str], home: str, today: date) -> WrittenPost:
    """Typed `项=值` pairs as a post; its last day may be short (`截止日期=12-31`).

    Raises `UsageError` for a name that is none, `RefusedError` for a value.
    """
    cells = {_written_name(name): text for name, text in words.items()}
    if until := cells.get(LAST_DAY):
        cells[LAST_DAY] = _in_full(until, today)
    written = read_post(cells, home)
    if written.faults:
        raise RefusedError("；".join(f"{name}：{fault}" for name, fault in written.faults))
    for name, text in cells.items():
        if not text and name in POST_NAMES:
            written.values[name] = UNKNOWN
    return written


def _in_full(text: str, today: date) -> str:
    """A short day in full; a text that is none stays for the post's own reader (长期, 2026年12月)."""
    try:
        return read_day(text, today).isoformat()
    except UsageError:
        return text


POST_NAMES = frozenset(one.name for one in POST.fields)


def _written_name(name: str) -> str:
    found = name if name in _WRITTEN else _BY_ALIAS.get(name)
    if found is None:
        near = nearest(name, (*_WRITTEN, *_BY_ALIAS)) or "。"
        raise UsageError(f"岗位没有“{name}”这一项{near}可写：{'、'.join(_WRITTEN)}。")
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
    named = [(_employer_field(name), text) for name, text in words.items()]
    return {field.name: read_value(field, text, home) for field, text in named}


def _employer_field(name: str) -> Field:
    for one in REGISTER.fields:
        if name == one.name or name in one.aliases:
            return one
    known = [one.name for one in REGISTER.fields]
    near = nearest(name, known) or "。"
    raise UsageError(f"单位没有“{name}”这一项{near}可写：{'、'.join(known)}。")


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


def import_posts(
    change: Writing, header: Header, lines: Iterable[Line], home: str, day: date
) -> PostImport:
    """Enter the posts of a sheet. The same sheet twice changes nothing.

    A row is known again by what it says; one that says something new of the only
    open post of that employer, name, place and telephone changes that post.
    """
    return _Importing(change.conn, header, home, day).run(lines)


class _Importing:
    """One run over the rows of a sheet."""

    def __init__(self, conn: sqlite3.Connection, header: Header, home: str, day: date) -> None:
        self.conn, self.header, self.home, self.day = conn, header, home, day
        self.done = PostImport(mapping=header.mapping, unmapped=header.unmapped)
        self.marks = posts.marks(conn)
        self.before = [one for one in posts.read_posts(conn) if one.id in set(self.marks.values())]
        self.names = {one.id: one.name for one in posts.read_employers(conn)}
        self.seen: Counter[str] = Counter()

    def run(self, lines: Iterable[Line]) -> PostImport:
        """What every row did."""
        for line in lines:
            self.done.rows += 1
            self.done.outcomes[self.take(line)] += 1
        return self.done

    def take(self, line: Line) -> str:
        """One row's outcome."""
        cells = self.cells(line)
        written = read_post(cells, self.home)
        for name, fault in written.faults:
            self.done.problems.append(CellProblem(line.number, self.title(name), fault))
        missing = _lacking(written)
        if missing:
            self.done.problems.append(CellProblem(line.number, missing, "没有填，这一行没有录入"))
            return "refused"
        mark = self.mark(cells)
        return "same" if mark in self.marks else self.enter(written, mark)

    def cells(self, line: Line) -> dict[str, Cell]:
        """The cells of a row by the name of what they tell."""
        return {
            one.target.field.name: line.cells[one.place]
            for one in self.header.columns
            if one.target and one.place < len(line.cells)
        }

    def title(self, name: str) -> str:
        """The header over a column."""
        columns = self.header.columns
        return next((c.title for c in columns if c.target and c.target.field.name == name), name)

    def mark(self, cells: Mapping[str, Cell]) -> str:
        """What a row is known by again: all it says, and which of several alike it is."""
        text = "\x1f".join(f"{name}={cell_text(cell)}" for name, cell in sorted(cells.items()))
        key = blake2b(text.encode(), digest_size=12).hexdigest()
        self.seen[key] += 1
        return f"{key}-{self.seen[key]}"

    def enter(self, written: WrittenPost, mark: str) -> str:
        """Write a row that is not known yet."""
        employer = _employer_of(self.conn, written, self.day)
        known = self.names.setdefault(employer, written.employer)
        if known != written.employer:
            self.done.taken_as[written.employer] = known
        values = {CHECKED: self.day, **written.values}
        twin = self.twin(employer, written)
        if twin is None:
            posts.put_post(self.conn, employer, values, self.day, mark)
            return "new"
        self.before.remove(twin)
        posts.update_post(self.conn, twin.id, values, mark)
        return "updated"

    def twin(self, employer: int, written: WrittenPost) -> Post | None:
        """The one open post that a changed row speaks of: same employer, name, place and telephone."""
        if any(name not in written.values for name in SAME):
            return None
        found = [
            one
            for one in self.before
            if one.employer == employer
            and one.is_open(self.day)
            and all(one.value(name) == written.values[name] for name in SAME)
        ]
        return found[0] if len(found) == 1 else None


SAME = ("岗位名称", "工作地点", "联系电话")


def _lacking(written: WrittenPost) -> str:
    if not written.employer:
        return EMPLOYER_NAME
    return "" if "工种" in written.values else "岗位名称"
