"""Headers as counties, towns and villages write them."""

from __future__ import annotations

import pytest

from jiuye_cli.core.fields.field import Entity, Field, Kind
from jiuye_cli.core.intake.header import Header, find_header
from jiuye_cli.core.intake.people import PEOPLE_FIELDS, find_people_header
from jiuye_cli.core.intake.sheet import Merge, Sheet
from jiuye_cli.core.people.cell import Cell
from jiuye_cli.errors import UsageError

Rows = list[tuple[Cell, ...]]


def header(rows: Rows, merged: tuple[Merge, ...] = (), **wanted: str) -> Header:
    found = find_header(Sheet("表", rows, merged), PEOPLE_FIELDS, wanted)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("姓 名", "姓名"), ("*姓名", "姓名"), ("姓名（必填）", "姓名"), ("劳动者姓名", "姓名"), ("职工姓名", "姓名"), ("1.姓名", "姓名"),
        ("身份证\n号码", "身份证号"), ("公民身份号码", "身份证号"), ("身份证号（18位）", "身份证号"), ("本人身份证号码", "身份证号"), ("aac002", "身份证号"),
        ("联系电话", "电话"), ("手机", "电话"), ("联系电话（手机）", "电话"), ("联系电话1", "电话"), ("本人联系电话", "电话"), ("家属电话", "电话"),
        ("子女联系电话", "电话"), ("村民小组", "组"), ("组别", "组"), ("学历", "文化程度"), ("文化\u3000程度", "文化程度"), ("AAC011", "文化程度"),
        ("月工资（元）", "就业经历.月薪"), ("月均收入(元)", "就业经历.月薪"), ("务工企业名称", "就业经历.单位"), ("从事工种", "就业经历.工种"),
        ("工种", "就业经历.工种"), ("外出务工时间", "就业经历.起"), ("解除劳动合同时间", "就业经历.止"), ("就业地域", "就业经历.区域"),
        ("是否签订劳动合同", "就业经历.合同"), ("职业资格证书", "证书.职业"), ("证书", "证书.职业"), ("技能等级", "证书.等级"), ("取证时间", "证书.发证日期"),
        ("求职意向", "意向工种"), ("期望月薪（元）", "最低月薪"), ("有无就业意愿", "就业意愿"), ("是否低保户", "人员类别.低保"),
        ("低保户", "人员类别.低保"), ("是否低保", "人员类别.低保"), ("是否脱贫户", "人员类别.脱贫人口"), ("是否为建档立卡贫困户", "人员类别.脱贫人口"),
        ("监测户", "人员类别.防止返贫监测对象"), ("是否残疾人", "人员类别.残疾人"), ("是否残疾", "人员类别.残疾人"), ("是否退役军人", "人员类别.退役军人"),
        ("是否零就业家庭", "人员类别.零就业家庭成员"), ("户类型", "人员类别"), ("目前状态", "就业状态"), ("健康情况", "健康状况"), ("有无残疾证", "残疾人证"),
        ("家庭人口数", "家庭人口"), ("户主姓名", "户主姓名"), ("与户主关系", "与户主关系"), ("备  注", "备注"), ("就业失业登记证号", "就业创业证号"),
        ("失业保险累计缴费月数", "失业保险缴费月数"), ("现住址", "常住地"), ("家庭住址", "住址"), ("是否在校生", "在校"), ("性别", "性别"),
    ],
)  # fmt: skip
def test_a_header_is_recognised_however_it_is_dressed(title: str, field: str) -> None:
    found = header(
        [("姓名", title)] if "姓名" not in title or "户主" in title else [(title, "性别")]
    )
    assert field in found.mapping.values()


@pytest.mark.parametrize(
    "title",
    [
        "序号",
        "年龄",
        "食堂卡号",
        "帮扶人电话",
        "户主身份证号",
        "配偶姓名",
        "编号",
        "政治面貌",
        "婚姻状况",
        "岗位补贴标准",
        "乡镇",
    ],
)
def test_a_header_of_something_else_is_left_and_named(title: str) -> None:
    assert header([("姓名", "性别", title)]).unmapped == [title]


def test_titles_remarks_and_empty_rows_above_are_passed_over() -> None:
    rows: Rows = [
        ("××县××镇农村劳动力资源台账",), ("填报单位：××村委会", None, None, "填报日期：2026年11月20日"), (), ("单位：人、元",),
        ("序号", "姓名", "性别", "身份证号"), (1.0, "李广军", "男", "999999197506267715"),
    ]  # fmt: skip
    found = header(rows, (Merge(0, 0, 0, 3),))
    assert found.data_from == 5
    assert found.mapping == {"姓名": "姓名", "性别": "性别", "身份证号": "身份证号"}


