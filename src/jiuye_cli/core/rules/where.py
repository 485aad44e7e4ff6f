"""One line of Chinese that picks people: `就业状态=登记失业 且 年龄≥50`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from jiuye_cli.core.rules.condition import All, AnyOf, Compare, Condition, Not, Some
from jiuye_cli.core.rules.grammar.condition import read_condition
from jiuye_cli.core.rules.grammar.test import read_test
from jiuye_cli.core.rules.node import Node
from jiuye_cli.core.rules.vocabulary import Vocabulary
from jiuye_cli.errors import UsageError

TOKEN = re.compile(
    r"\s*(?:(?P<open>[(（])|(?P<close>[)）])|(?P<join>且|并且|或者|或|和|and|or|AND|OR)(?=[\s(（]|$)|(?P<not>非|不是)(?=[\s(（])"
    r"|(?P<bare>有|无)\s+(?P<of>[^\s()（）]+)"
    r"|(?P<test>(?P<fact>[^\s()（）=≠≥≤<>＝＞＜!\[\]：:]+)\s*"
    r"(?P<right>(?:[=＝:：]\s*)?(?:\[[^\]]*\]|不?属于\s*[^\s()（）]+|包含\s+[^\s()（）]+|不含\s+[^\s()（）]+"
    r"|(?:>=|<=|!=|[≠≥≤<>＞＜])?\s*[^\s()（）=≠≥≤<>＝＞＜!\[\]]+(?:\([^()]*\))?))))"
)
AND, OR = ("且", "并且", "和", "and", "AND"), ("或", "或者", "or", "OR")
LONGEST = 1000
DEEPEST = 20


@dataclass(frozen=True, slots=True)
class _Word:
    kind: str
    text: str = ""
    right: str = ""


def parse_where(
    text: str,
    words: Vocabulary | None = None,
    read_flow: Callable[[str], Node] | None = None,
) -> Condition:
    """The condition a line writes; UsageError with what is wrong.

    `read_flow` reads the other form, `{就业状态: 登记失业, 年龄: ≥50}`.

    >>> [str(part.fact) for part in parse_where("就业状态=登记失业 且 年龄≥50").parts]
    ['就业状态', '年龄']
    """
    words = words or Vocabulary()
    if text.strip().startswith("{"):
        return _flow(text, words, read_flow)
    if not text.strip():
        raise UsageError("没写条件。例：就业状态=登记失业 且 年龄≥50")
    if len(text) > LONGEST:
        raise UsageError("条件太长，请拆开写。")
    return _Line(_split(text), words).whole()


def _flow(text: str, words: Vocabulary, read_flow: Callable[[str], Node] | None) -> Condition:
    if read_flow is None:
        raise UsageError("这里请写成一行，如：就业状态=登记失业 且 年龄≥50")
    condition, problems = read_condition(read_flow(text), words)
    if condition is None:
        raise UsageError("；".join(problem.message for problem in problems))
    return condition


def _split(text: str) -> list[_Word]:
    found, at, end = [], 0, len(text.rstrip())
    while at < end:
        match = TOKEN.match(text, at)
        if match is None:
            raise UsageError(
                f"条件里看不懂“{text[at:].strip()[:12]}”。例：就业状态=登记失业 且 年龄≥50"
            )
        found.append(_word(match))
        at = match.end()
    return [*found, _Word("end", "结尾")]


def _word(match: re.Match[str]) -> _Word:
    if match["bare"]:
        return _Word("test", match["of"], match["bare"])
    if match["test"]:
        right = re.sub(r"^[=＝:：]\s*", "", match["right"].strip())
        return _Word("test", match["fact"], right)
    kind = next(name for name in ("open", "close", "join", "not") if match[name])
    return _Word(kind, match[kind])


class _Line:
    """或 of 且 of tests."""

    def __init__(self, found: list[_Word], words: Vocabulary) -> None:
        self.found, self.words, self.at, self.depth = found, words, 0, 0

    def whole(self) -> Condition:
        condition = self.either()
        if self.found[self.at].kind != "end":
            raise UsageError(
                f"条件里“{self.found[self.at].text}”放的地方不对，两个条件之间写“且”或“或”。"
            )
        return condition

    def accept(self, kind: str, texts: Iterable[str] | None = None) -> bool:
        word = self.found[self.at]
        if word.kind != kind or (texts is not None and word.text not in texts):
            return False
        self.at += 1
        return True

    def either(self) -> Condition:
        self.depth += 1
        if self.depth > DEEPEST:
            raise UsageError("条件的括号套得太深。")
        parts = [self.all()]
        while self.accept("join", OR):
            parts.append(self.all())
        self.depth -= 1
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def all(self) -> Condition:
        parts = [self.one()]
        while self.accept("join", AND):
            parts.append(self.one())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def one(self) -> Condition:
        turned = False
        while self.accept("not"):
            turned = not turned
        condition = self.group() if self.accept("open") else self.test()
        return Not(condition) if turned else condition

    def group(self) -> Condition:
        inner = self.either()
        if not self.accept("close"):
            raise UsageError("条件里的括号没有收尾。")
        return inner

    def test(self) -> Condition:
        word = self.found[self.at]
        if word.kind != "test":
            raise UsageError(f"条件在“{word.text}”这里少了一个比较，如 年龄≥50。")
        self.at += 1
        return self.compare(word)

    def compare(self, word: _Word) -> Condition:
        of = word.text.partition(".")[0]
        in_list = (
            "." in word.text and f"{word.text}" in self.words.fields and of not in self.words.lists
        )
        words = self.words.inside(of) if in_list else self.words
        found = words.fact(word.text)
        if isinstance(found, str):
            raise UsageError(found if found.endswith("？") else f"{found}。")
        fact, field = found
        test, problems = read_test(_right(word.right), field, words)
        if test is None:
            raise UsageError("；".join(problem.message for problem in problems))
        compare = Compare(fact, test)
        return Some(of, compare) if in_list else compare


def _right(text: str) -> Node:
    if text.startswith("["):
        return Node(tuple(Node(one.strip()) for one in re.split(r"[,，、]", text[1:-1])))
    return Node(text)
