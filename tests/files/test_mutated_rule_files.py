"""Rule files damaged by chance: no traceback, a line in every refusal, and nothing swallowed.

A damaged file that is accepted must mean something else whenever it says
something else: what the reader does not understand, it refuses.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jiuye_cli.core.policy.grammar.policy import read_policy
from jiuye_cli.core.rules.node import Node
from jiuye_cli.core.rules.vocabulary import Vocabulary
from jiuye_cli.errors import RuleFileError
from jiuye_cli.files.rule_folder import read_shelf, rule_files
from jiuye_cli.files.strict_yaml import read_yaml
from jiuye_cli.workspace import shipped

POLICIES = Path(shipped("policies"))
EXAMPLES = Path(__file__).parents[2] / "docs" / "规则示例"
BITS = [
    *list(":：-[]{}#'\"&*!|>%@`,，. \n\t\x00≥≤<>=×/0159年月日是否有无中元甲"),
    ": ",
    "\n  ",
    "- ",
    "～",
    "\ufeff",
    "\ue000",
]
CASES_KEPT = 3
USUAL = ("按", "'申请日期'")  # what holds anyway where nothing is said
BETWEEN_HAN = re.compile(r"(?<=[^\x00-\x7f]) +(?=[^\x00-\x7f])")


def texts() -> list[str]:
    """Shipped rules with their first cases, and the guide's examples."""
    files = [
        one for one in rule_files(POLICIES) if "参数" not in one.parts and one.parent != POLICIES
    ]
    whole = [one.read_text(encoding="utf-8") for one in (*files, *sorted(EXAMPLES.glob("*.yaml")))]
    return ["".join(_first_cases(one)) for one in whole]


def _first_cases(text: str) -> Iterator[str]:
    head, cases, rest = text.partition("\n样例:\n")
    kept = re.split(r"(?m)^(?=  - )", rest)[: CASES_KEPT + 1]
    yield from (head, cases, *kept)


def damaged(text: str, dice: random.Random) -> str | bytes:
    """The text with one to three things wrong."""
    for _ in range(dice.randint(1, 3)):
        text = dice.choice(DAMAGES)(text, dice)
    return text.encode("utf-8")[: -dice.randint(1, 3)] if dice.random() < 0.02 else text


def _cut(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) or 1)
    return text[:at] + text[at + dice.randint(1, 4) :]


def _put(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(BITS) + text[at:]


def _swap(text: str, dice: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    a, b = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return "".join(lines)


def _again(text: str, dice: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    lines.insert(dice.randrange(len(lines)), dice.choice(lines))
    return "".join(lines)


def _indent(text: str, dice: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    at = dice.randrange(len(lines))
    lines[at] = (
        dice.choice(["  ", " ", "\t"]) + lines[at] if dice.random() < 0.5 else lines[at].lstrip(" ")
    )
    return "".join(lines)


def _number(text: str, dice: random.Random) -> str:
    found = list(re.finditer(r"\d+", text))
    one = dice.choice(found)
    return (
        text[: one.start()]
        + dice.choice(["0", "010", "-1", "1e9", "9" * 30, "二", ""])
        + text[one.end() :]
    )


DAMAGES: tuple[Callable[[str, random.Random], str], ...] = (
    _cut,
    _put,
    _put,
    _swap,
    _again,
    _indent,
    _number,
)


def tree(node: Node) -> object:
    """What the file says: keys in any order, no spaces inside Chinese, a set listed twice is the set."""
    if node.entries is not None:
        said = sorted((key, _listed(key, one)) for key, one in node.entries.items())
        return [one for one in said if one != USUAL]
    if node.items is not None:
        return repr([tree(one) for one in node.items])
    return BETWEEN_HAN.sub("", str(node.text).strip())


def _listed(key: str, node: Node) -> str:
    if key in ("人员类别", "已领") and node.items is not None:
        return repr(sorted({repr(tree(one)) for one in node.items}))
    alone = key not in ("条件", "版本") and node.items is not None and len(node.items) == 1
    return repr(tree(node.items[0] if alone and node.items else node))


def meaning(policy: object) -> str:
    return re.sub(r"\bline=\d+|\bfile='[^']*'", "", repr(policy))


def trial(text: str, data: str | bytes, words: Vocabulary) -> str:
    """What became of a damaged file: refused, same, or changed; AssertionError for anything else."""
    try:
        node = read_yaml(data, "a.yaml")
        policy, problems = read_policy(node, words)
    except RuleFileError as error:
        policy, problems = None, list(error.problems)
    if policy is None:
        assert problems
        for one in problems:
            assert one.line >= 1 and one.file == "a.yaml", str(one)
            assert one.message
        return "refused"
    original = read_yaml(text, "a.yaml")
    if tree(node) == tree(original):
        return "same"
    before, _ = read_policy(original, words)
    assert meaning(policy) != meaning(before), "swallowed"
    return "changed"


def run(count: int, seed: int) -> dict[str, int]:
    words = Vocabulary(parameters=read_shelf([POLICIES])[0].parameters)
    sources, dice = texts(), random.Random(seed)
    seen = {"refused": 0, "same": 0, "changed": 0}
    for number in range(count):
        text = dice.choice(sources)
        data = damaged(text, dice)
        try:
            seen[trial(text, data, words)] += 1
        except Exception as error:
            raise AssertionError(
                f"mutation {number} of seed {seed}: {error!r}\n{data!r}"
            ) from error
    return seen


def test_three_hundred_damaged_files_are_refused_with_a_line_or_mean_what_they_say() -> None:
    seen = run(300, seed=1)
    assert seen["refused"] > 100


@pytest.mark.prove
def test_ten_thousand_damaged_files() -> None:
    seen = run(10_000, seed=2026)
    print(f"\n10,000 damaged rule files: {seen}, 0 tracebacks, 0 swallowed")
    assert sum(seen.values()) == 10_000
