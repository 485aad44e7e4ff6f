"""A backup is not done until it has been opened; a damaged one is never put back."""

from __future__ import annotations

import os
import random
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from jiuye_cli.actions.safe.make_workspace import make_workspace
from jiuye_cli.actions.safe.restore import restore_copy
from jiuye_cli.core.fields.value import Evidence, Grade
from jiuye_cli.errors import DatabaseError, JiuyeError, NotFoundError, RefusedError
from jiuye_cli.store.file.backup import KEPT, age_days, back_up, copies, verify_copy
from jiuye_cli.store.file.connection import connect
from jiuye_cli.store.file.operation import operation
from jiuye_cli.store.file.seal import seal
from jiuye_cli.store.people.write import insert_person, next_case_numbers
from jiuye_cli.workspace import Workspace

AT = datetime(2026, 11, 2, 21, 0)


@pytest.fixture
def place(home: Path) -> Workspace:
    return Workspace(home)


def add(place: Workspace, name: str) -> None:
    conn = connect(place.database)
    with operation(conn, "建档", who="王芳", at=AT):
        insert_person(
            conn,
            next_case_numbers(conn)[0],
            {"姓名": name},
            ("", ""),
            Evidence(Grade.TOLD, "电话", AT.date()),
        )
    conn.close()


def names(place: Workspace) -> list[str]:
    conn = connect(place.database)
    try:
        return [row[0] for row in conn.execute("SELECT 姓名 FROM person ORDER BY id")]
    finally:
        conn.close()


def test_restore_brings_back_the_day_and_keeps_the_day_after(place: Workspace) -> None:
    add(place, "李小满")
    copy = back_up(place.database, place.backups, AT)
    add(place, "王大寒")
    kept = restore_copy(place, copy.path, AT, None).kept
    assert names(place) == ["李小满"]
    assert kept is not None
    restore_copy(place, kept, AT, None)
    assert names(place) == ["李小满", "王大寒"]


def test_a_lost_or_damaged_file_comes_back_from_its_copy(place: Workspace) -> None:
    add(place, "李小满")
    copy = back_up(place.database, place.backups, AT)
    place.database.write_bytes(place.database.read_bytes()[:5000])
    restore_copy(place, copy.path, AT, None)
    assert names(place) == ["李小满"]
    place.database.unlink()
    restore_copy(place, copy.path, AT, None)
    assert names(place) == ["李小满"]


def check_damage(place: Workspace, rounds: int) -> None:
    add(place, "李小满")
    copy = back_up(place.database, place.backups, AT)
    whole = copy.path.read_bytes()
    dice = random.Random(7)
    for _ in range(rounds):
        broken = bytearray(whole)
        at = dice.randrange(len(broken))
        broken[at] ^= 1 << dice.randrange(8)
        copy.path.write_bytes(broken)
        with pytest.raises(JiuyeError):
            verify_copy(copy.path)


def test_any_flipped_bit_in_a_copy_is_noticed(place: Workspace) -> None:
    check_damage(place, 100)


@pytest.mark.prove
def test_two_thousand_damaged_copies_are_all_noticed(place: Workspace) -> None:
    check_damage(place, 2000)


def test_old_copies_go_by_number_whatever_the_clock_says(place: Workspace) -> None:
    for year in (2026, 2099, 2000, 2026):
        back_up(place.database, place.backups, datetime(year, 1, 1), keep=3)
    assert [copy.day.year for copy in copies(place.backups)] == [2099, 2000, 2026]
    assert age_days(place.backups, datetime(2026, 1, 5).date()) == 4


