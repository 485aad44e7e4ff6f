"""Amounts, counts, yes and no, places: what cells mean."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiuye_cli.core.people.amounts import Amounts, read_amounts, read_money, read_number
from jiuye_cli.core.people.answers import read_yes_no
from jiuye_cli.core.people.places import read_region
from jiuye_cli.errors import RefusedError


@pytest.mark.parametrize(
    ("cell", "amounts"),
    [
        (4200.0, Amounts(4200, 4200)),
        (4200, Amounts(4200, 4200)),
        ("4200", Amounts(4200, 4200)),
        ("3500元/月", Amounts(3500, 3500, per="月")),
        ("3500/月", Amounts(3500, 3500, per="月")),
        ("每月3500元", Amounts(3500, 3500, per="月")),
        ("￥3,500.00", Amounts(3500, 3500)),
        ("３５００元", Amounts(3500, 3500)),
        ("约2500", Amounts(2500, 2500, about=True)),
        ("3000左右", Amounts(3000, 3000, about=True)),
        ("按件计，约2500", Amounts(2500, 2500, about=True)),
        ("2200-2800", Amounts(2200, 2800)),
        ("2200~2800元/月", Amounts(2200, 2800, per="月")),
        ("2200—2800", Amounts(2200, 2800)),
        ("2200元至2800元", Amounts(2200, 2800)),
        ("2800-2200", Amounts(2200, 2800)),
        ("2.2千-2.8千", Amounts(2200, 2800)),
        ("4-6千", Amounts(4000, 6000)),
        ("4-6万/年", Amounts(40000, 60000, per="年")),
        ("0.35万", Amounts(3500, 3500)),
        ("5k", Amounts(5000, 5000)),
        ("5000以上", Amounts(5000, None)),
        ("3000+提成", Amounts(3000, None)),
        ("底薪2000", Amounts(2000, None)),
        ("3000以内", Amounts(None, 3000)),
        ("120元/天", Amounts(120, 120, per="天")),
        ("15元/小时", Amounts(15, 15, per="小时")),
        ("813.04", Amounts(Decimal("813.04"), Decimal("813.04"))),
        ("面议", Amounts()),
        ("计件", Amounts()),
        (0, Amounts(0, 0)),
    ],
)
def test_an_amount_in_every_habit(cell: object, amounts: Amounts) -> None:
    assert read_amounts(cell) == amounts  # type: ignore[arg-type]


def test_one_wage_is_a_number_and_a_negotiable_one_is_not_known() -> None:
    assert read_money("3500元/月") == 3500
    assert read_money("面议") is None


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("2200-2800", "“2200-2800”不是一个准数；问清楚后填一个数"),
        ("5000以上", "“5000以上”不是一个准数；问清楚后填一个数"),
        ("120元/天", "“120元/天”是按天算的；请换算成一个月多少元"),
        ("5万/年", "“5万/年”是按年算的；请换算成一个月多少元"),
        ("不少", "“不少”不是金额；请填数字"),
        ("99999999999", "金额 99999999999 太大了；请核对"),
        (True, "这一格不是金额；请填数字"),
    ],
)
def test_what_is_not_one_amount_a_month_is_refused(cell: object, sentence: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read_money(cell)  # type: ignore[arg-type]
    assert str(refused.value) == sentence


def test_the_least_wage_wanted_is_the_lower_end() -> None:
    assert [
        read_money(cell, lowest=True) for cell in ("2200-2800", "3000以上", "3000以内", "面议")
    ] == [2200, 3000, 3000, None]


@pytest.mark.parametrize(
    ("cell", "unit", "count"),
    [
        (36.0, "个月", 36), ("36", "个月", 36), ("36个月", "个月", 36), ("3年", "个月", 36), ("3年2个月", "个月", 38), ("半年", "个月", 6),
        ("1年半", "个月", 18), ("5口人", "人", 5), ("5人", "人", 5), ("共5人", "人", 5), ("1,200", "", 1200), ("5.0", "人", 5), ("0", "", 0),
    ],
)  # fmt: skip
def test_counts_drop_their_unit(cell: object, unit: str, count: int) -> None:
    assert read_number(cell, unit) == count  # type: ignore[arg-type]


@pytest.mark.parametrize("cell", ["几个", "-5", 36.5, True, "12-18", "3年2个月"])
def test_what_is_no_whole_number_is_refused(cell: object) -> None:
    with pytest.raises(RefusedError):
        read_number(cell)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "cell",
    [
        "是",
        "√",
        "✓",
        "☑",
        "1",
        1,
        1.0,
        "Y",
        "yes",
        True,
        "有",
        "已参加",
        "☑是□否",
        "是√ 否□",
        "□否 ■是",
        "是（2020年）",
        "是。",
    ],
)
def test_yes_in_every_dress(cell: object) -> None:
    assert read_yes_no(cell) is True  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "cell",
    [
        "否",
        "×",
        "✗",
        "0",
        0,
        0.0,
        "N",
        "no",
        False,
        "无",
        "没有",
        "未参加",
        "□是☑否",
        "是□ 否√",
        "x",
        "否（2020年退出）",
    ],
)
def test_no_in_every_dress(cell: object) -> None:
    assert read_yes_no(cell) is False  # type: ignore[arg-type]


@pytest.mark.parametrize("cell", ["也许", "2", "□是□否", "☑是☑否", "", "低保金500"])
def test_what_is_neither_is_refused(cell: object) -> None:
    with pytest.raises(RefusedError, match="看不出是还是否"):
        read_yes_no(cell)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cell", "region"),
    [
        ("山东省聊城市临清市柳树镇柳树屯村3组12号", "山东/聊城/临清"),
        ("山东聊城临清", "山东"),
        ("山东/聊城/临清", "山东/聊城/临清"),
        ("山东省/聊城市/临清市", "山东/聊城/临清"),
        ("山东省济南市历下区建筑新村街道", "山东/济南/历下"),
        ("山东省临清市", "山东/聊城/临清"),
        ("临清市柳树镇", "山东/聊城/临清"),
        ("聊城市", "山东/聊城"),
        ("本县", "山东/聊城/临清"),
        ("本村", "山东/聊城/临清"),
        ("本省", "山东"),
        ("湖南省湘西土家族苗族自治州吉首市", "湖南/湘西/吉首"),
        ("广西壮族自治区南宁市", "广西/南宁"),
        ("新疆维吾尔自治区喀什地区疏附县", "新疆/喀什/疏附"),
        ("内蒙古自治区锡林郭勒盟", "内蒙古/锡林郭勒"),
        ("北京市海淀区", "北京/海淀"),
        ("重庆市城口县", "重庆/城口"),
        ("河北省邢台市任县", "河北/邢台/任县"),
        ("浙江", "浙江"),
    ],
)
def test_addresses_give_region_paths(cell: str, region: str) -> None:
    assert read_region(cell, home="山东/聊城/临清") == region


@pytest.mark.parametrize("cell", ["柳树屯", "历下区", "外地", "", "3组"])
def test_an_address_without_a_known_province_is_refused(cell: str) -> None:
    with pytest.raises(RefusedError, match="看不出是哪个省"):
        read_region(cell, home="山东/聊城/临清")


def test_without_a_home_nothing_is_completed() -> None:
    with pytest.raises(RefusedError):
        read_region("临清市柳树镇", home="全国")


CELLS = st.one_of(
    st.text(max_size=30), st.floats(), st.integers(), st.none(), st.booleans(), st.dates()
)


@given(CELLS)
def test_any_cell_is_read_or_refused_with_a_sentence(cell: object) -> None:
    for read in (read_amounts, read_money, read_number, read_yes_no, read_region):
        try:
            read(cell)  # type: ignore[operator]
        except RefusedError as refusal:
            assert str(refusal)
