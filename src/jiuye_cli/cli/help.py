"""Help in Chinese, aligned by display width."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from jiuye_cli.cli.commands import PANELS, Entry

HEADINGS = {"Options": "选项", "Arguments": "参数", "Commands": "命令"}
WORDS = (
    ("Show this message and exit.", "显示这一页"),
    ("[required]", "［必填］"),
    ("[default: ", "［不写就是 "),
    ("Install completion for the current shell.", "给当前终端装上自动补全"),
    (
        "Show completion for the current shell, to copy it or customize the installation.",
        "显示自动补全脚本",
    ),
)
INDENT = 2


def chinese(text: str) -> str:
    """Typer's own words in Chinese.

    >>> chinese("几条  [default: 50]"), chinese("几天  [default: 7; x>=0]")
    ('几条  ［不写就是 50］', '几天  ［不写就是 7；最少 0］')
    """
    for english, ours in WORDS:
        text = text.replace(english, ours)
    text = _LIMITS.sub(_limits, text)
    return text.replace("]", "］") if "［不写就是 " in text else text


_LIMITS = re.compile(r"(?P<mark>\[|; )(?P<range>x>=\d+|\d+<=x<=\d+)\]")


def _limits(found: re.Match[str]) -> str:
    return f"{'［' if found['mark'] == '[' else '；'}{limits(found['range'])}］"


def columns(rows: Sequence[tuple[str, str]], width: int, indent: int = INDENT) -> list[str]:
    """Two columns, the first aligned by display width, the second folded under itself."""
    from jiuye_cli.render.screen.folding import fold
    from jiuye_cli.render.screen.text import width as display_width

    first = min(max((display_width(a) for a, _ in rows), default=0), 30)
    lines = []
    for left, right in rows:
        head = " " * indent + left + " " * (first - display_width(left) + 2)
        folded = fold(chinese(right), max(width - indent - first - 2, 20)) or [""]
        if display_width(left) > first:
            lines.append(" " * indent + left)
            head = " " * (indent + first + 2)
        lines.append((head + folded[0]).rstrip())
        lines += [" " * (indent + first + 2) + rest for rest in folded[1:]]
    return lines


EXAMPLE = "例："

_TYPED = re.compile(r"\S+\s*")


def examples(text: str, columns: int) -> list[str]:
    """`例：` and its commands, each on a line of its own; a long one breaks between words only.

    >>> examples("例：jiuye find lgj    jiuye find 李", 40)
    ['例：jiuye find lgj', '    jiuye find 李']
    """
    from jiuye_cli.render.screen.folding import fold

    lines = []
    for command in re.split(r"\s{4,}", text.removeprefix(EXAMPLE)):
        first, *rest = fold(command, columns - 6, _TYPED)
        lines += [f"    {first}", *(f"      {line}" for line in rest)]
    return [EXAMPLE + lines[0].lstrip(), *lines[1:]]


def limits(range_: str) -> str:
    """What a number may be, from the way Typer writes it.

    >>> limits("x>=0"), limits("1<=x<=9")
    ('最少 0', '1 到 9')
    """
    least, _, most = range_.partition("<=x<=")
    return f"{least} 到 {most}" if most else f"最少 {range_.removeprefix('x>=')}"


def write_root_help(formatter: Any, entries: Sequence[Entry]) -> None:
    """The root's page: panels in the order of the table, the day's work first."""
    formatter.write("用法：jiuye 命令 …      每个命令加 --help 看例子\n")
    for panel in PANELS:
        rows = [(f"{e.alias} {e.name}", e.help) for e in entries if e.panel == panel]
        if rows:
            formatter.write(f"\n{panel}\n")
            formatter.write(
                "\n".join(_three_columns([e for e in entries if e.panel == panel])) + "\n"
            )
    formatter.write("\n选项\n")
    options = [
        ("--home 文件夹", "用哪个工作文件夹（默认 ~/jiuye，或 JIUYE_HOME）"),
        ("--version", "显示版本号"),
        ("--help", "显示这一页"),
    ]
    formatter.write("\n".join(columns(options, 80)) + "\n")
    formatter.write("\n刚开始？  jiuye demo 看一个编好的村子；jiuye init 建自己的。\n")


def _three_columns(entries: Sequence[Entry]) -> list[str]:
    from jiuye_cli.render.screen.text import width as display_width

    return [
        f"  {e.alias}{' ' * (10 - display_width(e.alias))}{e.name}{' ' * (16 - len(e.name))}{e.help}"
        for e in entries
    ]


_NO_BRACES = str.maketrans("", "", "{}")
"""Typer sets what must be there in braces, which she would type."""


def make_formatter(base: type[Any]) -> type[Any]:
    """Typer's help formatter with Chinese headings and display-width columns."""

    class ChineseHelp(base):  # type: ignore[misc]
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            self.write(
                f"用法：{prog} {args.translate(_NO_BRACES).replace('[OPTIONS]', '[选项]').replace('COMMAND [ARGS]...', '命令 …')}\n"
            )

        def write_heading(self, heading: str) -> None:
            self.write(f"{HEADINGS.get(heading, heading)}\n")

        def write_text(self, text: str) -> None:
            from jiuye_cli.render.screen.folding import fold

            for paragraph in text.split("\n"):
                clean = paragraph.replace("\b", "").rstrip()
                lay_out = examples if clean.startswith(EXAMPLE) else fold
                for line in lay_out(clean, 78) or [""]:
                    self.write((" " * self.current_indent + line).rstrip() + "\n")

        def write_dl(self, rows: Any, col_max: int = 30, col_spacing: int = 2) -> None:
            self.write("\n".join(columns(list(rows), 80)) + "\n")

    return ChineseHelp
