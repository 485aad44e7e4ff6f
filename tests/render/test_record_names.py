"""Every table and column that the history can show has a Chinese name; nothing private is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from jiuye_cli.render.people.history import INTERNAL, TABLE_NAMES
from jiuye_cli.render.people.record_names import cell_text, column_name
from jiuye_cli.store.file import history
from jiuye_cli.store.file.connection import connect
from jiuye_cli.store.file.schema import create


@pytest.fixture
def shape(tmp_path: Path) -> dict[str, list[str]]:
    create(tmp_path / "jiuye.db")
    conn = connect(tmp_path / "jiuye.db")
    return {
        table: [row[1] for row in conn.execute(f'PRAGMA table_info("{table}")')]
        for table in history.told_tables(conn)
    }


def test_every_table_is_called_something(shape: dict[str, list[str]]) -> None:
    assert [table for table in shape if table not in TABLE_NAMES] == []


def test_every_column_that_is_shown_has_a_chinese_name(shape: dict[str, list[str]]) -> None:
    english = [
        f"{table}.{column}"
        for table, columns in shape.items()
        for column in columns
        if TABLE_NAMES.get(table)
        and column not in INTERNAL
        and column_name(table, column).isascii()
    ]
    assert english == []


def test_what_was_said_in_comfort_and_numbers_are_only_dots() -> None:
    assert cell_text("service", "note", "怕年纪大没人要") == "●"
    assert cell_text("responsible", "phone", "19900001111") == "●"


def test_lists_and_what_a_claim_is_for_read_as_words() -> None:
    assert cell_text("bus", "stops", '["村口", "镇政府"]') == "村口、镇政府"
    assert cell_text("claim", "item", '{"职业": "电工", "等级": "五级"}') == "电工 五级"
