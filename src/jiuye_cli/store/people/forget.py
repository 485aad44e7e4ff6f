"""Erase a person: rows, past and name in the told commands (《个人信息保护法》第四十七条)."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jiuye_cli.store.file.history import told_tables
from jiuye_cli.store.file.operation import Writing

ERASED = "（已删除）"
NOTED = "erased"
"""What stands for a table in the one line of the history that says a file was erased."""
NAMED_BY_OTHERS = (("welfare_helped", "neighbour"),)
"""Rows in which someone else's file names a person: the table, and the column with the case number."""


def erase(change: Writing, number: int, name: str) -> int:
    """Delete every row about one person and the images of those rows; how many rows went.

    Cannot be undone: the operation that stays names only the case number. With
    `secure_delete` on, the freed bytes are overwritten.
    """
    conn = change.conn
    conn.execute("PRAGMA defer_foreign_keys=ON")
    homes = _homes_of_nobody_else(conn, number)
    _silence_commands(conn, number, name)
    gone = sum(_clear(conn, table, number) for table in told_tables(conn) if table != "person")
    gone += sum(_unname(conn, table, column, number) for table, column in NAMED_BY_OTHERS)
    gone += conn.execute("DELETE FROM person WHERE id = ?", (number,)).rowcount
    gone += sum(_empty_home(conn, home) for home in homes)
    gone += _blank_paper(conn, number)
    conn.execute("DELETE FROM change WHERE person = ?", (number,))
    conn.execute("UPDATE operation SET undoes = id WHERE id = ?", (change.id,))
    _note(conn, change.id, number)
    return gone


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that is somebody else's and still holds the name: its table, row, and person if any."""

    table: str
    key: int
    person: int | None


def mentions(conn: sqlite3.Connection, name: str) -> list[Mention]:
    """Where an erased person's name is still written, in notes of others, posts, employers.

    Nothing is said of a name that someone on file still bears. What is written in
    other people's files is theirs, and is not changed behind their back.
    """
    if _is_borne(conn, name):
        return []
    return [one for table in told_tables(conn) for one in _written_in(conn, table, name)]


def erased_numbers(conn: sqlite3.Connection) -> list[int]:
    """The case numbers of everyone who was erased, in their order."""
    rows = conn.execute('SELECT DISTINCT "key" FROM change WHERE "table" = ? ORDER BY 1', (NOTED,))
    return [row[0] for row in rows]


def _written_in(conn: sqlite3.Connection, table: str, name: str) -> Iterator[Mention]:
    shape = conn.execute(f'PRAGMA table_info("{table}")').fetchall()
    told = [f'instr("{row[1]}", :name)' for row in shape if row[2] == "TEXT"]
    owner = "id" if table == "person" else "person" if "person" in {r[1] for r in shape} else "NULL"
    if told:
        rows = conn.execute(
            f'SELECT id, {owner} FROM "{table}" WHERE {" OR ".join(told)} ORDER BY id',
            {"name": name},
        )
        yield from (Mention(table, row[0], row[1]) for row in rows)


def _silence_commands(conn: sqlite3.Connection, number: int, name: str) -> None:
    """Take the name out of the commands told; of those about nobody else only the verb stays."""
    touched = "SELECT operation FROM change WHERE person = :number"
    alone = (
        f"SELECT operation FROM change WHERE operation IN ({touched}) GROUP BY operation "
        "HAVING count(*) = sum(person IS :number)"
    )
    told = {"number": number, "name": name, "erased": ERASED}
    conn.execute(
        "UPDATE operation SET command = substr(command, 1, instr(command || ' ', ' ')) || :erased "
        f"WHERE id IN ({alone})",
        told,
    )
    conn.execute(
        f"UPDATE operation SET command = replace(command, :name, :erased) WHERE id IN ({touched})",
        told,
    )
    if not _is_borne(conn, name, but=number):
        _silence_others(conn, name)


