"""What must not stand on a command line: it stays in the shell's history and every user can read it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jiuye_cli.errors import UsageError

# An area, a day of birth, a serial and the check character; no digit before or behind
_IDENTITY = (
    r"(?<!\d)[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)"
)
_FILLING = r"[\s\-‐–—·]"
_FEWEST_DIGITS = 17


def refuse_identity_numbers(words: Sequence[str]) -> None:
    """Raise `UsageError` when an identity number stands in any word, unless the word is a file's name.

    >>> refuse_identity_numbers(["show", "李小满", "19900001234"])
    >>> refuse_identity_numbers(["show", "999999 19750626 7715"])
    Traceback (most recent call last):
    jiuye_cli.errors.UsageError: 身份证号不要写在命令里，会留在记录中。找人打姓名、档案号或证号后四位；录入写 身份证号=-，回车后再输入。
    """
    if any(_holds_one(word) and not _is_file(word) for word in words):
        raise UsageError(
            "身份证号不要写在命令里，会留在记录中。找人打姓名、档案号或证号后四位；"
            "录入写 身份证号=-，回车后再输入。"
        )


def _holds_one(word: str) -> bool:
    if sum(map(str.isdigit, word)) < _FEWEST_DIGITS:
        return False
    # Patterns and tables are paid for only by the word that needs them
    import re
    import unicodedata

    return bool(re.search(_IDENTITY, re.sub(_FILLING, "", unicodedata.normalize("NFKC", word))))


def _is_file(word: str) -> bool:
    """A name that somebody else chose: registers are often called after their holder."""
    try:
        return Path(word).is_file()
    except (OSError, ValueError):
        return False
