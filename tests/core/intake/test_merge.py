"""What a row changes in a file, and what it must not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiuye_cli.core.fields.value import NONE, Evidence, Grade, PartialSet
from jiuye_cli.core.intake.merge import Change, applied, merge
from jiuye_cli.core.intake.people import PEOPLE_FIELDS

FIELDS = {f.name: f for f in PEOPLE_FIELDS}


def after(name: str, before: Any, told: Any) -> Any:
    """The field's new value, or None where nothing changes."""
    change = merge(FIELDS, {name: before}, {name: told}).changes.get(name)
    return change.after if change else None


@pytest.mark.parametrize(
    ("name", "before", "told"),
    [
        ("姓名", "单䶮", "单?"),
        ("姓名", "单䶮", "单□"),
        ("姓名", "杨𠮷", "杨??"),
        ("住址", "柳树镇柳树屯3组12号", "柳树屯3组"),
        ("备注", "腿不好；下午打", "腿不好"),
        ("证书", ({"职业": "电工", "等级": "五级", "id": 1},), ({"职业": "电工"},)),
        ("电话", ({"号码": "19900001234", "属于": "女儿", "id": 1},), ({"号码": "19900001234"},)),
        ("就业经历", ({"单位": "某厂", "月薪": 3200, "id": 1},), ({"月薪": 3200},)),
        (
            "人员类别",
            PartialSet(frozenset({"低保"}), frozenset({"残疾人"})),
            PartialSet(yes=frozenset({"低保"})),
        ),
        ("人员类别", frozenset({"低保"}), PartialSet(no=frozenset({"残疾人"}))),
        ("文化程度", "初中", "初中"),
    ],
)
def test_a_poorer_or_equal_value_changes_nothing(name: str, before: Any, told: Any) -> None:
    merged = merge(FIELDS, {name: before}, {name: told})
    assert (merged.changes, merged.kept) == ({}, {})


@pytest.mark.parametrize(
    ("name", "before", "told", "result"),
    [
        ("姓名", "单?", "单䶮", "单䶮"),
        ("文化程度", "初中", "高中", "高中"),
        ("住址", "柳树屯3组", "柳树镇柳树屯3组12号", "柳树镇柳树屯3组12号"),
        ("备注", "腿不好", "下午打", "腿不好；下午打"),
        ("意向工种", frozenset({"电工"}), frozenset({"缝纫"}), frozenset({"缝纫"})),
        ("电话", ({"号码": "19900001234", "id": 1},), ({"号码": "19900005678"},), ({"号码": "19900001234", "id": 1}, {"号码": "19900005678"})),
        ("电话", ({"号码": "19900001234", "id": 1},), ({"号码": "19900001234", "属于": "女儿"},), ({"号码": "19900001234", "id": 1, "属于": "女儿"},)),
        ("证书", ({"职业": "电工", "id": 1},), ({"职业": "电工", "等级": "五级"},), ({"职业": "电工", "id": 1, "等级": "五级"},)),
        ("证书", ({"职业": "电工", "等级": "五级", "id": 1},), ({"职业": "电工", "等级": "四级"},),
         ({"职业": "电工", "等级": "五级", "id": 1}, {"职业": "电工", "等级": "四级"})),
        ("就业经历", ({"月薪": 3200, "id": 1},), ({"月薪": 3500},), ({"月薪": 3500, "id": 1},)),
        ("就业经历", ({"月薪": 3200, "止": date(2026, 1, 1), "id": 1},), ({"月薪": 3500},),
         ({"月薪": 3200, "止": date(2026, 1, 1), "id": 1}, {"月薪": 3500})),
        ("人员类别", PartialSet(yes=frozenset({"低保"})), PartialSet(no=frozenset({"低保"})), PartialSet(no=frozenset({"低保"}))),
        ("人员类别", frozenset({"低保"}), PartialSet(yes=frozenset({"残疾人"})), PartialSet(yes=frozenset({"残疾人"}))),
        ("证书", NONE, ({"职业": "电工"},), ({"职业": "电工"},)),
    ],
)  # fmt: skip
def test_a_better_or_newer_value_is_taken(name: str, before: Any, told: Any, result: Any) -> None:
    assert after(name, before, told) == result


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("证书", ({"职业": "电工"},)),
        ("就业创业证号", "X1"),
        ("人员类别", PartialSet(yes=frozenset({"低保"}))),
    ],
)
def test_none_in_a_workbook_clears_nothing_and_says_so(name: str, before: Any) -> None:
    merged = merge(FIELDS, {name: before}, {name: NONE})
    assert merged.changes == {}
    assert "没有清掉" in merged.kept[name]


def test_what_was_seen_on_paper_is_not_replaced_by_hearsay() -> None:
    seen = {"文化程度": Evidence(Grade.SEEN, "毕业证", date(2026, 1, 1))}
    merged = merge(FIELDS, {"文化程度": "初中"}, {"文化程度": "高中"}, seen)
    assert merged.changes == {}
    assert merged.kept == {
        "文化程度": "档案里的文化程度是看过原件的，没有改；核实了再用 jiuye set 改"
    }
    assert merge(FIELDS, {"文化程度": "初中"}, {"文化程度": "高中"}, seen, Grade.COPY).changes


def test_fields_the_row_is_silent_about_are_not_touched() -> None:
    assert merge(FIELDS, {"文化程度": "初中", "组": "1组"}, {"组": "2组"}).changes == {
        "组": Change("1组", "2组")
    }


VALUES = st.fixed_dictionaries(
    {},
    optional={
        "姓名": st.sampled_from(["单䶮", "单?", "李军"]),
        "文化程度": st.sampled_from(["小学", "初中"]),
        "备注": st.sampled_from(["腿不好", "下午打", "腿"]),
        "住址": st.sampled_from(["3组", "柳树屯3组", "2组"]),
        "电话": st.lists(
            st.sampled_from(
                [
                    {"号码": "19900001234"},
                    {"号码": "19900001234", "属于": "女儿"},
                    {"号码": "19900005678"},
                ]
            ),
            min_size=1,
        ).map(tuple),
        "证书": st.one_of(
            st.just(NONE),
            st.lists(
                st.sampled_from(
                    [{"职业": "电工"}, {"职业": "电工", "等级": "五级"}, {"职业": "焊工"}]
                ),
                min_size=1,
            ).map(tuple),
        ),
        "就业经历": st.lists(
            st.sampled_from(
                [{"月薪": 3200}, {"单位": "某厂"}, {"单位": "某厂", "止": date(2026, 1, 1)}]
            ),
            min_size=1,
            max_size=1,
        ).map(tuple),
        "人员类别": st.builds(
            lambda yes, no: PartialSet(yes, no - yes),
            st.frozensets(st.sampled_from(["低保", "残疾人"])),
            st.frozensets(st.sampled_from(["低保", "残疾人"])),
        ),
    },
)


@given(VALUES, VALUES)
def test_the_same_row_twice_changes_nothing_the_second_time(
    known: dict[str, Any], told: dict[str, Any]
) -> None:
    once = applied(known, merge(FIELDS, known, told).changes)
    assert merge(FIELDS, once, told).changes == {}


@given(VALUES, VALUES)
def test_nothing_known_is_ever_emptied(known: dict[str, Any], told: dict[str, Any]) -> None:
    once = applied(known, merge(FIELDS, known, told).changes)
    assert set(known) <= set(once)
    for name in ("电话", "证书"):
        if isinstance(known.get(name), tuple):
            assert len(once[name]) >= len(known[name])
