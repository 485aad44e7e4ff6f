"""Who is who, what is remembered, and that nothing a workbook holds makes the plan fail."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jiuye_cli.core.fields.value import Value
from jiuye_cli.core.intake.people import find_people_header, person_rows
from jiuye_cli.core.intake.plan import NOBODY, ImportPlan, Outcome, plan_import
from jiuye_cli.core.intake.same_person import Known, PeopleIndex
from jiuye_cli.core.intake.sheet import Merge, Sheet
from jiuye_cli.core.people.cell import Cell
from jiuye_cli.errors import JiuyeError
from jiuye_cli.files.workbook.read import read_workbook

TODAY = date(2026, 11, 21)
MAN, WOMAN = "999999197506267715", "999999199610241469"
HEADS = ("姓名", "身份证号", "组", "联系电话", "出生日期")


def plan(
    *lines: tuple[Cell, ...],
    known: tuple[Known, ...] = (),
    heads: tuple[Cell, ...] = HEADS,
    **more: Any,
) -> ImportPlan:
    sheet = Sheet("表", [heads, *lines])
    header = find_people_header(sheet)
    assert header is not None
    return plan_import(person_rows(sheet, header, TODAY), PeopleIndex(known), **more)


def on_file(number: int, name: str, closed: bool = False, **values: Value) -> Known:
    return Known(number, {"姓名": name, **values}, closed=closed)


def outcomes(made: ImportPlan) -> list[str]:
    return [row.outcome.value for row in made.rows]


def messages(made: ImportPlan) -> list[str]:
    return [problem.message for problem in made.problems]


def test_the_identity_number_decides() -> None:
    made = plan(
        ("李广军", MAN, "2组"),
        known=(on_file(12, "李广军", 身份证号=MAN, 组="1组"), on_file(13, "李广军", 组="2组")),
    )
    (row,) = made.rows
    assert (row.outcome, row.person) == (Outcome.UPDATED, 12)
    assert {name: change.after for name, change in row.changes.items()} == {
        "组": "2组",
        "性别": "男",
        "出生日期": date(1975, 6, 26),
    }


def test_two_numbers_are_two_people_however_alike() -> None:
    made = plan(
        ("李广军", WOMAN, "1组", "19900001234"),
        known=(on_file(12, "李广军", 身份证号=MAN, 组="1组", 电话=({"号码": "19900001234"},)),),
    )
    assert (outcomes(made), messages(made)) == (["new"], [])


@pytest.mark.parametrize("line", [("张伟",), ("张伟", None, "3组")])
def test_a_name_alone_never_merges(line: tuple[Cell, ...]) -> None:
    assert outcomes(plan(line, known=(on_file(12, "张伟", 组="1组"),))) == ["new"]


@pytest.mark.parametrize(
    ("line", "alike"),
    [
        (("张伟", None, "1组"), "组别"),
        (("张伟", None, None, "19900001234"), "电话"),
        (("张伟", None, None, None, "1980-01-02"), "出生日期"),
        (("张伟", None, "1组", "19900001234", "1980-01-02"), "出生日期、电话、组别"),
    ],
)
def test_a_namesake_with_something_in_common_is_a_question_and_no_merge(
    line: tuple[Cell, ...], alike: str
) -> None:
    known = on_file(
        12, "张伟", 组="1组", 电话=({"号码": "19900001234"},), 出生日期=date(1980, 1, 2)
    )
    made = plan(line, known=(known,))
    (question,) = made.questions
    assert question.sentence == f"张伟和12 号张伟（1组）同名，{alike}相同，是同一个人吗？"
    assert (outcomes(made), made.writes) == (["refused"], ())
    assert messages(made) == [
        f"{question.sentence}拿不准，没有录入；补上身份证号，或在终端里再导一次，会问您"
    ]


def test_something_that_tells_them_apart_is_no_question() -> None:
    known = on_file(12, "张伟", 组="1组", 出生日期=date(1980, 1, 2))
    assert outcomes(plan(("张伟", None, "1组", None, "1981-01-02"), known=(known,))) == ["new"]


def test_a_row_with_a_number_comes_in_beside_a_namesake_without_one_and_says_so() -> None:
    made = plan(("李广军", MAN, "1组"), known=(on_file(12, "李广军", 组="1组"),))
    assert outcomes(made) == ["new"]
    assert "先按两个人录入" in messages(made)[0]


def test_the_answer_yes_completes_the_file() -> None:
    made = plan(("李广军", MAN, "1组"), known=(on_file(12, "李广军", 组="1组"),), answers={2: 1})
    (row,) = made.rows
    assert (row.outcome, row.person, row.changes["身份证号"].after) == (Outcome.UPDATED, 12, MAN)


def test_the_answer_no_is_remembered_and_not_asked_again() -> None:
    known = on_file(12, "张伟", 组="1组")
    made = plan(("张伟", None, "1组"), known=(known,), answers={2: NOBODY})
    assert (outcomes(made), len(made.not_same)) == (["new"], 1)
    again = plan(
        ("张伟", None, "1组"), known=(on_file(12, "张伟", 组="1组"),), not_same=made.not_same
    )
    assert (outcomes(again), again.questions) == (["new"], [])


def test_a_masked_number_that_fits_is_a_question() -> None:
    made = plan(("李广军", "9999**********7715"), known=(on_file(12, "李广军", 身份证号=MAN),))
    assert "身份证号露出的几位" in made.questions[0].sentence


def test_two_rows_without_numbers_about_one_person_in_one_file_are_a_question() -> None:
    made = plan(("张伟", None, "1组", "19900001234"), ("张伟", None, "1组", "19900001234"))
    assert outcomes(made) == ["new", "refused"]
    assert "第 2 行的张伟（1组）" in made.questions[0].sentence


def test_a_name_with_a_lost_character_finds_its_namesake() -> None:
    made = plan(("单?", None, "1组"), known=(on_file(12, "单䶮", 组="1组"),))
    assert len(made.questions) == 1


def test_another_name_under_a_known_number_is_refused() -> None:
    made = plan(("王芳", MAN, "2组"), known=(on_file(12, "李广军", 身份证号=MAN),))
    assert outcomes(made) == ["refused"]
    assert messages(made) == [
        "身份证号和12 号李广军相同，姓名却是“王芳”；可能串了行，没有录入，请核对"
    ]


def test_a_name_that_is_nearly_the_same_updates_all_but_the_name() -> None:
    made = plan(
        ("李广君", MAN, "2组"),
        known=(on_file(12, "李广军", 身份证号=MAN, 性别="男", 出生日期=date(1975, 6, 26)),),
    )
    assert [dict(row.changes).keys() for row in made.rows] == [{"组"}]
    assert messages(made) == ["身份证号和12 号李广军相同，姓名写的是“李广君”；姓名没有改，请核对"]


def test_a_closed_file_is_not_written_to() -> None:
    made = plan(("李广军", MAN, "2组"), known=(on_file(12, "李广军", closed=True, 身份证号=MAN),))
    assert (outcomes(made), messages(made)) == (
        ["refused"],
        ["12 号李广军的档案已经注销，没有改；人回来了先 jiuye forget 档案号 --reopen，再导一遍"],
    )


def test_a_row_imported_before_says_nothing_new_even_after_a_change_by_hand() -> None:
    line = ("李广军", MAN, "1组")
    first = plan(line)
    (write,) = first.writes
    seen = dict.fromkeys(write.rows.values(), 12)
    changed = on_file(12, "李广军", 身份证号=MAN, 性别="男", 出生日期=date(1975, 6, 26), 组="5组")
    assert outcomes(plan(line, known=(changed,), seen=seen)) == ["same"]
    assert outcomes(plan(line, known=(replace(changed),))) == ["updated"]


def test_namesakes_without_any_mark_are_known_again_each_for_themselves() -> None:
    lines = (("张伟",), ("张伟",), ("王芳",))
    first = plan(*lines)
    assert outcomes(first) == ["new", "new", "new"]
    marks = [mark for write in first.writes for mark in write.rows.values()]
    seen = dict(zip(marks, (1, 2, 3), strict=True))
    known = tuple(on_file(n, name) for n, name in ((1, "张伟"), (2, "张伟"), (3, "王芳")))
    again = plan(*lines, known=known, seen=seen)
    assert [(row.outcome.value, row.person) for row in again.rows] == [
        ("same", 1),
        ("same", 2),
        ("same", 3),
    ]


def test_several_rows_about_one_new_person_are_written_once() -> None:
    made = plan(
        ("李广军", MAN, "1组"), ("李广军", MAN, None, "19900001234"), ("李广军", MAN, "1组")
    )
    assert outcomes(made) == ["new", "updated", "same"]
    (write,) = made.writes
    assert (write.person, sorted(write.rows), write.values["电话"]) == (
        None,
        [2, 3],
        ({"号码": "19900001234"},),
    )


def test_members_told_in_two_rows_are_both_written() -> None:
    heads = ("姓名", "身份证号", "是否低保户", "是否残疾人")
    known = on_file(12, "李广军", 身份证号=MAN, 性别="男", 出生日期=date(1975, 6, 26))
    made = plan(
        ("李广军", MAN, "是", None), ("李广军", MAN, None, "是"), known=(known,), heads=heads
    )
    (write,) = made.writes
    assert write.values["人员类别"].yes == {"低保", "残疾人"}  # type: ignore[union-attr]


ROSTERS = Path(__file__).parents[2] / "data" / "rosters"
JUNK: tuple[Any, ...] = (
    None, "", " ", "?", "无", "李\x00军", "\x1b]0;x\x07", "\u202e", "=1+1", "合计", "姓名", "第一组", "9.9E+17", "1" * 400, "字" * 3000,
    0, -1, 1e308, float("inf"), float("nan"), 45418.0, 9.99e17, True, TODAY, "99999919750626771５", "3701**********12", "𠮷䶮", "\ud800",
    "19900001234/19900005678", "2024-13-45", "面议", "50000000000万", "（", "/", "、、、", "是□否□", "\n\n",
)  # fmt: skip


def mangled(sheet: Sheet, seed: random.Random) -> Sheet:
    rows = (
        [list(row) for row in sheet.rows[:5] + sheet.rows[-14:]]
        if len(sheet.rows) > 19
        else [list(r) for r in sheet.rows]
    )
    for _ in range(seed.randrange(1, 60)):
        row = seed.choice(rows)
        match seed.randrange(6):
            case 0 if row:
                row[seed.randrange(len(row))] = seed.choice(JUNK)
            case 1:
                seed.shuffle(row)
            case 2:
                rows.insert(seed.randrange(len(rows)), list(seed.choice(rows)))
            case 3 if row:
                at = seed.randrange(len(row))
                text = str(row[at])
                row[at] = (
                    text[: seed.randrange(len(text) + 1)]
                    + seed.choice("?□\u200b，、1Ｘ")
                    + text[seed.randrange(len(text) + 1) :]
                )
            case 4 if len(rows) > 6:
                rows.pop(seed.randrange(len(rows)))
            case _:
                row.insert(seed.randrange(len(row) + 1), seed.choice(JUNK))
    merges = [
        Merge(
            top := seed.randrange(30),
            left := seed.randrange(20),
            top + seed.randrange(4),
            left + seed.randrange(4),
        )
        for _ in range(3)
    ]
    return Sheet("表", [tuple(row) for row in rows], merges)


def check_mangled(count: int) -> None:
    """Every mangled sheet has a plan, or a sentence why not; nothing in it is live."""
    sheets = [
        read_workbook(ROSTERS / name).sheets[0]
        for name in ("村劳动力台账.xlsx", "省系统导出.csv", "分流职工花名册.xls", "岗位需求表.xlsx")
    ]
    for number in range(count):
        seed = random.Random(number)
        sheet = mangled(seed.choice(sheets), seed)
        try:
            header = find_people_header(sheet)
            if header is None:
                continue
            made = plan_import(person_rows(sheet, header, TODAY, "山东/聊城/临清"), PeopleIndex())
        except JiuyeError as refused:
            assert str(refused)
            continue
        for write in made.writes:
            name = str(write.values["姓名"])
            assert name and not any(ord(c) < 32 or c in "\u202e\u200b\x7f" for c in name), (
                number,
                name,
            )
        assert all(problem.message and problem.column for problem in made.problems)
        assert all(row.outcome for row in made.rows)


def test_mangled_sheets_are_planned_or_refused() -> None:
    check_mangled(80)


@pytest.mark.prove
def test_ten_thousand_mangled_sheets_are_planned_or_refused() -> None:
    check_mangled(10_000)
