"""`venture`: start-ups from the first advice to the licence, the monthly visit, the story."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.course.venture_stories import app as stories_app
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, assignments, note
from jiuye_cli.cli.people.add import GradeOption, SourceOption
from jiuye_cli.cli.people.show import WhoArgument
from jiuye_cli.cli.verbs import DayOption, NoteOption, WordsArgument, past_day, show, told, verb

app = new_app(no_args_is_help=True, help="创业：辅导、项目、执照、入驻、走访、带动就业、故事。")


@verb(app, "start", "办执照")
def start(
    who: WhoArgument,
    name: Annotated[str, typer.Argument(metavar="名称", help="店名或企业名")],
    words: WordsArgument = None,
    grade: GradeOption = "seen",
    source: SourceOption = "",
    as_json: JsonOption = False,
) -> None:
    """记一个人办了执照：档案里记上创业，就业状态改成自主创业。可写：类型 首次 登记日期 带动就业。

    例：jiuye venture start lgj 老李饭馆 类型=个体户 首次=是 登记日期=10-8
    """
    from jiuye_cli.actions.course.venture import license_venture
    from jiuye_cli.actions.people.change import evidence_of
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.core.course.wording import venture_values

    values = venture_values(assignments([f"名称={name}", *(words or [])]), desk.today())
    card = the_person(who)
    with desk.writing(f"办执照 {card.name} {name}") as change:
        license_venture(
            change, card.id, values, evidence_of(grade, source or "营业执照", desk.today())
        )
    told(
        {"id": card.id, "venture": name},
        f"{card.name} 的{name}记好了，就业状态改为自主创业。",
        as_json=as_json,
    )
    lacking = [column for column in ("类型", "首次", "登记日期") if column not in values]
    if lacking:
        note(f"还没问：{'、'.join(lacking)}。补贴要看这几项。")


@verb(app, "step", "进度")
def step(
    who: WhoArgument,
    kind: Annotated[
        str, typer.Argument(metavar="哪一步", help="辅导、选项目、入驻、开业、贷款、出园、停业")
    ],
    base: Annotated[
        str | None, typer.Option("--base", metavar="基地", help="入驻哪个孵化基地")
    ] = None,
    on: DayOption = None,
    note_: NoteOption = None,
    as_json: JsonOption = False,
) -> None:
    """记创业走到哪一步。

    例：jiuye venture step lgj 入驻 --base 楼山孵化基地
    """
    from jiuye_cli.actions.course.venture import note_step
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.core.course.venture import Milestone, VentureStep
    from jiuye_cli.core.course.wording import one_of

    what, card, day = one_of(Milestone, kind, "创业"), the_person(who), past_day(on)
    with desk.writing(f"创业{what.value} {card.name}") as change:
        note_step(change, VentureStep(card.id, day, what, base=base, note=note_))
    told(
        {"id": card.id, "kind": what, "day": day},
        f"{card.name} {day} {what.value}。",
        as_json=as_json,
    )


@verb(app, "visit", "走访")
def visit(
    who: WhoArgument,
    jobs: Annotated[
        int | None, typer.Option("--jobs", metavar="人数", min=0, help="带动几个人就业")
    ] = None,
    insured: Annotated[
        int | None, typer.Option("--insured", metavar="月数", min=0, help="本人参保几个月了")
    ] = None,
    is_closed: Annotated[bool, typer.Option("--closed", help="看到已经停业")] = False,
    is_open: Annotated[bool, typer.Option("--open", help="看到还在营业")] = False,
    needs: Annotated[
        str | None, typer.Option("--needs", metavar="要什么", help="有什么难处")
    ] = None,
    on: DayOption = None,
    note_: NoteOption = None,
    as_json: JsonOption = False,
) -> None:
    """记一次走访；看到的写进档案。

    例：jiuye venture visit lgj --jobs 6 --insured 13 --open --needs 想贷款
    """
    from jiuye_cli.actions.course.venture import note_visit
    from jiuye_cli.actions.people.change import evidence_of
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.core.course.venture import VentureVisit
    from jiuye_cli.errors import UsageError

    if is_closed and is_open:
        raise UsageError("--open 和 --closed 只能写一个。")
    card, day = the_person(who), past_day(on)
    seen = is_open or (False if is_closed else None)
    one = VentureVisit(
        card.id, day, jobs=jobs, is_open=seen, by=desk.user(), needs=needs, note=note_
    )
    with desk.writing(f"创业走访 {card.name}") as change:
        _, moved = note_visit(change, one, insured, evidence_of("seen", "创业走访", desk.today()))
    tail = f"，档案改了{'、'.join(moved)}" if moved else ""
    told(
        {"id": card.id, "day": day, "changed": moved},
        f"{card.name} {day} 走访过了{tail}。",
        as_json=as_json,
    )


@verb(app, "list", "名单")
def list_(
    base: Annotated[
        str | None, typer.Option("--base", metavar="基地", help="只看一个基地的")
    ] = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """列出创业的人、走到哪步、带动几个人。

    例：jiuye venture list --base 楼山孵化基地
    """
    from jiuye_cli.actions.course.venture import jobs_created, ventures
    from jiuye_cli.cli.course_desk import course_rules
    from jiuye_cli.render.course.venture import ventures_listing

    rules = course_rules()
    with desk.reading() as conn:
        found = ventures(conn, rules, desk.today(), base=base)
    show(ventures_listing(found, desk.today()), as_json=as_json, as_csv=as_csv)
    note(f"共 {len(found)} 人，带动就业 {jobs_created(found)} 人。")


@verb(app, "round", "该走访")
def round_(
    base: Annotated[
        str | None, typer.Option("--base", metavar="基地", help="只看一个基地的")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="没到日子的也列")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """列出这个月该走访的，和各人能申领什么，一趟办齐。

    例：jiuye venture round    一起报：jiuye claim batch 一次性创业补贴
    """
    from jiuye_cli.actions.course.venture import claimable, ventures
    from jiuye_cli.cli.course_desk import course_rules
    from jiuye_cli.cli.policy.bench import bench
    from jiuye_cli.render.course.venture import ventures_listing

    rules, judges = course_rules(), bench()
    with desk.reading() as conn:
        found = ventures(conn, rules, desk.today(), base=base, due_only=not everything)
        claims = claimable(conn, judges, desk.today(), [one.card.id for one in found])
    show(ventures_listing(found, desk.today(), claims), as_json=as_json, as_csv=as_csv)


app.registered_commands += stories_app.registered_commands
