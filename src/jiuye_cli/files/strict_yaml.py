"""YAML as a clerk writes it, read without guessing: every scalar stays text.

Refused, each with its line and a Chinese sentence: duplicate keys, anchors and
aliases, merges, tags, several documents, tabs, full-width colons, bytes that
are not UTF-8, NUL, and nesting deeper than anyone writes. `> 12` and `>=12`
are read as the comparisons they are, not as YAML's folded blocks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from jiuye_cli.core.rules.node import COLON_ADVICE, Content, Node
from jiuye_cli.errors import Problem, RuleFileError

DEEPEST = 24
LARGEST = 2_000_000
GREATER = "\ue000"  # stands for a bare > while YAML reads; a private character no one types
BARE_GREATER = re.compile(r"(?:(?<=[:\-,] )|(?<=[\[{]))( *)>(?==? *[0-9A-Za-z.\u4e00-\u9fff])")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]")
FULL_WIDTH_COLON = re.compile(r"^\s*(?:- )*[^\s#\"'：:{\[][^\"'：:#]*：")

SENTENCES = (
    ("found duplicate anchor", "不能用 & 记号"),
    ("could not find expected ':'", "这里少了冒号，或冒号后面少了空格"),
    (
        "mapping values are not allowed",
        "这里多了一个冒号，或上一行缩进不对；文字里有“: ”时请加引号",
    ),
    ("cannot start any token", "这个符号不能放在开头，请给文字加引号"),
    ("unexpected end of stream", "引号或括号没有收尾"),
    ("while scanning a quoted scalar", "引号没有收尾"),
    ("did not find expected ',' or", "括号没有收尾，或少了逗号"),
    ("did not find expected key", "缩进不对，或上一行的引号、括号没有收尾"),
    ("did not find expected '-' indicator", "缩进不对：同一串的短横要对齐"),
    ("while parsing a block", "缩进不对：同一层要对齐"),
    ("block sequence entries are not allowed", "短横 - 不能写在这里，请另起一行"),
    ("exceeded max depth", "套得太深"),
    ("did not find expected node content", "这里缺了内容"),
    ("unknown escape", "双引号里的反斜杠写法不对，请改用单引号"),
)


def read_yaml(data: bytes | str, file: str = "") -> Node:
    """The one document of a file as nodes with places.

    RuleFileError with `file:line: sentence` for anything refused.

    >>> read_yaml("年龄: >=16").get("年龄").text
    '>=16'
    """
    text = decoded(data, file)
    _refuse_marks(text, file)
    try:
        return _Builder(file).build(_events(BARE_GREATER.sub(rf"\1{GREATER}", text)))
    except RuleFileError:
        raise
    except Exception as error:
        # libyaml lets plain ValueError and IndexError out of damaged files
        raise _refused(*_explained(error, text, file)) from error


def decoded(data: bytes | str, file: str) -> str:
    """The text of a file; RuleFileError where it is not UTF-8, or too large."""
    if len(data) > LARGEST:
        raise _refused("文件太大，一份规则文件不应超过 2 MB", file, 1)
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _refused("不是 UTF-8 编码（像是 GBK），请另存为 UTF-8", file, line) from error


def _refuse_marks(text: str, file: str) -> None:
    """Refuse what YAML would misread or stumble over, all of it at once."""
    problems = [Problem(sentence, file, line) for line, sentence in _marks(text)]
    if problems:
        raise RuleFileError(problems)


def _marks(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        if "\t" in line:
            yield number, "用了制表符（Tab），请改成空格"
        if GREATER in line or CONTROL.search(line):
            yield number, "有看不见的控制字符，请删掉重打"
        if line.startswith(("---", "...", "%")) and number > 1:
            yield number, "一份文件只能写一项，不能用 --- 分成几份"
    if CONTROL.search(text) and not any(CONTROL.search(line) for line in text.splitlines()):
        yield 1, "有看不见的控制字符，请删掉重打"


def _events(text: str) -> Iterator[Any]:
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


def _sentence(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "套得太深"
    words = str(error)
    return next(
        (ours for theirs, ours in SENTENCES if theirs in words),
        "这里不合 YAML 写法，请看缩进、冒号和引号",
    )


def _explained(error: Exception, text: str, file: str) -> tuple[str, str, int]:
    """The sentence, file and line of a refusal; a full-width colon just above is the likelier cause."""
    lines = text.splitlines()
    line = min(_line_of(error), max(1, len(lines)))
    for number in range(line, max(0, line - 4), -1):
        if FULL_WIDTH_COLON.match(lines[number - 1]):
            return COLON_ADVICE, file, number
    return _sentence(error), file, line


def _line_of(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line + 1 if mark is not None else 1


def _refused(sentence: str, file: str, line: int) -> RuleFileError:
    return RuleFileError([Problem(sentence, file, line)])


@dataclass(slots=True)
class _Open:
    """A list or mapping still being read."""

    line: int
    column: int
    mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Node] = field(default_factory=dict)
    key: Node | None = None


class _Builder:
    """Makes nodes of YAML events with a stack of its own, so depth cannot break it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.documents = 0

    def build(self, events: Iterator[Any]) -> Node:
        handlers: dict[type, Callable[[Any], None]] = {}
        for event in events:
            kind = type(event)
            if kind not in handlers:
                name = "on_" + kind.__name__.removesuffix("Event")
                handlers[kind] = getattr(self, name, _ignore)
            handlers[kind](event)
        if self.problems:
            raise RuleFileError(self.problems)
        if self.root is None:
            raise _refused("文件是空的", self.file, 1)
        return self.root

    def on_DocumentStart(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise _refused("一份文件只能写一项，不能用 --- 分成几份", self.file, _start(event))

    def on_Alias(self, event: Any) -> None:
        raise _refused("不能用 * 引用，请把内容写出来（乘号请写 ×）", self.file, _start(event))

    def on_Scalar(self, event: Any) -> None:
        self._plain(event)
        if event.value == "<<" and not event.style and self._wants_key():
            raise _refused("不能用 << 合并，请把内容写出来", self.file, _start(event))
        self._add(self._node(event, event.value.replace(GREATER, ">")))

    def on_SequenceStart(self, event: Any) -> None:
        self._open(event, mapping=False)

    def on_MappingStart(self, event: Any) -> None:
        self._open(event, mapping=True)

    def on_SequenceEnd(self, event: Any) -> None:
        done = self.stack.pop()
        self._add(Node(tuple(done.items), self.file, done.line, done.column))

    def on_MappingEnd(self, event: Any) -> None:
        done = self.stack.pop()
        self._add(Node(done.entries, self.file, done.line, done.column))

    def _open(self, event: Any, *, mapping: bool) -> None:
        self._plain(event)
        if len(self.stack) >= DEEPEST:
            raise _refused("套得太深", self.file, _start(event))
        if self._wants_key():
            raise _refused("键只能是一个词，不能是一串或一组", self.file, _start(event))
        self.stack.append(_Open(_start(event), event.start_mark.column + 1, mapping))

    def _plain(self, event: Any) -> None:
        if event.anchor:
            raise _refused("不能用 & 记号", self.file, _start(event))
        if event.tag:
            raise _refused(f"不能用 {event.tag} 记号（不等于请写 ≠）", self.file, _start(event))

    def _wants_key(self) -> bool:
        return bool(self.stack) and self.stack[-1].mapping and self.stack[-1].key is None

    def _node(self, event: Any, value: Content) -> Node:
        return Node(value, self.file, _start(event), event.start_mark.column + 1)

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if not top.mapping:
            top.items.append(node)
        elif top.key is None:
            top.key = node
        else:
            self._enter(top, top.key, node)
            top.key = None

    def _enter(self, top: _Open, key: Node, node: Node) -> None:
        name = str(key.value)
        if name in top.entries:
            first = top.entries[name].key_line
            self.problems.append(key.problem(f"“{name}”写了两次，第一次在第 {first} 行"))
            return
        top.entries[name] = Node(node.value, node.file, node.line, node.column, key.line)


def _start(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _ignore(event: Any) -> None:
    """Events that open and close the stream carry nothing."""
