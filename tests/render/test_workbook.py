"""Workbooks hold text and numbers, never a formula."""

from __future__ import annotations

import re
import stat
import sys
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from render.hostile import hostile_names
from render.samples import call_sheet

from jiuye_cli.errors import RefusedError
from jiuye_cli.render.workbooks.workbook import Cells, WorkSheet, write_call_sheet, write_workbook


def parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name).decode("utf-8") for name in book.namelist()}


def formulas(path: Path) -> list[str]:
    return [name for name, text in parts(path).items() if re.search(r"<f[ >]|<hyperlink", text)]


def test_the_call_sheet_can_be_filled_in_on_screen(tmp_path: Path) -> None:
    sheet = call_sheet(2)
    path = write_call_sheet(tmp_path / "名单.xlsx", sheet)
    book = CalamineWorkbook.from_path(path)
    assert book.sheet_names == ["回访名单", "名单编号"]
    assert book.get_sheet_by_name("名单编号").to_python() == [["名单", "1123"]]
    assert book.get_sheet_by_name("回访名单").to_python() == [
        ["回访名单 示例村 2026年11月23日 名单1123", *[""] * 12],
        [
            "行号",
            "姓名",
            "组",
            "电话",
            "事由",
            "要问",
            "结果",
            "方式",
            "就业",
            "意愿",
            "需求",
            "备注",
            "下次日期",
        ],
        [
            *("1123-01c", "王广军", "2组", "19900000001", "满一个月没有回访"),
            "家里现在有几口人有活干？ +18,000元\n失业保险一共交了多少个月？ +1,500元",
            *[""] * 7,
        ],
        [
            "1123-02d",
            "张广军",
            "3组",
            "19900000002",
            "约好的：问问面试怎么样；技能提升补贴申领期限还剩9天",
            *[""] * 8,
        ],
    ]
    xml = parts(path)["xl/worksheets/sheet1.xml"]
    assert re.findall(r'sqref="(\w+:\w+)"><formula1>"(.*?)"', xml) == [
        ("G3:G4", "接通,无人接,关机,停机/空号,拒接,非本人"),
        ("H3:H4", "电话,微信,上门"),
        ("I3:I4", "在岗,离岗,未就业,务农"),
        ("J3:J4", "有,无"),
        ("K3:K4", "岗位,培训,政策,其他"),
    ]
    assert re.search('<pageSetup paperSize="9" [^>]*orientation="landscape"', xml)
    assert 'state="frozen"' in xml
    assert 'state="veryHidden"' in parts(path)["xl/workbook.xml"]
    assert "名单 1123" in xml


def test_the_same_sheet_twice_is_the_same_file(tmp_path: Path) -> None:
    first = write_call_sheet(tmp_path / "a.xlsx", call_sheet(12)).read_bytes()
    assert write_call_sheet(tmp_path / "b.xlsx", call_sheet(12)).read_bytes() == first


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    names = [
        *hostile_names(300, seed=3),
        "=1+1",
        "@x",
        "+1",
        "-1",
        "http://example.com",
        "{=1}",
        "=" * 300,
    ]
    path = write_workbook(
        tmp_path / "x.xlsx", [WorkSheet("名[册]*", ("姓名",), [[name] for name in names])]
    )
    assert formulas(path) == []
    cells = [row[0] for row in CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()]
    assert cells[-7:] == ["=1+1", "@x", "+1", "-1", "http://example.com", "{=1}", "=" * 300]


def test_identity_numbers_stay_text_and_amounts_numbers(tmp_path: Path) -> None:
    row = ["999999197001010019", "06350000000", Decimal("1500.5"), 3, True, None]
    columns = (Cells("身份证号", 20), "电话", "金额", "人数", "在岗", "备注")
    path = write_workbook(tmp_path / "x.xlsx", [WorkSheet("名册", columns, [row])])
    assert CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1] == (
        ["999999197001010019", "06350000000", 1500.5, 3, "是", ""]
    )


def test_many_rows_go_through_a_file_and_leave_none_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jiuye_cli.render.workbooks.workbook.SPILL_AT", 10)
    rows = [[f"第{n}行", n] for n in range(50)]
    path = write_workbook(tmp_path / "x.xlsx", [WorkSheet("名册", ("行", "数"), rows)])
    assert CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1:] == rows
    assert [one.name for one in tmp_path.iterdir()] == ["x.xlsx"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no mode bits")
def test_a_workbook_is_its_owners_alone(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "日期" / "x.xlsx", [WorkSheet("名册", ("姓名",), [])])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_place_that_cannot_be_written_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "是文件").write_text("x")
    with pytest.raises(RefusedError, match="写不了"):
        write_workbook(tmp_path / "是文件" / "x.xlsx", [])
