"""Groups of commands: each verb under its name and its Chinese alias, lists shown one way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from jiuye_cli.cli.output import emit, emit_csv, emit_json
from jiuye_cli.cli.typing_in import typed_or_read_all

if TYPE_CHECKING:
    from datetime import date

    from jiuye_cli.render.people.listing import Listing

F = TypeVar("F", bound=Callable[..., Any])

DayOption = Annotated[
    str | None, typer.Option("--on", metavar="哪天", help="昨天、周一、11-20；不写就是今天")
]
NoteOption = Annotated[str | None, typer.Option("--note", metavar="说明", help="多说一句")]
ReasonOption = Annotated[str, typer.Option("--reason", metavar="原因", help="为什么")]
PeopleArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="谁…",
        help="姓名、档案号、首字母、尾号，可以写几个",
        callback=typed_or_read_all,
    ),
]
WordsArgument = Annotated[list[str] | None, typer.Argument(metavar="项=值…", help="要写的几项")]


def verb(app: typer.Typer, name: str, alias: str) -> Callable[[F], F]:
    """Register a command under its English name, and hidden under its Chinese alias."""

    def register(function: F) -> F:
        first = (function.__doc__ or "").strip().splitlines()[0]
        app.command(name, short_help=f"{alias}：{first}")(function)
        app.command(alias, hidden=True)(function)
        return function

    return register


def show(listing: Listing, *, as_json: bool = False, as_csv: bool = False) -> None:
    """One list on the screen, as JSON or as CSV."""
    from jiuye_cli.render.people.listing import listing_json, listing_screen

    if as_json:
        emit_json(listing_json(listing))
    elif as_csv:
        emit_csv(listing.names, listing.rows)
    else:
        emit(listing_screen(listing))


def told(value: Mapping[str, object], sentence: str, *, as_json: bool) -> None:
    """What a command did: a sentence, or the values behind it as JSON."""
    emit_json(value) if as_json else emit(sentence)


def past_day(text: str | None) -> date:
    """A `--on` day, no later than today."""
    from jiuye_cli.cli import desk
    from jiuye_cli.core.course.when import read_past_day

    return read_past_day(text, desk.today())
