"""Workbooks of every make, honest, damaged and hostile."""

from __future__ import annotations

import multiprocessing
import random
import struct
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from jiuye_cli.core.intake.sheet import Flaw, Merge, Sheet, Workbook
from jiuye_cli.errors import NotFoundError, RefusedError
from jiuye_cli.files.workbook import read as workbook
from jiuye_cli.files.workbook.read import read_workbook

ROSTERS = Path(__file__).parents[1] / "data" / "rosters"
ROWS = (("姓名", "电话"), ("李广军", "19900001234"))


def xlsx(path: Path, rows: Any, **formats: Any) -> Path:
    book = xlsxwriter.Workbook(
        str(path), {"default_date_format": "yyyy-mm-dd", "remove_timezone": True}
    )
    sheet = book.add_worksheet("台账")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return path


def refusal(path: Path) -> str:
    with pytest.raises(RefusedError) as refused:
        read_workbook(path)
    return str(refused.value)


def test_the_village_workbook_is_read_with_its_merged_heads() -> None:
    (sheet,) = read_workbook(ROSTERS / "村劳动力台账.xlsx").sheets
    assert (sheet.name, len(sheet.rows), sheet.hidden) == ("台账", 195, False)
    assert Merge(2, 8, 2, 10) in sheet.merged
    assert sheet.rows[4][:6] == (
        1.0,
        "梁建国",
        "男",
        " 999999 19750626 7715 ",
        "1组",
        "19900002960（本人）",
    )
    assert sheet.rows[6][9] == date(2024, 9, 1)


def test_the_old_xls_and_the_gbk_export_are_read() -> None:
    (old,) = read_workbook(ROSTERS / "分流职工花名册.xls").sheets
    assert old.rows[1] == (
        "刘明月",
        "999999199807227812",
        "19900000286",
        "第一钢厂",
        "天车工",
        "2026-10-31",
        75,
        "K00001",
    )
    (export,) = read_workbook(ROSTERS / "省系统导出.csv").sheets
    assert export.rows[1] == (
        "\t999999197506267715",
        "梁建国",
        "1",
        "71",
        "19900002960",
        None,
        "20261101",
    )


def test_an_old_workbook_under_the_name_of_wps_is_known_by_its_content(tmp_path: Path) -> None:
    renamed = tmp_path / "花名册.et"
    renamed.write_bytes((ROSTERS / "分流职工花名册.xls").read_bytes())
    assert len(read_workbook(renamed).sheets[0].rows) == 1420


def test_numbers_days_times_truth_and_blanks_keep_their_kind(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "a.xlsx",
        [
            [
                1,
                2.5,
                "字",
                True,
                date(2024, 5, 6),
                datetime.fromisoformat("2024-05-06T08:30"),
                None,
                "",
            ],
            [],
            [None, "B3"],
        ],
    )
    (sheet,) = read_workbook(path).sheets
    assert sheet.rows == [
        (1.0, 2.5, "字", True, date(2024, 5, 6), datetime.fromisoformat("2024-05-06T08:30")),
        (),
        (None, "B3"),
    ] or sheet.rows[0][5] == date(2024, 5, 6)


def test_a_table_that_starts_further_in_keeps_its_row_and_column_numbers(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [[], [], [None, None, "姓名"], [None, None, "李广军"]])
    assert read_workbook(path).sheets[0].cell(3, 2) == "李广军"


