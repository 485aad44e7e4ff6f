"""Posts as employers write them, and what may not be read into them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiuye_cli.core.fields.value import NONE, UNKNOWN
from jiuye_cli.core.posts.spelling import WRITTEN_FIELDS, employer_key, read_post

HOME = "山东/聊城/临清"


@pytest.mark.parametrize(
    ("column", "text", "values"),
    [
        ("年龄要求", "18~50岁", {"年龄下限": 18, "年龄上限": 50}),
        ("年龄要求", "18-45周岁", {"年龄下限": 18, "年龄上限": 45}),
        ("年龄要求", "60岁以下", {"年龄下限": NONE, "年龄上限": 60}),
        ("年龄要求", "女性优先，55以下", {"年龄下限": NONE, "年龄上限": 55, "性别要求": "女性优先"}),
        ("年龄要求", "不限", {"年龄下限": NONE, "年龄上限": NONE}),
        ("年龄要求", "年满18周岁", {"年龄下限": 18, "年龄上限": NONE}),
        ("人数", "3人", {"人数": 3}),
        ("人数", 5.0, {"人数": 5}),
        ("人数", "若干", {}),
        ("月薪", "面议", {"计薪方式": "面议", "工资说明": "面议"}),
        ("月薪", 4200.0, {"月薪低": 4200, "月薪高": 4200, "计薪方式": "月薪", "工资说明": "4200"}),
        ("月薪", "按件计，约2500", {"月薪低": 2500, "月薪高": 2500, "计薪方式": "计件", "工资说明": "按件计，约2500"}),
        ("月薪", "2200-2800", {"月薪低": 2200, "月薪高": 2800, "计薪方式": "月薪", "工资说明": "2200-2800"}),
        ("截止日期", "长期", {"截止日期": NONE}),
        ("截止日期", "2026年12月", {"截止日期": date(2026, 12, 31)}),
        ("截止日期", "2026年2月", {"截止日期": date(2026, 2, 28)}),
        ("截止日期", date(2026, 12, 31), {"截止日期": date(2026, 12, 31)}),
        ("学历要求", "初中及以上", {"学历要求": "初中"}),
        ("证书要求", "电工五级", {"证书要求": "电工", "证书等级": "五级"}),
        ("证书要求", "养老护理员", {"证书要求": "养老护理员", "证书等级": NONE}),
        ("证书要求", "无", {"证书要求": NONE, "证书等级": NONE}),
        ("班次", "长白班8:00-17:00", {"班次": "白班", "上班时间": "长白班8:00-17:00"}),
        ("工作地点", "青岛", {"工作地点": "青岛", "工作区域": "省内"}),
        ("工作地点", "苏州", {"工作地点": "苏州", "工作区域": "省外"}),
        ("工作地点", "临清市新华路", {"工作地点": "临清市新华路", "工作区域": "县内"}),
        ("工作地点", "工业园", {"工作地点": "工业园"}),
        ("接受残疾人", "否", {"接受残疾人": False}),
        ("单位类型", "公益性岗位", {"用工形式": "公益性岗位"}),
        ("学历要求", "", {}),
    ],
)  # fmt: skip
def test_one_written_cell_tells_its_fields_and_nothing_more(
    column: str, text: Any, values: dict[str, Any]
) -> None:
    post = read_post({column: text}, HOME)
    assert (post.values, post.faults) == (values, [])


@pytest.mark.parametrize(
    ("column", "text"),
    [("年龄要求", "身体好"), ("人数", "许多人"), ("月薪", "好商量"), ("班次", "看情况"), ("学历要求", "懂电脑"), ("截止日期", "快了"), ("单位类型", "朋友")],
)  # fmt: skip
def test_what_cannot_be_read_is_a_fault_and_no_guess(column: str, text: str) -> None:
    post = read_post({column: text}, HOME)
    assert post.values == {}
    assert [name for name, _ in post.faults] == [column]


def test_the_firm_and_its_short_name_are_one_employer() -> None:
    assert employer_key("鲁中电子有限公司") == employer_key("鲁中电子") != employer_key("鲁南电子")


def test_a_post_of_which_nothing_was_said_is_known_by_its_name_alone() -> None:
    post = read_post({"单位": "诚安物业", "岗位名称": "电工"}, HOME)
    assert post.values == {"岗位名称": "电工", "工种": "电工"}
    assert post.employer_type is UNKNOWN


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from([field.name for field in WRITTEN_FIELDS]),
    st.one_of(st.text(max_size=30), st.floats(), st.integers(), st.dates(), st.text("0123456789-~到点半时岁月元年人以上下不限约", max_size=12)),
)  # fmt: skip
def test_no_cell_whatever_brings_the_reading_down(column: str, cell: Any) -> None:
    post = read_post({column: cell}, HOME)
    assert len(post.faults) <= 1
