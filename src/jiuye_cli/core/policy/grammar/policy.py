"""One policy file, read whole; every problem at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from jiuye_cli.core.fields.field import Kind
from jiuye_cli.core.policy.grammar.facts import read_claimant
from jiuye_cli.core.policy.grammar.parameters import read_span
from jiuye_cli.core.policy.grammar.version import SHARED_KEYS, read_version
from jiuye_cli.core.policy.policy import (
    APPLICATION_DAY,
    BENEFICIARIES,
    NATURES,
    PLACES,
    Case,
    Policy,
    Version,
)
from jiuye_cli.core.policy.sheet import Sheet
from jiuye_cli.core.rules.comparing import InRegion
from jiuye_cli.core.rules.condition import All, Compare
from jiuye_cli.core.rules.moment import FactName
from jiuye_cli.core.rules.node import Node, nearest
from jiuye_cli.core.rules.region import parts
from jiuye_cli.core.rules.span import Span
from jiuye_cli.core.rules.vocabulary import Vocabulary
from jiuye_cli.errors import Problem

KEYS = (
    "编号", "名称", "地区", "受益人", "性质", "申请人", "逐件", "按地", "取代", "收紧", "版本",
    "复核期", "样例", *SHARED_KEYS,
)  # fmt: skip
CASE_KEYS = (
    "说明",
    "日期",
    "情况",
    "结论",
    "金额",
    "金额下限",
    "金额上限",
    "月数",
    "截止",
    "缺",
    "提示",
    "材料",
    "地区",
    "申请日期",
    "参数",
)
VERDICT_WORDS: Mapping[str, str] = {
    "符合": "eligible", "能领": "eligible",
    "不符合": "ineligible", "不能领": "ineligible",
    "待问": "unknown", "不确定": "unknown", "未知": "unknown",
    "待核实": "confirm", "可能符合": "confirm", "可能符合，请核实": "confirm",
    "已截止": "closed", "已停止": "closed",
    "已领": "received", "已享受": "received",
}  # fmt: skip
"""结论 in the words of the people, and of the contract."""


def read_policy(node: Node, words: Vocabulary | None = None) -> tuple[Policy | None, list[Problem]]:
    """The policy of a file, or None with everything that keeps it from being judged."""
    problems: list[Problem] = []
    sheet = Sheet(node, problems, "政策文件", KEYS)
    if node.entries is None:
        return None, problems
    policy = _policy(sheet, words or Vocabulary())
    return (None if problems else policy), problems


def _policy(sheet: Sheet, words: Vocabulary) -> Policy:
    item = _item(sheet, words)
    names = words.judging(item)
    versions = _versions(sheet, item, names)
    place_fact, region = (
        sheet.choice("按地", PLACES) or PLACES[0],
        sheet.text("地区", required=True),
    )
    versions = tuple(_in_place(version, place_fact, region) for version in versions)
    relation = next((word for word in ("取代", "收紧") if sheet.get(word)), "")
    if sheet.get("取代") and sheet.get("收紧"):
        sheet.wrong(sheet.node, "“取代”和“收紧”只能写一个")
    pays = any(version.amount is not None for version in versions)
    return Policy(
        id=sheet.text("编号", required=True),
        name=sheet.text("名称", required=True),
        region=region,
        beneficiary=sheet.choice("受益人", BENEFICIARIES, required=True),
        nature=sheet.choice("性质", NATURES) or ("补贴" if pays else "认定"),
        versions=versions,
        applicant=sheet.text("申请人"),
        item=item,
        place_fact=place_fact,
        by=_by(sheet, names),
        relation=relation,
        relation_to=sheet.text(relation) if relation else "",
        cases=_cases(sheet, words),
        not_found=sheet.texts("未查到"),
        note=sheet.prose("说明"),
        file=sheet.node.file,
        line=sheet.node.line,
    )


def _in_place(version: Version, place_fact: str, region: str) -> Version:
    """按地 is a condition like any other: the place has to lie in the rule's region."""
    if place_fact == PLACES[0] or not parts(region):
        return version
    inside = Compare(FactName(place_fact), InRegion(region, f"属于 {region}"))
    return replace(version, condition=All((inside, version.condition)))


