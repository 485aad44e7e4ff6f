"""The two fonts that paper is set in, and which characters they can draw.

宋 is the body, 黑 the headings; both come from a wheel, so a page looks the
same on every machine. A character without a glyph would print as an empty box.
"""

from __future__ import annotations

import html as markup
import re
import struct
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

FAMILIES = {
    "jiuye-song": "Noto Serif SC",
    "jiuye-kai": "Noto Sans SC",
    "jiuye-fang": "Noto Serif SC",
    "jiuye-hei": "Noto Sans SC",
}
"""The names that stylesheets put first in each chain, and the fonts that PDFs take for them."""

_NOT_SHOWN = re.compile(r"<(style|script|title)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_TAGS = re.compile(r"<[^>]*>")
_BLANKS = frozenset("\n\r\t\u200b")


def font_paths() -> tuple[Path, Path]:
    """The files of the body font and the heading font; ImportError where they are not installed."""
    import pylopdf_fonts_zh_cn as fonts

    return Path(fonts.serif_path()), Path(fonts.sans_path())


def missing_glyphs(html: str) -> dict[str, str]:
    """The characters of a page that one of the fonts lacks, each with the words it stands in.

    Text in tags and styles is not looked at, but for what `content:` prints.
    """
    printed = "".join(re.findall(r'content:\s*"([^"]*)', html))
    text = markup.unescape(_TAGS.sub(" ", _NOT_SHOWN.sub(" ", html))) + " " + printed
    lacking = {char for char in set(text) - _BLANKS if not _in_both_fonts(char)}
    return {char: _around(text, char) for char in sorted(lacking)}


def _around(text: str, char: str) -> str:
    at = text.index(char)
    before, after = text[max(0, at - 12) : at].split(), text[at : at + 12].split()
    return (before[-1] if before and not text[at - 1].isspace() else "") + after[0]


def _in_both_fonts(char: str) -> bool:
    return all(_covered(char, ranges) for ranges in _coverage())


def _covered(char: str, ranges: tuple[list[int], list[int]]) -> bool:
    starts, ends = ranges
    at = bisect_right(starts, ord(char)) - 1
    return at >= 0 and ord(char) <= ends[at]


@lru_cache(maxsize=1)
def _coverage() -> tuple[tuple[list[int], list[int]], ...]:
    return tuple(_ranges(path) for path in font_paths())


def _ranges(path: Path) -> tuple[list[int], list[int]]:
    """The first and last code points of each run of characters in an OpenType font.

    Reads the 32-bit character map (format 12) alone: a millisecond, where a
    font library takes a quarter of a second to load.
    """
    with path.open("rb") as file:
        count = struct.unpack(">4xH", file.read(6))[0]
        file.seek(12)
        tables = {tag: at for tag, at, _ in struct.iter_unpack(">4s4xII", file.read(16 * count))}
        start = tables[b"cmap"]
        file.seek(start)
        subtables = struct.unpack(">2xH", file.read(4))[0]
        offsets = [at for _, at in struct.iter_unpack(">II", file.read(8 * subtables))]
        for offset in offsets:
            file.seek(start + offset)
            head = file.read(16)
            if head[:2] == b"\x00\x0c":
                groups = struct.unpack(">12xI", head)[0]
                return _columns(struct.iter_unpack(">III", file.read(12 * groups)))
    raise ValueError(f"{path.name} has no 32-bit character map")


def _columns(groups: Iterator[tuple[int, ...]]) -> tuple[list[int], list[int]]:
    pairs = sorted((first, last) for first, last, _ in groups)
    return [first for first, _ in pairs], [last for _, last in pairs]


def font_config(folder: Path) -> None:
    """Write into `folder` a fontconfig file that knows these two fonts and no other."""
    aliases = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{font}</string></edit></match>'
        for name, font in FAMILIES.items()
    )
    homes = {path.parent for path in font_paths()}
    places = "".join(f"<dir>{markup.escape(str(home))}</dir>" for home in sorted(homes))
    (folder / "fonts.conf").write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"{places}<cachedir>{markup.escape(str(folder / 'cache'))}</cachedir>{aliases}</fontconfig>",
        encoding="utf-8",
    )
