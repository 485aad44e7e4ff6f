"""Rows of people in many habits: what is read, left out, refused."""

from __future__ import annotations

from datetime import date

import pytest

from jiuye_cli.core.fields.value import NONE, PartialSet, Value
from jiuye_cli.core.intake.people import PersonRow, find_people_header, person_rows
from jiuye_cli.core.intake.rows import CellProblem
from jiuye_cli.core.intake.sheet import Flaw, Merge, Sheet
from jiuye_cli.core.people.cell import Cell

TODAY = date(2026, 11, 21)
MAN, WOMAN = "999999197506267715", "999999199610241469"


def rows(
    *lines: tuple[Cell, ...], merged: tuple[Merge, ...] = (), flaws: tuple[Flaw, ...] = ()
) -> list[PersonRow]:
    sheet = Sheet("表", list(lines), merged, flaws)
    header = find_people_header(sheet)
    assert header is not None
    return list(person_rows(sheet, header, TODAY, "山东/聊城/临清"))


def values(title: str, cell: Cell) -> dict[str, Value]:
    """What one cell under one header adds to a person."""
    (row,) = rows(("姓名", title), ("李广军", cell))
    assert row.refused is None
    return {name: value for name, value in row.values.items() if name != "姓名"}


def fault(title: str, cell: Cell) -> str:
    (row,) = rows(("姓名", title), ("李广军", cell))
    assert set(row.values) == {"姓名"}
    (problem,) = row.problems
    assert (problem.row, problem.column) == (2, title)
    return problem.message


@pytest.mark.parametrize("cell", [None, "", "  ", "—", "-", "/", "不清楚", "不详", "未填", "N/A"])
@pytest.mark.parametrize(
    "title",
    [
        "性别",
        "文化程度",
        "是否低保户",
        "联系电话",
        "失业时间",
        "月工资",
        "证书",
        "求职意向",
        "备注",
        "身份证号",
    ],
)
def test_an_empty_cell_says_nothing(title: str, cell: Cell) -> None:
    assert values(title, cell) == {}


@pytest.mark.parametrize(
    ("title", "cell", "told"),
    [
        ("性别", "男性"[:1], {"性别": "男"}),
        ("性别", 1.0, {"性别": "男"}),
        ("性别", "0", {}),
        ("AAC011", "71", {"文化程度": "初中"}),
        ("AAC011", 71.0, {"文化程度": "初中"}),
        ("AAC033", "30", {"健康状况": frozenset({"长期慢性病"})}),
        ("文化程度", "高中（肄业）", {"文化程度": "高中"}),
        ("健康状况", "慢性病、残疾", {"健康状况": frozenset({"长期慢性病", "残疾"})}),
        ("是否低保户", "√", {"人员类别": PartialSet(yes=frozenset({"低保"}))}),
        ("是否低保户", "低保户", {"人员类别": PartialSet(yes=frozenset({"低保"}))}),
        ("是否低保户", "×", {"人员类别": PartialSet(no=frozenset({"低保"}))}),
        ("是否低保户", 0.0, {"人员类别": PartialSet(no=frozenset({"低保"}))}),
        ("户类型", "脱贫户、残疾人", {"人员类别": PartialSet(yes=frozenset({"脱贫人口", "残疾人"}))}),
        ("户类型", "无", {"人员类别": NONE}),
        ("有无就业意愿", "有", {"就业意愿": "有"}),
        ("求职意向", "电工、缝纫/保安", {"意向工种": frozenset({"电工", "缝纫", "保安"})}),
        ("求职意向", "都行", {"意向工种": frozenset({"不限"})}),
        ("求职意向", "无", {"意向工种": NONE}),
        ("是否有培训意愿", "否", {"培训意愿": NONE}),
        ("失业时间", 45418.0, {"失业日期": date(2024, 5, 6)}),
        ("月工资（元）", "3500元/月", {"就业经历": ({"月薪": 3500},)}),
        ("月工资", 0, {}),
        ("是否签订劳动合同", "否", {}),
        ("年收入（万元）", 4, {}),
        ("期望月薪（万元）", 0.5, {"最低月薪": 5000}),
        ("期望月薪（万元）", 1, {"最低月薪": 10000}),
        ("期望月薪", "3000-4000", {"最低月薪": 3000}),
        ("证书", "电工证", {"证书": ({"职业": "电工"},)}),
        ("证书", "电工（四级）、育婴员", {"证书": ({"职业": "电工", "等级": "四级"}, {"职业": "育婴员"})}),
        ("证书", "高级焊工", {"证书": ({"职业": "焊工", "等级": "三级"},)}),
        ("证书", "无", {"证书": NONE}),
        ("家属电话", "19900001234", {"电话": ({"号码": "19900001234", "属于": "家属"},)}),
        ("联系电话", "19900001234（停机）", {"电话": ({"号码": "19900001234", "状态": "停机"},)}),
        ("联系电话", "无", {"电话": NONE}),
        ("户籍地址", "本县", {"户籍地": "山东/聊城/临清"}),
        ("家庭人口数", "5人", {"家庭人口": 5}),
        ("失业保险累计缴费月数", "3年2个月", {"失业保险缴费月数": 38}),
        ("备注", "=HYPERLINK(\x1b[31m1)", {"备注": "=HYPERLINK([31m1)"}),
    ],
)  # fmt: skip
def test_one_cell_under_one_header(title: str, cell: Cell, told: dict[str, Value]) -> None:
    assert values(title, cell) == told


