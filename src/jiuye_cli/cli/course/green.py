"""`green`: the green channel. A roster arrives; one pass a person; nobody left at closing time."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, emit, emit_json, note
from jiuye_cli.cli.people.show import WhoArgument
from jiuye_cli.cli.verbs import PeopleArgument, ReasonOption, show, told, verb

app = new_app(no_args_is_help=True, help="绿色通道：一批人来了，失业登记和申领待遇一次办完。")

SomeoneArgument = Annotated[
    str | None, typer.Argument(metavar="[谁]", help="窗口前这个人；不写就是名单上下一位")
]
LackOption = Annotated[
    list[str] | None, typer.Option("--lack", metavar="材料", help="缺哪样，名称或序号，可以写几次")
]


@verb(app, "start", "来人")
def start(
    file: Annotated[Path, typer.Argument(metavar="花名册", help="单位给的名单：.xls .xlsx .csv")],
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="字段=值…", help="人人都一样的，如 非因本人意愿失业=是"),
    ] = None,
    name: Annotated[
        str, typer.Option("--name", metavar="名称", help="这批人的叫法，不写就是文件名")
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """一批人来了：名单导进台账，按名单排好队。

    例：jiuye green start 分流职工花名册.xls 非因本人意愿失业=是
    """
    from jiuye_cli.actions.course.green import arrive
    from jiuye_cli.actions.people.change import typed_values
    from jiuye_cli.cli.course.green_roster import read_roster
    from jiuye_cli.cli.course_desk import course_rules
    from jiuye_cli.cli.progress import progress
    from jiuye_cli.core.fields.value import Evidence, Grade
    from jiuye_cli.render.people.importing import import_json, import_screen

    rules = course_rules()
    shared = typed_values(words or [], {}, desk.settings().region)
    evidence = Evidence(Grade.TOLD, f"名单 {name or file.name}", desk.today())
    with progress() as bar:
        header, rows = read_roster(file, bar)
        with desk.writing(f"绿色通道来人 {name or file.stem}") as change:
            done = arrive(
                change, rows, name or file.stem, rules.green_policy, evidence,
                shared=shared, progress=lambda at, whole: bar("正在写", at, whole),
            )  # fmt: skip
    if as_json:
        emit_json(
            {**import_json(done.plan, header), "arrival": done.arrival.id, "queued": done.queued}
        )
        return
    emit(import_screen(done.plan, header, file.name, dry_run=False))
    emit(f"{done.queued} 人排好了队。一个个办：jiuye green go；先印表：jiuye print registration")


@verb(app, "next", "下一位")
def next_(who: SomeoneArgument = None, as_json: JsonOption = False) -> None:
    """看窗口前这个人（或名单上下一位）要带什么、要问什么。

    例：jiuye green next    jiuye green next 7812
    """
    from jiuye_cli.actions.course.green import on_the_table
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.cli.course_desk import course_rules
    from jiuye_cli.cli.policy.bench import bench
    from jiuye_cli.render.course.green import card_json, card_screen

    person = the_person(who).id if who else None
    rules, judges = course_rules(), bench()
    with desk.reading() as conn:
        card = on_the_table(conn, judges, rules, desk.today(), person)
    if card is None:
        told({"left": 0}, "名单上的人都办完了。", as_json=as_json)
    else:
        emit_json(card_json(card)) if as_json else emit(card_screen(card))


@verb(app, "done", "办完")
def done(
    who: SomeoneArgument = None,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="字段=值…", help="当面问到的")
    ] = None,
    lack: LackOption = None,
    as_json: JsonOption = False,
) -> None:
    """这个人办完了：登记失业，开好申领；材料没写缺的都算带了。

    例：jiuye green done 7812 就业意愿=有 --lack 2
    """
    from jiuye_cli.actions.course.green import serve
    from jiuye_cli.actions.people.change import typed_values
    from jiuye_cli.cli.course.green_roster import person_at_window
    from jiuye_cli.cli.course_desk import course_rules
    from jiuye_cli.cli.policy.bench import bench

    typed = [*([who] if who and "=" in who else []), *(words or [])]
    card = person_at_window(who if who and "=" not in who else None)
    values = typed_values(typed, {}, desk.settings().region)
    rules, judges = course_rules(), bench()
    with desk.writing(f"绿色通道办 {card.name}") as change:
        served = serve(
            change, card.id, judges, rules, lacking=lack or (), values=values, now=desk.now()
        )
    claim = (
        f"，{served.claim} 号申领开好了" if served.claim else f"，申领没开（{served.why_no_claim}）"
    )
    lacks = f"，还缺{'、'.join(served.line.lacking)}" if served.line.lacking else ""
    told(
        {
            "id": card.id,
            "registered": served.registered,
            "claim": served.claim,
            "lacking": served.line.lacking,
        },
        f"{card.name} {'登记了失业' if served.registered else '早已登记失业'}{claim}{lacks}。",
        as_json=as_json,
    )


@verb(app, "go", "办")
def go() -> None:
    """一个接一个地办：打尾号找人，回车是名单上下一位，再回车就办完。

    例：jiuye green go
    """
    from jiuye_cli.cli.course.green_window import window

    window()


@verb(app, "paper", "补材料")
def paper(
    who: WhoArgument,
    papers: Annotated[
        list[str] | None, typer.Argument(metavar="材料…", help="补来的；不写就是都补齐了")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """记缺的材料补来了。

    例：jiuye green paper lgj 解除劳动关系证明
    """
    from jiuye_cli.actions.course.green import bring
    from jiuye_cli.cli.choosing import the_person

    card = the_person(who)
    with desk.writing(f"绿色通道补材料 {card.name}") as change:
        left = bring(change, card.id, papers or (), desk.today())
    told(
        {"id": card.id, "lacking": left},
        f"{card.name}：{'还缺' + '、'.join(left) if left else '材料齐了'}。",
        as_json=as_json,
    )


@verb(app, "skip", "不用办")
def skip(who: WhoArgument, reason: ReasonOption = "", as_json: JsonOption = False) -> None:
    """名单上这个人不用办（已经上岗、没来）。

    例：jiuye green skip lgj --reason 已经找到活了
    """
    from jiuye_cli.actions.course.green import skip as leave_out
    from jiuye_cli.cli.choosing import the_person

    card = the_person(who)
    with desk.writing(f"绿色通道不用办 {card.name}") as change:
        leave_out(change, card.id, reason or "没写原因")
    told({"id": card.id}, f"{card.name} 不用办，记下了。", as_json=as_json)


@verb(app, "add", "加人")
def add(people: PeopleArgument = None, as_json: JsonOption = False) -> None:
    """名单上没有、人来了：加到后面。

    例：jiuye green add lgj
    """
    from jiuye_cli.actions.course.green import add_people
    from jiuye_cli.cli.choosing import chosen_people

    chosen = chosen_people(people)
    with desk.writing("绿色通道加人") as change:
        new = add_people(change, chosen)
    told({"new": new, "same": len(chosen) - new}, f"加了 {new} 人。", as_json=as_json)


@verb(app, "left", "还剩")
def left(as_json: JsonOption = False) -> None:
    """还剩多少人没办，关门前办不办得完。

    例：jiuye green left
    """
    from jiuye_cli.actions.course.green import standing
    from jiuye_cli.cli.course_desk import course_rules
    from jiuye_cli.render.course.green import counter_json, counter_screen

    closing = course_rules().closing_time
    with desk.reading() as conn:
        arrival, count, _ = standing(conn, desk.now())
    parts = (arrival, count, desk.now(), closing)
    emit_json(counter_json(*parts)) if as_json else emit(counter_screen(*parts))


@verb(app, "list", "名单")
def list_(
    waiting: Annotated[bool, typer.Option("--waiting", help="只看没办的")] = False,
    lacking: Annotated[bool, typer.Option("--lacking", help="只看缺材料的")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """列出名单上的人和办到哪步。

    例：jiuye green list --waiting    jiuye green list --lacking
    """
    from jiuye_cli.actions.course.green import standing
    from jiuye_cli.render.course.green import passes_listing
    from jiuye_cli.store.people.roll import cards

    with desk.reading() as conn:
        arrival, _, passes = standing(conn, desk.now())
        kept = [p for p in passes if (not waiting or p.is_waiting) and (not lacking or p.lacking)]
        names = cards(conn, [one.person for one in kept])
    show(passes_listing(kept, names, arrival.name), as_json=as_json, as_csv=as_csv)


@verb(app, "close", "收工")
def close(as_json: JsonOption = False) -> None:
    """这批人办完了，收起名单。

    例：jiuye green close
    """
    from jiuye_cli.actions.course.green import close as put_away

    with desk.writing("绿色通道收工") as change:
        arrival, waiting = put_away(change, desk.today())
    told({"arrival": arrival.id, "waiting": waiting}, f"{arrival.name}收起来了。", as_json=as_json)
    if waiting:
        note(f"还有 {waiting} 人没办；要接着办，jiuye undo 打开名单。")
