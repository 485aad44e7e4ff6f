"""One mapping of a rule file, read key by key, with a problem for everything that is off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from jiuye_cli.core.callback.span import Span, Unit, read_span
from jiuye_cli.core.rules.node import Node, nearest, unknown_keys
from jiuye_cli.errors import Problem

T = TypeVar("T")
SOURCE_KEYS = ("文号", "名称", "条", "原文", "出处", "可信度", "核实", "注")


@dataclass(slots=True)
class Section:
    """A mapping called `name` in the sentences; every reading method leaves its problems in `problems`."""

    node: Node
    name: str
    problems: list[Problem] = field(default_factory=list)

    def allow(self, *keys: str) -> None:
        """Note a problem for each key that is not among these, or when this is no mapping."""
        if self.node.entries is None:
            self.problems.append(self.node.problem(f"{self.name}要写成“键: 值”的样子"))
        self.problems.extend(unknown_keys(self.node, keys, self.name))

    def say(self, node: Node, sentence: str) -> None:
        """Note a problem at a place."""
        self.problems.append(node.problem(sentence))

    def child(self, key: str) -> Section | None:
        """The mapping under a key, sharing the list of problems."""
        found = self.node.get(key)
        return Section(found, key, self.problems) if found else None

    def children(self, key: str) -> Iterator[Section]:
        """The mappings listed under a key."""
        found = self.node.get(key)
        if found is None:
            return
        if found.items is None:
            self.say(found, f"“{key}”要写成一串，每条前面加“- ”")
            return
        yield from (Section(item, key, self.problems) for item in found.items)

    def pairs(self, key: str) -> Iterator[tuple[str, Section]]:
        """The named mappings under a key."""
        for name, node in ((self.node.get(key) or Node("")).entries or {}).items():
            yield name, Section(node, f"{key} {name}", self.problems)

    def text(self, key: str, default: str | None = "") -> str:
        """The text under a key; with default None it must be there."""
        found = self.node.get(key)
        if found is None:
            if default is None:
                self.say(self.node, f"{self.name}少了“{key}”")
            return default or ""
        if found.text is None:
            self.say(found, f"“{key}”要写成一句话")
            return default or ""
        return found.text.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts under a key; a single text is a list of one."""
        found = self.node.get(key)
        if found is None:
            return ()
        return tuple(item.text.strip() for item in found.as_items() if item.text is not None)

    def choice(self, key: str, known: Iterable[str]) -> str | None:
        """The text under a key, if it is one of the known words."""
        word, words = self.text(key, None), tuple(known)
        if not word or word in words:
            return word or None
        self.say(self.node.get(key) or self.node, f"“{key}”不认识“{word}”{nearest(word, words)}")
        return None

    def span(self, key: str, *, needed: bool = False) -> Span | None:
        """The length of time under a key."""
        return self._read(key, read_span, "要写成 7天、5个工作日 或 1个月", needed=needed)

    def days(self, key: str) -> int | None:
        """The length of time under a key in days; months and working days are refused."""
        span = self.span(key)
        if span is not None and span.unit is not Unit.DAYS:
            self.say(self.node.get(key) or self.node, f"“{key}”要写成天数，如 14天")
            return None
        return span.count if span else None

    def source(self) -> str:
        """The document behind this mapping in one line, with how well it was read; it must be there."""
        found = self.child("依据")
        if found is None:
            self.say(self.node, f"{self.name}少了“依据”，没有文件就写 依据: {{文号: 自拟}}")
            return ""
        found.allow(*SOURCE_KEYS)
        trust = found.text("可信度")
        return found.text("文号", None) + found.text("条") + (f"，{trust}" if trust else "")

    def day(self, key: str, *, needed: bool = False) -> date | None:
        """The day under a key."""
        return self._read(key, date.fromisoformat, "要写成 2026-11-21 这样的日期", needed=needed)

    def number(self, key: str, default: Decimal | None = None) -> Decimal:
        """The number under a key, zero or more; with no default it must be there. 20% is 0.2."""
        found = self._read(key, _number, "要写成数，如 20", needed=default is None)
        return found if found is not None else default or Decimal(0)

    def yes(self, key: str) -> bool:
        """Whether 是 stands under a key."""
        word = self.text(key, "否")
        if word not in ("是", "否"):
            self.say(self.node.get(key) or self.node, f"“{key}”只能写 是 或 否")
        return word == "是"

    def _read(self, key: str, read: Callable[[str], T], wanted: str, *, needed: bool) -> T | None:
        text = self.text(key, None if needed else "")
        if not text:
            return None
        try:
            return read(text)
        except (ValueError, InvalidOperation):
            self.say(self.node.get(key) or self.node, f"“{key}: {text}”看不懂，{wanted}")
            return None


def _number(text: str) -> Decimal:
    number = Decimal(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    if not number.is_finite() or number < 0:
        raise ValueError(text)
    return number