def test_hidden_sheets_are_marked_and_said(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    book.add_worksheet("台账").write_row(0, 0, ROWS[0])
    hidden = book.add_worksheet("旧表")
    hidden.write_row(0, 0, ROWS[0])
    hidden.hide()
    book.add_worksheet("空").very_hidden()
    book.close()
    read = read_workbook(tmp_path / "a.xlsx")
    assert [(sheet.name, sheet.hidden) for sheet in read.sheets] == [
        ("台账", False),
        ("旧表", True),
        ("空", True),
    ]
    assert read.notes == ("有一张隐藏的表“旧表”，没有看它；要导它请用 --sheet 旧表",)


def test_a_formula_without_its_result_and_an_error_are_flaws_and_not_empty(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet("台账")
    sheet.write_formula(0, 0, "=1+1", None, 2)
    sheet.write_formula(1, 2, "=NA()", None, "#N/A")
    book.close()
    path = _with_part(tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml", b"<v>2</v>", b"")
    (read,) = read_workbook(path).sheets
    assert list(read.flaws) == [
        Flaw(0, 0, "这一格是公式，还没有算出结果；请用 WPS 打开保存一次再导"),
        Flaw(1, 2, "这一格的公式出错了；请改好再导"),
    ]


def _with_part(path: Path, name: str, old: bytes, new: bytes) -> Path:
    changed = path.with_stem(path.stem + "2")
    with (
        zipfile.ZipFile(path) as source,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for part in source.infolist():
            content = source.read(part)
            target.writestr(part, content.replace(old, new) if part.filename == name else content)
    return changed


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_text_tables_in_every_encoding_and_separator(
    tmp_path: Path, encoding: str, sign: str
) -> None:
    path = tmp_path / "名单.csv"
    path.write_bytes("\r\n".join(sign.join(row) for row in ROWS).encode(encoding))
    assert read_workbook(path) == Workbook((Sheet("名单", [*ROWS]),))


def test_a_quoted_cell_may_hold_the_separator_and_a_line_break(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('姓名,备注\r\n李广军,"腿不好,\n下午打"\r\n', encoding="utf-8")
    assert read_workbook(path).sheets[0].rows[1] == ("李广军", "腿不好,\n下午打")


def test_one_long_note_does_not_change_the_separator(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "姓名\t备注\n李广军\t" + "，,".join("一二三四五六七八") + "\n王芳\t\n", encoding="utf-8"
    )
    assert [len(row) for row in read_workbook(path).sheets[0].rows] == [2, 2, 1]


def test_a_web_page_called_xls_is_read_as_its_table(tmp_path: Path) -> None:
    path = tmp_path / "导出.xls"
    page = (
        "<html><meta charset='gbk'><table border=1><tr><th rowspan=2>姓名</th><th colspan=2>电话</th></tr>"
        "<tr><td>本人</td><td>家属</td></tr><tr><td>李&nbsp;军</td><td>19900001234<td>19900005678</tr></table></html>"
    )
    path.write_bytes(page.encode("gbk"))
    (sheet,) = read_workbook(path).sheets
    assert sheet.rows == [
        ("姓名", "电话"),
        (None, "本人", "家属"),
        ("李 军", "19900001234", "19900005678"),
    ]
    assert sheet.merged == (Merge(0, 0, 1, 0), Merge(0, 1, 0, 2))


def test_a_missing_file_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="没有找到文件"):
        read_workbook(tmp_path / "没有.xlsx")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "是空的"),
        (b"%PDF-1.7\n\xe2\xe3", "不是表格文件"),
        (b"\x89PNG\r\n\x1a\n", "不是表格文件"),
        (b"\xff\xd8\xff\xe0", "不是表格文件"),
        (b"a\x00b\x00c\x00d", "不是表格文件"),
        (b"PK\x03\x04" + b"\x00" * 100, "文件坏了"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "不是表格文件，或者文件坏了"),
        (b"<?xml version='1.0'?><Workbook/>", "网页或 XML 表格"),
        (b"<html><p>\xe7\x99\xbb\xe5\xbd\x95</p></html>", "网页或 XML 表格"),
        (b"\xff\xfe\x00", "认不出里面的字"),
    ],
)
def test_what_is_no_workbook_is_refused_with_a_sentence(
    tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(content)
    sentence = refusal(path)
    assert sentence.startswith("台账.xlsx")
    assert words in sentence


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "不是文件" in refusal(tmp_path)


def test_a_bomb_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/worksheets/sheet1.xml", b" " * 60_000_000)
    assert "展开后大得不正常" in refusal(path)


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "parts.xlsx"
    with zipfile.ZipFile(path, "w") as many:
        for number in range(10_001):
            many.writestr(f"{number}", b"")
    assert "展开后大得不正常" in refusal(path)


def test_a_file_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", ROWS)
    content = bytearray(path.read_bytes())
    at = content.rfind(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 3_000_000_000)
    path.write_bytes(content)
    assert "a.xlsx" in refusal(path)


def test_a_cell_in_the_last_corner_kills_only_the_child(tmp_path: Path) -> None:
    path = _with_part(
        xlsx(tmp_path / "a.xlsx", ROWS), "xl/worksheets/sheet1.xml", b'r="A1"', b'r="XFD1048576"'
    )
    assert "请用 WPS 打开" in refusal(path)


def test_a_million_rows_with_nothing_in_them_end_early(tmp_path: Path) -> None:
    rows = b"".join(
        b'<row r="%d" ht="15"><c r="A%d" s="1"/></row>' % (n, n) for n in range(3, 400_001)
    )
    path = _with_part(
        xlsx(tmp_path / "a.xlsx", ROWS),
        "xl/worksheets/sheet1.xml",
        b"</sheetData>",
        rows + b"</sheetData>",
    )
    assert len(read_workbook(path).sheets[0].rows) == 2


def test_a_reader_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hanging_reader.py").write_text("import time; time.sleep(60)", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(workbook, "CHILD", "hanging_reader")
    monkeypatch.setattr(workbook, "SECONDS", 0.6)
    glances: list[int] = []
    with pytest.raises(RefusedError, match="还没读完，已停下"):
        read_workbook(xlsx(tmp_path / "a.xlsx", ROWS), lambda: glances.append(1))
    assert glances


def mutate(content: bytes, seed: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(seed.choice((1, 1, 2, 8, 64))):
        at = seed.randrange(len(changed))
        match seed.randrange(4):
            case 0:
                changed[at] = seed.randrange(256)
            case 1:
                del changed[at : at + seed.randrange(1, 200)]
            case 2:
                changed[at:at] = seed.randbytes(seed.randrange(1, 50))
            case _:
                changed = changed[: max(at, 1)] if seed.random() < 0.1 else changed
        if not changed:
            return b"x"
    return bytes(changed)


def check_mutants(count: int, folder: Path) -> None:
    """No mutant makes the child fail in any way but a refusal, or its own death."""
    stored = _with_stored_parts(ROSTERS / "岗位需求表.xlsx", folder / "stored.xlsx")
    names = ("岗位需求表.xlsx", "省系统导出.csv", "村劳动力台账.xlsx")
    sources = [
        stored.read_bytes(),
        stored.read_bytes(),
        *((ROSTERS / name).read_bytes() for name in names),
    ]
    (folder / "faults").touch()
    start = 0
    while start < count:
        worker = multiprocessing.get_context("spawn").Process(
            target=_read_mutants, args=(start, count, folder, sources)
        )
        worker.start()
        worker.join()
        start = int((folder / "at").read_text()) + 1
    assert (folder / "faults").read_text() == ""


def _read_mutants(start: int, end: int, folder: Path, sources: list[bytes]) -> None:
    import traceback

    from jiuye_cli.files.workbook import child as workbook_child

    for number in range(start, end):
        (folder / "at").write_text(str(number))
        seed = random.Random(number)
        (folder / "mutant").write_bytes(mutate(seed.choice(sources), seed))
        try:
            workbook_child.read(folder / "mutant")
        except RefusedError as refused:
            assert str(refused)
        except Exception:
            with (folder / "faults").open("a") as faults:
                faults.write(f"{number}: {traceback.format_exc()}")


def _with_stored_parts(path: Path, target: Path) -> Path:
    """The same workbook uncompressed, so that mutations reach its XML."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as stored:
        for part in source.namelist():
            stored.writestr(part, source.read(part))
    return target


def test_mutated_workbooks_are_read_or_refused(tmp_path: Path) -> None:
    for number in range(3):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(mutate((ROSTERS / "岗位需求表.xlsx").read_bytes(), random.Random(number)))
        try:
            read_workbook(path)
        except RefusedError as refused:
            assert path.name in str(refused)


def test_two_hundred_mutants_only_ever_refuse(tmp_path: Path) -> None:
    check_mutants(200, tmp_path)


@pytest.mark.prove
def test_ten_thousand_mutants_only_ever_refuse(tmp_path: Path) -> None:
    check_mutants(10_000, tmp_path)
