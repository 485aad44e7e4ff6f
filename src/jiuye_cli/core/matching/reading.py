"""`policies/匹配.yaml` as match rules, with every problem in it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jiuye_cli.core.callback.section import Section
from jiuye_cli.core.fields.post import ZONES
from jiuye_cli.core.matching.rules import MatchRules, Points, Seeking, ServiceStandard
from jiuye_cli.core.posts.post import Rung
from jiuye_cli.core.referral.kinds import COUNTED
from jiuye_cli.core.rules.compiled import compiled
from jiuye_cli.core.rules.grammar.condition import read_condition
from jiuye_cli.core.rules.node import Node, nearest
from jiuye_cli.core.rules.vocabulary import Vocabulary
from jiuye_cli.errors import Problem

KEYS = (
    "一次推荐",
    "一个名额推荐给",
    "岗位核实",
    "回执",
    "年龄商量",
    "给谁配",
    "分",
    "服务标准",
    "性别要求",
)
GAINS = (
    "工种合意",
    "证书用得上",
    "地方合意",
    "形式合意",
    "工资够",
    "工资每百元",
    "工资最多算",
    "交社保",
)
LOSSES = ("工资不够扣", "没问清每项扣", "好久没核实扣")


def read_match_rules(
    node: Node, words: Vocabulary | None = None
) -> tuple[MatchRules, list[Problem]]:
    """The rules a file states, and all its problems; where there are any the rules are not to be used."""
    top = Section(node, "匹配规则")
    top.allow(*KEYS)
    standards = dict(_standards(top))
    rules = MatchRules(
        offers=_count(top, "一次推荐", "个"),
        promises=_count(top, "一个名额推荐给", "人"),
        fresh_days=_days(top, "岗位核实", "每"),
        reply_days=_days(top, "回执", "内"),
        age_room=_count(top, "年龄商量", "岁"),
        seeking=_seeking(top, words),
        points=_points(top),
        standards=standards,
        standard=_standard(top, standards),
        sex_note=_part(top, "性别要求", "说").text("说", None),
    )
    return rules, top.problems


def _part(top: Section, key: str, *keys: str) -> Section:
    """A part that has to be there, with its source."""
    one = top.child(key)
    if one is None:
        top.say(top.node, f"{top.name}少了“{key}”")
        return Section(Node({}), key)
    one.allow(*keys, "依据")
    one.source()
    return one


def _count(top: Section, key: str, unit: str) -> int:
    one = _part(top, key, unit)
    count = int(one.number(unit, Decimal(1)))
    if not 1 <= count <= 20:
        one.say(one.node, f"“{key}”要在 1 到 20 之间")
    return count


def _days(top: Section, key: str, unit: str) -> int:
    one = _part(top, key, unit)
    return one.days(unit) or 1


def _seeking(top: Section, words: Vocabulary | None) -> Seeking | None:
    one = _part(top, "给谁配", "当")
    node = one.node.get("当")
    if node is None:
        return None
    condition, problems = read_condition(node, words)
    top.problems.extend(problems)
    return compiled(condition) if condition else None


def _points(top: Section) -> Points:
    one = _part(top, "分", *GAINS, *LOSSES, "台阶", "路")
    gain = {key: int(one.number(key, Decimal(0))) for key in GAINS}
    loss = {key: -int(one.number(key, Decimal(0))) for key in LOSSES}
    rungs = _numbers(one, "台阶", [rung.value for rung in Rung])
    return Points(
        trade=gain["工种合意"],
        certificate=gain["证书用得上"],
        zone=gain["地方合意"],
        form=gain["形式合意"],
        enough=gain["工资够"],
        too_little=loss["工资不够扣"],
        hundred_yuan=gain["工资每百元"],
        hundreds_at_most=gain["工资最多算"],
        insured=gain["交社保"],
        unasked=loss["没问清每项扣"],
        stale=loss["好久没核实扣"],
        rungs={Rung(name): points for name, points in rungs.items()},
        zones=_numbers(one, "路", ZONES),
    )


def _numbers(
    one: Section, key: str, known: Iterator[str] | tuple[str, ...] | list[str]
) -> dict[str, int]:
    table = one.child(key)
    if table is None:
        return {}
    names = tuple(known)
    table.allow(*names)
    return {name: int(table.number(name, Decimal(0))) for name in names}


def _standards(top: Section) -> Iterator[tuple[str, ServiceStandard]]:
    table = top.child("服务标准")
    for name, node in (table.node.entries or {}).items() if table else ():
        if name == "用":
            continue
        one = Section(node, f"服务标准 {name}", top.problems)
        one.allow("每年", "依据")
        yearly = _numbers(one, "每年", COUNTED)
        asked = {kind: times for kind, times in yearly.items() if times}
        yield name, ServiceStandard(name, asked, one.source())


def _standard(top: Section, standards: dict[str, ServiceStandard]) -> str:
    table = top.child("服务标准")
    name = table.text("用", None) if table else ""
    if table and name not in standards:
        table.say(table.node, f"“用”的服务标准“{name}”下面没有写{nearest(name, standards)}")
    return name
