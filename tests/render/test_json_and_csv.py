"""What scripts and spreadsheets read."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiuye_cli.core.fields.value import NONE, UNKNOWN, Grade, PartialSet
from jiuye_cli.render.csv_ import csv_text
from jiuye_cli.render.json_ import dumps


@dataclass(frozen=True, slots=True)
class Row:
    id: int
    name: str
    ask: tuple[str, ...]


def test_values_of_every_kind_are_written_one_way() -> None:
    value = {
        "b": Row(7, "李广军", ("零就业家庭？",)),
        "a": [Decimal("1500.00"), Decimal("0.1"), 3, 1.5, True, None],
        "on": date(2026, 11, 21),
        "grade": Grade.TOLD,
        "不能": frozenset({"夜班", "登高"}),
        "类别": PartialSet(frozenset({"低保"}), frozenset({"特困"})),
        "证书": NONE,
        "年龄": UNKNOWN,
    }
    assert dumps(value, indent=None) == (
        '{"b": {"id": 7, "name": "李广军", "ask": ["零就业家庭？"]}, "a": [1500, 0.1, 3, 1.5, true, null], '
        '"on": "2026-11-21", "grade": "told", "不能": ["夜班", "登高"], '
        '"类别": {"yes": ["低保"], "no": ["特困"]}, "证书": "无", "年龄": null}'
    )


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_comes_back_from_json_and_nothing_in_it_is_live(text: str) -> None:
    written = dumps({"name": text})
    assert json.loads(written)["name"] == text.encode("utf-16", "surrogatepass").decode(
        "utf-16", "surrogatepass"
    )
    assert not any(0x7F <= ord(char) <= 0x9F or char in "\u202e\u200b\x1b" for char in written)
    written.encode("utf-8")


def test_what_json_cannot_say_is_a_fault_of_ours() -> None:
    with pytest.raises(TypeError, match="object cannot be written as JSON"):
        dumps({"x": object()})


def test_csv_opens_in_a_spreadsheet_with_its_text_whole() -> None:
    rows = [
        ["张三", "999999197001010019", Decimal("1500.50"), date(2026, 11, 21), True, UNKNOWN],
        ["=cmd|' /C calc'!A0", "06350000000", 3, None, False, NONE],
        ['李"四', "19900000001", -2, "一行\n两行", frozenset({"夜班", "登高"}), "a,b"],
    ]
    assert csv_text(["姓名", "号", "钱", "日期", "是否", "其他"], rows) == (
        "\ufeff姓名,号,钱,日期,是否,其他\r\n"
        "张三,'999999197001010019,1500.5,2026-11-21,是,\r\n"
        "'=cmd|' /C calc'!A0,'06350000000,3,,否,无\r\n"
        '"李""四",19900000001,-2,一行 两行,夜班、登高,"a,b"\r\n'
    )


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=5))
def test_no_cell_of_a_csv_starts_a_formula(rows: list[list[str]]) -> None:
    cells = [
        cell for line in csv.reader(io.StringIO(csv_text(["甲", "乙"], rows)[1:])) for cell in line
    ]
    assert [cell for cell in cells if cell.lstrip()[:1] in "=+-@＝＋－＠" and cell.strip()] == []
