"""Yes and no as boxes, ticks, words and codes."""

from __future__ import annotations

import re

from jiuye_cli.core.people.cell import Cell, cell_text, half_width, words
from jiuye_cli.errors import RefusedError

YES = words(
    "是 是的 有 对 √ ✓ ✔ ☑ ✅ 🗹 v V Y y yes YES Yes T t true TRUE True 1 已 已办 已签 已签订 已参加 已参保 参加 参保 签订 愿意 愿 需要 要 在 属于 享受 符合 合格 通过"
)
NO = words(
    "否 不是 无 没有 没 不 × ✗ ✘ ✕ ✖ ☒ x X n N no NO No F f false FALSE False 0 未 未办 未签 未签订 未参加 未参保 不参加 "
    "不愿意 不愿 不需要 不要 不在 不属于 不享受 不符合 不合格 未通过"
)
_BOX_FIRST = re.compile(r"[☑√✓✔■●✅]\s*(是|否|有|无|愿意|不愿意)")
_BOX_LAST = re.compile(r"(是|否|有|无|不?愿意)\s*[☑√✓✔■●✅]")
_BOXES = "☑√✓✔■●✅□☐○"
_BRACKETS = re.compile(r"[(\[【].*")


def read_yes_no(cell: Cell) -> bool:
    """Whether a cell says yes; `RefusedError` with a sentence when it says neither.

    >>> [read_yes_no(cell) for cell in ("是", "√", 1.0, "Y", "☑是 □否")]
    [True, True, True, True, True]
    >>> [read_yes_no(cell) for cell in ("否", "×", 0, "无", "□是 √否")]
    [False, False, False, False, False]
    """
    text = half_width(cell_text(cell)).rstrip("。.")
    ticked = set((_BOX_FIRST if text[:1] in _BOXES else _BOX_LAST).findall(text))
    if len(ticked) == 1:
        text = ticked.pop()
    text = _BRACKETS.sub("", text).strip() or text
    if text in YES:
        return True
    if text in NO:
        return False
    shown = text if len(text) <= 20 else text[:19] + "…"
    raise RefusedError(f"“{shown}”看不出是还是否；请填 是 或 否")
