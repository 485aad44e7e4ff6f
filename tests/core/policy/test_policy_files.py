"""Policy and parameter files: every problem of a file at once, each with its line and the nearest right word."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from core.policy.writing import (
    SOURCE,
    WAGE,
    parameters,
    policy,
    problems_of,
    shelf,
    someone,
    text,
)

from jiuye_cli.core.policy.grammar.parameters import read_parameters
from jiuye_cli.core.policy.judge_facts import strangers
from jiuye_cli.core.policy.lint import lint
from jiuye_cli.core.policy.policy import Pay
from jiuye_cli.core.rules.source import Trust
from jiuye_cli.core.rules.span import Span
from jiuye_cli.files.strict_yaml import read_yaml


@pytest.mark.parametrize(
    ("whole", "sentences"),
    [
        (text("金额: 1000\n发放: 一次\n金而: 5"), ["10: 版本里不认识“金而”，是不是“金额”？"]),
        (text("金额: 1000"), ["8: 写了“金额”就要写“发放”：一次 每月 每年 按学时"]),
        (text("金额: 1000\n发放: 每周"), ["9: “发放”没有“每周”，可以是 一次 每月 每年 按学时，是不是“每月”？"]),
        (text("金额: 最低工资\n发放: 一次"), ["8: “一次”的金额应当是 元，算出来是 元/月；一次性又按月标准算的，写明 × 几个月"]),
        (text("金额: 30天\n发放: 一次"), ["8: “一次”的金额应当是 元，算出来是 天"]),
        (text("金额: 800..600\n发放: 每月"), ["8: 上下限写反了"]),
        (text("金额: {五级: 1}\n发放: 一次"), ["8: 按表给的要先写 按档: 哪个事实"]),
        (text("金额: {按档: 退休类别, 男61: 1}\n发放: 一次"), ["8: “退休类别”没有“男61”这个值，可以是 男60 女55 女50，是不是“男60”？"]),
        (text("最长: 3学时"), ["8: 月数应当是 月，算出来是 学时"]),
        (text("止: 2025-12-31"), ["8: 止日 2025-12-31 在起日 2026-01-01 之前"]),
        (text("止: 2026-02-30"), ["8: “止”：没有 2026-02-30 这一天"]),
        (text("止: 明年"), ["8: “止”要写成 2025-01-31 这样的日期"]),
        (text("止后: 继续"), ["8: “止后”没有“继续”，可以是 结束 待核"]),
        (text("按: 年龄"), ["8: “年龄”不是日期，不能用来选版本"]),
        (text("按: 证书.发证日期"), ["8: “证书.发证日期”是“证书”表里的一列：要么在文件里写 逐件: 证书，要么写 其一: {证书: {发证日期: …}}"]),
        (text("过渡: {到: 2026-01-01}"), ["8: 过渡里不认识“到”", "8: 过渡缺“至”"]),
        (text("", top="申请: {期限: {自: 年龄, 内: 12个月}}"), ["5: “年龄”不是日期，不能从它算期限"]),
        (text("", top="申请: {期限: {自: 失业登记日期, 内: 一年}}"), ["5: “内”要写成 12个月、30天、5个工作日 这样的时长"]),
        (text("", top="申请: {窗口: [1月]}"), ["5: “窗口”要写成 01-01..01-31 这样的月-日"]),
        (text("", top='申请: {窗口: ["12-01..01-31"]}'), ["5: “窗口”跨年的请拆成两段"]),
        (text("", top="申请: {材料: [{名: 低保证}]}"), ["5: 材料缺“当”"]),
        (text("", top="次数: {每年: 一}"), ["5: “每年”要写一个整数"]),
        (text("", top="次数: {另加: {每年: 2}}"), ["5: 另加缺“人工”"]),
        (text("", top="累计: {延至退休: 5年}"), ["5: “延至退休”要写成 不足5年"]),
        (text("", top="互斥: [{组: 一, 限: 永远}]"), ["5: “限”没有“永远”，可以是 同时 同一事项 终身"]),
        (text("", top="逐件: 年龄"), ["5: “年龄”不是表类事实，只能是 电话 就业经历 证书 培训 创业 拒岗 招用"]),
        (text("", top="按地: 老家"), ["5: “按地”没有“老家”，可以是 办理地 户籍地 常住地 参保地 就业地 经营地 学籍地"]),
        (text("", top="取代: 全国\n收紧: 山东"), ["1: “取代”和“收紧”只能写一个"]),
        (text("").replace("受益人: 本人", "受益人: 自己"), ["4: “受益人”没有“自己”，可以是 本人 家庭 用人单位 车间 培训机构 平台"]),
        (text("").replace("编号: 甲\n", ""), ["1: 政策文件缺“编号”"]),
        (text("").replace("可信度: 读过原文", "可信度: 听说"), ["7: “可信度”没有“听说”，可以是 未核实 转述 只见摘录 读过原文"]),
        (text("").replace("出处: 报纸, ", ""), ["7: 依据缺“出处”"]),
        ("编号: 甲\n名称: 甲\n地区: 全国\n受益人: 本人", ["1: 政策文件缺“版本”"]),
        ("编号: 甲\n名称: 甲\n地区: 全国\n受益人: 本人\n版本: []", ["5: “版本”下面至少写一版，每版前面加短横"]),
        ("编号：甲", ["1: 政策文件要写成一行行的“键: 值”；用了全角冒号“：”，请改成半角冒号加空格“: ”"]),
        ("编号:甲", ["1: 政策文件要写成一行行的“键: 值”；冒号后面要有空格"]),
    ],
)  # fmt: skip
def test_each_mistake_is_named_with_its_line(whole: str, sentences: list[str]) -> None:
    assert problems_of(whole) == sentences


def test_all_mistakes_of_a_file_are_told_in_one_run() -> None:
    whole = text(
        "条件: {年令: ≥16}\n金额: 1000\n最长: 很久",
        top="受益: 本人\n样例: {说明: 一, 日期: 今天, 情况: {性别: 妇}, 结论: 行}",
    )
    assert [one.split("：")[0] for one in problems_of(whole)] == [
        "5: 政策文件里不认识“受益”，是不是“受益人”？",
        "10: 没有叫“年令”的事实，是不是“年龄”？",
        "11: 写了“金额”就要写“发放”",
        "12: 算式里的“很久”既不是事实也不是参数",
        "6: “日期”要写成 2025-01-31 这样的日期",
        "6: “结论”没有“行”，可以是 符合 能领 不符合 不能领 待问 不确定 未知 待核实 可能符合 可能符合，请核实 已截止 已停止 已领 已享受",
        "6: “性别”没有“妇”这个值，可以是 男 女",
    ]


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ("{年令: 5}", "没有叫“年令”的事实，是不是“年龄”？"),
        ("{年龄: 五十}", "“年龄”要写一个整数，“五十”看不懂"),
        ("{家庭月收入: 1.2.3}", "“家庭月收入”要写一个数，“1.2.3”看不懂"),
        ("{在校: 对}", "“在校”只能写 是 或 否"),
        ("{出生日期: 2000-02-30}", "“出生日期”：没有 2000-02-30 这一天"),
        ("{人员类别: [低保, 贫困]}", "“人员类别”没有“贫困”这个值"),
        ("{证书: {级别: 四级}}", "“证书”里不认识“级别”，是不是“等级”？"),
        ("{证书.等级: 四级}", "没有叫“证书.等级”的事实，是不是“证书”？"),
        ("{已领: {日期: 2026-01-01}}", "已领缺“政策”"),
        ("{已领: {政策: 甲, 起: 2026-13}}", "没有 2026-13 这个月"),
        ("{人工: {评议: 过}}", "“人工”的答案只能写 是 或 否"),
        ("{家庭月收入: -5}", "“家庭月收入”不能是负数，现在写的是 -5"),
        ('{家庭月收入: "1,000"}', "“家庭月收入”要写一个数，“1,000”看不懂，数里不要加逗号"),
        ("{家庭人口: ２４}", "“家庭人口”要写一个整数，“２４”看不懂，请用半角数字"),
        ("{出生日期: ２０２６-01-01}", "“出生日期”要写成 2025-01-31 这样的日期"),
        ("{户籍地: 火星}", "“火星”看不出是哪个省；请从省写到县，如 山东/聊城/临清"),
        ("{户籍地: 山东5/青岛}", "“山东5/青岛”看不出是哪个省；请从省写到县，如 山东/聊城/临清"),
        ("{户籍地: 山东5}", "“山东5”看不出是哪个省；请从省写到县，如 山东/聊城/临清"),
        ("[性别: 女]", "情况要写成一行行的“事实: 值”；前面不要加短横“-”"),
    ],
)
def test_facts_are_read_as_strictly_as_rules(facts: str, sentence: str) -> None:
    whole = text("", top=f"样例: {{说明: 一, 日期: 2026-05-01, 情况: {facts}, 结论: 符合}}")
    assert [one.split(": ", 1)[1][: len(sentence)] for one in problems_of(whole)] == [sentence]


VERSIONS = """
编号: 甲
名称: 甲
地区: 全国
受益人: 本人
版本:
  - {{起: 2024-01-01{0}, 依据: {2}}}
  - {{起: 2025-01-01{1}, 依据: {2}}}
