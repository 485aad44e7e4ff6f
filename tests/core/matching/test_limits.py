"""Each limit on its boundary: one year, one level, one shift, one minute."""

from __future__ import annotations

from typing import Any

import pytest

from jiuye_cli.core.fields.value import NONE, UNKNOWN, PartialSet
from jiuye_cli.core.matching.limits import LIMITS
from jiuye_cli.core.rules.truth import NO, YES, Truth
from jiuye_cli.core.rules.truth import UNKNOWN as ASK

BY_NAME = {limit.name: limit for limit in LIMITS}


def answer(name: str, person: dict[str, Any], post: dict[str, Any]) -> Truth:
    limit = BY_NAME[name]
    return limit.check(limit.key_of(person), limit.post_key(post))


@pytest.mark.parametrize(
    ("age", "low", "high", "result"),
    [
        (18, 18, 50, YES),
        (17, 18, 50, NO),
        (50, 18, 50, YES),
        (51, 18, 50, NO),
        (51, NONE, NONE, YES),
        (51, UNKNOWN, 50, NO),
        (49, UNKNOWN, 50, ASK),
        (UNKNOWN, 18, 50, ASK),
        (UNKNOWN, NONE, NONE, YES),
    ],
)
def test_an_age_limit_holds_both_its_ends_and_asks_where_it_is_open(
    age: Any, low: Any, high: Any, result: Truth
) -> None:
    assert answer("年龄", {"年龄": age}, {"年龄下限": low, "年龄上限": high}) is result


@pytest.mark.parametrize(
    ("school", "asked", "result"),
    [("初中", "高中", NO), ("高中", "高中", YES), ("中专", "高中", YES), ("高中", "中专", YES), (UNKNOWN, "初中", ASK),
     (UNKNOWN, NONE, YES), (NONE, "小学", NO), ("小学", UNKNOWN, ASK)],
)  # fmt: skip
def test_schooling_is_at_least_what_is_asked(school: Any, asked: Any, result: Truth) -> None:
    assert answer("学历", {"文化程度": school}, {"学历要求": asked}) is result


@pytest.mark.parametrize(
    ("held", "trade", "level", "result"),
    [
        (({"职业": "电工", "等级": "五级"},), "电工", NONE, YES),
        (({"职业": "电工", "等级": "五级"},), "电工", "四级", NO),
        (({"职业": "电工", "等级": "三级"},), "电工", "四级", YES),
        (({"职业": "电工"},), "电工", "四级", ASK),
        (({"职业": "焊工", "等级": "三级"},), "电工", NONE, NO),
        (({"职业": "焊工", "等级": "三级"},), "电工或焊工", NONE, YES),
        (NONE, "电工", NONE, NO),
        (UNKNOWN, "电工", NONE, ASK),
        (UNKNOWN, NONE, NONE, YES),
    ],
)
def test_a_certificate_must_be_of_the_trade_and_high_enough(
    held: Any, trade: Any, level: Any, result: Truth
) -> None:
    assert answer("证书", {"证书": held}, {"证书要求": trade, "证书等级": level}) is result


@pytest.mark.parametrize(
    ("cannot", "ability", "load", "result"),
    [
        (frozenset({"重体力"}), "普通劳动力", "重", NO),
        (frozenset({"重体力"}), "普通劳动力", "中", YES),
        (NONE, "弱劳动力", "重", NO),
        (NONE, "弱劳动力", "中", ASK),
        (NONE, "弱劳动力", "轻", YES),
        (NONE, "无劳动力", "轻", NO),
        (UNKNOWN, "普通劳动力", "重", ASK),
        (UNKNOWN, "普通劳动力", "轻", YES),
    ],
)
def test_load_looks_at_health_limits_and_at_ability(
    cannot: Any, ability: str, load: str, result: Truth
) -> None:
    assert answer("劳动强度", {"不能": cannot, "劳动能力": ability}, {"劳动强度": load}) is result


@pytest.mark.parametrize(
    ("cannot", "shift", "result"),
    [
        ({"夜班"}, "三班倒", NO),
        ({"夜班"}, "两班倒", ASK),
        ({"夜班"}, "白班", YES),
        ({"倒班"}, "两班倒", NO),
        (set(), "三班倒", YES),
        ({"夜班"}, UNKNOWN, ASK),
    ],
)
def test_two_shifts_may_or_may_not_mean_nights(cannot: set[str], shift: Any, result: Truth) -> None:
    assert answer("班次", {"不能": frozenset(cannot)}, {"班次": shift}) is result


@pytest.mark.parametrize(
    ("cannot", "zone", "at_home", "result"),
    [
        ({"出村"}, "镇内", UNKNOWN, NO),
        ({"出村"}, "镇内", True, YES),
        ({"出县"}, "县内", False, YES),
        ({"出县"}, "省内", False, NO),
        ({"出县"}, UNKNOWN, False, ASK),
    ],
)
def test_distance_stops_at_the_village_or_the_county(
    cannot: set[str], zone: Any, at_home: Any, result: Truth
) -> None:
    post = {"工作区域": zone, "居家": at_home}
    assert answer("距离", {"不能": frozenset(cannot)}, post) is result


@pytest.mark.parametrize(
    ("person", "takes", "result"),
    [
        ({"残疾人证": True}, False, NO),
        ({"残疾人证": True}, UNKNOWN, ASK),
        ({"残疾人证": False}, False, YES),
        ({"人员类别": PartialSet(no=frozenset({"残疾人"}))}, False, YES),
        ({"残疾等级": "三级"}, False, NO),
        ({}, True, YES),
        ({}, False, ASK),
    ],
)
def test_disabled_people_are_refused_only_where_the_employer_said_so(
    person: dict[str, Any], takes: Any, result: Truth
) -> None:
    assert answer("残疾", person, {"接受残疾人": takes}) is result


@pytest.mark.parametrize(
    ("hours", "at_work", "result"),
    [("17:00-18:00", "8:00-17:00", YES), ("16:59-18:00", "8:00-17:00", NO), ("说不准", "8:00-17:00", ASK)],
)  # fmt: skip
def test_care_and_work_may_touch_but_not_overlap(hours: str, at_work: str, result: Truth) -> None:
    person = {"照护": frozenset({"学生"}), "照护时段": hours}
    assert answer("照护", person, {"上班时间": at_work}) is result


def test_sex_is_no_limit() -> None:
    looked_at = {name for limit in LIMITS for name in (*limit.person, *limit.post)}
    assert not looked_at & {"性别", "性别要求"}
