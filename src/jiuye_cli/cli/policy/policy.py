"""`policy`: the rules themselves: list, read, check, test, judge facts, compare."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import (
    CsvOption,
    JsonOption,
    OnOption,
    emit,
    emit_csv,
    emit_json,
    parse_day,
)
from jiuye_cli.cli.verbs import show, verb

if TYPE_CHECKING:
    from datetime import date

    from jiuye_cli.core.policy.policy import Policy
    from jiuye_cli.core.policy.shelf import Shelf
    from jiuye_cli.errors import Problem

app = new_app(no_args_is_help=True, help="政策：看规则、查错、跑样例、拿情况试判、比较改动。")

RegionOption = Annotated[
    str | None, typer.Option("--region", metavar="地区", help="只看这里管用的，如 山东/济南")
]
PathArgument = Annotated[
    Path | None, typer.Argument(metavar="[文件或文件夹]", help="不写就是现用的全部规则")
]
OldArgument = Annotated[Path, typer.Argument(metavar="旧", help="改动前的文件或文件夹")]
NewArgument = Annotated[Path, typer.Argument(metavar="新", help="改动后的文件或文件夹")]


@verb(app, "list", "列表")
def list_(
    region: RegionOption = None,
    on: OnOption = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """有哪些政策，现在还管不管用。

    例：jiuye policy list --region 山东/济南
    """
    from jiuye_cli.core.policy.cases import rule_of
    from jiuye_cli.render.policy.policies import policies_listing

    shelf = _shelf()
    rules = (
        shelf.rules_at(region)
        if region
        else [rule_of(one, shelf, one.region) for one in shelf.policies]
    )
    show(policies_listing(rules, _day(on)), as_json=as_json, as_csv=as_csv)


@verb(app, "show", "看")
def show_one(
    name: Annotated[str, typer.Argument(metavar="政策", help="编号或名称")],
    region: RegionOption = None,
    on: OnOption = None,
    as_json: JsonOption = False,
) -> None:
    """一项政策：谁能领、给多少、带什么、去哪办、依据什么。

    例：jiuye policy show 技能提升补贴
    """
    from jiuye_cli.core.policy.cases import rule_of
    from jiuye_cli.core.policy.handbook import page
    from jiuye_cli.core.policy.judge_facts import named
    from jiuye_cli.render.policy.policies import page_json, page_screen

    shelf, place = _shelf(), region or desk.settings().region
    pages = [page(rule_of(one, shelf, place), shelf, _day(on)) for one in named(shelf, name, place)]
    if as_json:
        emit_json({"policies": [page_json(one) for one in pages]})
    else:
        emit("\n\n".join(page_screen(one) for one in pages))


@verb(app, "lint", "查错")
def lint(path: PathArgument = None, as_json: JsonOption = False, as_csv: CsvOption = False) -> None:
    """查规则文件写得对不对，一次说完所有问题；回访、匹配、拒岗、全程、日历也查。

    例：jiuye policy lint policies/山东/我的政策.yaml
    """
    from jiuye_cli.core.policy.lint import lint_some
    from jiuye_cli.render.policy.policies import problems_json

    rooms, problems = _room_problems(path)
    own: tuple[Policy, ...] = ()
    if path is None or path not in rooms:
        shelf, own, found = _read(path)
        problems = [*found, *lint_some(shelf, own), *problems]
    if as_json:
        emit_json(problems_json(problems))
    elif as_csv:
        emit_csv(("文件", "行", "毛病"), [(one.file, one.line, one.message) for one in problems])
    else:
        emit("\n".join(map(str, problems)) or f"{len(own) + len(rooms)} 份规则文件，没有问题")
    raise typer.Exit(4 if problems else 0)


@verb(app, "test", "跑样例")
def test(path: PathArgument = None, as_json: JsonOption = False) -> None:
    """跑规则文件里的样例，看判得对不对。

    例：jiuye policy test
    """
    from jiuye_cli.core.policy.cases import run_cases
    from jiuye_cli.render.policy.policies import runs_json, runs_screen

    shelf, own, problems = _read(path)
    _refuse(problems)
    runs = list(run_cases(own, shelf))
    emit_json(runs_json(runs)) if as_json else emit(runs_screen(runs))
    raise typer.Exit(4 if any(run.faults for run in runs) else 0)


@verb(app, "schema", "词表")
def schema(as_json: JsonOption = False) -> None:
    """打印 JSON Schema，编辑器用它提示和检查规则文件。

    例：jiuye policy schema > 政策.schema.json
    """
    from jiuye_cli.core.policy.schema import policy_schema

    emit_json(policy_schema(parameters=_shelf().parameters.named))


@verb(app, "judge", "判")
def judge(
    facts: Annotated[
        str, typer.Option("--facts", metavar="文件", help="情况文件，- 是从键盘或管道读")
    ],
    policy: Annotated[
        list[str] | None,
        typer.Option("--policy", metavar="文件或编号", help="只判这几项，可写几次"),
    ] = None,
    region: RegionOption = None,
    on: OnOption = None,
    as_json: JsonOption = False,
) -> None:
    """拿一份情况文件试判，不用台账。

    例：jiuye policy judge --facts 情况.yaml --policy 技能提升补贴 --on 2025-09-01
    """
    from dataclasses import replace

    from jiuye_cli.core.policy.ask import ask_next
    from jiuye_cli.core.policy.judge_facts import judge_facts, moment_of, strangers
    from jiuye_cli.core.rules.moment import Moment
    from jiuye_cli.files.calendar import work_calendar
    from jiuye_cli.files.facts_file import read_facts_file
    from jiuye_cli.render.policy.verdict_json import question_json, verdict_json
    from jiuye_cli.render.policy.verdicts import why_screen

    claimant = read_facts_file(facts)
    settings = desk.settings()
    calendar = work_calendar(desk.workspace().policy_folders, settings)
    moment = moment_of(claimant, Moment(_day(on), place=settings.region, calendar=calendar))
    moment = replace(moment, place=region) if region else moment
    shelf, chosen = _chosen(policy or [], moment.place)
    _refuse(strangers(shelf, claimant, facts))
    judged = judge_facts(shelf, claimant, moment, chosen, strictly=region is not None)
    if as_json:
        asked = [question_json(one) for one in ask_next(judged, shelf)]
        emit_json({"verdicts": [verdict_json(one) for one in judged], "ask": asked})
    else:
        emit(why_screen("", judged) or "这里没有适用的政策。")


@verb(app, "diff", "对比")
def diff(
    old: OldArgument, new: NewArgument, as_json: JsonOption = False, as_csv: CsvOption = False
) -> None:
    """两份规则（文件或文件夹）哪里不一样。

    例：jiuye policy diff 旧/技能提升补贴.yaml 新/技能提升补贴.yaml
    """
    from jiuye_cli.core.policy.difference import diff as differences
    from jiuye_cli.render.policy.policies import diff_listing, diff_screen

    found = differences(_whole(old), _whole(new))
    if as_json or as_csv:
        show(diff_listing(found), as_json=as_json, as_csv=as_csv)
    else:
        emit(diff_screen(found))


@verb(app, "impact", "影响")
def impact(
    old: OldArgument, new: NewArgument, as_json: JsonOption = False, as_csv: CsvOption = False
) -> None:
    """规则改了，台账里谁多领、谁少领、谁要再问，怎么跟他说。

    例：jiuye policy impact 旧/技能提升补贴.yaml 新/技能提升补贴.yaml
    """
    from dataclasses import replace

    from jiuye_cli.actions.policy.judging import impact_of
    from jiuye_cli.cli.policy.bench import bench
    from jiuye_cli.render.policy.impact import impact_listing, impact_screen

    usual = bench()
    before, after = replace(usual, shelf=_whole(old)), replace(usual, shelf=_whole(new))
    with desk.reading() as conn:
        changes = impact_of(conn, before, after, desk.today())
    if as_json or as_csv:
        show(impact_listing(changes), as_json=as_json, as_csv=as_csv)
    else:
        emit(impact_screen(changes))


def _day(on: str | None) -> date:
    day: date | None = parse_day(on)
    return day or desk.today()


def _shelf() -> Shelf:
    from jiuye_cli.files.rule_folder import load_shelf

    return load_shelf(desk.workspace().policy_folders)


def _read(path: Path | None) -> tuple[Shelf, tuple[Policy, ...], list[Problem]]:
    """The rules in use, or a file or folder beside them; its own policies and problems."""
    from jiuye_cli.files.rule_folder import read_beside, read_shelf

    folders = desk.workspace().policy_folders
    if path is not None:
        return read_beside(path, folders)
    shelf, problems = read_shelf(folders)
    return shelf, shelf.policies, problems


def _room_problems(path: Path | None) -> tuple[list[Path], list[Problem]]:
    """The rooms' own files (回访, 匹配 …) in use or at a path, and what is wrong in them."""
    from jiuye_cli.files.room_lint import is_room_file, room_files, room_problems, stray_problems

    if path is not None and path.is_file():
        rooms = [path] if is_room_file(path) else []
        return rooms, room_problems(rooms)
    folders = desk.workspace().policy_folders if path is None else [path]
    rooms = room_files(folders)
    return rooms, [*stray_problems(folders), *room_problems(rooms)]


def _whole(path: Path) -> Shelf:
    shelf, _, problems = _read(path)
    _refuse(problems)
    return shelf


def _refuse(problems: list[Problem]) -> None:
    from jiuye_cli.errors import RuleFileError

    if problems:
        raise RuleFileError(problems)


def _chosen(names: list[str], place: str) -> tuple[Shelf, list[Policy] | None]:
    """The shelf with files named put in place, and the policies to judge; None for all."""
    from jiuye_cli.core.policy.judge_facts import named
    from jiuye_cli.files.rule_folder import load_chosen

    if not names:
        return _shelf(), None
    files = [Path(one) for one in names if one.endswith((".yaml", ".yml")) or Path(one).is_file()]
    shelf, policies = load_chosen(files, desk.workspace().policy_folders)
    others = [one for one in names if Path(one) not in files]
    return shelf, [*policies, *(policy for one in others for policy in named(shelf, one, place))]