TWO_LEVELS: Rows = [
    ("姓名", "就业情况", None, None, "培训情况", None, "意向", None, "户主信息", None),
    (None, "单位", "工种", "时间", "名称", "截止时间", "工种", "地点", "姓名", "身份证号"),
    (
        "李广军",
        "某厂",
        "电工",
        "2024-05-06",
        "焊工班",
        "2025-01-02",
        "保安",
        "县内",
        "李大",
        "999999197506267715",
    ),
]
TWO_LEVELS_MAPPING = {
    "姓名": "姓名",
    "单位": "就业经历.单位",
    "就业情况/工种": "就业经历.工种",
    "时间": "就业经历.起",
    "名称": "培训.名称",
    "截止时间": "培训.止",
    "意向/工种": "意向工种",
    "地点": "意向区域",
    "户主信息/姓名": "户主姓名",
}


@pytest.mark.parametrize(
    "merged",
    [
        (),
        (
            Merge(0, 0, 1, 0),
            Merge(0, 1, 0, 3),
            Merge(0, 4, 0, 5),
            Merge(0, 6, 0, 7),
            Merge(0, 8, 0, 9),
        ),
    ],
)
def test_two_levels_are_read_together_with_and_without_merges(merged: tuple[Merge, ...]) -> None:
    found = header(TWO_LEVELS, merged)
    assert found.data_from == 2
    assert found.mapping == TWO_LEVELS_MAPPING
    assert found.unmapped == ["身份证号"]


def test_three_levels_are_read_by_the_lowest() -> None:
    rows: Rows = [
        ("姓名", "身份证号", "劳动力情况", None, None), (None, None, "就业", None, "健康状况"), (None, None, "就业单位", "月工资", None), ("李", "x", "厂", 1, "健康"),
    ]  # fmt: skip
    found = header(
        rows,
        (
            Merge(0, 0, 2, 0),
            Merge(0, 1, 2, 1),
            Merge(0, 2, 0, 4),
            Merge(1, 2, 1, 3),
            Merge(1, 4, 2, 4),
        ),
    )
    assert found.data_from == 3
    assert list(found.mapping.values()) == [
        "姓名",
        "身份证号",
        "就业经历.单位",
        "就业经历.月薪",
        "健康状况",
    ]


def test_repeated_columns_of_a_list_fill_one_record_after_the_other() -> None:
    found = header([("姓名", "证书", "证书等级", "证书", "证书等级")])
    assert [(c.target.name, c.turn) for c in found.columns if c.target] == [
        ("姓名", 0), ("证书.职业", 0), ("证书.等级", 0), ("证书.职业", 1), ("证书.等级", 1),
    ]  # fmt: skip
    assert len(set(found.mapping)) == 5


def test_a_second_column_for_a_plain_field_fills_nothing() -> None:
    found = header([("姓名", "性别", "姓名")])
    assert found.unmapped == ["姓名（C列）"]


def test_the_users_mapping_wins_by_header_or_letter_and_can_leave_a_column_out() -> None:
    rows: Rows = [("姓名", "性别", "技能特长", "备注", None), ("李", "男", "电工", "x", "y")]
    found = header(rows, 技能特长="意向工种", 备注="不要", E="住址")
    assert found.mapping == {"姓名": "姓名", "性别": "性别", "技能特长": "意向工种", "E列": "住址"}
    assert found.unmapped == ["备注"]


def test_the_users_mapping_finds_a_header_that_nothing_else_would() -> None:
    found = header([("甲", "乙"), ("李广军", "男")], 甲="姓名", 乙="性别")
    assert found.mapping == {"甲": "姓名", "乙": "性别"}


def test_a_field_that_does_not_exist_is_a_usage_error_with_the_nearest_names() -> None:
    with pytest.raises(
        UsageError, match=r"--map 学历=文化水平：没有“文化水平”这个字段，是不是 文化程度"
    ):
        header([("姓名", "学历")], 学历="文化水平")


def test_a_column_that_does_not_exist_is_a_usage_error_with_the_headers() -> None:
    with pytest.raises(UsageError, match="“特长”表里没有。表头有：姓名、性别"):
        header([("姓名", "性别")], 特长="意向工种")


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [()],
        [("通知",), ("请各村尽快上报。",)],
        [("单位名称", "岗位", "人数")],
        [("李广军", "男", "19900001234")],
    ],
)
def test_a_sheet_without_people_has_no_header_of_people(rows: Rows) -> None:
    assert find_people_header(Sheet("表", rows)) is None


def test_other_entities_are_recognised_by_the_same_rules() -> None:
    post = Entity(
        "岗位",
        "job",
        (
            Field("岗位名称", Kind.TEXT, aliases=("招聘岗位",)),
            Field("用人单位", Kind.TEXT, aliases=("企业名称",)),
            Field("招聘人数", Kind.NUMBER, aliases=("人数",)),
            Field("月薪", Kind.MONEY, aliases=("薪资待遇",)),
        ),
    )
    rows: Rows = [
        ("××镇用工需求表",),
        ("序号", "企业名称", "招聘岗位", "人数", "薪资待遇（元/月）"),
        (1.0, "某厂", "缝纫工", "若干", "2200-2800"),
    ]
    found = find_header(Sheet("岗位", rows), post.fields)
    assert found is not None
    assert found.mapping == {
        "企业名称": "用人单位",
        "招聘岗位": "岗位名称",
        "人数": "招聘人数",
        "薪资待遇（元/月）": "月薪",
    }
    assert found.unmapped == ["序号"]
