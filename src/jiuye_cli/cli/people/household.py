"""`household`: who lives together, who works, and the households where nobody does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, note
from jiuye_cli.cli.people.show import WhoArgument
from jiuye_cli.cli.verbs import DayOption, past_day, show, told, verb

if TYPE_CHECKING:
    import sqlite3

    from jiuye_cli.core.course.household import HouseholdPage

app = new_app(no_args_is_help=True, help="一户人：谁在干活；零就业家庭自己算出来，盯着到有人上岗。")


@verb(app, "show", "看")
def show_(who: WhoArgument, as_json: JsonOption = False, as_csv: CsvOption = False) -> None:
    """看一个人家里：谁在干活，谁没活，还要问谁。

    例：jiuye household show lgj
    """
    from jiuye_cli.actions.people.household import household_of
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.cli.course_desk import course_rules
    from jiuye_cli.cli.policy.bench import bench
    from jiuye_cli.render.people.household import households_listing

    card, rules, parameters = the_person(who), course_rules(), bench().shelf.parameters
    with desk.reading() as conn:
        page = household_of(conn, card.id, rules, parameters, desk.today())
    show(households_listing([page], desk.today()), as_json=as_json, as_csv=as_csv)


@verb(app, "join", "归户")
def join(
    who: WhoArgument,
    with_whom: Annotated[str, typer.Argument(metavar="和谁一户")],
    relation: Annotated[
        str | None,
        typer.Option("--relation", metavar="关系", help="与户主关系：配偶、子、女、父母……"),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """把一个人归到另一个人的户里。

    例：jiuye household join 孙秀芳 lgj --relation 配偶
    """
    from jiuye_cli.actions.people.household import join as put_together
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.core.fields.catalogue import fact
    from jiuye_cli.core.fields.value import Evidence, Grade
    from jiuye_cli.core.intake.values import read_value

    card, other = the_person(who), the_person(with_whom)
    known = str(read_value(fact("与户主关系"), relation)) if relation else None
    evidence = Evidence(Grade.TOLD, "归户", desk.today())
    with desk.writing(f"归户 {card.name} {other.name}") as change:
        put_together(change, card.id, other.id, known, evidence)
    told(
        {"id": card.id, "with": other.id},
        f"{card.name} 和 {other.name} 归到一户了。",
        as_json=as_json,
    )


@verb(app, "list", "名单")
def list_(
    ask: Annotated[bool, typer.Option("--ask", help="只看要问的户")] = False,
    wrong: Annotated[bool, typer.Option("--wrong", help="只看对不上的户")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """列出各户。

    例：jiuye household list --ask
    """
    from jiuye_cli.render.people.household import households_listing

    with desk.reading() as conn:
        pages = _pages(conn)
    kept = [p for p in pages if (not ask or p.zero.holds is None) and (not wrong or p.contradicts)]
    show(households_listing(kept, desk.today()), as_json=as_json, as_csv=as_csv)


@verb(app, "zero", "零就业")
def zero(as_json: JsonOption = False, as_csv: CsvOption = False) -> None:
    """找出没有一个人干活的户，从今天起盯着；有人上岗了的自动消掉。

    例：jiuye household zero
    """
    from jiuye_cli.actions.people.household import watch
    from jiuye_cli.render.people.household import households_listing

    with desk.writing("零就业家庭观察") as change:
        found, cleared = watch(change, _pages(change.conn), desk.today())
        kept = [page for page in _pages(change.conn) if page.zero.holds or page.watch]
    show(households_listing(kept, desk.today()), as_json=as_json, as_csv=as_csv)
    note(f"新发现 {found} 户，有人上岗消掉 {cleared} 户。")


@verb(app, "confirm", "认定")
def confirm(
    who: WhoArgument,
    by: Annotated[str | None, typer.Option("--by", metavar="谁定的")] = None,
    on: DayOption = None,
    as_json: JsonOption = False,
) -> None:
    """记上面认定了零就业家庭。

    例：jiuye household confirm lgj --by 镇人社所
    """
    from jiuye_cli.actions.people.household import confirm as note_confirmed
    from jiuye_cli.actions.people.household import household_of
    from jiuye_cli.cli.choosing import the_person
    from jiuye_cli.cli.course_desk import course_rules
    from jiuye_cli.cli.policy.bench import bench

    card, day = the_person(who), past_day(on)
    rules, parameters = course_rules(), bench().shelf.parameters
    with desk.writing(f"零就业家庭认定 {card.name}") as change:
        page = household_of(change.conn, card.id, rules, parameters, desk.today())
        done = note_confirmed(change, page, day, by)
    told(
        {"household": page.id, "confirmed_on": done.confirmed_on},
        f"{card.name} 家 {day} 认定为{page.zero.word}。",
        as_json=as_json,
    )


def _pages(conn: sqlite3.Connection) -> list[HouseholdPage]:
    from jiuye_cli.actions.people.household import households
    from jiuye_cli.cli.course_desk import course_rules
    from jiuye_cli.cli.policy.bench import bench

    return households(conn, course_rules(), bench().shelf.parameters, desk.today())
