"""Rules of the hamlet, invented: sums are round, and nothing outside changes them."""

from __future__ import annotations

from pathlib import Path

from jiuye_cli.core.policy.shelf import Shelf
from jiuye_cli.files.rule_folder import load_shelf

HEAD = """编号: {name}
名称: {name}
地区: 山东/聊城/临清
受益人: 本人
{more}版本:
  - 起: 2025-01-01
    依据: {{文号: 柳树屯村公约, 出处: 村公告栏, 可信度: 读过原文, 核实: 2026-11-05}}
    条件: {{{when}}}
{money}样例:
  - {{说明: 能领的人, 日期: 2026-01-10, 情况: {{{yes}}}, 结论: 符合}}
  - {{说明: 不能领的人, 日期: 2026-01-10, 情况: {{{no}}}, 结论: 不符合}}
"""
APPLY = "申请: {{材料: [{papers}], 渠道: {where}, 流程: [{steps}]}}\n"
TOGETHER = "互斥: [{组: 生活补贴, 限: 终身}]\n"


def _money(sum_: int, pay: str, longest: str = "") -> str:
    return f"    金额: {sum_}\n    发放: {pay}\n" + (f"    最长: {longest}\n" if longest else "")


JOBLESS = {"when": "就业状态: 登记失业", "yes": "就业状态: 登记失业", "no": "就业状态: 在职"}
RULES = {
    # Of these two only one may be had: twelve times 300 is more than 2,000 once
    "每月生活补贴": {
        **JOBLESS,
        "more": TOGETHER
        + APPLY.format(
            papers="身份证, 社保卡", where="村委会", steps="村里看材料, 公示后打到社保卡"
        ),
        "money": _money(300, "每月", "12个月"),
    },
    "一次生活补贴": {**JOBLESS, "more": TOGETHER, "money": _money(2000, "一次")},
    "求职路费补贴": {
        **JOBLESS,
        "more": APPLY.format(papers="车票", where="镇就业所", steps="交车票"),
        "money": _money(200, "一次"),
    },
    "安置登记": {**JOBLESS, "more": "性质: 认定\n", "money": ""},
    "早教补贴": {
        "when": "领取失业保险金: 否, 未成年子女数: ≥1",
        "yes": "领取失业保险金: 否, 未成年子女数: 1",
        "no": "领取失业保险金: 是, 未成年子女数: 1",
        "more": APPLY.format(papers="户口本, 出生证", where="村委会", steps="填表"),
        "money": _money(1000, "每年"),
    },
    "残疾人生活补贴": {
        "when": "残疾人证: 是",
        "yes": "残疾人证: 是",
        "no": "残疾人证: 否",
        "more": "",
        "money": _money(100, "每月"),
    },
}


def write_rules(folder: Path) -> Shelf:
    """The rules as files in a folder, read back; nothing else is on the shelf."""
    place = folder / "山东" / "聊城" / "临清"
    place.mkdir(parents=True)
    for name, parts in RULES.items():
        (place / f"{name}.yaml").write_text(HEAD.format(name=name, **parts), encoding="utf-8")
    return load_shelf([folder])
