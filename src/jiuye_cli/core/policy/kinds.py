"""The kinds of person a policy is for, told from its own conditions: the handbook's index."""

from __future__ import annotations

from collections.abc import Iterator

from jiuye_cli.core.fields.lists import CATEGORIES
from jiuye_cli.core.policy.policy import Policy, Version
from jiuye_cli.core.rules.condition import All, AnyOf, Compare, Condition, Count, Every, Some

STATES = ("登记失业", "未登记失业", "灵活就业", "自主创业", "在职", "公益性岗位")
HOLDERS = {"残疾人证": "残疾人", "就业困难认定日期": "就业困难人员", "毕业月数": "高校毕业生", "毕业日期": "高校毕业生",
           "领取失业保险金": "领失业金的人", "证书": "有证书的人", "创业": "自主创业"}  # fmt: skip
BENEFICIARIES = {
    "家庭": "家庭",
    "用人单位": "用人单位",
    "车间": "帮扶车间",
    "培训机构": "培训机构",
    "平台": "平台",
}


def kinds_of(policy: Policy, version: Version) -> tuple[str, ...]:
    """The kinds of person under which the index lists a policy; 其他 where its conditions name none."""
    if policy.beneficiary in BENEFICIARIES:
        return (BENEFICIARIES[policy.beneficiary],)
    found = list(_named(version.condition))
    if policy.item == "证书":
        found.append("有证书的人")
    return tuple(dict.fromkeys(found)) or ("其他",)


def _named(condition: Condition) -> Iterator[str]:
    """Kinds named on branches that help; what a condition excludes is no kind it is for."""
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _named(part)
        case Some(part=part) | Every(part=part) | Count(part=part):
            yield from _named(part)
        case Compare(fact, test):
            yield from _of(str(fact), test.text)


def _of(fact: str, wanted: str) -> Iterator[str]:
    if wanted.startswith(("非", "无", "否", "≠", "不")):
        return
    if fact.endswith("人员类别"):
        words = wanted.strip("[]").replace("，", ",").split(",")
        yield from (word.strip() for word in words if word.strip() in CATEGORIES.values)
    elif fact == "就业状态":
        yield from (
            state for state in STATES if state in wanted.strip("[]").replace(" ", "").split(",")
        )
    elif fact.partition(".")[0] in HOLDERS:
        yield HOLDERS[fact.partition(".")[0]]
