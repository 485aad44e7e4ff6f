"""设置.yaml read strictly: every problem in it at once, each with its line."""

from __future__ import annotations

from pathlib import Path

from jiuye_cli.core.rules.node import Node
from jiuye_cli.core.settings import Settings
from jiuye_cli.errors import Problem, RuleFileError
from jiuye_cli.files.kept import read_kept

ONE_WORD = {"村名": "柳树屯", "地区": "山东/聊城/临清", "协理员": "王芳"}


def read_settings(path: Path) -> Settings:
    """The workspace's settings; the defaults where there is no file.

    Raises `RuleFileError` with all problems.
    """
    if not path.is_file():
        return Settings()
    node = read_kept(path, path.name)
    entries = node.entries or {}
    problems: list[Problem] = []
    if node.entries is None and (node.text or node.items):
        problems.append(node.problem("要写成一行一项，如 村名: 柳树屯"))
    problems.extend(
        entries[name].problem(f"“{name}”只写一个词，如 {name}: {example}")
        for name, example in ONE_WORD.items()
        if name in entries and entries[name].text is None
    )
    staff = entries.get("人手")
    if staff is not None and (
        staff.entries is not None or None in [o.text for o in staff.as_items()]
    ):
        problems.append(staff.problem("人手要写成 [王芳, 李静] 这样"))
    calls = _number(entries.get("每天回访"), 20, problems)
    if problems:
        raise RuleFileError(problems)
    return Settings(
        village=_text(entries.get("村名")),
        region=_text(entries.get("地区")) or "全国",
        coordinator=_text(entries.get("协理员")),
        staff=_words(entries.get("人手")),
        calls_a_day=calls,
        raw={key: plain_of(value) for key, value in entries.items()},
    )


def _text(node: Node | None) -> str:
    return (node.text or "").strip() if node is not None else ""


def _words(node: Node | None) -> tuple[str, ...]:
    return tuple(one.text or "" for one in node.as_items()) if node is not None else ()


def _number(node: Node | None, default: int, problems: list[Problem]) -> int:
    text = _text(node)
    if not text:
        return default
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 500:
        assert node is not None
        problems.append(node.problem(f"每天回访要写 1 到 500 的整数，不是“{text}”"))
        return default
    return int(text)


def plain_of(node: Node) -> object:
    """A node as text, list or mapping."""
    if node.entries is not None:
        return {key: plain_of(value) for key, value in node.entries.items()}
    if node.items is not None:
        return [plain_of(one) for one in node.items]
    return node.text
