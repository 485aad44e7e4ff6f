"""`import` on the command line: the three rosters, twice, dry and real, refused and asked."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

ROSTERS = Path(__file__).parents[1] / "data" / "rosters"
VILLAGE, EXPORT, PLANT = (
    ROSTERS / name for name in ("村劳动力台账.xlsx", "省系统导出.csv", "分流职工花名册.xls")
)
TRUTH = json.loads((ROSTERS / "truth.json").read_text(encoding="utf-8"))
COUNTS = ("rows", "new", "updated", "same", "refused")
MAN = "999999197506267715"


def csv_file(folder: Path, *lines: str, name: str = "名单.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def counts(said: Any) -> tuple[int, ...]:
    assert said.code == 0, said.err
    return tuple(said.json[name] for name in COUNTS)


def everything(home: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of the workspace."""
    conn = sqlite3.connect(home / "jiuye.db")
    names = [row[0] for row in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    tables = {name: conn.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}
    conn.close()
    return tables


def query(home: Path, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    conn = sqlite3.connect(home / "jiuye.db")
    try:
        return conn.execute(sql, values).fetchall()
    finally:
        conn.close()


def test_the_answer_has_the_promised_keys(home, jiuye):
    said = jiuye("import", EXPORT, "--json").json
    assert list(said) == [*COUNTS, "problems", "mapping", "unmapped"]
    assert said["mapping"]["AAC147"] == "身份证号"
    assert said["unmapped"] == ["AAE036"]


def test_a_problem_says_row_column_and_a_sentence(home, jiuye):
    problems = jiuye("import", VILLAGE, "--json").json["problems"]
    assert problems[-1] == {"row": 193, "column": "姓名", "message": "没有填姓名"}


def test_all_three_rosters_come_in_without_a_fault(home, jiuye):
    assert counts(jiuye("import", VILLAGE, "--json")) == (182, 166, 1, 0, 15)
    assert counts(jiuye("import", EXPORT, "--json")) == (90, 7, 0, 83, 0)
    assert counts(jiuye("import", PLANT, "--json")) == (1419, 1419, 0, 0, 0)
    people = {
        row[1]: row for row in query(home, "SELECT 姓名, 身份证号, 性别, 出生日期 FROM person")
    }
    for roster, rows in TRUTH.items():
        for one in rows:
            if one["kind"] not in ("ok", "again"):
                continue
            true = one["person"]
            name, number, sex, born = people[true["身份证号"]]
            assert (number, sex, born) == (true["身份证号"], true["性别"], true["出生日期"]), roster
            assert name == true["姓名"] or name.endswith("?")
    refused = [
        o["person"]["身份证号"]
        for o in TRUTH["村劳动力台账.xlsx"]
        if o["kind"] not in ("ok", "again", "no name")
    ]
    exported = {one["person"]["身份证号"] for one in TRUTH["省系统导出.csv"]}
    assert not [number for number in refused if number in people and number not in exported]


def test_what_was_read_lies_in_plain_columns_with_its_source(home, jiuye):
    jiuye("import", VILLAGE)
    (person,) = query(
        home,
        "SELECT id, 文化程度, 就业状态, 健康状况, pinyin, initials FROM person WHERE 身份证号 = ?",
        MAN,
    )
    assert person[1:] == ("初中", "务农", '["健康"]', "liangjianguo", "ljg")
    assert query(home, "SELECT 号码, 属于 FROM phone WHERE person = ?", person[0]) == [
        ("19900002960", "本人")
    ]
    assert query(home, "SELECT 职业, 等级 FROM certificate WHERE person = ?", person[0]) == [
        ("电工", "五级")
    ]
    assert query(home, "SELECT 月薪, 止 FROM job_held WHERE person = ?", person[0]) == [
        (3200.0, None)
    ]
    assert query(
        home,
        "SELECT grade, source, noted_on FROM evidence WHERE person = ? AND field = '文化程度'",
        person[0],
    ) == [("told", "导入 村劳动力台账.xlsx", "2026-11-21")]
    assert query(
        home,
        "SELECT count(*) FROM category WHERE 类别 = '低保' AND 是否 = 0 AND person = ?",
        person[0],
    ) == [(0,)]


@pytest.mark.parametrize("roster", [VILLAGE, EXPORT, PLANT])
def test_the_same_file_again_changes_not_one_byte(home, jiuye, roster):
    assert jiuye("import", roster).code == 0
    before = everything(home)
    again = jiuye("import", roster, "--json")
    assert again.json["new"] == again.json["updated"] == 0
    assert everything(home) == before


def test_the_same_file_again_does_not_take_back_what_was_changed_by_hand(home, jiuye):
    jiuye("import", VILLAGE)
    assert jiuye("set", "梁建国", "文化程度=高中").code == 0
    assert counts(jiuye("import", VILLAGE, "--json")) == (182, 0, 0, 167, 15)
    assert query(home, "SELECT 文化程度 FROM person WHERE 身份证号 = ?", MAN) == [("高中",)]


def test_a_dry_run_says_what_the_real_run_does_and_writes_nothing(home, jiuye):
    before = everything(home)
    dry = jiuye("import", VILLAGE, "--dry-run", "--json")
    assert everything(home) == before
    assert dry.json == jiuye("import", VILLAGE, "--json").json


def test_an_import_is_one_command_in_the_history_and_undone_whole(home, jiuye):
    before = everything(home)
    jiuye("import", VILLAGE)
    assert len(query(home, "SELECT 1 FROM operation")) == 1
    assert jiuye("undo", "--yes").code == 0
    after = everything(home)
    for table in set(before) - {"operation", "change", "serial"}:
        assert after[table] == before[table], table
    assert counts(jiuye("import", VILLAGE, "--json")) == (182, 166, 1, 0, 15)


def test_a_row_about_someone_on_file_adds_without_emptying(home, jiuye, tmp_path):
    first = csv_file(
        tmp_path,
        "姓名,身份证号,文化程度,证书,证书等级,电话",
        f"王小兰,{MAN},初中,电工,五级,19900001111",
    )
    jiuye("import", first)
    second = csv_file(
        tmp_path,
        "姓名,身份证号,文化程度,电话,是否低保户",
        f"王小兰,{MAN},,19900002222,√",
        name="二.csv",
    )
    assert counts(jiuye("import", second, "--json")) == (1, 0, 1, 0, 0)
    (number,) = query(home, "SELECT id FROM person WHERE 身份证号 = ?", MAN)[0]
    assert query(home, "SELECT 文化程度 FROM person WHERE id = ?", number) == [("初中",)]
    assert query(home, "SELECT 号码 FROM phone WHERE person = ?", number) == [
        ("19900001111",),
        ("19900002222",),
    ]
    assert query(home, "SELECT 类别, 是否 FROM category WHERE person = ?", number) == [("低保", 1)]
    assert query(home, "SELECT 职业, 等级 FROM certificate WHERE person = ?", number) == [
        ("电工", "五级")
    ]


def test_people_of_one_household_number_share_the_household(home, jiuye, tmp_path):
    roster = csv_file(
        tmp_path,
        "姓名,户编号,与户主关系,家庭人口",
        "李大,H1,户主,4",
        "李小,H1,之子,4",
        "王芳,H2,户主,1",
    )
    assert counts(jiuye("import", roster, "--json")) == (3, 3, 0, 0, 0)
    assert query(home, "SELECT count(DISTINCT household) FROM person") == [(2,)]
    assert query(home, "SELECT 户编号, 家庭人口 FROM household ORDER BY 户编号") == [
        ("H1", 4),
        ("H2", 1),
    ]


def test_a_column_is_mapped_by_hand_or_left_out(home, jiuye, tmp_path):
    roster = csv_file(tmp_path, "姓名,技能特长,备注", "李广军,电工,x")
    said = jiuye(
        "import", roster, "--map", "技能特长=意向工种", "--map", "备注=不要", "--json"
    ).json
    assert (said["mapping"], said["unmapped"]) == (
        {"姓名": "姓名", "技能特长": "意向工种"},
        ["备注"],
    )


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--map", "特长=意向工种"), 2, "--map 说的列“特长”表里没有"),
        (("--map", "备注=备忘录"), 2, "没有“备忘录”这个字段，是不是 备注"),
        (("--map", "备注"), 2, "要写成 列=字段"),
        (("--sheet", "二表"), 3, "没有叫“二表”的表"),
    ],
)
def test_a_wrong_word_is_answered_with_a_sentence_and_changes_nothing(
    home, jiuye, tmp_path, words, code, message
):
    before = everything(home)
    said = jiuye("import", csv_file(tmp_path, "姓名,备注", "李广军,x"), *words)
    assert (said.code, said.out) == (code, "")
    assert message in said.err
    assert everything(home) == before


