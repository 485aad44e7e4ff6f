"""Write docs/政策出处.md: where every shipped rule comes from, and what uses what the rules can say.

Run `python tools/policy_sources.py` after any change under policies/; a test
holds the page in step.
"""

from __future__ import annotations

from pathlib import Path

from rule_needs import NEEDS, Use, places_of, uses

from jiuye_cli.core.policy.policy import Policy, Version
from jiuye_cli.core.policy.shelf import Shelf
from jiuye_cli.core.rules.days import FAR
from jiuye_cli.core.rules.region import depth
from jiuye_cli.core.rules.source import Source
from jiuye_cli.files.rule_folder import load_shelf

ROOT = Path(__file__).parents[1]
RULES = ROOT / "policies"
TARGET = ROOT / "docs" / "政策出处.md"
SHOWN_USES = 3

RESEARCH: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("P01", "山东就业困难人员范围", ("就业困难人员认定@山东",), ""),
    ("P02", "青岛认定口径", ("就业困难人员认定@山东/青岛",), ""),
    ("P03", "认定材料流程", ("就业困难人员认定@山东/济宁", "就业困难人员认定@山东/泰安"), ""),
    ("P04", "零就业家庭", ("零就业家庭认定",), ""),
    ("P05", "失业登记", ("失业登记",), ""),
    ("P06", "低保边缘家庭", ("低保边缘家庭认定",), ""),
    ("P07", "法定退休年龄", (), "是参数：`参数/法定退休年龄.yaml`"),
    ("P08", "灵活就业社保补贴", ("灵活就业社保补贴",), ""),
    ("P09", "职业培训补贴和生活费", ("职业培训补贴", "培训期间生活费补贴"), ""),
    ("P10", "职业技能评价（鉴定）补贴", (), "没有查到标准，写在山东职业培训补贴的“未查到”里"),
    ("P11", "疫情期线上培训", ("线上培训生活费补贴",), "付给平台的20%写在说明里"),
    ("P12", "技能提升补贴", ("技能提升补贴",), ""),
    ("P13", "失业保险金", ("失业保险金",), ""),
    ("P14", "大龄领金人员", ("大龄领金人员养老代缴", "失业保险金续发"), ""),
    ("P15", "失业补助金", (), "2020至2022年的临时政策，早已到期，只见摘录，没有收"),
    ("P16", "困难毕业生求职创业补贴", ("求职创业补贴",), ""),
    ("P17", "外出务工交通补助", ("外出务工交通补助",), "清镇的公告数字残缺，没有收"),
    ("P18", "济南湘西劳务协作", ("济南湘西劳务协作补贴",), ""),
    ("P19", "一次性创业补贴", ("一次性创业补贴",), ""),
    ("P20", "一次性创业岗位开发补贴", ("一次性创业岗位开发补贴",), ""),
    ("P21", "创业担保贷款", ("创业担保贷款", "小微企业创业担保贷款"), ""),
    ("P22", "残疾人创业", ("残疾人电商创业补贴",), ""),
    ("P23", "个体经营税收扣减", ("个体经营税收扣减",), ""),
    ("P24", "低保就业收入豁免", ("低保就业收入豁免",), ""),
    ("P25", "拒绝介绍工作", (), "不是补贴：`拒岗.yaml`"),
    ("P26", "单位招用社保补贴", ("单位招用社保补贴",), ""),
    ("P27", "公益性岗位补贴", ("公益性岗位补贴",), ""),
    ("P28", "城乡公益性岗位", ("乡村公益性岗位安置", "城镇公益性岗位安置"), ""),
    ("P29", "疫情临时公益性岗位", ("疫情临时公益性岗位补贴",), ""),
    ("P30", "民政互助公益岗", ("民政互助公益岗",), ""),
    ("P31", "就业见习补贴", ("就业见习补贴",), ""),
    ("P32", "一次性扩岗补助", ("一次性扩岗补助",), ""),
    ("P33", "一次性吸纳就业补贴", ("一次性吸纳就业补贴",), ""),
    ("P34", "扶贫（帮扶）车间", ("扶贫车间补助",), ""),
    ("P35", "以工代训", ("以工代训补贴",), ""),
    ("P36", "企业招用税收扣减", ("企业招用税收扣减",), ""),
    ("P37", "个人缴费25%社保补贴", ("个人缴费社保补贴",), ""),
    ("P38", "稳岗返还", (), "只作单位背景，没有收"),
    ("P39", "残疾人按比例就业", (), "单位的义务，只作背景，没有收"),
    ("P40", "去产能分流职工", (), "背景；人员类别里有“去产能分流职工”"),
    ("P41", "援助服务标准", (), "服务承诺：`匹配.yaml`"),
    ("P42", "低保申请时限", (), "只供转介，没有收"),
)
"""The 42 rows of the policy research: what each is about, which 编号 (at which 地区) carry it, a remark."""


