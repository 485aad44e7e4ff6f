"""Across policies: the best legal bundle, the next question, the days ahead, the impact of a change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

from core.policy.writing import TODAY, WAGE, judged, parameters, shelf, someone, text
from hypothesis import given, settings
from hypothesis import strategies as some

from jiuye_cli.core.policy.ask import ask_next
from jiuye_cli.core.policy.bundle import Bundle, best_bundle, conflict
from jiuye_cli.core.policy.difference import diff
from jiuye_cli.core.policy.impact import impact
from jiuye_cli.core.policy.radar import radar
from jiuye_cli.core.policy.shelf import Shelf
from jiuye_cli.core.policy.verdict import judge_all
from jiuye_cli.core.rules.moment import Moment


def once(name: str, yuan: int | str, top: str = "", conditions: str = "") -> str:
    return text(f"{conditions}\n金额: {yuan}\n发放: 一次", top=top, name=name)


def monthly(name: str, yuan: int, months: int, top: str = "", conditions: str = "") -> str:
    return text(f"{conditions}\n金额: {yuan}\n发放: 每月\n最长: {months}个月", top=top, name=name)


def bundle_of(rules: Shelf, facts: str = "{}") -> Bundle:
    found = judge_all(rules.rules_at("全国"), someone(facts), Moment(TODAY), rules)
    return best_bundle(found, rules, TODAY)


def ids(bundle: Bundle) -> list[str]:
    return sorted(one.policy.id for one in bundle.chosen)


def test_the_bundle_is_the_allowed_set_with_most_yuan_over_twelve_months() -> None:
    rules = shelf(
        monthly("甲", 500, 6, "互斥: [一组]"), once("乙", 4000, "互斥: [一组]"), once("丙", 100)
    )
    bundle = bundle_of(rules)
    assert (ids(bundle), bundle.total) == (["丙", "乙"], 4100)
    assert [(shut.option.policy.id, shut.by.policy.id, shut.until) for shut in bundle.shuts] == [
        ("甲", "乙", None)
    ]


def test_what_a_running_payment_shuts_ends_when_it_ends() -> None:
    rules = shelf(monthly("甲", 900, 6, "互斥: [一组]"), once("乙", 4000, "互斥: [一组]"))
    assert [shut.until for shut in bundle_of(rules).shuts] == [date(2027, 5, 21)]


def test_monthly_money_counts_for_twelve_months_at_most() -> None:
    assert bundle_of(shelf(monthly("甲", 500, 36))).total == 6000


def test_ties_go_to_fewer_papers() -> None:
    many = "互斥: [一组]\n申请: {材料: [身份证, 户口簿]}"
    rules = shelf(once("甲", 1000, many), once("乙", 1000, "互斥: [一组]\n申请: {材料: [身份证]}"))
    assert ids(bundle_of(rules)) == ["乙"]


def test_an_option_without_a_figure_stands_beside_never_dropped() -> None:
    bundle = bundle_of(
        shelf(once("甲", 1000, "互斥: [一组]"), once("乙", "未查到", "互斥: [一组]"))
    )
    assert ids(bundle) == ["甲"]
    assert [one.policy.id for one in bundle.beside] == ["乙"]
    assert [(shut.option.policy.id) for shut in bundle.shuts] == ["乙"]


def test_of_several_items_as_many_as_a_year_allows_the_best() -> None:
    rules = shelf(
        text(
            "金额: {按档: 证书.等级, 五级: 1000, 四级: 1500, 三级: 2000}\n发放: 一次",
            top="逐件: 证书\n次数: {每年: 2}",
        )
    )
    bundle = bundle_of(rules, "{证书: [{等级: 五级}, {等级: 三级}, {等级: 四级}]}")
    assert (bundle.total, [one.item for one in bundle.chosen]) == (3500, ["三级", "四级"])


@settings(max_examples=60, deadline=None)
@given(
    some.lists(
        some.tuples(some.integers(1, 30), some.sets(some.sampled_from("一二三"), max_size=2)),
        min_size=1,
        max_size=6,
    )
)
def test_no_other_legal_set_has_more(options: list[tuple[int, set[str]]]) -> None:
    rules = shelf(
        *(
            once(f"政{number}", yuan, f"互斥: [{', '.join(sorted(groups))}]" if groups else "")
            for number, (yuan, groups) in enumerate(options)
        )
    )
    found = judge_all(rules.rules_at("全国"), someone("{}"), Moment(TODAY), rules)
    best = max(
        sum(int(one.amount or 0) for one in chosen)
        for size in range(len(found) + 1)
        for chosen in combinations(found, size)
        if not any(conflict(a, b, rules) for a, b in combinations(chosen, 2))
    )
    assert best_bundle(found, rules, TODAY).total == best


def test_a_question_behind_more_money_comes_first_not_the_one_asked_more_often() -> None:
    """Publicodes scores a ¥100 and an ¥18,000 gate the same."""
    rules = shelf(
        monthly("甲", 1500, 36, conditions="条件: {人员类别: 零就业家庭成员}"),
        once("乙", 100, conditions="条件: {在校: 否}"),
        once("丙", 100, conditions="条件: {在校: 否}"),
        text("条件: {就业意愿: 有}", name="丁"),
    )
    found = judge_all(rules.rules_at("全国"), someone("{}"), Moment(TODAY), rules)
    assert [(one.fact, one.money, one.settles) for one in ask_next(found, rules)] == [
        ("人员类别", 18000, 1),
        ("在校", 200, 2),
        ("就业意愿", 0, 1),
    ]


def test_of_policies_that_exclude_each_other_only_the_best_is_behind_a_question() -> None:
    rules = shelf(
        once("甲", 3000, "互斥: [一组]", "条件: {在校: 否}"),
        once("乙", 2000, "互斥: [一组]", "条件: {在校: 否}"),
    )
    found = judge_all(rules.rules_at("全国"), someone("{}"), Moment(TODAY), rules)
    assert [(one.fact, one.money, one.settles) for one in ask_next(found, rules)] == [
        ("在校", 3000, 2)
    ]


def test_a_fact_that_only_decides_how_much_is_asked_for_the_difference() -> None:
    rules = shelf(once("甲", "{按档: 退休类别, 男60: 100, 女50、女55: 450}"))
    found = judge_all(rules.rules_at("全国"), someone("{}"), Moment(TODAY), rules)
    assert found[0].missing == ()
    assert [(one.fact, one.money) for one in ask_next(found, rules)] == [("退休类别", 350)]


TIMED = (
    text("条件: {年龄: 50..59, 登记失业月数: ≥6}\n金额: 100\n发放: 一次", name="甲"),
    text(
        "条件: {失业登记日期: 12个月内}\n金额: 200\n发放: 一次",
        top='申请: {窗口: ["02-01..02-28"]}',
        name="乙",
    ),
    text("条件: {人员类别: 低保}\n金额: 最低工资 × 60%\n发放: 每月", name="丙", region="山东/济南"),
    text(
        "金额: 300\n发放: 一次",
        top="申请: {期限: {自: 失业登记日期, 内: 10个工作日}}\n复核期: 8个月",
        name="丁",
    ),
    text(
        "条件: {距退休月数: <60}\n金额: 50\n发放: 每月\n最长: 至退休\n受理止: 2027-03-31", name="戊"
    ),
)
NEAR = some.dates(date(2025, 6, 1), date(2027, 12, 1))


@settings(max_examples=6, deadline=None)
@given(
    NEAR, some.dates(date(1966, 10, 1), date(1978, 1, 1)), NEAR, some.sampled_from(["男60", "女50"])
)
def test_the_radar_finds_exactly_what_judging_every_day_would(
    registered: date, born: date, until: date, category: str
) -> None:
    rules = shelf(*TIMED)
    person = someone(
        f"{{失业登记日期: {registered}, 出生日期: {born}, 退休类别: {category}, 人员类别: [{{类别: 低保, 止: {until}}}]}}"
    )
    place = rules.rules_at("山东/济南")
    found = {
        (flip.on, flip.policy.id, flip.after.value)
        for flip in radar(place, person, Moment(TODAY, place="山东/济南"), rules)
    }
    seen = set()
    before = {
        one.policy.id: one
        for one in judge_all(place, person, Moment(TODAY, place="山东/济南"), rules)
    }
    for ahead in range(1, 366):
        day = TODAY + timedelta(days=ahead)
        for one in judge_all(place, person, Moment(day, place="山东/济南"), rules):
            was = before[one.policy.id]
            faces = [
                (it.verdict, it.amount_low, it.amount_high, it.deadline, it.opens)
                for it in (was, one)
            ]
            if faces[0] != faces[1]:
                seen.add((day, one.policy.id, one.verdict.value))
            before[one.policy.id] = one
    assert found == seen


def test_the_radar_tells_what_changes_and_to_what() -> None:
    rules = shelf(text("条件: {年龄: ≥50}\n金额: 100\n发放: 一次"))
    flips = radar(rules.rules_at("全国"), someone("{出生日期: 1977-01-15}"), Moment(TODAY), rules)
    assert [(f.on, f.before.value, f.after.value, f.amount) for f in flips] == [
        (date(2027, 1, 15), "ineligible", "eligible", Decimal(100)),
        (date(2027, 6, 2), "eligible", "confirm", Decimal(100)),
    ]


def test_the_impact_names_who_gains_who_loses_and_who_must_be_asked() -> None:
    old = shelf(once("甲", 1000, conditions="条件: {年龄: ≥50}"), once("乙", 1))
    new = shelf(once("甲", 1200, conditions="条件: {年龄: ≥45, 就业意愿: 有}"), once("乙", 1))
    people = [
        someone("{年龄: 47, 就业意愿: 有}", 1),
        someone("{年龄: 55, 就业意愿: 无}", 2),
        someone("{年龄: 55}", 3),
        someone("{年龄: 55, 就业意愿: 有}", 4),
        someone("{年龄: 30}", 5),
    ]
    changes = impact(people, old, new, Moment(TODAY))
    assert [
        (c.id, c.before and c.before.value, c.after and c.after.value, c.amount_from, c.amount_to)
        for c in changes
    ] == [
        (1, "ineligible", "eligible", None, 1200),
        (2, "eligible", "ineligible", 1000, None),
        (3, "eligible", "unknown", 1000, 1200),
        (4, "eligible", "eligible", 1000, 1200),
    ]
    assert changes[0].say == "“甲补贴”的规定变了，现在符合了，1200元，请带材料来办。"
    assert changes[1].say == "“甲补贴”的规定变了，照新规定不符合了。"
    assert changes[2].say == "“甲补贴”的规定变了，能不能领还要再问几句。"
    assert changes[3].say == "“甲补贴”的规定变了，标准变成1200元。"


def test_the_diff_names_the_parts_and_does_not_mind_lines_and_cases() -> None:
    old = shelf(once("甲", 1000), once("乙", 1), once("丙", 1))
    moved = (
        "\n\n" + once("乙", 1) + "样例: {说明: 一, 日期: 2026-05-01, 情况: {年龄: 1}, 结论: 符合}\n"
    )
    new = shelf(once("甲", 1200, conditions="条件: {年龄: ≥16}"), moved, once("丁", 1))
    assert [(one.id, one.kind, one.what) for one in diff(old, new)] == [
        (
            "甲",
            "改动",
            (
                "2026-01-01 起的版本：条件（加上“年龄满16周岁”）",
                "2026-01-01 起的版本：金额（去掉“1,000元”，加上“1,200元”）",
            ),
        ),
        ("丁", "新增", ()),
        ("丙", "删去", ()),
    ]


def test_the_diff_names_the_figures_of_a_parameter_that_are_others() -> None:
    old = shelf()
    new = replace(old, parameters=parameters(WAGE.replace("2020..2400", "2100..2500")))
    assert [(one.id, one.kind, one.what) for one in diff(old, new)] == [
        ("最低工资", "改动", ("山东 2025-10-01 起的数",)),
        ("低保标准", "删去", ()),
        ("法定退休年龄", "改动", ()),
    ]


def test_the_impact_looks_at_the_place_that_counts_for_each_and_keeps_silent_of_nothing() -> None:
    """户籍地 elsewhere: the rule of that place; who gets nothing before and after hears nothing."""
    local = text("条件: {年龄: ≥50}\n金额: 100\n发放: 一次", top="按地: 户籍地", region="山东/济南")
    old, new = shelf(local), shelf(local.replace("≥50", "≥40"))
    person = someone("{户籍地: 山东/济南, 出生日期: 1980-01-01}", 1)
    (change,) = impact([person], old, new, Moment(TODAY, place="山东/青岛"))
    assert (change.before and change.before.value, change.after and change.after.value) == (
        "ineligible",
        "eligible",
    )
    ended = shelf(local.replace("    条件", "    止: 2026-06-30\n    止后: 结束\n    条件"))
    assert impact([person], old, ended, Moment(TODAY, place="山东/青岛")) == ()


def test_a_policy_that_is_new_or_gone_changes_everyone_it_holds_for() -> None:
    one = someone("{}", 1)
    here, nothing = shelf(once("甲", 1000)), Shelf(parameters=shelf().parameters)
    assert [
        (c.before, c.after and c.after.value) for c in impact([one], nothing, here, Moment(TODAY))
    ] == [(None, "eligible")]
    assert [c.say for c in impact([one], here, nothing, Moment(TODAY))] == [
        "“甲补贴”的规定变了，照新规定不符合了。"
    ]


def test_judged_means_the_same_alone() -> None:
    rules = shelf(*TIMED)
    assert judged(rules, "{}", name="丁").missing == ("失业登记日期",)
