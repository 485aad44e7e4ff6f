"""`call`: one call after another, question by question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.callback.calling import calling
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import emit

if TYPE_CHECKING:
    from jiuye_cli.cli.callback.call_guide import Dialogue
    from jiuye_cli.core.callback.calling import Calling

app = new_app()


@app.command()
def call(
    who: Annotated[
        str | None, typer.Argument(metavar="谁或行号", help="不写就按今天的名单一个个来")
    ] = None,
) -> None:
    """一问一答打电话：看着卡片打，按数字键记，打完一个存一个。

    例：jiuye call    jiuye call lgj    jiuye call 07k
    """
    from jiuye_cli.cli.callback.call_entry import refuse_without_terminal
    from jiuye_cli.cli.callback.call_guide import Enough

    refuse_without_terminal()
    rules = calling()
    dialogue = _dialogue(rules)
    try:
        if who:
            _one(who, rules, dialogue)
        else:
            _all_of_today(rules, dialogue)
    except Enough:
        emit("不打了，前面的都存好了。")


def _all_of_today(rules: Calling, dialogue: Dialogue) -> None:
    """One person of today's sheet after another; one result may settle several rows."""
    from jiuye_cli.actions.callback.call_card import rows_to_call
    from jiuye_cli.cli.callback.call_sheet import handed_out

    handed_out(desk.today(), "call")
    passed: set[str] = set()
    while True:
        with desk.reading() as conn:
            left = [row for row in rows_to_call(conn, desk.today()) if row not in passed]
        if not left:
            break
        passed.add(left[0])
        _one(left[0], rules, dialogue)
    emit("今天的名单过完了。")


def _one(typed: str, rules: Calling, dialogue: Dialogue) -> None:
    """Show one card, ask, and write everything down at the end."""
    from jiuye_cli.actions.callback.call_card import call_card
    from jiuye_cli.actions.callback.enter import Details
    from jiuye_cli.cli.callback.call_entry import enter_result
    from jiuye_cli.cli.callback.call_guide import NextPerson
    from jiuye_cli.core.callback.entry.words import read_result
    from jiuye_cli.render.callback.call_card import card_screen
    from jiuye_cli.render.callback.calls import entered_screen

    with desk.reading() as conn:
        card = call_card(conn, rules, typed, desk.today())
    emit("\n" + card_screen(card))
    try:
        told = dialogue.answers(card)
    except NextPerson:
        return
    result = read_result(told.words, rules.rules)
    entered, _ = enter_result(typed, rules, result, Details(told.note, told.next_on))
    emit(entered_screen(entered, result.outcome.value))


def _dialogue(rules: Calling) -> Dialogue:
    """The dialogue on this terminal."""
    from jiuye_cli.actions.people.change import typed_values
    from jiuye_cli.cli.callback.call_guide import Dialogue
    from jiuye_cli.cli.keys import read_key
    from jiuye_cli.core.callback.when import read_day

    def line(prompt: str) -> str:
        return str(typer.prompt(prompt, default="", show_default=False, prompt_suffix=""))

    return Dialogue(
        key=read_key,
        line=line,
        say=emit,
        check=lambda word: void(typed_values([word], {}, rules.settings.region)),
        day=lambda text: read_day(text, desk.today()),
    )


def void(_: object) -> None:
    """Take a value for which only the check mattered."""