def _item(sheet: Sheet, words: Vocabulary) -> str:
    item = sheet.text("逐件")
    if not item:
        return ""
    found = words.list_named(item)
    if isinstance(found, str):
        sheet.wrong(sheet.get("逐件") or sheet.node, found)
        return ""
    return item


def _versions(sheet: Sheet, item: str, words: Vocabulary) -> tuple[Version, ...]:
    node = sheet.required("版本")
    if node is None:
        return ()
    if not node.items:
        sheet.wrong(node, "“版本”下面至少写一版，每版前面加短横")
        return ()
    review = sheet.months("复核期")
    read = [
        read_version(one, sheet.node, item, words, sheet.problems, review) for one in node.items
    ]
    versions = [version for version in read if version is not None]
    sheet.problems += _overlaps(versions, node.file)
    return tuple(versions)


def _overlaps(versions: Sequence[Version], file: str) -> list[Problem]:
    """Versions out of order, or two that hold on one day."""
    return [
        Problem(f"这一版从 {later.start} 起，上一版到 {_end(earlier)}，重叠了", file, later.line)
        for earlier, later in pairwise(versions)
        if later.start <= earlier.end
    ]


def _end(version: Version) -> str:
    return "没有止日" if version.end.year == 9999 else f"{version.end} 止"


def _by(sheet: Sheet, words: Vocabulary) -> FactName:
    """The event that chooses the version; the same in all of them."""
    nodes = [one.get("按") for one in (sheet.get("版本") or sheet.node).items or ()]
    names = {(node.text or "").strip() for node in nodes if node}
    written = next((node for node in nodes if node), None)
    if written is None:
        return APPLICATION_DAY
    if len(names) > 1:
        sheet.wrong(written, f"各版的“按”要相同，现在有 {' '.join(sorted(names))}")
    found = words.fact((written.text or "").strip())
    if isinstance(found, str):
        sheet.wrong(written, found)
        return APPLICATION_DAY
    if found[1].kind is not Kind.DATE:
        sheet.wrong(written, f"“{written.text}”不是日期，不能用来选版本")
    return found[0]


def _cases(sheet: Sheet, words: Vocabulary) -> tuple[Case, ...]:
    node = sheet.get("样例")
    found = (_case(one, words, sheet.problems) for one in node.as_items()) if node else ()
    return tuple(case for case in found if case is not None)


def _case(node: Node, words: Vocabulary, problems: list[Problem]) -> Case | None:
    sheet = Sheet(node, problems, "样例", CASE_KEYS)
    label, day = sheet.text("说明", required=True), sheet.day("日期", required=True)
    facts, verdict = sheet.required("情况"), sheet.choice("结论", VERDICT_WORDS, required=True)
    claimant = read_claimant(facts, problems, words.fields) if facts else None
    if day is None or claimant is None or not verdict:
        return None
    return Case(
        label=label,
        day=day,
        claimant=claimant,
        verdict=VERDICT_WORDS[verdict],
        expected=_expected(sheet),
        place=sheet.text("地区"),
        apply_on=sheet.day("申请日期"),
        parameters=_assumed(sheet, words),
        file=node.file,
        line=node.line,
    )


def _assumed(sheet: Sheet, words: Vocabulary) -> dict[str, Span]:
    """Parameters the case assumes, so that it does not change with the year's figures."""
    node = sheet.get("参数")
    assumed = {}
    for name, one in ((node.entries if node else None) or {}).items():
        if name not in words.parameters.named:
            sheet.problems.append(
                one.key_problem(f"没有叫“{name}”的参数{nearest(name, words.parameters.named)}")
            )
        assumed[name] = read_span(one, sheet.problems)
    return assumed


def _expected(sheet: Sheet) -> dict[str, object]:
    """What else the case promises: amounts as text, months, deadline, what to ask, what is said."""
    expected: dict[str, object] = {
        key: sheet.text(key) for key in ("金额", "金额下限", "金额上限", "月数") if sheet.get(key)
    }
    if (deadline := sheet.day("截止")) is not None:
        expected["截止"] = deadline
    expected.update({key: sheet.texts(key) for key in ("缺", "提示", "材料") if sheet.get(key)})
    return expected
