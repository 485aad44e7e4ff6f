"""The check-up of file, backups and people, and the mends that cannot do harm."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from jiuye_cli.core.finding import Finding
from jiuye_cli.core.people.doubts import doubts
from jiuye_cli.errors import DatabaseError
from jiuye_cli.store.file.backup import age_days, back_up, copies, verify_copy
from jiuye_cli.store.file.connection import connect
from jiuye_cli.store.file.health import faults, strayed
from jiuye_cli.store.file.history import create_triggers
from jiuye_cli.store.people.people import read_people

if TYPE_CHECKING:
    from jiuye_cli.workspace import Workspace

OLD_BACKUP_DAYS = 3


def examine(conn: sqlite3.Connection, place: Workspace, today: date) -> list[Finding]:
    """Everything found in the database, its backups, its privacy and its people."""
    return [*_database(conn), *_backups(place, today), *_privacy(place), *_people(conn, today)]


def _database(conn: sqlite3.Connection) -> Iterator[Finding]:
    for fault in faults(conn):
        yield Finding("坏损", "jiuye.db", fault, "用 jiuye restore 从最近的备份恢复")
    for name in strayed(conn):
        yield Finding(
            "结构",
            "jiuye.db",
            f"台账的结构（{name}）和程序要的不一样",
            "jiuye doctor --fix 修一修；还报就用 jiuye restore 从备份恢复",
        )


def _backups(place: Workspace, today: date) -> Iterator[Finding]:
    age = age_days(place.backups, today)
    if age is None:
        yield Finding(
            "备份", "backup", "还没有备份过", "运行 jiuye backup，或 jiuye schedule 每晚自动备份"
        )
    elif age > OLD_BACKUP_DAYS:
        yield Finding(
            "备份", "backup", f"最近一次备份是 {age} 天前", "运行 jiuye backup；看看夜班是不是停了"
        )
    for copy in copies(place.backups)[-3:]:
        try:
            if copy.path.suffix != ".age":
                verify_copy(copy.path)
        except DatabaseError as error:
            yield Finding(
                "备份", f"backup/{copy.path.name}", str(error), "删掉这一份，再运行 jiuye backup"
            )


def _privacy(place: Workspace) -> Iterator[Finding]:
    if os.name == "nt":
        return
    for path in (place.home, place.database, place.backups):
        if path.exists() and path.stat().st_mode & 0o077:
            yield Finding("权限", path.name, "别的用户也能看", "jiuye doctor --fix 改成只有您能看")


def _people(conn: sqlite3.Connection, today: date) -> Iterator[Finding]:
    for one in doubts(list(read_people(conn, today)), today):
        yield Finding(
            f"疑点·{one.code}",
            "、".join(f"{number} 号" for number in one.people),
            one.message,
            one.fix,
        )


def mend(place: Workspace, findings: Sequence[Finding], at: datetime) -> list[str]:
    """Mend what can be mended without a question; what was done, a line each."""
    codes = {finding.code for finding in findings}
    done = []
    if "权限" in codes:
        for path in (place.home, place.backups):
            path.chmod(0o700)
        place.database.chmod(0o600)
        done.append("文件改成只有您能看")
    if "结构" in codes:
        conn = connect(place.database)
        conn.execute("BEGIN IMMEDIATE")
        create_triggers(conn)
        conn.execute("COMMIT")
        conn.close()
        done.append("改动记录的机关重做了")
    if "备份" in codes and "坏损" not in codes:
        done.append(f"备份了一份 {back_up(place.database, place.backups, at).path.name}")
    return done