def test_a_missing_file_is_not_found(home, jiuye, tmp_path):
    said = jiuye("import", tmp_path / "没有.xlsx")
    assert said.code == 3
    assert "没有找到文件" in said.err


def test_a_file_that_is_no_roster_is_refused(home, jiuye, tmp_path):
    said = jiuye("import", ROSTERS / "岗位需求表.xlsx")
    assert said.code == 5
    assert "要有“姓名”这一列" in said.err
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04nothing")
    assert jiuye("import", broken).code == 5


def test_two_sheets_that_could_be_meant_are_asked_about(home, jiuye, tmp_path):
    import xlsxwriter

    book = xlsxwriter.Workbook(str(tmp_path / "两张.xlsx"))
    for name in ("1组", "2组"):
        book.add_worksheet(name).write_row(0, 0, ("姓名", "性别"))
        book.get_worksheet_by_name(name).write_row(1, 0, (f"{name}李军", "男"))
    book.add_worksheet("说明").write(0, 0, "请先看说明")
    book.close()
    said = jiuye("import", tmp_path / "两张.xlsx")
    assert said.code == 2
    assert "有 2 张表都像名册：1组、2组" in said.err
    assert counts(jiuye("import", tmp_path / "两张.xlsx", "--sheet", "2组", "--json")) == (
        1,
        1,
        0,
        0,
        0,
    )


