"""`workshop`: 帮扶车间, their headcounts and what they can claim."""

from __future__ import annotations

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, assignments
from jiuye_cli.cli.posts.employer import EmployerArgument
from jiuye_cli.cli.verbs import WordsArgument, show, told, verb

app = new_app(no_args_is_help=True, help="帮扶车间：登记、人数、补助。")

WORKSHOP = {"单位类型": "帮扶车间"}


@verb(app, "add", "登记")
def add(name: EmployerArgument, words: WordsArgument = None, as_json: JsonOption = False) -> None:
    """登记一个帮扶车间。

    例：jiuye workshop add 金穗合作社 职工人数=35 吸纳脱贫人口数=12 正常经营=是
    """
    from jiuye_cli.actions.posts.posts import add_employer, typed_employer

    typed = {"单位名称": name, **WORKSHOP, **assignments(words or [])}
    values = typed_employer(typed, desk.settings().region)
    with desk.writing(f"登记车间 {name}") as change:
        one = add_employer(change, values, desk.today())
    told({"id": one.id}, f"{one.id} 号车间 {one.name} 登记好了。", as_json=as_json)


@verb(app, "set", "改")
def set_(name: EmployerArgument, words: WordsArgument = None, as_json: JsonOption = False) -> None:
    """改一个车间的几项，如这个月的人数；登记过的单位也这样改成车间。

    例：jiuye workshop set 金穗合作社 职工人数=38 吸纳脱贫人口数=14
    """
    from jiuye_cli.actions.posts.posts import change_employer, typed_employer

    values = typed_employer({**WORKSHOP, **assignments(words or [])}, desk.settings().region)
    with desk.writing(f"改车间 {name}") as change:
        one, changed = change_employer(change, name, values)
    said = f"改了{'、'.join(changed)}。" if changed else "没有要改的。"
    told({"id": one.id, "changed": changed}, f"{one.id} 号车间 {one.name}：{said}", as_json=as_json)


@verb(app, "list", "名单")
def list_(as_json: JsonOption = False, as_csv: CsvOption = False) -> None:
    """列出帮扶车间：人数、村里介绍去的、在招的、能申请的补助。

    例：jiuye workshop list
    """
    from jiuye_cli.actions.posts.employers import workshops
    from jiuye_cli.cli.policy.bench import bench
    from jiuye_cli.render.posts.posts import workshops_listing

    rules = bench()
    with desk.reading() as conn:
        found = workshops(conn, rules, desk.today())
    show(workshops_listing(found), as_json=as_json, as_csv=as_csv)
