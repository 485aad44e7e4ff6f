"""The window: person after person, two Enters for one whose papers are all there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiuye_cli.cli import desk
from jiuye_cli.cli.choosing import the_person
from jiuye_cli.cli.output import emit, note
from jiuye_cli.errors import JiuyeError, UsageError

if TYPE_CHECKING:
    from jiuye_cli.actions.policy.judging import Bench
    from jiuye_cli.core.course.green import GreenCard
    from jiuye_cli.core.course.rules import CourseRules

QUIT = frozenset({"q", "Q", "收工"})


def window() -> None:
    """Serve people until she types q, or the roster is done; `UsageError` without a terminal."""
    from jiuye_cli.cli.course_desk import course_rules
    from jiuye_cli.cli.policy.bench import bench

    if not desk.interactive():
        raise UsageError("一个接一个地办要在终端里。单个办：jiuye green done 谁")
    rules, judges = course_rules(), bench()
    while True:
        word = _typed("谁（尾号、姓名；回车 下一位；q 收工）")
        if word in QUIT:
            return
        try:
            if not _one(word, judges, rules):
                emit("名单上的人都办完了。")
                return
        except JiuyeError as error:
            note(str(error))


def _one(word: str, judges: Bench, rules: CourseRules) -> bool:
    """One person at the window; False when nobody waits."""
    from jiuye_cli.actions.course.green import on_the_table
    from jiuye_cli.render.course.green import card_screen

    person = the_person(word).id if word else None
    with desk.reading() as conn:
        card = on_the_table(conn, judges, rules, desk.today(), person)
    if card is None:
        return False
    emit(card_screen(card))
    if not card.line.done_at:
        _serve(card, judges, rules)
    return True


def _serve(card: GreenCard, judges: Bench, rules: CourseRules) -> None:
    from jiuye_cli.actions.course.green import serve, skip
    from jiuye_cli.actions.people.change import typed_values
    from jiuye_cli.core.course.green import answer
    from jiuye_cli.render.course.green import question_line

    answers = [
        f"{field.name}={answer(field, text)}"
        for field in card.questions
        if (text := _typed(question_line(field)))
    ]
    values = typed_values(answers, {}, desk.settings().region)
    lack = _typed("缺哪几样（序号，空格隔开；回车 都齐；- 不办了）")
    if lack == "-":
        return
    if lack.startswith("不用办"):
        with desk.writing(f"绿色通道不用办 {card.card.name}") as change:
            skip(change, card.card.id, lack.removeprefix("不用办").strip() or "没写原因")
        return
    with desk.writing(f"绿色通道办 {card.card.name}") as change:
        done = serve(
            change, card.card.id, judges, rules, lacking=lack.split(), values=values, now=desk.now()
        )
    emit(f"  办完{f'，{done.claim} 号申领' if done.claim else ''}。还有 {card.left - 1} 人。")


def _typed(question: str) -> str:
    import typer

    return str(typer.prompt(question, default="", show_default=False)).strip()