@pytest.mark.parametrize(
    ("title", "cell", "message"),
    [
        ("文化程度", "71", "“71”是代码，这一列没写明是哪套代码；请写成文字，如 初中"),
        ("性别", "公", "“公”不在性别的选项里；可填 男、女"),
        ("是否低保户", "A类", "“A类”看不出是还是否；请填 是 或 否"),
        ("失业时间", "2024年5月", "只写到月，没有日；问到哪一天后写成 2024-05-06 这样"),
        ("月工资", "2200-2800", "“2200-2800”不是一个准数；问清楚后填一个数"),
        ("联系电话", "1990000123", "手机号是 10 位，应为 11 位；请核对"),
        ("是否有培训意愿", "是", "只写了“是”，没写是什么；请问清楚培训意愿"),
        ("户籍地址", "外地", "“外地”看不出是哪个省；请从省写到县，如 山东/聊城/临清"),
    ],
)
def test_a_cell_that_cannot_be_taken_leaves_only_its_field_out(
    title: str, cell: Cell, message: str
) -> None:
    assert fault(title, cell) == message


def test_a_readable_part_of_a_cell_is_kept_beside_the_complaint() -> None:
    (row,) = rows(("姓名", "健康状况", "电话"), ("李广军", "残疾、不好说", "19900001234/1990000"))
    assert row.values["健康状况"] == frozenset({"残疾"})
    assert row.values["电话"] == ({"号码": "19900001234"},)
    assert [p.column for p in row.problems] == ["健康状况", "电话"]


def test_birth_and_sex_come_from_the_number_and_contradictions_are_said() -> None:
    (row,) = rows(("姓名", "身份证号", "性别", "出生日期"), ("李广军", MAN, "女", "1975-06-27"))
    assert (row.values["性别"], row.values["出生日期"]) == ("男", date(1975, 6, 26))
    assert [p.message for p in row.problems] == [
        "表里写的是 女，身份证号上是 男；按身份证号录入，请核对",
        "表里写的是 1975-06-27，身份证号上是 1975-06-26；按身份证号录入，请核对",
    ]


def test_a_row_with_only_a_name_is_a_person() -> None:
    (row,) = rows(("序号", "姓名", "电话"), (1, "李广军", None))
    assert (row.refused, dict(row.values)) == (None, {"姓名": "李广军"})


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ((None, MAN), CellProblem(2, "姓名", "没有填姓名")),
        (("李\x00军", MAN), CellProblem(2, "姓名", "姓名里有坏字符（NUL），请重新录入姓名")),
        (
            ("李军", MAN[:-1] + "0"),
            CellProblem(2, "身份证号", "身份证号校验码不对，多半抄错了一位；请对照证件核对"),
        ),
        (
            ("李军", 9.99e17),
            CellProblem(
                2,
                "身份证号",
                "身份证号是数字格式，后三位已经丢了；请把这一列设成文本，照证件重新填",
            ),
        ),
        (("李军", "99999920300101001" + "X"), None),
    ],
)
def test_a_row_without_a_name_or_with_a_wrong_number_is_refused_whole(
    line: tuple[Cell, ...], refused: CellProblem | None
) -> None:
    (row,) = rows(("姓名", "身份证号"), line)
    assert row.refused is not None
    if refused:
        assert (row.refused, dict(row.values)) == (refused, {})


def test_a_masked_number_is_left_out_and_said() -> None:
    (row,) = rows(("姓名", "身份证号"), ("李广军", "9999**********7715"))
    assert (row.refused, dict(row.values), row.masked) == (
        None,
        {"姓名": "李广军"},
        "9999**********7715",
    )
    assert row.problems[0].message == "身份证号中间盖住了，没有录入；有完整号码时再补"


