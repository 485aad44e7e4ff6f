"""What a page may not hold: anything that runs, or fetches something, when it is opened.

A village's template may come from a stranger. Printed to PDF it can fetch
nothing; but the page is opened in a browser, too, and a picture from somewhere
else would carry what it is asked for out of the house.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

RUNNING = frozenset(
    ("script", "iframe", "frame", "object", "embed", "applet", "base", "link", "form", "portal")
)
FETCHING = frozenset(
    ("src", "srcset", "href", "xlink:href", "data", "poster", "background", "action", "formaction",
     "ping", "manifest", "classid", "codebase", "imagesrcset")
)  # fmt: skip
_WITHIN = ("data:image/", "data:font/", "#")
_FROM_CSS = re.compile(r"""@import|url\(\s*["']?\s*(?!data:image/|data:font/|\#|["']?\s*\))|https?:|file:|ftp:|["'(]\s*//""")  # fmt: skip
_ORDERS, _VALUES = re.compile(r"\{[%#].*?[%#]\}", re.DOTALL), re.compile(r"\{\{.*?\}\}", re.DOTALL)
_CSS_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})\s?")


def without_orders(template: str) -> str:
    """A template as the page it is written round: its orders gone, its lines where they were.

    >>> without_orders("<tr{% if a %} class=x{% endif %}>{{ b }}")
    '<tr class=x>{{'
    """
    text = _ORDERS.sub(lambda found: "\n" * found[0].count("\n"), template)
    return _VALUES.sub(lambda found: "{{" + "\n" * found[0].count("\n"), text)


def first_reach(page: str) -> tuple[str, int] | None:
    """The first thing in a page that runs or fetches, in words, with its line; None when there is none.

    >>> first_reach("<p>\\n<img src='http://a/?x'>")
    ('<img> 的 src 会去取外面的东西', 2)
    >>> first_reach("<img src='data:image/png;base64,AA'><a href='https://a/'>看</a>") is None
    True
    """
    look = _Look(convert_charrefs=True)
    look.feed(page)
    look.close()
    return look.found


class _Look(HTMLParser):
    """Walks a page as a browser would, and stops minding after the first thing found."""

    found: tuple[str, int] | None = None
    in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_style = tag == "style"
        if tag in RUNNING or (tag == "meta" and any(name == "http-equiv" for name, _ in attrs)):
            self._find(f"<{tag}> 会运行或取外面的东西")
        for name, value in attrs:
            told = _plain(value or "")
            if re.fullmatch("on[a-z]+", name) or "javascript:" in told or "vbscript:" in told:
                self._find(f"<{tag}> 的 {name} 会运行程序")
            elif name == "style" and _from_css(told):
                self._find(f"<{tag}> 的 style 会去取外面的东西")
            elif name in FETCHING and _reaches(tag, name, told):
                self._find(f"<{tag}> 的 {name} 会去取外面的东西")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.in_style = False

    def handle_data(self, data: str) -> None:
        if self.in_style and _from_css(data.lower()):
            self._find("样式会去取外面的东西")

    def _find(self, what: str) -> None:
        if self.found is None:
            self.found = (what, self.getpos()[0])


def _plain(value: str) -> str:
    """A value as a browser reads it: no blanks or control characters, small letters."""
    return "".join(char for char in value if char > " ").lower()


def _reaches(tag: str, name: str, value: str) -> bool:
    """Whether an attribute fetches; a link that is only clicked on does not."""
    if tag in ("a", "area") and name in ("href", "xlink:href"):
        return value.startswith(("file:", "data:"))
    # What is written in by the template is looked at again when the page is done
    return bool(value) and not value.startswith((*_WITHIN, "{{"))


def _from_css(style: str) -> bool:
    clear = _CSS_ESCAPE.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)), style)
    return bool(_FROM_CSS.search(clear))
