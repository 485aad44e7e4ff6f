"""Looking at pages: the words of a PDF and where they stand, by poppler and by Chromium."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from jiuye_cli.render.paper.fonts import font_config

MM = 72 / 25.4

needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
needs_chromium = pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed")


@dataclass(frozen=True)
class Word:
    """One word on a page, in points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class SeenPage:
    """One page: its size, its words, its lines of words."""

    width: float
    height: float
    words: tuple[Word, ...]
    lines: tuple[str, ...]


def pages_of(pdf: Path) -> list[SeenPage]:
    """Every page of a PDF as poppler reads it."""
    told = subprocess.run(
        ["pdftotext", "-bbox-layout", str(pdf), "-"], capture_output=True, check=True, text=True
    ).stdout
    seen = []
    for width, height, inner in re.findall(
        r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', told, re.S
    ):
        words = tuple(
            Word(html.unescape(text), *map(float, places))
            for *places, text in re.findall(
                r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>',
                inner,
            )
        )
        lines = tuple(
            html.unescape(" ".join(re.findall(r"<word[^>]*>(.*?)</word>", line)))
            for line in re.findall(r"<line [^>]*>(.*?)</line>", inner, re.S)
        )
        seen.append(SeenPage(float(width), float(height), words, lines))
    return seen


def overlaps(page: SeenPage, slack: float = 1.0) -> list[tuple[str, str]]:
    """Words on one line that are printed over one another by more than `slack` points."""
    found = []
    words = sorted(page.words, key=lambda word: word.top)
    for at, one in enumerate(words):
        for other in words[at + 1 :]:
            if other.top >= one.bottom:
                break
            height = min(one.bottom - one.top, other.bottom - other.top)
            apart = abs(one.top + one.bottom - other.top - other.bottom) / 2
            wide = min(one.right, other.right) - max(one.left, other.left)
            if wide > slack and apart < 0.35 * height:
                found.append((one.text, other.text))
    return found


def outside(page: SeenPage, margin: float = 4.0) -> list[str]:
    """Words nearer than `margin` millimetres to the edge of the paper, where printers do not print."""
    edge = margin * MM
    return [
        word.text
        for word in page.words
        if word.left < edge
        or word.right > page.width - edge
        or word.top < edge
        or word.bottom > page.height - edge
    ]


def squeezed(text: str) -> str:
    """The text without any blank."""
    return "".join(text.split())


def printed_text(pdf: Path, foot: float) -> str:
    """All text of a PDF in the order in which it is drawn, without blanks and without the feet of the pages."""
    first = pages_of(pdf)[0]
    height = int(first.height - foot * MM)
    area = ["-x", "0", "-y", "0", "-W", str(int(first.width) + 1), "-H", str(height)]
    told = subprocess.run(
        ["pdftotext", "-raw", *area, str(pdf), "-"], capture_output=True, check=True, text=True
    )
    return squeezed(told.stdout)


def texts_of(page: str) -> list[str]:
    """Every piece of text of an HTML page, without blanks."""
    shown = re.sub(r"<(style|title)>.*?</\1>", "", page, flags=re.S)
    return [
        text for piece in re.split(r"<[^>]*>", shown) if (text := squeezed(html.unescape(piece)))
    ]


def chromium(arguments: list[str], folder: Path) -> str:
    """Run Chromium with our fonts and no others."""
    (folder / "fonts").mkdir(exist_ok=True)
    font_config(folder / "fonts")
    flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        f"--user-data-dir={folder / 'chromium'}",
    ]
    environment = os.environ | {"FONTCONFIG_FILE": str(folder / "fonts" / "fonts.conf")}
    done = subprocess.run(
        [str(CHROMIUM), *flags, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        env=environment,
    )
    return done.stdout