def _silence_others(conn: sqlite3.Connection, name: str) -> None:
    """Take a name that nobody else bears out of every command and every look."""
    word = re.compile(rf"(?<![^\s、=＝]){re.escape(name)}(?![^\s、])")
    for number, command in conn.execute(
        "SELECT id, command FROM operation WHERE instr(command, ?)", (name,)
    ).fetchall():
        conn.execute(
            "UPDATE operation SET command = ? WHERE id = ?", (word.sub(ERASED, command), number)
        )
    conn.execute(
        "UPDATE look SET purpose = replace(purpose, ?1, ?2), what = replace(what, ?1, ?2) "
        "WHERE instr(purpose || what, ?1)",
        (name, ERASED),
    )


def _is_borne(conn: sqlite3.Connection, name: str, *, but: int = 0) -> bool:
    """Whether somebody on file, other than one person, bears a name."""
    row = conn.execute("SELECT 1 FROM person WHERE 姓名 = ? AND id != ? LIMIT 1", (name, but))
    return row.fetchone() is not None


def _homes_of_nobody_else(conn: sqlite3.Connection, number: int) -> Sequence[int]:
    """The households that this person alone belongs to, now or by anything an undo can bring back."""
    rows = conn.execute(
        """WITH told(person, before, after) AS (
            SELECT c.person, c.before, c.after FROM change c JOIN operation o ON o.id = c.operation
            WHERE c."table" = 'person' AND (c.person = :number OR o.undone_by IS NULL AND o.undoes IS NULL)
        ), ever(person, home) AS (
            SELECT id, household FROM person
            UNION SELECT person, json_extract(before, '$.household') FROM told
            UNION SELECT person, json_extract(after, '$.household') FROM told
        ) SELECT home FROM ever WHERE home IS NOT NULL GROUP BY home
        HAVING min(person) = :number AND max(person) = :number""",
        {"number": number},
    )
    return [row[0] for row in rows]


def _empty_home(conn: sqlite3.Connection, home: int) -> int:
    """Delete a household that nobody is left in, with its past."""
    gone = conn.execute("DELETE FROM zero_watch WHERE household = ?", (home,)).rowcount
    gone += conn.execute("DELETE FROM evidence WHERE household = ?", (home,)).rowcount
    gone += conn.execute("DELETE FROM household WHERE id = ?", (home,)).rowcount
    conn.execute('DELETE FROM change WHERE "table" = \'household\' AND "key" = ?', (home,))
    conn.execute(
        "DELETE FROM change WHERE \"table\" IN ('evidence', 'zero_watch') "
        "AND json_extract(coalesce(before, after), '$.household') = ?",
        (home,),
    )
    return gone


def _blank_paper(conn: sqlite3.Connection, number: int) -> int:
    """Empty the rows of sheets that named the person; their numbers are never given out again."""
    return conn.execute(
        "UPDATE sheet_row SET withdrawn = 1, name = ?, group_name = NULL, phones = ?, address = NULL, "
        "last = NULL, reasons = ?, parts = ?, ask = ?, place = '', wish = NULL, advice = NULL, "
        "cover = NULL WHERE person = ?",
        (ERASED, *([json.dumps([])] * 4), number),
    ).rowcount


def _clear(conn: sqlite3.Connection, table: str, number: int) -> int:
    columns = {row[1] for row in conn.execute(f'PRAGMA table_info("{table}")')}
    if "person" not in columns:
        return 0
    return conn.execute(f'DELETE FROM "{table}" WHERE person = ?', (number,)).rowcount


def _unname(conn: sqlite3.Connection, table: str, column: str, number: int) -> int:
    """Take a person out of other people's rows, and out of what the history holds of these."""
    gone = conn.execute(f'DELETE FROM "{table}" WHERE "{column}" = ?', (number,)).rowcount
    conn.execute(
        f"DELETE FROM change WHERE \"table\" = ? AND ? IN (json_extract(before, '$.{column}'), "
        f"json_extract(after, '$.{column}'))",
        (table, number),
    )
    return gone


def _note(conn: sqlite3.Connection, operation: int, number: int) -> None:
    """That a file was erased stays in the history; what was in it does not."""
    conn.execute(
        'INSERT INTO change(operation, "table", "key", before, after) VALUES (?, ?, ?, NULL, NULL)',
        (operation, NOTED, number),
    )