"""
CASES = """样例:
  - {说明: 一, 日期: 2026-05-01, 情况: {}, 结论: 符合}
"""


def test_overlapping_versions_are_refused() -> None:
    assert problems_of(VERSIONS.format("", "", SOURCE)) == [
        "8: 这一版从 2025-01-01 起，上一版到 没有止日，重叠了"
    ]
    assert problems_of(VERSIONS.format(", 止: 2025-01-01", "", SOURCE)) == [
        "8: 这一版从 2025-01-01 起，上一版到 2025-01-01 止，重叠了"
    ]
    assert problems_of(VERSIONS.format(", 止: 2024-12-31", "", SOURCE)) == []


def said(*wholes: str) -> list[str]:
    return [f"{one.line}: {one.message}" for one in lint(shelf(*wholes))]


def test_gaps_and_ends_about_which_nothing_is_said_are_problems() -> None:
    gapped = VERSIONS.format(", 止: 2024-12-30", ", 止: 2025-12-31", SOURCE) + CASES
    assert said(gapped) == [
        "7: 2024-12-30 到 2025-01-01 之间没有版本：请补一版，或给前一版写 止后: 结束 或 待核",
        "8: 2025-12-31 到期后没有下一版：请写 止后: 结束 或 待核",
    ]
    assert (
        said(
            VERSIONS.format(", 止: 2024-12-30, 止后: 待核", ", 止: 2025-12-31, 止后: 结束", SOURCE)
            + CASES
        )
        == []
    )


def test_a_rule_needs_a_source_and_cases_of_every_kind() -> None:
    bare = text("条件: {年龄: ≥16}").replace(f"    依据: {SOURCE}\n", "")
    assert said(bare) == ["6: 2026-01-01 起的这一版没有“依据”", "1: 没有“样例”"]
    assert said(text("条件: {年龄: ≥16}") + CASES) == [
        "1: 样例里没有一个 不符合 的",
        "1: 样例里没有一个 待问 的",
    ]


def test_a_lower_file_says_how_it_stands_to_the_one_above() -> None:
    upper, lower = text("", region="山东") + CASES, text("", region="山东/济南") + CASES
    assert said(upper, lower) == ["1: 山东 已有“甲”，这里要写 取代: 山东 或 收紧: 山东"]
    assert said(upper, text("", region="山东/济南", top="收紧: 全国") + CASES) == [
        "1: “收紧”要写最近的上级 山东，现在写的是 全国"
    ]
    assert said(text("", top="取代: 全国", region="浙江") + CASES) == [
        "1: 写了“取代: 全国”，可上级没有“甲”"
    ]
    assert said(upper, text("", region="山东/济南", top="收紧: 山东") + CASES) == []
    unlike = text(
        "按: 失业登记日期", region="山东/济南", top="收紧: 山东\n逐件: 证书\n按地: 户籍地"
    )
    assert said(upper, unlike + CASES)[-3:] == [
        "1: “按地”要和上级 山东 的一样，写 办理地，不然一个人会有两个结论",
        "1: 收紧的“逐件”要和上级 山东 的一样：不写，现在是 证书",
        "1: 收紧的“按”要和上级 山东 的一样：申请日期，现在是 失业登记日期",
    ]


def test_groups_nobody_shares_and_policies_nobody_wrote_are_problems() -> None:
    alone = text("接替: 乙", top="互斥: [甲补帖]") + CASES
    assert said(alone) == [
        "7: 互斥的“甲补帖”只有这一项在用，是不是“甲补贴”？",
        "7: 没有编号为“乙”的政策",
    ]


def test_what_a_file_says_is_what_the_policy_holds() -> None:
    found = policy(
        text(
            "受理止: 2026-06-30\n金额: 500\n封顶: [600, 最低工资]\n发放: 每月\n最长: 2年\n承诺: [推荐岗位, {事: 回访, 内: 1个月}]",
            top="申请人: 用人单位\n未查到: [材料]\n说明: 一句话",
        )
    )
    version = found.versions[0]
    assert (found.nature, found.applicant, found.not_found, found.note) == (
        "补贴",
        "用人单位",
        ("材料",),
        "一句话",
    )
    assert (version.accept_until, version.pay, len(version.caps)) == (
        date(2026, 6, 30),
        Pay.MONTHLY,
        2,
    )
    assert [(one.what, one.within) for one in version.promises] == [
        ("推荐岗位", ""),
        ("回访", "1个月"),
    ]
    assert version.sources[0].trust is Trust.读过原文


@pytest.mark.parametrize(
    ("place", "day", "low", "high"),
    [
        ("山东/聊城", date(2025, 10, 1), 2020, 2400),
        ("山东/济南/历下", date(2025, 10, 1), 2400, 2400),
        ("山东/济南", date(2026, 12, 31), 2400, 2400),
        ("山东/济南", date(2027, 1, 1), None, None),
        ("山东", date(2025, 9, 30), None, None),
        ("浙江", date(2026, 1, 1), None, None),
    ],
)
def test_a_parameter_is_that_of_the_nearest_region_on_the_day(
    place: str, day: date, low: int | None, high: int | None
) -> None:
    span = parameters().named["最低工资"].at(place, day).span
    assert span == Span(*(None if end is None else Fraction(end) for end in (low, high)))


@pytest.mark.parametrize(
    ("spoiled", "sentence"),
    [
        (WAGE.replace("元/月", "元/斤"), "不认识单位“元/斤”"),
        (WAGE.replace("2020..2400", "二千"), "参数的值要写一个数、上下限（2020..2400）或 未查到"),
        (WAGE.replace("山东/济南", "山东"), "山东 从 2025-10-01 起的值写了两次"),
        (
            WAGE.replace("止: 2026-12-31", "止: 2020-12-31"),
            "止日 2020-12-31 在起日 2025-10-01 之前",
        ),
        (WAGE.replace("参数: 最低工资\n", ""), "参数文件缺“参数”"),
    ],
)
def test_parameter_files_are_read_strictly(spoiled: str, sentence: str) -> None:
    _, problems = read_parameters([read_yaml(spoiled, "a.yaml")])
    assert [one.message for one in problems] == [sentence]
    assert all(one.line for one in problems)


def test_amounts_addresses_and_units_are_read_as_people_write_them() -> None:
    facts = someone(
        "{家庭月收入: 1000元, 人均月收入: -1, 家庭人口: 3人, 户籍地: 山东省济南市历下区}"
    ).facts
    assert facts.values == {
        "家庭月收入": 1000,
        "人均月收入": -1,
        "家庭人口": 3,
        "户籍地": "山东/济南/历下",
    }


def test_grants_and_decisions_that_no_rule_knows_of_are_told() -> None:
    rules = shelf(text("条件: {人工: 民主评议通过}"))
    known = "已领: [{政策: 甲}], 人工: {民主评议通过: 是, 与已领的“乙”不是同一事项: 是}"
    assert strangers(rules, someone(f"{{{known}}}"), "情况.yaml") == []
    strange = someone("{已领: [{政策: 甲补帖}], 人工: {民主评议: 是}}")
    assert [str(one) for one in strangers(rules, strange, "情况.yaml", 3)] == [
        "情况.yaml:1: 已领的“甲补帖”没有这项政策，是不是“甲补贴”？",
        "情况.yaml:3: 人工确认的“民主评议”没有哪项政策要，是不是“民主评议通过”？",
    ]
