"""The sheet's workbook, filled in and taken back; and the rota."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from jiuye_cli.core.callback.entry.returned import filled_rows, find_columns
from jiuye_cli.core.callback.handed.code import row_code

MONDAY = "2026-11-23"
HEADS = [
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
]


def code(row: int) -> str:
    return row_code(date.fromisoformat(MONDAY), row)


@pytest.fixture
def village(home, jiuye, monkeypatch):
    monkeypatch.setenv("JIUYE_TODAY", MONDAY)
    for number, name in enumerate(("李广军", "王小兰", "周小满"), 1):
        jiuye("add", name, f"电话=1990000000{number}")
    jiuye("today")
    return home


def workbook(path, *rows, heads=HEADS):
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("回访名单")
    sheet.write(0, 0, "回访名单 柳树屯 2026年11月23日 名单1123")
    for at, line in enumerate([heads, *rows], 1):
        for column, value in enumerate(line):
            if isinstance(value, date):
                sheet.write_datetime(
                    at,
                    column,
                    datetime.combine(value, datetime.min.time()),
                    book.add_format({"num_format": "yyyy-mm-dd"}),
                )
            elif value:
                sheet.write_string(at, column, value)
    book.close()
    return path


def line(row: str, name: str, result: str = "", **told) -> list:
    cells = dict.fromkeys(HEADS, "") | {"行号": row, "姓名": name, "结果": result, **told}
    return [cells[head] for head in HEADS]


@pytest.fixture
def filled(village, tmp_path):
    return workbook(
        tmp_path / "回来.xlsx",
        line(code(1), "李广军", "接通", 方式="微信", 就业="未就业", 意愿="有", 需求="岗位", 备注="下周有空", 下次日期=date(2026, 12, 3)),
        line(code(2), "王小兰", "停机/空号"),
        line(code(3), "周小满"),
    )  # fmt: skip


def test_rows_with_a_result_are_recorded_and_the_others_left_alone(filled, jiuye):
    told = jiuye("import-results", filled, "--json")
    assert told.code == 0
    assert told.json == {
        "rows": 2, "new": 2, "updated": 0, "same": 0, "refused": 0, "problems": [],
        "mapping": {n: n for n in ("行号", "姓名", "结果", "方式", "就业", "意愿", "需求", "备注", "下次日期")},
        "unmapped": [],
    }  # fmt: skip
    why = jiuye("callbacks", "--why", "李广军", "--for", "12-02", "--json").json
    assert why["verdict"] == "不在名单上：已约好 12-03 再打"
    assert "已记 2" in jiuye("today").out


def test_the_same_file_twice_changes_nothing_even_another_day(filled, jiuye, monkeypatch):
    jiuye("import-results", filled)
    monkeypatch.setenv("JIUYE_TODAY", "2026-11-25")
    again = jiuye("import-results", filled, "--json").json
    assert (again["new"], again["updated"], again["same"]) == (0, 0, 2)


def test_a_corrected_file_corrects(filled, jiuye, village, tmp_path):
    jiuye("import-results", filled)
    other = workbook(tmp_path / "改.xlsx", line(code(2), "王小兰", "接通", 就业="在岗"))
    again = jiuye("import-results", other, "--json").json
    assert (again["new"], again["updated"], again["same"]) == (0, 1, 0)


def test_a_dry_run_says_the_same_and_keeps_nothing(filled, jiuye):
    dry = jiuye("import-results", filled, "--dry-run", "--json").json
    assert "已记" not in jiuye("today").out
    assert jiuye("import-results", filled, "--json").json == dry


def test_one_undo_takes_the_whole_file_back(filled, jiuye):
    jiuye("import-results", filled)
    assert jiuye("undo", "--yes").code == 0
    assert "已记" not in jiuye("today").out


def test_rows_that_cannot_be_are_refused_with_row_column_and_a_sentence(village, jiuye, tmp_path):
    wrong = code(1)[:-1] + ("a" if code(1)[-1] != "a" else "b")
    file = workbook(
        tmp_path / "错.xlsx",
        line(wrong, "李广军", "接通"),
        line(code(2), "李广军", "接通"),
        line("王小兰", "王小兰", "接通"),
        line(code(2), "王小兰", "打了"),
        line(code(3), "周小满", "接通", 下次日期="改天"),
        line(code(3), "周小满", "无人接"),
    )
    told = jiuye("import-results", file, "--json")
    assert told.code == 0
    assert (told.json["rows"], told.json["new"], told.json["refused"]) == (6, 1, 5)
    assert [(p["row"], p["column"]) for p in told.json["problems"]] == [
        (3, "行号"), (4, "行号"), (5, "行号"), (6, "结果"), (7, "下次日期"),
    ]  # fmt: skip
    assert [p["message"] for p in told.json["problems"][:3]] == [
        f"“{wrong}”的校验字母对不上，可能打错了一位，请对着纸再看一眼。什么都没有记。",
        f"{code(2)} 是王小兰，表里写的是李广军，行号和人对不上。",
        "“王小兰”不是行号，要像 1123-07k 这样。",
    ]


def test_a_workbook_that_is_no_call_sheet_is_refused(village, jiuye, tmp_path):
    file = workbook(tmp_path / "别的.xlsx", ["李广军", "3组"], heads=["姓名", "组"])
    told = jiuye("import-results", file)
    assert told.code == 5
    assert told.err == "别的.xlsx 不像回访名单：没有“行号”和“结果”两列。什么都没有动。\n"


def test_our_own_workbook_filled_in_by_hand_is_taken_back(village, jiuye):
    """The columns that are printed are the columns that are read."""
    from jiuye_cli.files.workbook.read import read_workbook

    (path,) = jiuye("callbacks", "--xlsx", "--json").json["files"]
    rows = [[*row, *[None] * 13][:13] for row in read_workbook(Path(path)).sheets[0].rows]
    columns = find_columns(rows)
    assert columns is not None
    assert columns.unknown == ()
    rows[columns.line + 1][columns.places["结果"]] = "无人接"
    (only,) = filled_rows(rows, columns)
    assert (only.code, only.name, only.words) == (code(1), "李广军", ("无人接",))


# -- the rota ----------------------------------------------------------------


def test_two_on_duty_make_twice_the_calls_and_share_them_out(village, jiuye):
    jiuye("rota", "add", "王芳", "周二")
    jiuye("rota", "add", "李静", "周二")
    assert jiuye("callbacks", "--for", "明天", "--json").json["capacity"] == 40
    assert jiuye("callbacks", "--for", "周三", "--json").json["capacity"] == 20


def test_a_turn_on_one_day_takes_the_place_of_the_weekly_one(village, jiuye):
    jiuye("rota", "add", "王芳", "周二", "周三")
    jiuye("rota", "add", "李静", "11-24")
    told = jiuye("rota", "list", "--for", "11-24", "--json").json
    assert told["on_duty"] == {"回访": ["李静"], "管家": []}
    assert len(told["turns"]) == 3


def test_the_same_turn_twice_is_one_and_can_be_taken_off(village, jiuye):
    first = jiuye("rota", "add", "王芳", "周二", "--json").json
    assert jiuye("rota", "add", "王芳", "周二", "--json").json == {**first, "changed": False}
    assert jiuye("rota", "remove", first["ids"][0]).code == 0
    assert jiuye("rota", "list").out.startswith("还没有排班")
    assert jiuye("rota", "remove", "99").code == 3


def test_a_day_that_is_none_is_refused(village, jiuye):
    assert jiuye("rota", "add", "王芳", "周八").code == 2
    assert jiuye("rota", "add", "王芳", "周二", "--duty", "打扫").code == 2
