"""What a rule file says before anything is understood: text, lists and mappings with places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeAlias

from jiuye_cli.errors import Problem

Content: TypeAlias = "str | tuple[Node, ...] | Mapping[str, Node]"


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a file: text, a list or a mapping, and where it stands.

    All scalars are text as they were typed; the field they stand in gives them
    a kind. `line` and `column` count from 1; `key_line` is the line of the key
    a mapping holds this node under, 0 where there is none.
    """

    value: Content
    file: str = ""
    line: int = 0
    column: int = 0
    key_line: int = 0

    @property
    def text(self) -> str | None:
        """The text of a scalar, or None for a list or mapping."""
        return self.value if isinstance(self.value, str) else None

    @property
    def items(self) -> tuple[Node, ...] | None:
        """The members of a list, or None for anything else."""
        return self.value if isinstance(self.value, tuple) else None

    @property
    def entries(self) -> Mapping[str, Node] | None:
        """The entries of a mapping, or None for anything else."""
        return self.value if isinstance(self.value, Mapping) else None

    def get(self, key: str) -> Node | None:
        """The entry under `key`; None where there is none or this is no mapping."""
        return self.value.get(key) if isinstance(self.value, Mapping) else None

    def as_items(self) -> tuple[Node, ...]:
        """The members of a list; anything else stands for a list of itself alone."""
        return self.value if isinstance(self.value, tuple) else (self,)

    def problem(self, message: str) -> Problem:
        """`message`, said of this place."""
        return Problem(message, self.file, self.line)

    def key_problem(self, message: str) -> Problem:
        """`message`, said of the key that holds this node."""
        return Problem(message, self.file, self.key_line or self.line)


COLON_ADVICE = "用了全角冒号“：”，请改成半角冒号加空格“: ”"


def colon_advice(text: str) -> str:
    """What to say of text that was meant to be `键: 值`.

    >>> colon_advice("年龄：≥16")
    '用了全角冒号“：”，请改成半角冒号加空格“: ”'
    """
    return COLON_ADVICE if "：" in text else "冒号后面要有空格"


def nearest(word: str, known: Iterable[str]) -> str:
    """The half sentence that names the nearest known word, or nothing.

    >>> nearest("年令", ["年龄", "性别"])
    '，是不是“年龄”？'
    """
    if "：" in word:
        return "，像是用了全角冒号“：”，请改成“: ”"
    close = get_close_matches(word, list(known), n=1, cutoff=0.4)
    return f"，是不是“{close[0]}”？" if close else ""


def unknown_keys(node: Node, known: Iterable[str], where: str) -> Iterator[Problem]:
    """A problem for each key of a mapping that `where` does not know."""
    allowed = tuple(known)
    for key, child in (node.entries or {}).items():
        if key not in allowed:
            yield child.key_problem(f"{where}里不认识“{key}”{nearest(key, allowed)}")


def plain(value: object, file: str = "") -> Node:
    """A node made of Python text, lists and mappings, for rules written in code and tests.

    >>> plain({"年龄": "≥16"}).get("年龄").text
    '≥16'
    """
    if isinstance(value, Mapping):
        return Node({str(key): plain(one, file) for key, one in value.items()}, file)
    if isinstance(value, list | tuple):
        return Node(tuple(plain(one, file) for one in value), file)
    return Node(str(value), file)
