"""What is wrong with a shelf of rules although each file can be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from jiuye_cli.core.policy.judge_facts import strangers
from jiuye_cli.core.policy.policy import Policy, Version
from jiuye_cli.core.policy.shelf import Shelf
from jiuye_cli.core.rules.days import DAY, FAR
from jiuye_cli.core.rules.node import nearest
from jiuye_cli.core.rules.region import depth, within
from jiuye_cli.errors import Problem


def lint(shelf: Shelf) -> list[Problem]:
    """Every such problem, in the order of the files."""
    return lint_some(shelf, shelf.policies)


def lint_some(shelf: Shelf, policies: Iterable[Policy]) -> list[Problem]:
    """The problems of some of a shelf's policies."""
    wanted = tuple(policies)
    files = {policy.file for policy in wanted}
    problems = [problem for problem in _twice(shelf) if problem.file in files]
    for policy in wanted:
        problems += _own(policy)
        problems += _relations(policy, shelf)
        problems += _names(policy, shelf)
    return problems


def _twice(shelf: Shelf) -> Iterator[Problem]:
    counted = Counter((policy.id, policy.region) for policy in shelf.policies)
    for policy in shelf.policies:
        if counted[policy.id, policy.region] > 1:
            yield _of(policy, f"{policy.region} 的“{policy.id}”有两份文件")


def _of(policy: Policy, message: str, line: int = 0) -> Problem:
    return Problem(message, policy.file, line or policy.line)


def _own(policy: Policy) -> Iterator[Problem]:
    for version in policy.versions:
        if not version.sources:
            yield _of(policy, f"{version.start} 起的这一版没有“依据”", version.line)
        if _runs_on(version) and version.longest is None and policy.relation != "收紧":
            yield _of(policy, "写了“累计”，却没写“最长”", version.line)
    yield from _ends(policy)
    yield from _cases(policy)


def _runs_on(version: Version) -> bool:
    """Whether it says what happens once the months are used up."""
    return version.tally.retirement_months is not None or version.tally.again is not None


def _ends(policy: Policy) -> Iterator[Problem]:
    """Gaps, and ends without a successor, about whose time after nothing is said."""
    for earlier, later in pairwise(policy.versions):
        if earlier.end + DAY < later.start and earlier.after is None:
            yield _of(
                policy,
                f"{earlier.end} 到 {later.start} 之间没有版本：请补一版，或给前一版写 止后: 结束 或 待核",
                earlier.line,
            )
    last = policy.versions[-1]
    if last.end < FAR and last.after is None:
        yield _of(policy, f"{last.end} 到期后没有下一版：请写 止后: 结束 或 待核", last.line)


def _cases(policy: Policy) -> Iterator[Problem]:
    verdicts = {case.verdict for case in policy.cases}
    if not policy.cases:
        yield _of(policy, "没有“样例”")
        return
    if not verdicts & {"eligible", "confirm", "received", "closed"}:
        yield _of(policy, "样例里没有一个能领的（符合 或 待核实）")
    if "ineligible" not in verdicts and _has_condition(policy):
        yield _of(policy, "样例里没有一个 不符合 的")
    if "unknown" not in verdicts and _has_condition(policy):
        yield _of(policy, "样例里没有一个 待问 的")


def _has_condition(policy: Policy) -> bool:
    from jiuye_cli.core.rules.condition import Compare, walk

    return any(
        isinstance(one, Compare) for version in policy.versions for one in walk(version.condition)
    )


def _relations(policy: Policy, shelf: Shelf) -> Iterator[Problem]:
    uppers = [
        one
        for one in shelf.find(policy.id)
        if one.id == policy.id
        and depth(one.region) < depth(policy.region)
        and within(policy.region, one.region)
    ]
    nearest_upper = max(uppers, key=lambda one: depth(one.region), default=None)
    if nearest_upper is None:
        if policy.relation:
            yield _of(
                policy, f"写了“{policy.relation}: {policy.relation_to}”，可上级没有“{policy.id}”"
            )
        return
    if policy.place_fact != nearest_upper.place_fact:
        yield _of(
            policy,
            f"“按地”要和上级 {nearest_upper.region} 的一样，写 {nearest_upper.place_fact}，不然一个人会有两个结论",
        )
    if policy.relation == "收紧":
        yield from _unlike(policy, nearest_upper)
    if not policy.relation:
        yield _of(
            policy,
            f"{nearest_upper.region} 已有“{policy.id}”，这里要写 取代: {nearest_upper.region} 或 收紧: {nearest_upper.region}",
        )
    elif policy.relation_to != nearest_upper.region:
        yield _of(
            policy,
            f"“{policy.relation}”要写最近的上级 {nearest_upper.region}，现在写的是 {policy.relation_to or '空'}",
        )


def _unlike(policy: Policy, upper: Policy) -> Iterator[Problem]:
    """What a file that only tightens has to share with the one above: whom and what is judged."""
    for word, mine, theirs in (
        ("受益人", policy.beneficiary, upper.beneficiary),
        ("逐件", policy.item, upper.item),
        ("按", str(policy.by), str(upper.by)),
    ):
        if mine != theirs:
            yield _of(
                policy,
                f"收紧的“{word}”要和上级 {upper.region} 的一样：{theirs or '不写'}，现在是 {mine or '没写'}",
            )


def _names(policy: Policy, shelf: Shelf) -> Iterator[Problem]:
    """Groups nobody else is in, and policies nobody wrote."""
    ids = {one.id for one in shelf.policies} | {one.name for one in shelf.policies}
    for version in policy.versions:
        for tie in version.exclusions:
            if not shelf.exclusion_groups[tie.group] - {policy.id}:
                yield _of(
                    policy,
                    f"互斥的“{tie.group}”只有这一项在用{nearest(tie.group, ids)}",
                    version.line,
                )
        for name in _mentioned(version):
            if name not in ids:
                yield _of(policy, f"没有编号为“{name}”的政策{nearest(name, ids)}", version.line)
    for case in policy.cases:
        yield from strangers(shelf, case.claimant, case.file, case.line)


def _mentioned(version: Version) -> Iterable[str]:
    yield from version.tally.leaving_out
    if version.successor:
        yield version.successor