def page(folder: Path = RULES) -> str:
    """The whole page for a folder of rules."""
    shelf = load_shelf([folder])
    parts = (_intro(shelf), _table(shelf), _research(shelf), _parameters(shelf), _needs(folder))
    return "\n".join(parts)


def _intro(shelf: Shelf) -> str:
    cases = sum(len(policy.cases) for policy in shelf.policies)
    return f"""# 政策出处

由 `tools/policy_sources.py` 从 `policies/` 写成，不要手改。改了规则就重跑一遍。

出厂规则 {len(shelf.policies)} 份，样例 {cases} 个。每一版写着文号、短引、出处、可信度和核实日期；没查到的空着，写在最后一列。
只有“读过原文”的才可能判“符合”，别的最多判“可能符合，请核实”。
"""


def _table(shelf: Shelf) -> str:
    lines = [
        "## 一、每份规则的出处",
        "",
        "| 政策 | 地区 | 哪一版 | 文号 | 可信度 | 没查到的 | 文件 |",
        "|---|---|---|---|---|---|---|",
    ]
    for policy in sorted(shelf.policies, key=_order):
        lines += [_row(policy, version) for version in policy.versions]
    return "\n".join(lines) + "\n"


def _order(policy: Policy) -> tuple[int, str, int, str]:
    rows = [at for at, (_, _, ids, _) in enumerate(RESEARCH) if _carries(ids, policy)]
    return (min(rows, default=len(RESEARCH)), policy.id, depth(policy.region), policy.region)


def _carries(ids: tuple[str, ...], policy: Policy) -> bool:
    return bool({policy.id, f"{policy.id}@{policy.region}"} & set(ids))


def _row(policy: Policy, version: Version) -> str:
    missing = "；".join(dict.fromkeys((*policy.not_found, *version.not_found)))
    sources = "；".join(dict.fromkeys(_label(source) for source in version.sources))
    trust = min(source.trust for source in version.sources).name
    where = _link(policy.file, version.line)
    cells = (policy.id, policy.region, _span(version), sources, trust, missing, where)
    return "| " + " | ".join(cells) + " |"


def _label(source: Source) -> str:
    named = source.title if source.number == "无文号" else source.number
    return f"{named}{source.clause}"


def _span(version: Version) -> str:
    end = "" if version.end == FAR else str(version.end)
    after = f"（之后{version.after.value}）" if version.after else ""
    return f"{version.start} 至 {end or '今'}{after}"


def _link(file: str, line: int) -> str:
    shown = file.removeprefix(f"{RULES.name}/")
    return f"[{shown}:{line}](../{file}#L{line})"


def _research(shelf: Shelf) -> str:
    lines = [
        "## 二、政策资料四十二项各在哪里",
        "",
        "| 资料 | 内容 | 规则文件 | 说明 |",
        "|---|---|---|---|",
    ]
    for number, about, ids, note in RESEARCH:
        found = sorted((one for one in shelf.policies if _carries(ids, one)), key=_order)
        files = "、".join(f"{one.region}“{one.id}”" for one in found) or "—"
        lines.append(f"| {number} | {about} | {files} | {note} |")
    return "\n".join(lines) + "\n"


def _parameters(shelf: Shelf) -> str:
    lines = [
        "## 三、参数的出处",
        "",
        "| 参数 | 地区 | 起 | 文号 | 可信度 |",
        "|---|---|---|---|---|",
    ]
    for parameter in shelf.parameters.named.values():
        lines += [
            f"| {parameter.name} | {'、'.join(entry.regions)} | {entry.start} | {_label(entry.source) or '无文号'} | {entry.source.trust.name} |"
            for entry in parameter.entries
        ]
    return "\n".join(lines) + "\n"


def _needs(folder: Path) -> str:
    places = tuple(places_of(folder))
    lines = [
        "## 四、十五项结构要求各在哪里用到",
        "",
        "| 要求 | 写法 | 用到的规则（文件和行） |",
        "|---|---|---|",
    ]
    for at, (need, forms) in enumerate(NEEDS, 1):
        lines += [f"| {at} {need} | {form} | {_uses(uses(places, seen))} |" for form, seen in forms]
    return "\n".join(lines) + "\n"


def _uses(found: list[Use]) -> str:
    if not found:
        return "出厂规则没有用到"
    shown = "、".join(_link(one.file, one.line) for one in found[:SHOWN_USES])
    return shown + (f" 等{len(found)}份" if len(found) > SHOWN_USES else "")


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
