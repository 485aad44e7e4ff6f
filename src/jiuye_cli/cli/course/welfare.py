"""`welfare`: posts of public welfare and of mutual help."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.course.welfare_month import app as month_app
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, YesOption, assignments, note
from jiuye_cli.cli.people.show import WhoArgument
from jiuye_cli.cli.verbs import (
    DayOption,
    NoteOption,
    WordsArgument,
    past_day,
    show,
    told,
    verb,
)

app = new_app(no_args_is_help=True, help="公益岗、互助岗：设岗、申请、评议、上岗、考勤考核、到期。")

PostArgument = Annotated[str, typer.Argument(metavar="岗位", help="岗位的号或名称")]


@verb(app, "post", "设岗")
def post(
    name: Annotated[str, typer.Argument(metavar="名称", help="新岗位的名称，或旧岗位的号")],
    words: WordsArgument = None,
    as_json: JsonOption = False,
) -> None:
    """设一个岗，或改一个岗。可写：类别 工种 单位 地点 名额 补贴 每周 帮扶户数 职责 政策。

    例：jiuye welfare post 保洁员 单位=柳树屯村委会 名额=3 补贴=600 政策=乡村公益性岗位安置
    """
    from jiuye_cli.actions.course.welfare import put_post
    from jiuye_cli.cli.course_desk import course_rules
    from jiuye_cli.core.course.wording import WELFARE_POST

    values, rules = WELFARE_POST.read(assignments(words or []), desk.today()), course_rules()
    with desk.writing(f"设岗 {name}") as change:
        one = put_post(change, name, values, rules)
    told(
        {"id": one.id},
        f"{one.id} 号岗 {one.name} 记好了。申请：jiuye welfare apply 谁 {one.id}",
        as_json=as_json,
    )


@verb(app, "posts", "岗位")
def posts(as_json: JsonOption = False, as_csv: CsvOption = False) -> None:
    """列出岗位、名额、在岗人数。

    例：jiuye welfare posts
    """
    from jiuye_cli.actions.course.welfare import posts as all_posts
    from jiuye_cli.render.course.welfare import posts_listing

    with desk.reading() as conn:
        found = all_posts(conn)
    show(posts_listing(found), as_json=as_json, as_csv=as_csv)


@verb(app, "close", "撤岗")
def close(post_word: PostArgument, as_json: JsonOption = False) -> None:
    """岗位不设了；在岗的干到协议期满。

    例：jiuye welfare close 保洁员
    """
    from jiuye_cli.actions.course.welfare import close_post

    with desk.writing(f"撤岗 {post_word}") as change:
        one = close_post(change, post_word, desk.today())
    told({"id": one.id}, f"{one.name} 撤了。", as_json=as_json)


@verb(app, "apply", "申请")
def apply(
    who: WhoArgument,
    post_word: PostArgument,
    cadre: Annotated[
        str | None, typer.Option("--cadre", metavar="是/否", help="是不是村干部或其亲属")
    ] = None,
    on: DayOption = None,
    as_json: JsonOption = False,
) -> None:
    """记一个人申请公益岗；要人留意的当场提醒。

    例：jiuye welfare apply lgj 保洁员 --cadre 否
    """
    from jiuye_cli.actions.course.welfare import apply as ask_for
    from jiuye_cli.actions.course.welfare import to_look_at
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.cli.course_desk import course_rules
    from jiuye_cli.core.people.answers import read_yes_no

    card, day, rules = the_person(who), past_day(on), course_rules()
    kin = read_yes_no(cadre) if cadre else None
    with desk.writing(f"申请公益岗 {card.name} {post_word}") as change:
        term = ask_for(change, card.id, post_word, day, kin)
        hints = to_look_at(change.conn, card.id, rules)
    told(
        {"id": card.id, "term": term.id, "look_at": hints},
        f"{card.name} 的申请记下了，等评议。",
        as_json=as_json,
    )
    for hint in hints:
        note(hint)


@verb(app, "kin", "干部亲属")
def kin(
    who: WhoArgument,
    answer: Annotated[str, typer.Argument(metavar="是/否")],
    as_json: JsonOption = False,
) -> None:
    """记问到的：是不是村干部或其亲属。

    例：jiuye welfare kin lgj 否
    """
    from jiuye_cli.actions.course.welfare import answer_cadre_kin
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.core.people.answers import read_yes_no

    card, said = the_person(who), read_yes_no(answer)
    with desk.writing(f"干部亲属 {card.name}") as change:
        answer_cadre_kin(change, card.id, said)
    told(
        {"id": card.id, "cadre_kin": said},
        f"{card.name}：{'是' if said else '不是'}村干部或其亲属，记下了。",
        as_json=as_json,
    )


@verb(app, "review", "评议")
def review(
    who: WhoArgument,
    answer: Annotated[str, typer.Argument(metavar="通过/不通过")],
    on: DayOption = None,
    note_: NoteOption = None,
    as_json: JsonOption = False,
) -> None:
    """记民主评议的结果。

    例：jiuye welfare review lgj 通过 --note 村民代表18人同意
    """
    from jiuye_cli.actions.course.welfare import review as decide
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.errors import UsageError

    if answer not in ("通过", "不通过"):
        raise UsageError("评议结果写 通过 或 不通过。")
    card, day = the_person(who), past_day(on)
    with desk.writing(f"评议 {card.name} {answer}") as change:
        term = decide(change, card.id, passed=answer == "通过", on=day, note=note_)
    told({"id": card.id, "stage": term.stage}, f"{card.name} 评议{answer}。", as_json=as_json)


@verb(app, "approve", "批准")
def approve(
    who: WhoArgument,
    months: Annotated[
        int | None, typer.Option("--months", metavar="几个月", min=1, max=120, help="协议多长")
    ] = None,
    starts: Annotated[
        str | None, typer.Option("--from", metavar="哪天", help="协议从哪天起，不写就是今天")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="谁批的")] = None,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """批准上岗：档案里记上这份活，就业状态改成公益性岗位。要人留意的先提醒。

    例：jiuye welfare approve lgj --months 12 --from 2026-12-01 --by 镇人社所
    """
    from jiuye_cli.actions.course.welfare import approve as put_on_duty
    from jiuye_cli.actions.course.welfare import to_look_at
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.cli.course_desk import any_day, course_rules

    card, rules = the_person(who), course_rules()
    day = any_day(starts)
    with desk.reading() as conn:
        hints = to_look_at(conn, card.id, rules)
    for hint in hints:
        note(hint)
    if hints:
        desk.confirm(f"还是批准 {card.name} 上岗吗？", yes=yes)
    with desk.writing(f"批准公益岗 {card.name}") as change:
        term = put_on_duty(change, card.id, day, months=months, by=by, today=desk.today())
    until = f"到 {term.ends}" if term.ends else "没写到哪天"
    told(
        {"id": card.id, "starts": term.starts, "ends": term.ends},
        f"{card.name} 上岗，协议从 {term.starts} {until}。",
        as_json=as_json,
    )


@verb(app, "helps", "帮扶")
def helps(
    who: WhoArgument,
    whom: Annotated[list[str], typer.Argument(metavar="帮谁…", help="村里的人或名字，可以写几个")],
    needs: Annotated[
        str | None, typer.Option("--needs", metavar="帮什么", help="如 打扫、代购")
    ] = None,
    on: DayOption = None,
    as_json: JsonOption = False,
) -> None:
    """记互助岗上的人帮扶谁。

    例：jiuye welfare helps lgj 孙秀芳 周大爷 --needs 打扫、代购
    """
    from jiuye_cli.actions.course.welfare import help_people
    from jiuye_cli.cli.choosing import the_person

    card, day = the_person(who), past_day(on)
    with desk.writing(f"帮扶对象 {card.name}") as change:
        added = help_people(change, card.id, whom, day, needs)
    names = "、".join(one.name for one in added) or "都已经记过"
    told(
        {"id": card.id, "helps": [one.name for one in added]},
        f"{card.name} 帮扶：{names}。",
        as_json=as_json,
    )


@verb(app, "end", "离岗")
def end(
    who: WhoArgument,
    reason: Annotated[str, typer.Argument(metavar="原因", help="协议期满、考核不合格、个人辞职……")],
    words: WordsArgument = None,
    on: DayOption = None,
    as_json: JsonOption = False,
) -> None:
    """离开公益岗（或撤回申请）；现在的状态问到了写在后面，没问到回访时问。

    例：jiuye welfare end lgj 协议期满 就业状态=未登记失业
    """
    from jiuye_cli.actions.course.welfare import end as close
    from jiuye_cli.actions.people.change import evidence_of, typed_values
    from jiuye_cli.cli.choosing import the_person

    values = typed_values(words or [], {}, desk.settings().region)
    card, day = the_person(who), past_day(on)
    with desk.writing(f"公益岗离岗 {card.name}") as change:
        term = close(
            change, card.id, reason, day, values, evidence_of("seen", "公益岗", desk.today())
        )
    told(
        {"id": card.id, "left_on": term.left_on},
        f"{card.name} {day} 离开公益岗：{reason}。",
        as_json=as_json,
    )
    if term.job is not None and "就业状态" not in values:
        note("还没问：就业状态、失业日期。下次回访会问。")


@verb(app, "list", "名单")
def list_(
    due: Annotated[bool, typer.Option("--due", help="只看协议快到期的")] = False,
    everything: Annotated[bool, typer.Option("--all", help="连离岗的也列")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """列出申请的和在岗的。

    例：jiuye welfare list    jiuye welfare list --due
    """
    from jiuye_cli.actions.course.welfare import pages
    from jiuye_cli.cli.course_desk import terms_end_by
    from jiuye_cli.render.course.welfare import NO_TERMS, terms_listing

    until = terms_end_by() if due else None
    with desk.reading() as conn:
        found = pages(conn, desk.today(), everything=everything, ends_by=until)
    empty = f"到 {until} 为止，没有人的协议到期。" if until else NO_TERMS
    show(terms_listing(found, desk.today(), empty), as_json=as_json, as_csv=as_csv)


app.registered_commands += month_app.registered_commands
