"""export: identity numbers as each office asks for them, always text, always logged."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
IDENTITY = "999999197506267715"
PHONE = "19900002222"
PASSPHRASE = "柳树屯的老井水甜了四十年"


@pytest.fixture
def village(home: Path, jiuye: Run) -> Run:
    jiuye("add", "李小满", "组=3组")
    jiuye(
        "add", "单大寒", "组=2组", f"电话={PHONE}", "身份证号=-", "人员类别+=低保", "学历=初中",
        stdin=IDENTITY + "\n",
    )  # fmt: skip
    return jiuye


def rows(said: Any) -> list[list[str]]:
    path = Path(said.json["files"][0])
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))


def looks() -> list[tuple[str, str, int, str]]:
    from jiuye_cli.cli.desk import workspace
    from jiuye_cli.store.file.connection import connect
    from jiuye_cli.store.file.looks import looks as read

    return [
        (one.what, one.columns, one.people, one.purpose)
        for one in read(connect(workspace().database))
    ]


@pytest.mark.parametrize(
    ("style", "cell"),
    [
        ("全号", IDENTITY),
        ("带空格", "999999 19750626 7715"),
        ("前6后4", "999999********7715"),
        ("前2后3", "99*************715"),
        ("后4位", "7715"),
        ("出生年月", "1975-06"),
    ],
)
def test_each_identity_style_is_text(village: Run, style: str, cell: str) -> None:
    said = village(
        "export", "--format", "csv", "--id-style", style, "--columns", "姓名,身份证号", "--purpose", "报镇里", "--json",
    )  # fmt: skip
    kept = "'" + cell if cell.isdigit() and len(cell) >= 12 else cell
    assert rows(said) == [["姓名", "身份证号"], ["李小满", ""], ["单大寒", kept]]


def test_the_number_can_be_left_out(village: Run) -> None:
    said = village(
        "export", "--format", "csv", "--id-style", "不要", "--columns", "姓名,身份证号", "--json"
    )
    assert rows(said) == [["姓名"], ["李小满"], ["单大寒"]]


def test_a_workbook_holds_the_number_as_text(village: Run) -> None:
    from python_calamine import CalamineWorkbook

    said = village("export", "--id-style", "全号", "--purpose", "报镇里", "--json")
    sheet = CalamineWorkbook.from_path(said.json["files"][0]).get_sheet_by_index(0).to_python()
    assert sheet[2][sheet[0].index("身份证号")] == IDENTITY


@pytest.mark.parametrize(
    "words",
    [["--id-style", "全号"], ["--id-style", "带空格"], ["--columns", "姓名,人员类别"]],
)
def test_what_can_hurt_is_not_handed_out_without_a_purpose(village: Run, words: list[str]) -> None:
    said = village("export", *words)
    assert (said.code, said.out) == (5, "")
    assert "先写用途" in said.err
    assert looks() == []


def test_phones_are_masked_unless_a_purpose_is_named(village: Run) -> None:
    masked = village("export", "--format", "csv", "--columns", "电话", "--json")
    assert PHONE not in Path(masked.json["files"][0]).read_text(encoding="utf-8")
    whole = village(
        "export", "--format", "csv", "--columns", "电话", "--purpose", "发车前通知", "--json"
    )
    assert PHONE in Path(whole.json["files"][0]).read_text(encoding="utf-8")
    assert looks() == [("导出", "电话", 2, "发车前通知"), ("导出", "电话", 2, "")]


def test_the_province_set_has_the_systems_names(village: Run) -> None:
    said = village(
        "export", "--format", "json", "--columns", "省系统", "--purpose", "报县里", "--json"
    )
    people = json.loads(Path(said.json["files"][0]).read_text(encoding="utf-8"))
    assert people[1]["AAC003"] == "单大寒"
    assert set(people[0]) >= {"AAC002", "AAC003", "AAC004", "AAC005", "AAC006", "AAC011", "AAE005"}


def test_column_sets_are_saved_by_name(village: Run, home: Path) -> None:
    settings = home / "设置.yaml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + "列组:\n  镇上要的: [序号=档案号, 姓名, 村组=组]\n",
        encoding="utf-8",
    )
    said = village(
        "export", "--format", "csv", "--columns", "镇上要的", "--where", "组=2组", "--json"
    )
    assert rows(said) == [["序号", "姓名", "村组"], ["2", "单大寒", "2组"]]
    assert Path(said.json["files"][0]).name == "导出-镇上要的.csv"


def test_a_sealed_file_opens_with_its_passphrase_and_leaves_nothing_plain(
    village: Run, home: Path
) -> None:
    import pyzipper

    words = [
        "export",
        "--id-style",
        "全号",
        "--purpose",
        "报县里",
        "--encrypt",
        "--passphrase-file",
        "-",
    ]
    short = village(*words, stdin="短\n")
    assert (short.code, short.out) == (5, "")
    said = village(*words, "--format", "csv", "--json", stdin=PASSPHRASE + "\n")
    path = Path(said.json["files"][0])
    assert [one.name for one in path.parent.iterdir()] == ["导出-名册.zip"]
    with pyzipper.AESZipFile(path) as book:
        with pytest.raises(RuntimeError):
            book.read("导出-名册.csv")
        book.setpassword(PASSPHRASE.encode())
        assert IDENTITY in book.read("导出-名册.csv").decode("utf-8-sig")


def test_what_went_out_is_told_by_the_log(village: Run) -> None:
    village("export", "--columns", "姓名,电话", "--purpose", "发车前通知")
    village("print", "花名册", "--html")
    told = village("log", "--looks", "--json").json["looks"]
    assert [(one["print_id"], one["what"], one["people"], one["purpose"]) for one in told] == [
        ("P000002", "印花名册", 2, ""),
        ("P000001", "导出", 2, "发车前通知"),
    ]
    screen = village("log", "--looks").out
    assert "P000001" in screen
    assert "发车前通知" in screen


def test_parquet_without_its_library_is_a_sentence(
    village: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jiuye_cli.render.policy import handout

    monkeypatch.setattr(handout, "find_spec", lambda name: None)
    said = village("export", "--format", "parquet")
    assert (said.code, said.out) == (5, "")
    assert "没有 pyarrow" in said.err


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["--format", "pdf"], 2, "没有“pdf”这种格式"),
        (["--id-style", "后6位"], 2, "身份证没有“后6位”这种写法"),
        (["--columns", "姓各"], 2, "没有“姓各”这一项"),
        (["--where", "年令≥50"], 2, "年令"),
    ],
)
def test_what_she_can_mend_is_a_sentence(
    village: Run, words: list[str], code: int, sentence: str
) -> None:
    said = village("export", *words)
    assert (said.code, said.out) == (code, "")
    assert sentence in said.err