def test_a_failed_backup_leaves_the_earlier_ones(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(place.database, place.backups, AT)

    def broken(*_: object) -> None:
        raise DatabaseError("没有通过检查")

    monkeypatch.setattr("jiuye_cli.store.file.backup.verify", broken)
    with pytest.raises(DatabaseError):
        back_up(place.database, place.backups, AT)
    assert [path.name for path in place.backups.iterdir()] == [copies(place.backups)[0].path.name]


def test_a_sealed_copy_opens_with_its_passphrase_alone(place: Workspace) -> None:
    add(place, "李小满")
    sealed = seal(back_up(place.database, place.backups, AT).path, "correct horse battery")
    assert "李小满".encode() not in sealed.read_bytes()
    add(place, "王大寒")
    with pytest.raises(RefusedError, match="口令不对"):
        restore_copy(place, sealed, AT, "wrong horse battery")
    assert names(place) == ["李小满", "王大寒"]
    restore_copy(place, sealed, AT, "correct horse battery")
    assert names(place) == ["李小满"]
    assert not list(place.backups.glob("*.part"))


def test_a_short_passphrase_is_refused(place: Workspace) -> None:
    with pytest.raises(RefusedError, match="口令至少 12 个字符"):
        seal(back_up(place.database, place.backups, AT).path, "short")


def test_copies_are_private(place: Workspace) -> None:
    copy = back_up(place.database, place.backups, AT)
    assert copy.path.stat().st_mode & 0o077 == 0


def test_a_copy_taken_while_someone_writes_is_whole(place: Workspace) -> None:
    writer = connect(place.database)
    with operation(writer, "建档", who="王芳", at=AT):
        insert_person(
            writer,
            next_case_numbers(writer)[0],
            {"姓名": "王大寒"},
            ("", ""),
            Evidence(Grade.TOLD, "电话", AT.date()),
        )
        copy = back_up(place.database, place.backups, AT)
    assert sqlite3.connect(copy.path).execute("SELECT count(*) FROM person").fetchone() == (0,)


def test_the_oldest_copy_can_be_restored_too(place: Workspace) -> None:
    add(place, "李小满")
    oldest = back_up(place.database, place.backups, AT)
    add(place, "王大寒")
    for _ in range(KEPT - 1):
        back_up(place.database, place.backups, AT)
    restore_copy(place, oldest.path, AT, None)
    assert names(place) == ["李小满"]
    assert oldest.path.exists()


def test_what_a_killed_backup_left_is_taken_away_once_nobody_writes_to_it(
    place: Workspace,
) -> None:
    place.backups.mkdir(exist_ok=True)
    dead, alive = place.backups / ".jiuye-1.part", place.backups / ".jiuye-2.part"
    for part in (dead, alive):
        part.write_text("李小满")
    os.utime(dead, (0, 0))
    back_up(place.database, place.backups, AT)
    assert (dead.exists(), alive.exists()) == (False, True)


def test_a_busy_machine_is_not_taken_for_a_wrong_passphrase(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """age times the machine first, and refuses when it happens to be slow."""
    import pyrage

    copy = back_up(place.database, place.backups, AT)
    whole, told = copy.path.read_bytes(), []

    def slow(sealed: bytes, _: str) -> bytes:
        told.append(sealed)
        if len(told) < busy:
            raise pyrage.DecryptError("Excessive work parameter for passphrase.")
        return whole

    monkeypatch.setattr("time.sleep", lambda _: None)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", slow)
    busy = 3
    sealed = seal(copy.path, "correct horse battery")
    assert sealed.exists()
    busy = 99
    with pytest.raises(RefusedError, match="口令对不对还不知道"):
        restore_copy(place, sealed, AT, "correct horse battery")


def emptied(place: Workspace) -> None:
    conn = connect(place.database)
    with operation(conn, "清空", who="王芳", at=AT):
        conn.execute("DELETE FROM evidence")
        conn.execute("DELETE FROM person")
    conn.close()


def test_the_last_copy_of_a_village_that_was_lost_is_never_turned_out(place: Workspace) -> None:
    add(place, "李小满")
    back_up(place.database, place.backups, AT, keep=3)
    add(place, "王大寒")
    full = back_up(place.database, place.backups, AT, keep=3)
    emptied(place)
    for _ in range(6):
        back_up(place.database, place.backups, AT, keep=3)
    assert [copy.number for copy in copies(place.backups)] == [full.number, 6, 7, 8]
    add(place, "单小寒")
    back_up(place.database, place.backups, AT, keep=3)
    assert [copy.number for copy in copies(place.backups)] == [7, 8, 9], (
        "two is not far more than one"
    )


def test_a_lost_register_is_not_replaced_by_an_empty_one(place: Workspace) -> None:
    add(place, "李小满")
    copy = back_up(place.database, place.backups, AT)
    place.database.unlink()
    with pytest.raises(RefusedError, match=f"像是台账丢了。先恢复：jiuye restore {copy.path.name}"):
        make_workspace(place, "柳树屯", "")
    with pytest.raises(NotFoundError, match="用 jiuye restore 恢复，不要新建"):
        connect(place.database)
    assert not place.database.exists()
