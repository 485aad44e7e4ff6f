"""`referral`: what was referred, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, YesOption, assignments, emit, emit_json
from jiuye_cli.cli.posts.matching_desk import matching
from jiuye_cli.cli.verbs import DayOption, NoteOption, past_day, show, verb

if TYPE_CHECKING:
    from jiuye_cli.core.referral.slip import Noted

app = new_app(no_args_is_help=True, help="推荐单：谁推荐了什么、回话了没有、结果怎样。")


@verb(app, "list", "名单")
def list_(
    who: Annotated[str | None, typer.Argument(metavar="谁", help="只看一个人，连有结果的")] = None,
    everything: Annotated[bool, typer.Option("--all", help="连有结果的也列")] = False,
    due: Annotated[bool, typer.Option("--due", help="只列过了日子没回话的")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """列出等回话的推荐。

    例：jiuye referral list    jiuye referral list lgj    jiuye referral list --due
    """
    from jiuye_cli.actions.posts.slips import listed
    from jiuye_cli.render.posts.referrals import referrals_listing

    today = desk.today()
    with desk.reading() as conn:
        lines = listed(conn, today, word=who, everything=everything, due=due)
    show(referrals_listing(lines, today), as_json=as_json, as_csv=as_csv)


@verb(app, "result", "结果")
def result(
    number: Annotated[int, typer.Argument(metavar="号", help="推荐号")],
    outcome: Annotated[str, typer.Argument(metavar="结果", help="愿意 面试 录用 没成 作罢")],
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="项=值…", help="录用的：起=11-23 月薪=3600 合同=是"),
    ] = None,
    reason: Annotated[str, typer.Option("--reason", metavar="原因", help="没成的原因")] = "",
    by: Annotated[str, typer.Option("--by", metavar="谁", help="谁不愿意：本人 或 单位")] = "",
    day: DayOption = None,
    note: NoteOption = None,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """记下一个推荐的结果。没成的按原因接着办；录用的自动记上岗。

    例：jiuye referral result 12 没成 --reason 太远    jiuye referral result 13 录用 月薪=3600 合同=是
    """
    from jiuye_cli.actions.posts.referrals import Answer, note_answer
    from jiuye_cli.core.course.wording import job_values
    from jiuye_cli.core.referral.referral import read_result, read_side
    from jiuye_cli.render.posts.referrals import noted_json, noted_screen

    rules, today = matching(), desk.today()
    answer = Answer(
        read_result(outcome),
        reason,
        read_side(by) if by else None,
        past_day(day) if day else None,
        note,
        job_values(assignments(words or []), today),
    )
    with desk.writing(f"推荐结果 {number} {outcome}") as change:
        noted = note_answer(change, number, answer, rules, today)
    emit_json(noted_json(noted, today)) if as_json else emit(noted_screen(noted, today))
    _ask_limit(noted, yes=yes, quiet=as_json)


def _ask_limit(noted: Noted, *, yes: bool, quiet: bool) -> None:
    """Ask whether the reason is a limit for good; put it into the file only after a yes."""
    from jiuye_cli.actions.posts.referrals import add_limit

    limit = noted.follow.reason.new_limit if noted.follow else None
    if limit is None or not (yes or desk.interactive()):
        if limit is not None and not quiet:
            emit(
                f"要问本人：{limit.question}是就 jiuye set {noted.line.card.id} 不能+={limit.member}"
            )
        return
    if yes or typer.confirm(limit.question, default=False):
        with desk.writing(f"加限制 {limit.member}") as change:
            said = add_limit(change, noted, desk.today())
        if not quiet:
            emit(said)
