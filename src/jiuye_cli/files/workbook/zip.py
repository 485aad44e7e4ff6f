"""What can be told of a zipped workbook before a reader opens it. Runs in the child."""

from __future__ import annotations

import re
import zipfile
import zlib
from html import unescape
from pathlib import Path

from jiuye_cli.errors import RefusedError

MOST_ENTRIES = 10_000
LARGEST_WHOLE = 1_000_000_000
LARGEST_PART = 600_000_000
STEEPEST = 200
STEEP_FROM = 20_000_000
LARGEST_SCAN = 250_000_000

NOT_COUNTED = "这一格是公式，还没有算出结果；请用 WPS 打开保存一次再导"
IN_ERROR = "这一格的公式出错了；请改好再导"

_CELL_WITHOUT_VALUE = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"(?![^>]*\bt="str")[^>]*>\s*<f\b[^>]*?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)
_CELL_IN_ERROR = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*\bt="e"')
_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(r"<Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')

UNREADABLE = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError)
"""What Python's reader raises for a zip that is broken, or packed in a way it does not know."""


def check_zip(path: Path) -> None:
    """Refuse a zip that would swell beyond any honest workbook."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except UNREADABLE:
        raise RefusedError("文件坏了，打不开；请用 WPS 打开，另存为 .xlsx 再导") from None
    whole = sum(part.file_size for part in parts)
    if len(parts) > MOST_ENTRIES or whole > LARGEST_WHOLE:
        raise RefusedError("这个文件展开后大得不正常，没有打开；请核对文件来路")
    for part in parts:
        if part.file_size > LARGEST_PART or _too_steep(part):
            raise RefusedError("这个文件展开后大得不正常，没有打开；请核对文件来路")


def _too_steep(part: zipfile.ZipInfo) -> bool:
    return part.file_size > STEEP_FROM and part.file_size > STEEPEST * max(part.compress_size, 1)


def find_flaws(path: Path) -> dict[str, list[tuple[int, int, str]]]:
    """Cells that hold a formula without its result, or an error, by sheet name.

    The reader gives such cells as empty, and an empty cell would say nothing.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return {
                name: found
                for name, part in _sheet_parts(archive).items()
                if (found := _flaws_in(archive, part))
            }
    except (*UNREADABLE, KeyError, EOFError, zlib.error):
        return {}  # a broken part is the reader's to refuse


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    book = _small(archive, "xl/workbook.xml")
    relations = {}
    for tag in _RELATION.findall(_small(archive, "xl/_rels/workbook.xml.rels")):
        of = dict(_ATTRIBUTE.findall(tag))
        target = of.get("Target", "")
        relations[of.get("Id", "")] = (
            target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        )
    parts = {}
    for tag in _SHEET.findall(book):
        of = dict(_ATTRIBUTE.findall(tag))
        if of.get("r:id") in relations:
            parts[unescape(of.get("name", ""))] = relations[of["r:id"]]
    return parts


def _small(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as part:
        return part.read(2_000_000).decode("utf-8", "replace")


def _flaws_in(archive: zipfile.ZipFile, part: str) -> list[tuple[int, int, str]]:
    if archive.getinfo(part).file_size > LARGEST_SCAN:
        return []
    xml = archive.read(part)
    found = []
    if b"<f" in xml:
        found += [_flaw(hit[1], hit[2], NOT_COUNTED) for hit in _CELL_WITHOUT_VALUE.finditer(xml)]
    if b't="e"' in xml:
        found += [_flaw(hit[1], hit[2], IN_ERROR) for hit in _CELL_IN_ERROR.finditer(xml)]
    return found[:100_000]


def _flaw(letters: bytes, row: bytes, message: str) -> tuple[int, int, str]:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return int(row) - 1, column - 1, message
