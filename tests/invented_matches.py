"""Invented people and posts for the tests of matching."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from jiuye_cli.core.fields.value import NONE, UNKNOWN, Facts
from jiuye_cli.core.matching.limits import WELFARE_FACT
from jiuye_cli.core.matching.rules import MatchRules, Points
from jiuye_cli.core.matching.seeker import Seeker
from jiuye_cli.core.posts.post import Post, Rung

TODAY = date(2026, 11, 21)
RULES = MatchRules(
    points=Points(
        trade=30, certificate=12, zone=15, form=15, enough=10, too_little=-15, hundred_yuan=1,
        hundreds_at_most=60, insured=4, unasked=-2, stale=-6,
        rungs={Rung.LOCAL: 40, Rung.HOME: 36, Rung.EXPORT: 30}, zones={"本村": 6, "镇内": 5},
    )
)  # fmt: skip

PERSON_POOLS: dict[str, list[Any]] = {
    "年龄": [17, 18, 45, 50, 51, 60],
    "文化程度": ["小学", "初中", "高中", "中专", "大专"],
    "证书": [NONE, ({"职业": "电工", "等级": "五级"},), ({"职业": "焊工"},)],
    "不能": [NONE, frozenset({"重体力"}), frozenset({"夜班", "倒班"}), frozenset({"出村"}), frozenset({"出县", "久站"})],
    "劳动能力": ["普通劳动力", "弱劳动力", "无劳动力"],
    "残疾人证": [True, False],
    "照护": [NONE, frozenset({"学生"})],
    "照护时段": ["16:30-18:00", "6:00-7:00"],
    WELFARE_FACT: [True, False],
    "意向工种": [frozenset({"电工"}), frozenset({"保洁"})],
    "最低月薪": [2000, 3500],
}  # fmt: skip
POST_POOLS: dict[str, list[Any]] = {
    "工种": ["电工", "焊工", "保洁"],
    "年龄下限": [NONE, 18, 45],
    "年龄上限": [NONE, 50, 60],
    "学历要求": [NONE, "初中", "高中"],
    "证书要求": [NONE, "电工"],
    "证书等级": [NONE, "四级"],
    "劳动强度": ["轻", "中", "重"],
    "班次": ["白班", "两班倒", "三班倒"],
    "工作环境": [NONE, frozenset({"久站"})],
    "工作区域": ["本村", "镇内", "省内"],
    "接受残疾人": [True, False],
    "上班时间": ["8:00-17:00", "7:00-15:00"],
    "用工形式": ["单位就业", "公益性岗位"],
    "月薪低": [2000, 3400],
    "人数": [1, 2],
    "核实日期": [date(2026, 11, 1), date(2026, 11, 20)],
}


def facts(pools: dict[str, list[Any]]) -> st.SearchStrategy[Facts]:
    """Some of the facts known, each with a value of its pool."""
    one = {name: st.sampled_from([UNKNOWN, *values]) for name, values in pools.items()}
    return st.fixed_dictionaries(one).map(
        lambda values: Facts({k: v for k, v in values.items() if v is not UNKNOWN})
    )


@st.composite
def seekers(draw: st.DrawFn, most: int = 6) -> list[Seeker]:
    """Some people who look for work, with different days of waiting."""
    found = draw(st.lists(st.tuples(facts(PERSON_POOLS), st.integers(0, 3)), max_size=most))
    return [
        Seeker(number, f"某{number}", known, TODAY - timedelta(days=100 * days))
        for number, (known, days) in enumerate(found, 1)
    ]


@st.composite
def posts(draw: st.DrawFn, most: int = 8) -> list[Post]:
    """Some posts of a few employers."""
    found = draw(st.lists(st.tuples(facts(POST_POOLS), st.integers(1, 3)), max_size=most))
    return [
        Post(number, employer, f"单位{employer}", known)
        for number, (known, employer) in enumerate(found, 1)
    ]
