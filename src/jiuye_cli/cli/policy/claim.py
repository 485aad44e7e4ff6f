"""`claim`: subsidy claims from verdict to paid."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, YesOption, emit, emit_json, note
from jiuye_cli.cli.people.show import WhoArgument
from jiuye_cli.cli.policy.claim_batch import app as batch_app
from jiuye_cli.cli.verbs import DayOption, NoteOption, ReasonOption, past_day, show, told, verb

app = new_app(no_args_is_help=True, help="补贴申领：开单、收材料、提交、公示、批准、发放。")

NumberArgument = Annotated[int, typer.Argument(metavar="号", help="申领的号", min=1)]
PolicyArgument = Annotated[str, typer.Argument(metavar="政策", help="政策名称，如 技能提升补贴")]
MonthsOption = Annotated[
    str | None, typer.Option("--months", metavar="月份", help="上月、2026-10、2026-10..2026-12")
]


@verb(app, "start", "开单")
def start(
    who: WhoArgument,
    policy: PolicyArgument,
    item: Annotated[
        str, typer.Option("--item", metavar="哪一件", help="有几张证书、几次创业时，写是哪一件")
    ] = "",
    employer: Annotated[bool, typer.Option("--employer", help="单位报的：因为招了这个人")] = False,
    anyway: Annotated[
        str, typer.Option("--anyway", metavar="理由", help="判不符合也要报，写明理由")
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """给一个人开一份申领：按今天的结论，列出材料和期限。

    例：jiuye claim start lgj 技能提升补贴    jiuye claim start lgj 单位招用社保补贴 --employer
    """
    from jiuye_cli.actions.policy.claim import start as begin
    from jiuye_cli.actions.policy.claim_employer import start_for_employer
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.cli.policy.bench import bench
    from jiuye_cli.render.policy.claim import claim_item, claim_screen
    from jiuye_cli.render.policy.verdict_words import listed_facts

    card, rules = the_person(who), bench()
    with desk.writing(f"开申领 {card.name} {policy}") as change:
        done = (
            start_for_employer(change, card.id, policy, rules, desk.today(), anyway=anyway)
            if employer
            else begin(change, card.id, policy, rules, desk.today(), item=item, anyway=anyway)
        )
    if as_json:
        emit_json(claim_item(done.file) | {"verdict": done.judged.verdict})
    else:
        emit(claim_screen(done.file, desk.today()))
    if done.judged.missing or done.judged.gates:
        note(f"还没定：{listed_facts((*done.judged.missing, *done.judged.gates))}。")


@verb(app, "tick", "收材料")
def tick(
    number: NumberArgument,
    papers: Annotated[
        list[str] | None, typer.Argument(metavar="材料…", help="材料的名称或序号；不写就是全部")
    ] = None,
    copy: Annotated[bool, typer.Option("--copy", help="留了复印件")] = False,
    as_json: JsonOption = False,
) -> None:
    """勾上带来的材料。

    例：jiuye claim tick 3 身份证 证书    jiuye claim tick 3 1 2 --copy
    """
    from jiuye_cli.actions.policy.claim import tick as mark
    from jiuye_cli.render.policy.claim import claim_item, claim_screen

    with desk.writing(f"收材料 {number} 号申领") as change:
        file = mark(change, number, papers or (), desk.today(), held=copy)
    emit_json(claim_item(file)) if as_json else emit(claim_screen(file, desk.today()))


@verb(app, "submit", "提交")
def submit(
    numbers: Annotated[
        list[int] | None, typer.Argument(metavar="号…", help="申领的号，可以写几个")
    ] = None,
    batch: Annotated[
        int | None, typer.Option("--batch", metavar="批次", help="整批提交材料齐的")
    ] = None,
    on: DayOption = None,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """交上去；材料不齐不交，除非加 --yes。

    例：jiuye claim submit 3 4    jiuye claim submit --batch 1
    """
    from jiuye_cli.actions.policy.claim import submit as hand_in
    from jiuye_cli.actions.policy.claim_batch import hand_in as hand_in_batch
    from jiuye_cli.errors import UsageError
    from jiuye_cli.render.policy.claim import claim_item

    day = past_day(on)
    if not numbers and batch is None:
        raise UsageError("要写交哪几份：jiuye claim submit 3，或整批：--batch 1。")
    with desk.writing(f"提交申领 {batch or ' '.join(map(str, numbers or []))}") as change:
        done = hand_in(change, numbers or [], day, incomplete=yes)
        sent, left = (
            hand_in_batch(change, batch, day, incomplete=yes) if batch is not None else ([], [])
        )
    told(
        {"claims": [claim_item(f) for f in (*done, *sent)]},
        f"交了 {len(done) + len(sent)} 份。",
        as_json=as_json,
    )
    for file in left:
        note(f"没交：{file.claim.id} 号 {file.card.name}，缺{'、'.join(file.missing)}。")


@verb(app, "result", "结果")
def result(
    numbers: Annotated[
        list[str],
        typer.Argument(metavar="号… 结果", help="几个号，后面写 公示、批准、发放、退回 或 终止"),
    ],
    on: DayOption = None,
    reason: ReasonOption = "",
    amount: Annotated[str | None, typer.Option("--amount", metavar="元", help="实际金额")] = None,
    months: MonthsOption = None,
    as_json: JsonOption = False,
) -> None:
    """记上面的答复：公示、批准、发放、退回、终止。

    例：jiuye claim result 3 批准    jiuye claim result 3 4 发放 --months 上月
    """
    from jiuye_cli.cli.policy.claim_answers import answer_all, read_answer
    from jiuye_cli.render.policy.claim import claim_item

    which, to = read_answer(numbers)
    day = past_day(on)
    with desk.writing(f"申领{to.label} {' '.join(map(str, which))}") as change:
        done = answer_all(change, which, to, day, reason=reason, amount=amount, months=months)
    told(
        {"claims": [claim_item(one.file) for one in done]},
        "\n".join(f"{one.file.claim.id} 号 {one.file.card.name} {one.file.claim.policy}：{one.file.claim.stage.label}。" for one in done),
        as_json=as_json,
    )  # fmt: skip
    moved = sorted({field for one in done for field in one.moved})
    if moved:
        note(f"档案跟着改了：{'、'.join(moved)}。")


@verb(app, "list", "名单")
def list_(
    who: Annotated[
        str | None, typer.Argument(metavar="谁", help="只看一个人的，办完的也列")
    ] = None,
    policy: Annotated[
        str | None, typer.Option("--policy", metavar="政策", help="只看一项政策")
    ] = None,
    due: Annotated[bool, typer.Option("--due", help="只看期限快到的")] = False,
    everything: Annotated[bool, typer.Option("--all", help="办完的也列")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """列出申领，期限近的在前。

    例：jiuye claim list    jiuye claim list --due    jiuye claim list lgj
    """
    from jiuye_cli.actions.policy.claim import listed
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.cli.course_desk import due_by
    from jiuye_cli.core.course.claim import Stage
    from jiuye_cli.render.policy.claim import claims_listing

    person = the_person(who).id if who else None
    until = due_by() if due else None
    with desk.reading() as conn:
        files = listed(
            conn,
            desk.today(),
            person=person,
            policy_id=policy,
            due_by=until,
            stages=tuple(Stage) if everything else (),
        )
    show(claims_listing(files, desk.today()), as_json=as_json, as_csv=as_csv)


@verb(app, "show", "看")
def show_(number: NumberArgument, as_json: JsonOption = False) -> None:
    """看一份申领：材料、期限、金额、到账。

    例：jiuye claim show 3
    """
    from jiuye_cli.actions.policy.claim import claim_file
    from jiuye_cli.render.policy.claim import claim_item, claim_screen

    with desk.reading() as conn:
        file = claim_file(conn, number)
    emit_json(claim_item(file)) if as_json else emit(claim_screen(file, desk.today()))


@verb(app, "had", "以前领过")
def had(
    who: WhoArgument,
    policy: PolicyArgument,
    on: DayOption = None,
    months: MonthsOption = None,
    amount: Annotated[str | None, typer.Option("--amount", metavar="元", help="领了多少")] = None,
    note_: NoteOption = None,
    as_json: JsonOption = False,
) -> None:
    """记建档以前领过的，规则数次数和月数时要算。

    例：jiuye claim had lgj 灵活就业社保补贴 --months 2024-01..2024-12
    """
    from jiuye_cli.actions.policy.claim_result import had_before
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.cli.policy.bench import bench
    from jiuye_cli.cli.policy.claim_answers import read_amount
    from jiuye_cli.core.course.receipt import Receipt
    from jiuye_cli.core.course.when import read_months

    card, day = the_person(who), past_day(on)
    span = read_months(months, desk.today()) if months else (None, None)
    receipt = Receipt(
        card.id, policy, day, amount=read_amount(amount), first=span[0], last=span[1], note=note_
    )
    shelf = bench().shelf
    with desk.writing(f"以前领过 {card.name} {policy}") as change:
        number = had_before(change, receipt, shelf)
    told(
        {"id": card.id, "receipt": number},
        f"{card.name} 以前领过{policy}，记下了。",
        as_json=as_json,
    )


@verb(app, "confirm", "人定")
def confirm(
    who: WhoArgument,
    gate: Annotated[str, typer.Argument(metavar="哪件事", help="规则里要人确认的话，写一部分就行")],
    answer: Annotated[str, typer.Argument(metavar="是/否")],
    by: Annotated[
        str | None, typer.Option("--by", metavar="谁定的", help="如 村民代表会议")
    ] = None,
    on: DayOption = None,
    note_: NoteOption = None,
    as_json: JsonOption = False,
) -> None:
    """记人作的决定（民主评议、正当理由），程序不替人定。

    例：jiuye claim confirm lgj 民主评议 是 --by 村民代表会议
    """
    from jiuye_cli.actions.policy.claim_result import decide_gate
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.cli.policy.bench import bench
    from jiuye_cli.core.course.gate import GateAnswer
    from jiuye_cli.core.people.answers import read_yes_no

    card, day, said = the_person(who), past_day(on), read_yes_no(answer)
    shelf = bench().shelf
    with desk.writing(f"人定 {card.name} {gate}") as change:
        words = decide_gate(change, GateAnswer(card.id, gate, said, day, by=by, note=note_), shelf)
    told(
        {"id": card.id, "gate": words, "answer": said},
        f"{card.name}：{words}——{'是' if said else '否'}。",
        as_json=as_json,
    )


app.registered_commands += batch_app.registered_commands