def test_a_whole_column_that_was_floats_is_refused() -> None:
    spoilt = [
        "999999197506268224",
        "999999197307036048",
        "999999199703053328",
        "999999200309165056",
    ]
    sheet_rows = rows(
        ("姓名", "身份证号"), *((f"李{n}", number) for n, number in enumerate(spoilt))
    )
    assert all(row.refused for row in sheet_rows)


def test_totals_remarks_repeated_headers_counts_and_blanks_are_no_people() -> None:
    found = rows(
        ("序号", "姓名", "性别", "组"),
        ("(1)", "(2)", "(3)", "(4)"),
        (1, "李广军", "男", "1组"),
        (2, None, None, None),
        (),
        ("序号", "姓名", "性别", "组"),
        (3, "王芳", "女", "2组"),
        ("合计", "2人", None, None),
        ("小 计", None, None, 2),
        ("注：本表一式两份，一份报镇人社所。",),
        ("填报人：张三", None, "审核人：李四", None),
        (None, "以上人员均已核实，情况属实，特此说明", None, None),
    )
    assert [(row.number, row.name) for row in found] == [(3, "李广军"), (7, "王芳")]


def test_a_line_of_its_own_names_the_group_of_those_below_it() -> None:
    found = rows(
        ("姓名", "性别"),
        ("第一组", None),
        ("李广军", "男"),
        ("2组", None),
        ("王芳", "女"),
        merged=(Merge(3, 0, 3, 1),),
    )
    assert [(row.name, row.values["组"]) for row in found] == [
        ("李广军", "第一组"),
        ("王芳", "2组"),
    ]


def test_cells_merged_downwards_hold_for_every_row_they_cover() -> None:
    found = rows(
        ("户主姓名", "姓名", "性别"),
        ("李大", "李大", "男"),
        (None, "王芳", "女"),
        (None, "李小", "男"),
        merged=(Merge(1, 0, 3, 0),),
    )
    assert [row.values["户主姓名"] for row in found] == ["李大", "李大", "李大"]


def test_two_certificates_in_repeated_columns_are_two_records() -> None:
    (row,) = rows(
        ("姓名", "证书", "证书等级", "证书", "证书等级"), ("李广军", "电工", "五级", "焊工", "四级")
    )
    assert row.values["证书"] == (
        {"职业": "电工", "等级": "五级"},
        {"职业": "焊工", "等级": "四级"},
    )


def test_workplace_trade_wage_and_dates_make_one_job() -> None:
    (row,) = rows(
        ("姓名", "务工单位", "从事工种", "月工资", "外出时间", "就业地域", "是否签订劳动合同"),
        ("李广军", "某电子厂", "普工", 4500, "2025/3/1", "外省", "是"),
    )
    assert row.values["就业经历"] == (
        {
            "单位": "某电子厂",
            "工种": "普工",
            "月薪": 4500,
            "起": date(2025, 3, 1),
            "区域": "省外",
            "合同": True,
        },
    )


def test_several_columns_of_one_set_are_put_together_and_contradictions_are_left_out() -> None:
    (row,) = rows(("姓名", "是否低保户", "是否残疾人", "是否脱贫户"), ("李广军", "是", "否", None))
    assert row.values["人员类别"] == PartialSet(frozenset({"低保"}), frozenset({"残疾人"}))
    (row,) = rows(("姓名", "户类型", "是否低保户"), ("李广军", "低保户", "否"))
    assert row.values["人员类别"] == PartialSet()
    assert "又说是低保又说不是" in row.problems[0].message


def test_two_columns_of_one_plain_set_are_put_together() -> None:
    (row,) = rows(("姓名", "求职意向", "就业工种意向"), ("李广军", "电工", "焊工"))
    assert row.values["意向工种"] == frozenset({"电工", "焊工"})
    (row,) = rows(("姓名", "户类型", "监测对象类别"), ("李广军", "一般户", "边缘易致贫户"))
    assert row.values["人员类别"] == PartialSet(yes=frozenset({"防止返贫监测对象"}))


def test_a_formula_without_its_result_is_said_and_refuses_where_it_matters() -> None:
    heads = ("姓名", "身份证号", "备注")
    (noted,) = rows(heads, ("李广军", MAN, None), flaws=(Flaw(1, 2, "公式"),))
    assert noted.problems == (CellProblem(2, "备注", "公式"),)
    (refused,) = rows(heads, ("李广军", None, "x"), flaws=(Flaw(1, 1, "公式"),))
    assert refused.refused == CellProblem(2, "身份证号", "公式")


def test_a_phone_column_and_a_relatives_column_make_two_phones() -> None:
    (row,) = rows(("姓名", "联系电话", "女儿电话"), ("李广军", "19900001234", "19900005678"))
    assert row.values["电话"] == ({"号码": "19900001234"}, {"号码": "19900005678", "属于": "女儿"})
