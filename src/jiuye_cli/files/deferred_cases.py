"""The cases of a policy file, read only when someone looks at them.

They are four fifths of the text, and judging a person needs none of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import overload

from jiuye_cli.core.policy.policy import Case

CASES = re.compile(r"(?ms)^样例:.*?(?=^[^\s#\-\]}]|\Z)")


def without_cases(text: str) -> str:
    """The text with its cases blanked out; every other line keeps its number.

    >>> without_cases("编号: 甲\\n样例:\\n  - 说明: 乙\\n版本: []\\n")
    '编号: 甲\\n\\n\\n版本: []\\n'
    """
    return CASES.sub(lambda found: "\n" * found[0].count("\n"), text)


class DeferredCases(Sequence[Case]):
    """A sequence of cases that reads its file at the first look; RuleFileError then."""

    def __init__(self, read: Callable[[], Sequence[Case]]) -> None:
        self._read = read
        self._cases: tuple[Case, ...] | None = None

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases, read once."""
        if self._cases is None:
            self._cases = tuple(self._read())
        return self._cases

    @overload
    def __getitem__(self, index: int) -> Case: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Case, ...]: ...
    def __getitem__(self, index: int | slice) -> Case | tuple[Case, ...]:
        """One case, or several."""
        return self.cases[index]

    def __len__(self) -> int:
        """How many cases there are."""
        return len(self.cases)
