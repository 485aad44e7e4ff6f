"""Write src/jiuye_cli/core/people/_readings.py: the reading of every Han character.

Run `python tools/make_readings.py` after pypinyin (of the dev extra) has been
upgraded; the program itself never imports pypinyin, which costs 0.4 s and 65 MB.
"""

from __future__ import annotations

import textwrap
import unicodedata
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/jiuye_cli/core/people/_readings.py"

BLOCKS = {"EXTENSION_A": (0x3400, 0x4DBF), "UNIFIED": (0x4E00, 0x9FFF)}
BEYOND = (0x20000, 0x3FFFF)
FIRST_MARK = 0x100
UNREAD = "-"

MISSING = {"𠮷": "ji"}
"""Characters seen in names that pypinyin does not know."""

HEAD = '''"""Readings of the Han characters. Written by tools/make_readings.py: do not edit.

Each character of EXTENSION_A (from U+3400), UNIFIED (from U+4E00) and MARKS
stands for one character's reading: SYLLABLES[ord(mark) - FIRST_MARK], or "-"
where none is known. RARE are the characters that MARKS belong to, in order.
"""

'''


def readings() -> dict[str, str]:
    """The most usual reading of each character, without its tone, ü as v."""
    from pypinyin.constants import PINYIN_DICT

    found = {chr(code): toneless(several.split(",")[0]) for code, several in PINYIN_DICT.items()}
    return {char: said for char, said in (found | MISSING).items() if said.isascii()}


def toneless(syllable: str) -> str:
    """lǚ → lv, zhāng → zhang."""
    letters = unicodedata.normalize("NFD", syllable.replace("ü", "v").replace("ɡ", "g"))
    plain = "".join("v" if c == "\u0308" else c for c in letters if not "\u0300" <= c <= "\u0307")
    plain = "".join(c for c in plain if not "\u0309" <= c <= "\u036f")
    return plain.replace("uv", "v")


def module_text() -> str:
    """The whole generated file."""
    found = readings()
    syllables = sorted(set(found.values()))
    marks = {said: chr(FIRST_MARK + index) for index, said in enumerate(syllables)}
    parts = [HEAD, f"FIRST_MARK = {FIRST_MARK:#x}\n\n"]
    parts.append(_assignment("SYLLABLES", " ".join(syllables), split=True))
    for name, (first, last) in BLOCKS.items():
        block = (found.get(chr(code)) for code in range(first, last + 1))
        parts.append(_assignment(name, "".join(marks[s] if s else UNREAD for s in block)))
    rare = [char for char in sorted(found) if BEYOND[0] <= ord(char) <= BEYOND[1]]
    parts.append(_assignment("RARE", "".join(rare)))
    parts.append(_assignment("MARKS", "".join(marks[found[char]] for char in rare)))
    return "\n".join(parts)


def _assignment(name: str, text: str, *, split: bool = False) -> str:
    step = 88 if split else 240
    pieces = (
        [line + " " for line in textwrap.wrap(text, step)]
        if split
        else [text[at : at + step] for at in range(0, len(text), step)]
    )
    lines = "\n".join(f'    "{piece}"' for piece in pieces)
    return f"{name} = (\n{lines}\n){'.split()' if split else ''}\n"


if __name__ == "__main__":
    TARGET.write_text(module_text(), encoding="utf-8")
