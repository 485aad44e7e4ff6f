"""The fifteen structural needs of the policy documents: each used by a rule, listed with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "结构要求.md"
HEAD = """# 十五项结构要求，各在哪一份规则里

政策文件对规则语言提出的要求，和用到它的规则（文件、行）。由 `tests/files/test_rule_needs.py` 核对；
规则挪了行，用 `pytest tests/files/test_rule_needs.py --update-golden` 重写本页。

| 要求 | 写法 | 用在 |
|---|---|---|
"""

NEEDS = (
    ("1 按日期分段", "按: 创业.登记日期", "docs/规则示例/05-版本一段一段.yaml"),
    ("1 过渡期按旧版", "过渡:", "policies/山东/青岛/一次性创业补贴.yaml"),
    ("1 申请已关、发放未完", "发放止:", "policies/全国/个人缴费社保补贴.yaml"),
    ("2 参数", "1.5×低保标准", "docs/规则示例/06-用参数.yaml"),
    ("3 公式与封顶", "社保月缴额 × 2/3", "docs/规则示例/04-按月给有封顶和期限.yaml"),
    ("3 天数上限", "天数(", "policies/山东/济南/培训期间生活费补贴.yaml"),
    ("3 档位表", "按档:", "docs/规则示例/03-每张证书各判一次.yaml"),
    ("3 按学时、总额封顶", "总额封顶:", "policies/山东/青岛/线上培训生活费补贴.yaml"),
    ("4 金额不知道不当 0", "金额: 未查到", "docs/规则示例/05-版本一段一段.yaml"),
    ("5 月数累计、可排除", "不计:", "docs/规则示例/07-两样只能领一样.yaml"),
    ("5 每年次数、另加", "另加:", "policies/全国/技能提升补贴.yaml"),
    ("5 同职业同等级", "高不就低:", "policies/全国/技能提升补贴.yaml"),
    ("5 滚动几次", "几条:", "docs/规则示例/08-人来定的事.yaml"),
    ("6 初次核定快照", "快照:", "docs/规则示例/04-按月给有封顶和期限.yaml"),
    ("7 距退休门槛", "延至退休: 不足5年", "docs/规则示例/04-按月给有封顶和期限.yaml"),
    ("8 互斥与择优", "限: 同时", "docs/规则示例/07-两样只能领一样.yaml"),
    ("9 受益方、逐人", "受益人: 用人单位", "docs/规则示例/09-单位领的.yaml"),
    ("9 申请人与受益人不同", "申请人:", "policies/全国/个人缴费社保补贴.yaml"),
    ("10 事件后几个月", "内: 12个月", "docs/规则示例/03-每张证书各判一次.yaml"),
    ("10 工作日", "内: 15个工作日", "docs/规则示例/10-本地收紧.yaml"),
    ("10 固定窗口", "窗口:", "docs/规则示例/09-单位领的.yaml"),
    ("11 废止与接替", "接替:", "docs/规则示例/05-版本一段一段.yaml"),
    ("11 到期后不知道", "止后: 待核", "docs/规则示例/05-版本一段一段.yaml"),
    ("12 地区加严", "收紧: 全国", "docs/规则示例/10-本地收紧.yaml"),
    ("12 看哪个地方", "按地: 户籍地", "policies/山东/线上培训生活费补贴.yaml"),
    ("13 依据必填", "可信度:", "docs/规则示例/05-版本一段一段.yaml"),
    ("14 不给钱的义务和服务", "承诺:", "docs/规则示例/08-人来定的事.yaml"),
    ("15 人工确认闸", "人工:", "docs/规则示例/08-人来定的事.yaml"),
)


def line_of(needle: str, file: str) -> int:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return next(
        (
            number
            for number, line in enumerate(lines, 1)
            if needle in line and not line.lstrip().startswith("#")
        ),
        0,
    )


def test_every_need_is_used_and_the_page_lists_where(request: pytest.FixtureRequest) -> None:
    found = [(need, needle, file, line_of(needle, file)) for need, needle, file in NEEDS]
    assert [
        f"{need}：{file} 里没有 {needle}" for need, needle, file, line in found if not line
    ] == []
    assert {int(need.split()[0]) for need, *_ in found} == set(range(1, 16))
    page = HEAD + "".join(
        f"| {need} | `{needle}` | `{file}:{line}` |\n" for need, needle, file, line in found
    )
    if request.config.getoption("--update-golden"):
        PAGE.write_text(page, encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == page