def test_the_screen_says_the_outcome_and_shows_each_kind_of_problem_once(home, jiuye):
    said = jiuye("import", VILLAGE, "--dry-run")
    lines = said.out.splitlines()
    assert (
        lines[0]
        == "村劳动力台账.xlsx：试导，还没有写进台账。共 182 行：新建 166，更新 1，没有变 0，没导进 15。"
    )
    assert lines[1] == "没导进的行："
    assert lines[2].startswith("  第 16、54、93、131、170 行 身份证号码：身份证号是数字格式")
    assert "  第 193 行 姓名：没有填姓名" in lines
    assert "99999" not in said.out


def test_nothing_live_from_a_workbook_reaches_the_screen(home, jiuye, tmp_path):
    roster = csv_file(tmp_path, "姓名,\x1b[2J坏列,文化程度", "李\x1b]0;x\x07军,1,\u202e大砖\x9b31m")
    said = jiuye("import", roster)
    assert said.code == 0
    assert not [c for c in said.out + said.err if c in "\x1b\x07\x9b\u202e"]


def answering(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a person sat at the terminal."""
    monkeypatch.setattr("jiuye_cli.cli.desk.interactive", lambda: True)


def test_a_namesake_is_asked_about_and_yes_completes_the_file(home, jiuye, tmp_path, monkeypatch):
    jiuye("add", "李广军", "组=3组", "电话=19900001234")
    roster = csv_file(tmp_path, "姓名,身份证号,组", f"李广军,{MAN},3组")
    answering(monkeypatch)
    said = jiuye("import", roster, stdin="9\n1\n")
    assert "李广军和1 号李广军（3组）同名，组别相同，是同一个人吗？" in said.err
    assert "请打 0 到 1" in said.err
    assert query(home, "SELECT id, 身份证号 FROM person") == [(1, MAN)]


def test_no_is_remembered_and_not_asked_again(home, jiuye, tmp_path, monkeypatch):
    jiuye("add", "李广军", "组=3组")
    roster = csv_file(tmp_path, "姓名,组,电话", "李广军,3组,19900009999")
    answering(monkeypatch)
    assert jiuye("import", roster, stdin="0\n").code == 0
    assert query(home, "SELECT count(*) FROM person") == [(2,)]
    other = csv_file(tmp_path, "姓名,组,电话,性别", "李广军,3组,19900009999,男", name="二.csv")
    again = jiuye("import", other, stdin="1\n")
    assert "1 号李广军" not in again.err
    assert "2 号李广军（3组）同名，电话、组别相同" in again.err
    assert query(home, "SELECT id, 性别 FROM person") == [(1, None), (2, "男")]


def test_walking_away_from_a_question_changes_nothing(home, jiuye, tmp_path, monkeypatch):
    jiuye("add", "李广军", "组=3组")
    before = everything(home)
    answering(monkeypatch)
    said = jiuye("import", csv_file(tmp_path, "姓名,组", "王芳,1组", "李广军,3组"), stdin="")
    assert said.code == 130
    assert everything(home) == before


def test_without_an_answer_a_row_without_a_number_stays_out(home, jiuye, tmp_path):
    jiuye("add", "李广军", "组=3组")
    roster = csv_file(tmp_path, "姓名,组,电话", "李广军,3组,19900009999")
    said = jiuye("import", roster, "--json")
    assert counts(said) == (1, 0, 0, 0, 1)
    assert "拿不准，没有录入" in said.json["problems"][0]["message"]


def test_two_namesakes_without_marks_stay_two_however_often_they_are_imported(
    home, jiuye, tmp_path
):
    roster = csv_file(tmp_path, "姓名,性别", "张伟,男", "张伟,男", "王芳,女")
    assert counts(jiuye("import", roster, "--json")) == (3, 3, 0, 0, 0)
    assert counts(jiuye("import", roster, "--json")) == (3, 0, 0, 3, 0)


def test_the_command_has_a_chinese_name_and_help_with_an_example(home, jiuye):
    said = jiuye("导入", "--help")
    assert said.code == 0
    assert "例：jiuye import 台账.xlsx" in said.out
