"""Commands that are imported only when they are entered.

The root help, completion and "did you mean" work from a table of names and one
line of help each, so none of them pays for the modules behind.
"""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from jiuye_cli.cli.commands import Entry


@cache
def loaded(entry: Entry) -> Any:
    """The real command behind an entry, built once."""
    module = importlib.import_module(f"jiuye_cli.cli.{entry.module}")
    command = typer.main.get_command(module.app)
    command.name = entry.name
    return dressed(command)


def dressed(command: Any) -> Any:
    """The command, and every command below it, with help in Chinese."""
    if command.context_class.__name__ != "ChineseContext":
        command.context_class = _context_class(command.context_class)
    for child in getattr(command, "commands", {}).values():
        dressed(child)
    return command


@cache
def _context_class(base: type[Any]) -> type[Any]:
    class ChineseContext(base):  # type: ignore[misc]
        def make_formatter(self) -> Any:
            from jiuye_cli.cli.help import make_formatter

            return make_formatter(base.formatter_class)(width=80, max_width=80)

    return ChineseContext


class LazyCommand(TyperCommand):
    """Stands in the root's table for a command whose module is not imported yet."""

    def __init__(self, entry: Entry, *, name: str, hidden: bool) -> None:
        super().__init__(
            name=name, help=entry.help, short_help=entry.help, hidden=hidden, rich_markup_mode=None
        )
        self.entry = entry

    def make_context(
        self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any
    ) -> Any:
        """Import the real command and let it take over."""
        return loaded(self.entry).make_context(info_name, args, parent=parent, **extra)


class RootGroup(TyperGroup):
    """A group filled from a table of entries, each under its name and its Chinese alias."""

    entries: tuple[Entry, ...] = ()

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        for entry in self.entries:
            self.commands[entry.name] = LazyCommand(entry, name=entry.name, hidden=False)
            if entry.alias:
                self.commands[entry.alias] = LazyCommand(entry, name=entry.alias, hidden=True)


def new_app(**settings: Any) -> typer.Typer:
    """An empty Typer app for a command or a group of them, set up as all of ours are.

    `no_args_is_help=True` makes a group show its help when nothing follows it.
    """
    return typer.Typer(
        add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, **settings
    )
