"""`placement`: starts at work, changes, trouble, ends."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, assignments, note
from jiuye_cli.cli.people.add import GradeOption, SourceOption
from jiuye_cli.cli.people.show import WhoArgument
from jiuye_cli.cli.verbs import DayOption, NoteOption, WordsArgument, past_day, show, told, verb

app = new_app(no_args_is_help=True, help="上岗：在哪里干、出了什么事、什么时候离岗。")


@verb(app, "start", "到岗")
def start(
    who: WhoArgument,
    words: WordsArgument = None,
    also: Annotated[bool, typer.Option("--also", help="同时还有别的活")] = False,
    follower: Annotated[
        str | None, typer.Option("--follower", metavar="谁", help="专人跟进，如居家就业的")
    ] = None,
    grade: GradeOption = "told",
    source: SourceOption = "",
    as_json: JsonOption = False,
) -> None:
    """记一个人上岗了。可写：单位 工种 起 月薪 区域 合同 合同月数 社保 用工形式 地点 渠道。

    例：jiuye placement start lgj 单位=诚安物业 工种=电工 起=11-20 月薪=3800 合同=是 社保=是 区域=县内
    """
    from jiuye_cli.actions.course.placement import Origin
    from jiuye_cli.actions.course.placement import start as begin
    from jiuye_cli.actions.people.change import evidence_of
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.core.course.wording import job_values

    values = job_values(assignments(words or []), desk.today())
    card = the_person(who)
    evidence = evidence_of(grade, source or "上岗登记", desk.today())
    with desk.writing(f"上岗 {card.name} {values.get('单位', '')}".rstrip()) as change:
        done = begin(change, card.id, values, evidence, origin=Origin(follower=follower), also=also)
    told(
        {"id": card.id, "placement": done.placement, "status": done.status},
        f"{card.id} 号 {card.name} 上岗了，就业状态改为{done.status}。",
        as_json=as_json,
    )
    for line in done.notes:
        note(line)


@verb(app, "set", "改")
def set_(
    who: WhoArgument,
    words: WordsArgument = None,
    grade: GradeOption = "told",
    source: SourceOption = "",
    as_json: JsonOption = False,
) -> None:
    """改现在这份活的几项：涨降工资、签合同、交社保。降了工资会排进回访名单。

    例：jiuye placement set lgj 月薪=3600 社保=是 --grade seen
    """
    from jiuye_cli.actions.course.placement import change_job
    from jiuye_cli.actions.people.change import evidence_of
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.core.course.wording import job_values

    values = job_values(assignments(words or []), desk.today())
    card = the_person(who)
    with desk.writing(f"改上岗 {card.name}") as change:
        _, cut = change_job(
            change, card.id, values, evidence_of(grade, source or "电话", desk.today())
        )
    told(
        {"id": card.id, "changed": list(values), "pay_cut": cut},
        f"{card.name}：改了{'、'.join(values)}。",
        as_json=as_json,
    )
    if cut:
        note("工资降了，记作岗上出事，会提前回访。")


@verb(app, "trouble", "出事")
def trouble(
    who: WhoArgument,
    kind: Annotated[
        str, typer.Argument(metavar="什么事", help="缺勤、降薪、欠薪、受伤、闹矛盾、不想干、其他")
    ],
    on: DayOption = None,
    note_: NoteOption = None,
    as_json: JsonOption = False,
) -> None:
    """记岗位上出了事，回访会提前。

    例：jiuye placement trouble lgj 缺勤 --note 三天没去
    """
    from jiuye_cli.actions.course.placement import note_trouble
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.core.course.placement import Trouble
    from jiuye_cli.core.course.wording import one_of

    what, card, day = one_of(Trouble, kind, "事"), the_person(who), past_day(on)
    with desk.writing(f"岗上出事 {card.name} {what.value}") as change:
        number = note_trouble(change, card.id, what, day, note_)
    told(
        {"id": card.id, "trouble": number},
        f"{card.name} {day} {what.value}，记下了，会提前回访。",
        as_json=as_json,
    )


@verb(app, "settle", "解决")
def settle(who: WhoArgument, on: DayOption = None, as_json: JsonOption = False) -> None:
    """岗位上的事解决了。

    例：jiuye placement settle lgj
    """
    from jiuye_cli.actions.course.placement import settle_troubles
    from jiuye_cli.cli.choosing import the_person

    card, day = the_person(who), past_day(on)
    with desk.writing(f"解决 {card.name}") as change:
        count = settle_troubles(change, card.id, day)
    told({"id": card.id, "settled": count}, f"{card.name}：{count} 件事解决了。", as_json=as_json)


@verb(app, "end", "离岗")
def end(
    who: WhoArgument,
    reason: Annotated[
        str, typer.Argument(metavar="原因", help="合同到期、单位辞退、个人辞职、身体原因……")
    ],
    words: WordsArgument = None,
    on: DayOption = None,
    note_: NoteOption = None,
    grade: GradeOption = "told",
    source: SourceOption = "",
    as_json: JsonOption = False,
) -> None:
    """记一个人离岗；现在的状态、失业日期问到了就写在后面，没问到就留空，回访时问。

    例：jiuye placement end lgj 合同到期 --on 11-15 就业状态=未登记失业 失业日期=2026-11-16
    """
    from jiuye_cli.actions.course.placement import end as close
    from jiuye_cli.actions.people.change import evidence_of, typed_values
    from jiuye_cli.cli.choosing import the_person

    values = typed_values(words or [], {}, desk.settings().region)
    card, day = the_person(who), past_day(on)
    with desk.writing(f"离岗 {card.name} {reason}") as change:
        held = close(
            change,
            card.id,
            reason,
            day,
            values,
            evidence_of(grade, source or "电话", desk.today()),
            note=note_,
        )
    told(
        {"id": card.id, "ended_on": day, "reason": reason},
        f"{card.name} {day} 从{held.employer or '单位'}离岗：{reason}。",
        as_json=as_json,
    )
    unasked = [name for name in ("就业状态", "失业日期") if name not in values]
    if unasked:
        note(f"还没问：{'、'.join(unasked)}。下次回访会问。")


@verb(app, "list", "名单")
def list_(
    everything: Annotated[bool, typer.Option("--all", help="连离岗的也列")] = False,
    days: Annotated[
        int | None, typer.Option("--days", metavar="天数", min=0, help="只看近几天上岗的")
    ] = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """列出在岗的人。

    例：jiuye placement list --days 90
    """
    from jiuye_cli.actions.course.placement import placements
    from jiuye_cli.render.course.placement import placements_listing

    with desk.reading() as conn:
        found = placements(conn, desk.today(), days=days, everything=everything)
    show(placements_listing(found, desk.today()), as_json=as_json, as_csv=as_csv)


@verb(app, "show", "看")
def show_(who: WhoArgument, as_json: JsonOption = False, as_csv: CsvOption = False) -> None:
    """看一个人干过的活。

    例：jiuye placement show lgj
    """
    from jiuye_cli.actions.course.placement import placements
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.render.course.placement import placements_listing

    card = the_person(who)
    with desk.reading() as conn:
        found = placements(conn, desk.today(), person=card.id)
    show(placements_listing(found, desk.today()), as_json=as_json, as_csv=as_csv)
