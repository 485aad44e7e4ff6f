"""What every command needs first: the workspace, today, an open database."""

from __future__ import annotations

import getpass
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from typing import TYPE_CHECKING

from jiuye_cli.errors import UsageError
from jiuye_cli.workspace import Workspace, locate

if TYPE_CHECKING:
    from jiuye_cli.core.settings import Settings
    from jiuye_cli.store.file.operation import Writing

LATEST = 2099
"""The last year a day may be told in; calendars end before it."""

_HOME: ContextVar[str | None] = ContextVar("home", default=None)
_CHANGED: ContextVar[bool] = ContextVar("changed", default=False)


def choose_home(home: str | None) -> None:
    """Remember what `--home` said for the command that runs; rules read are kept in that workspace."""
    from jiuye_cli.files.kept import keep_in

    _HOME.set(home)
    _CHANGED.set(False)
    place = workspace()
    keep_in(place.read_rules if place.home.is_dir() else None)


def has_changed() -> bool:
    """Whether the command that runs has already written into the database."""
    return _CHANGED.get()


def home_chosen() -> bool:
    """Whether `--home` or JIUYE_HOME said where to work."""
    return bool(_HOME.get() or os.environ.get("JIUYE_HOME"))


def workspace() -> Workspace:
    """The workspace this command works in; it need not exist yet."""
    return locate(_HOME.get())


def today() -> date:
    """The local day, or JIUYE_TODAY for tests and replays."""
    told = os.environ.get("JIUYE_TODAY")
    if not told:
        return datetime.now().astimezone().date()
    try:
        day = date.fromisoformat(told)
    except ValueError:
        day = None
    # fromisoformat also takes 20261121 and 2026-W47-6, which the contract does not promise
    if day is None or day.isoformat() != told or not 2000 <= day.year <= LATEST:
        raise UsageError(f"JIUYE_TODAY 要写成 2026-11-21 这样，现在是“{told}”。")
    return day


def now() -> datetime:
    """The local moment on `today`, without a zone: what the history writes."""
    clock = datetime.now().astimezone().replace(tzinfo=None)
    if not os.environ.get("JIUYE_TODAY"):
        return clock  # day and time from one look: midnight may fall between two
    return datetime.combine(today(), clock.time())


def user() -> str:
    """Who is at the desk: JIUYE_USER, else the name the system knows."""
    try:
        return os.environ.get("JIUYE_USER") or getpass.getuser()
    except (OSError, KeyError):
        return "本机"


def settings() -> Settings:
    """What 设置.yaml says; the defaults where there is none."""
    from jiuye_cli.files.settings import read_settings

    return read_settings(workspace().settings)


@contextmanager
def reading() -> Iterator[sqlite3.Connection]:
    """The database, open for looking only; one consistent view until the block ends."""
    from jiuye_cli.store.file.connection import connect, sentences

    _up_to_date()
    conn = connect(workspace().database, read_only=True)
    try:
        with sentences(workspace().database):
            conn.execute("BEGIN")
            yield conn
            conn.execute("COMMIT")
    finally:
        conn.close()


@contextmanager
def writing(command: str) -> Iterator[Writing]:
    """One change: a transaction and a group in the history, named by the words of the command."""
    from jiuye_cli.store.file.connection import connect
    from jiuye_cli.store.file.operation import operation

    _up_to_date()
    conn = connect(workspace().database)
    try:
        with operation(conn, command, who=user(), at=now()) as change:
            _mind_the_clock(change)
            yield change
        _CHANGED.set(True)
    finally:
        conn.close()


def _mind_the_clock(change: Writing) -> None:
    """Say when the day lies before the last command's: the clock of an old PC falls back by years."""
    from jiuye_cli.store.file.history import last_told

    last = last_told(change.conn, change.id)[:10]
    if last > change.at.date().isoformat():
        from jiuye_cli.cli.complaints import say

        say(
            f"电脑的日期是 {change.at:%Y-%m-%d}，比台账里上一次记的（{last}）还早。"
            "先看看电脑的时间；不对就 jiuye undo，校好再记。"
        )


def note_look(what: str, columns: str, people: int, purpose: str = "") -> int:
    """Log that unmasked data was shown, printed or handed out; the look's number."""
    from jiuye_cli.store.file.connection import connect
    from jiuye_cli.store.file.looks import note

    conn = connect(workspace().database)
    try:
        return note(
            conn, at=now(), who=user(), what=what, columns=columns, people=people, purpose=purpose
        )
    finally:
        conn.close()


def learn_own_fields() -> None:
    """Take the workspace's own fields into the catalogue; none where there is no 字段.yaml."""
    from jiuye_cli.core.fields.catalogue import declare_own, own_fields

    path = workspace().own_fields
    if path.is_file():
        from jiuye_cli.files.own_fields import read_own_fields

        declare_own(read_own_fields(path))
    elif own_fields():
        declare_own(())


def _up_to_date() -> None:
    """Bring an older file to today's schema, after a copy of it has been put aside."""
    from jiuye_cli.store.file.connection import SCHEMA_VERSION, header_version

    place = workspace()
    if header_version(place.database) == SCHEMA_VERSION:
        return
    from jiuye_cli.store.file.backup import back_up
    from jiuye_cli.store.file.schema import upgrade

    back_up(place.database, place.backups, now())
    upgrade(place.database)


def interactive() -> bool:
    """Whether a person is there to answer: both ends are a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def confirm(question: str, *, yes: bool) -> None:
    """Ask for a yes, or take `--yes`; without either, refuse and change nothing."""
    from jiuye_cli.errors import RefusedError

    if yes:
        return
    if not interactive():
        raise RefusedError(f"{question}要确认才能做：加 --yes 再来一次。什么都没有动。")
    import typer

    if not typer.confirm(question, default=False):
        raise RefusedError("没有确认，什么都没有动。")
