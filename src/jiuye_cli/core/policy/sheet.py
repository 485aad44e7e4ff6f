"""Taking typed entries out of a mapping, gathering every problem on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from jiuye_cli.core.rules.node import Node, colon_advice, nearest, unknown_keys
from jiuye_cli.errors import Problem

FOLD = re.compile(
    r"(?<=[\u3000-\u303f\uff00-\uff1f]) | (?=[\u3000-\u303f\uff00-\uff1f])|(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])"
)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LENGTH = re.compile(r"(\d+)\s*(个月|月|年|天|日|周|个工作日|工作日)")
MEASURES = {
    "个月": ("月", 1), "月": ("月", 1), "年": ("月", 12), "天": ("天", 1), "日": ("天", 1),
    "周": ("天", 7), "个工作日": ("工作日", 1), "工作日": ("工作日", 1),
}  # fmt: skip


class Sheet:
    """One mapping of a file: take its entries by kind; what is wrong goes to `problems`.

    Every method gives the value, or an empty one after noting why there is none.
    """

    def __init__(
        self, node: Node, problems: list[Problem], where: str, known: Iterable[str]
    ) -> None:
        self.node, self.problems, self.where = node, problems, where
        if node.entries is None:
            problems.append(
                node.problem(f"{where}要写成一行行的“键: 值”；{colon_advice(node.text or '')}")
            )
        problems.extend(unknown_keys(node, known, where))

    def wrong(self, node: Node, message: str) -> None:
        """Note a problem at a node."""
        self.problems.append(node.problem(message))

    def get(self, key: str) -> Node | None:
        """The entry under a key; None where there is none."""
        return self.node.get(key)

    def required(self, key: str) -> Node | None:
        """The entry under a key; a problem where there is none."""
        found = self.node.get(key)
        if found is None and self.node.entries is not None:
            self.problems.append(self.node.problem(f"{self.where}缺“{key}”"))
        return found

    def text(self, key: str, *, required: bool = False) -> str:
        """The text under a key, stripped."""
        found = self.required(key) if required else self.get(key)
        if found is None:
            return ""
        if not found.text or not found.text.strip():
            self.wrong(found, f"“{key}”要写一句文字")
            return ""
        return found.text.strip()

    def prose(self, key: str) -> str:
        """The text under a key, without the blanks that YAML's folding leaves between Chinese lines."""
        return FOLD.sub("", self.text(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """One text or a list of them."""
        found = self.get(key)
        if found is None:
            return ()
        for one in found.as_items():
            if not one.text:
                self.wrong(one, f"“{key}”里要写文字")
        return tuple(one.text.strip() for one in found.as_items() if one.text)

    def choice(self, key: str, allowed: Iterable[str], *, required: bool = False) -> str:
        """One of some words."""
        word, words = self.text(key, required=required), tuple(allowed)
        if word and word not in words:
            self.wrong(
                self.node.get(key) or self.node,
                f"“{key}”没有“{word}”，可以是 {' '.join(words)}{nearest(word, words)}",
            )
            return ""
        return word

    def day(self, key: str, *, required: bool = False) -> date | None:
        """A day written 2025-01-31."""
        found = self.required(key) if required else self.get(key)
        return None if found is None else read_day(found, key, self.problems)

    def number(self, key: str) -> int | None:
        """A whole number."""
        found = self.get(key)
        if found is None:
            return None
        if found.text and re.fullmatch(r"0|[1-9]\d{0,5}", found.text.strip()):
            return int(found.text)
        self.wrong(found, f"“{key}”要写一个整数")
        return None

    def months(self, key: str) -> int | None:
        """A length in months: 6个月, 1年."""
        found = self.get(key)
        if found is None:
            return None
        length = read_length(found, key, self.problems)
        if length and length[1] != "月":
            self.wrong(found, f"“{key}”要写几个月或几年")
            return None
        return length[0] if length else None


def read_day(node: Node, key: str, problems: list[Problem]) -> date | None:
    """A day written 2025-01-31; None after noting what is wrong."""
    text = (node.text or "").strip()
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        problems.append(node.problem(f"“{key}”：没有 {text} 这一天"))
        return None
    problems.append(node.problem(f"“{key}”要写成 2025-01-31 这样的日期"))
    return None


def read_length(node: Node, key: str, problems: list[Problem]) -> tuple[int, str] | None:
    """A length as (count, 月|天|工作日); None after noting what is wrong."""
    found = LENGTH.fullmatch((node.text or "").strip())
    if not found or int(found[1]) > 1200:
        problems.append(node.problem(f"“{key}”要写成 12个月、30天、5个工作日 这样的时长"))
        return None
    measure, each = MEASURES[found[2]]
    return int(found[1]) * each, measure
