"""What `doctor` found, on the screen: a few of each kind, the rest as a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

from jiuye_cli.render.screen.folding import hanging

FEW = 5
"""How many of one kind are told one by one."""


class Finding(Protocol):
    """Something wrong or doubtful, and what to do about it."""

    @property
    def code(self) -> str: ...
    @property
    def where(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def fix(self) -> str: ...


def findings_lines(findings: Sequence[Finding], *, everything: bool = False) -> Iterator[str]:
    """Findings with their remedy; of many of one kind the first five, unless `everything`."""
    kinds = Counter(one.code for one in findings)
    told: Counter[str] = Counter()
    for one in findings:
        told[one.code] += 1
        if told[one.code] <= FEW or everything:
            yield from hanging(f"【{one.code}】", f"{one.where}：{one.message}")
            yield from hanging("    ", one.fix)
        elif told[one.code] == kinds[one.code]:
            yield f"【{one.code}】还有 {kinds[one.code] - FEW} 处同样的，加 --all 全列出来"
