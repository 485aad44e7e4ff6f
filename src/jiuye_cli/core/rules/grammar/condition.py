"""A mapping of facts to tests, read as a condition; every problem at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jiuye_cli.core.fields.field import Field, Kind
from jiuye_cli.core.rules.comparing import Between
from jiuye_cli.core.rules.condition import (
    All,
    AnyOf,
    Compare,
    Condition,
    Count,
    Every,
    Gate,
    Not,
    Some,
)
from jiuye_cli.core.rules.grammar.test import read_test
from jiuye_cli.core.rules.node import Node, colon_advice, nearest
from jiuye_cli.core.rules.vocabulary import Vocabulary
from jiuye_cli.errors import Problem

HOW_MANY = Field("条数", Kind.NUMBER)


def read_condition(
    node: Node, words: Vocabulary | None = None
) -> tuple[Condition | None, list[Problem]]:
    """The condition a node writes, or None with everything that is wrong with it.

    >>> from jiuye_cli.core.rules.node import plain
    >>> read_condition(plain({"年令": "≥16"}))[1][0].message
    '没有叫“年令”的事实，是不是“年龄”？'
    """
    reader = _Reader()
    condition = reader.all_of(node, words or Vocabulary(), helps=True)
    return (None if reader.problems else condition), reader.problems


class _Reader:
    """Collects problems while it builds the tree; `helps` turns round under 非."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.joins: Mapping[str, Callable[[Node, Vocabulary, bool], Condition]] = {
            "全部": self.all_of,
            "任一": self.any_of,
            "非": self.opposite,
            "其一": self.some,
            "全都": self.every,
            "几条": self.count,
            "人工": self.gates,
        }

    def wrong(self, problem: Problem) -> Condition:
        self.problems.append(problem)
        return All(())

    def all_of(self, node: Node, words: Vocabulary, helps: bool) -> Condition:
        if node.entries is not None:
            if not node.entries:
                return self.wrong(node.problem("这里没写条件"))
            return _joined(
                [self.entry(key, one, words, helps) for key, one in node.entries.items()]
            )
        if node.items:
            return _joined([self.all_of(one, words, helps) for one in node.items])
        if node.text:
            return self.wrong(
                node.problem(
                    f"条件要写成“事实: 比法”，“{node.text[:20]}”看不懂；{colon_advice(node.text)}"
                )
            )
        return self.wrong(node.problem("这里没写条件"))

    def any_of(self, node: Node, words: Vocabulary, helps: bool) -> Condition:
        if not node.items:
            return self.wrong(node.problem("“任一”后面要写一串，每条前面加短横"))
        return AnyOf(tuple(self.all_of(one, words, helps) for one in node.items))

    def opposite(self, node: Node, words: Vocabulary, helps: bool) -> Condition:
        return Not(self.all_of(node, words, not helps))

    def entry(self, key: str, node: Node, words: Vocabulary, helps: bool) -> Condition:
        if key in self.joins:
            return self.joins[key](node, words, helps)
        found = words.fact(key)
        if isinstance(found, str):
            return self.wrong(node.key_problem(found + _join_hint(key, self.joins)))
        fact, field = found
        test, problems = read_test(node, field, words)
        self.problems += problems
        return Compare(fact, test, node.key_line or node.line) if test else All(())

    def some(self, node: Node, words: Vocabulary, helps: bool) -> Condition:
        return _joined(
            [
                Some(of, self.all_of(one, words.inside(of), helps))
                for of, one in self.lists(node, words)
            ]
        )

    def every(self, node: Node, words: Vocabulary, helps: bool) -> Condition:
        parts: list[Condition] = []
        for of, one in self.lists(node, words):
            empty, rest = _taken(one, "空")
            if empty is not None and empty.text not in ("是", "否"):
                self.problems.append(empty.problem("“空”只能写 是 或 否"))
            part = self.all_of(rest, words.inside(of), helps)
            parts.append(Every(of, part, empty is not None and empty.text == "是"))
        return _joined(parts)

    def count(self, node: Node, words: Vocabulary, helps: bool) -> Condition:
        parts: list[Condition] = []
        for of, one in self.lists(node, words):
            number, rest = _taken(one, "条数")
            if number is None:
                return self.wrong(one.problem("“几条”里要写 条数: ≥3 这样的比法"))
            test, problems = read_test(number, HOW_MANY, Vocabulary())
            self.problems += problems
            part = self.all_of(rest, words.inside(of), helps) if rest.entries else All(())
            if isinstance(test, Between):
                parts.append(Count(of, part, test))
            elif test is not None:
                return self.wrong(number.problem("条数只能和数比"))
        return _joined(parts)

    def lists(self, node: Node, words: Vocabulary) -> list[tuple[str, Node]]:
        """The lists a quantifier names, each with what is said of it."""
        if not node.entries:
            self.wrong(node.problem("这里要先写表名，如 其一: {证书: {等级: 四级}}"))
            return []
        good = []
        for of, one in node.entries.items():
            found = words.list_named(of)
            if isinstance(found, str):
                self.wrong(one.key_problem(found))
            elif one.entries is None:
                self.wrong(one.problem(f"“{of}”后面要写条件，如 {{等级: 四级}}"))
            else:
                good.append((of, one))
        return good

    def gates(self, node: Node, words: Vocabulary, helps: bool) -> Condition:
        parts: list[Condition] = []
        for one in node.as_items():
            if not one.text:
                return self.wrong(one.problem("“人工”后面写一句话：要人确认什么"))
            parts.append(Gate(one.text.strip(), helps, one.line))
        return _joined(parts)


def _taken(node: Node, key: str) -> tuple[Node | None, Node]:
    """One entry of a mapping, and the node without it."""
    entries = dict(node.entries or {})
    taken = entries.pop(key, None)
    return taken, Node(entries, node.file, node.line, node.column, node.key_line)


def _joined(parts: list[Condition]) -> Condition:
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def _join_hint(key: str, joins: Mapping[str, object]) -> str:
    """Name the joining word meant, where no fact is near."""
    hint = nearest(key, joins)
    return hint if hint and len(key) <= 2 else ""
