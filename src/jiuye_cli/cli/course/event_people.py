"""The people of an event: invited, answered, signed in, agreed, hired."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import JsonOption, assignments, note
from jiuye_cli.cli.verbs import PeopleArgument, WordsArgument, told, verb

app = new_app()

EventArgument = Annotated[str, typer.Argument(metavar="活动", help="活动的号或名称")]
ChosenOption = Annotated[str | None, typer.Option("--where", metavar="条件", help="按条件挑人")]
FileOption = Annotated[str | None, typer.Option("--file", metavar="表", help="按表里的人")]


@verb(app, "invite", "请人")
def invite(
    event: EventArgument,
    people: PeopleArgument = None,
    where: ChosenOption = None,
    file: FileOption = None,
    as_json: JsonOption = False,
) -> None:
    """请人来：一个个写，或按条件，或按一张表。

    例：jiuye event invite 2 --where '就业状态=登记失业 且 意向区域=县内'
    """
    from jiuye_cli.actions.course.event import invite as ask
    from jiuye_cli.cli.choosing import chosen_people

    chosen = chosen_people(people, where, file)
    with desk.writing(f"活动请人 {event}") as change:
        one, new, again = ask(change, event, chosen, desk.today())
    already = f"，{again} 人请过了" if again else ""
    told(
        {"id": one.id, "new": new, "same": again},
        f"{one.name} 请了 {new} 人{already}。照着打：jiuye event calls {one.id}",
        as_json=as_json,
    )


@verb(app, "answer", "答复")
def answer(
    event: EventArgument,
    words: Annotated[
        list[str], typer.Argument(metavar="谁… 答复", help="几个人，后面写 来、不来 或 再说")
    ],
    as_json: JsonOption = False,
) -> None:
    """记请到的人怎么说。

    例：jiuye event answer 2 lgj 2017 来
    """
    from jiuye_cli.actions.course.event import note_answer
    from jiuye_cli.cli.choosing import chosen_people
    from jiuye_cli.core.course.event import Answer
    from jiuye_cli.core.course.wording import one_of

    said, people = one_of(Answer, words[-1], "答复"), chosen_people(words[:-1])
    with desk.writing(f"活动答复 {event} {said.value}") as change:
        one = note_answer(change, event, people, said, desk.today())
    told(
        {"id": one.id, "ids": people, "answer": said},
        f"{one.name}：{len(people)} 人{said.value}。",
        as_json=as_json,
    )


@verb(app, "signin", "签到")
def signin(
    event: EventArgument,
    people: PeopleArgument = None,
    file: FileOption = None,
    done: Annotated[bool, typer.Option("--done", help="签到结束，没签的都算没来")] = False,
    as_json: JsonOption = False,
) -> None:
    """记谁到了；没请也来了的自动加上。

    例：jiuye event signin 2 lgj 2017 3555    jiuye event signin 2 --done
    """
    from jiuye_cli.actions.course.event import close_list, sign_in
    from jiuye_cli.cli.choosing import chosen_people

    came = chosen_people(people, None, file) if people or file or not done else []
    with desk.writing(f"活动签到 {event}") as change:
        one = sign_in(change, event, came, desk.today())
        missing = close_list(change, event) if done else 0
    tail = f"，{missing} 人没来" if done else ""
    told(
        {"id": one.id, "came": came, "missing": missing},
        f"{one.name}：签到 {len(came)} 人{tail}。",
        as_json=as_json,
    )


@verb(app, "intend", "意向")
def intend(
    event: EventArgument,
    words: Annotated[
        list[str], typer.Argument(metavar="谁… 单位", help="几个人，后面写谈成的单位")
    ],
    as_json: JsonOption = False,
) -> None:
    """记现场达成的意向。

    例：jiuye event intend 2 lgj 2017 诚安物业
    """
    from jiuye_cli.actions.course.event import intend as agree
    from jiuye_cli.cli.choosing import chosen_people

    people = chosen_people(words[:-1])
    with desk.writing(f"活动意向 {event} {words[-1]}") as change:
        one = agree(change, event, people, words[-1], desk.today())
    told(
        {"id": one.id, "ids": people, "intention": words[-1]},
        f"{one.name}：{len(people)} 人与{words[-1]}达成意向。",
        as_json=as_json,
    )


@verb(app, "hire", "录用")
def hire(
    event: EventArgument,
    who: Annotated[str, typer.Argument(metavar="谁")],
    words: WordsArgument = None,
    as_json: JsonOption = False,
) -> None:
    """记通过活动上岗了；单位就是达成意向的那家，不用再写。

    例：jiuye event hire 2 lgj 工种=电工 起=今天 月薪=3800
    """
    from jiuye_cli.actions.course.event import hire as begin
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.core.course.wording import job_values

    card, values = the_person(who), job_values(assignments(words or []), desk.today())
    with desk.writing(f"活动录用 {event} {card.name}") as change:
        done = begin(change, event, card.id, values, desk.today())
    told(
        {"id": card.id, "placement": done.placement, "status": done.status},
        f"{card.name} 上岗了，就业状态改为{done.status}。",
        as_json=as_json,
    )
    for line in done.notes:
        note(line)
