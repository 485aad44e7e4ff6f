"""Parquet: the types are the catalogue's, whatever the rows hold; unknown and none stay apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from jiuye_cli.core.fields.catalogue import fact
from jiuye_cli.core.fields.field import Field
from jiuye_cli.core.fields.value import NONE, UNKNOWN, PartialSet, Value
from jiuye_cli.render.parquet import write_parquet

parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")

NAMES = (
    "姓名",
    "年龄",
    "最低月薪",
    "失业日期",
    "残疾人证",
    "意向工种",
    "人员类别",
    "证书",
    "就业状态",
)
FIELDS = (None, *(fact(name) for name in NAMES))
TYPES = {
    "档案号": "int64",
    "姓名": "string",
    "年龄": "int64",
    "最低月薪": "decimal128(14, 2)",
    "失业日期": "date32[day]",
    "残疾人证": "bool",
    "意向工种": "list<element: string>",
    "人员类别": "list<element: string>",
    "证书": "list<element: map<string, string ('element')>>",
    "就业状态": "string",
}


@dataclass(frozen=True)
class Rows:
    """What goes out."""

    rows: Sequence[Sequence[Value | None]]
    heads: Sequence[str] = ("档案号", *NAMES)
    fields: Sequence[Field | None] = FIELDS


KNOWN = (
    7, "单大寒", 51, Decimal("2200.5"), date(2026, 3, 1), True, frozenset({"电工", "保洁"}),
    PartialSet(frozenset({"低保"}), frozenset({"特困"})),
    ({"id": 3, "职业": "电工", "等级": "五级", "发证日期": date(2026, 1, 20)},), "登记失业",
)  # fmt: skip
ABSENT = (8, "李小满", *[UNKNOWN] * 8)
NOTHING = (9, "赵春分", NONE, NONE, NONE, NONE, NONE, PartialSet(frozenset(), frozenset({"低保"})), NONE, NONE)  # fmt: skip


@pytest.mark.parametrize("rows", [[], [ABSENT], [KNOWN, ABSENT, NOTHING]])
def test_a_column_has_the_type_of_its_field_whatever_is_known(
    tmp_path: Path, rows: list[tuple[Value, ...]]
) -> None:
    schema = parquet.read_schema(write_parquet(tmp_path / "x.parquet", Rows(rows)))
    assert {one.name: str(one.type) for one in schema} == TYPES
    assert [one.metadata[b"jiuye"].decode() for one in schema] == list(TYPES)


def test_what_is_not_known_is_null_and_what_is_known_to_be_none_is_not(tmp_path: Path) -> None:
    path = write_parquet(tmp_path / "x.parquet", Rows([KNOWN, ABSENT, NOTHING]))
    known, absent, nothing = (list(row.values()) for row in parquet.read_table(path).to_pylist())
    assert known == [
        7, "单大寒", 51, Decimal("2200.50"), date(2026, 3, 1), True, ["保洁", "电工"], ["低保"],
        [[("职业", "电工"), ("等级", "五级"), ("发证日期", "2026-01-20")]], "登记失业",
    ]  # fmt: skip
    assert absent == [8, "李小满", *[None] * 8]
    assert nothing == [9, "赵春分", None, None, None, None, [], None, [], "无"]
