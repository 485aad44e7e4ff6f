"""`claim batch` and `claim recheck`: many claims at once, and what must stay true each month."""

from __future__ import annotations

from typing import Annotated

import typer

from jiuye_cli.cli import desk
from jiuye_cli.cli.lazy import new_app
from jiuye_cli.cli.output import CsvOption, JsonOption, note
from jiuye_cli.cli.verbs import show, verb

app = new_app()


@verb(app, "batch", "集中申报")
def batch(
    policy: Annotated[str | None, typer.Argument(metavar="政策", help="不写就列出各批次")] = None,
    where: Annotated[str | None, typer.Option("--where", metavar="条件", help="只收这些人")] = None,
    name: Annotated[str, typer.Option("--name", metavar="名称", help="批次的名称")] = "",
    confirm: Annotated[bool, typer.Option("--confirm", help="待核实的也收进来")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """把能申领的人收成一批，出一张总表（印：print 花名册 1批）；交上去用 claim submit --batch。

    例：jiuye claim batch 一次性创业补贴 --where '就业状态=自主创业'
    """
    from jiuye_cli.actions.policy.claim_batch import batches, gather
    from jiuye_cli.cli.choosing import chosen_people
    from jiuye_cli.cli.policy.bench import bench
    from jiuye_cli.render.policy.claim import batch_listing
    from jiuye_cli.render.policy.claim_batches import batches_listing, nearly_lines

    if policy is None:
        with desk.reading() as conn:
            found = batches(conn)
        show(batches_listing(found), as_json=as_json, as_csv=as_csv)
        return
    people = chosen_people(None, where) if where else None
    rules = bench()
    with desk.writing(f"集中申报 {policy}") as change:
        done = gather(
            change, policy, rules, desk.today(), name=name, people=people, confirm=confirm
        )
    show(batch_listing(done.batch, done.files, desk.today()), as_json=as_json, as_csv=as_csv)
    for line in nearly_lines(done.nearly, policy):
        note(line)


@verb(app, "recheck", "复核")
def recheck(as_json: JsonOption = False, as_csv: CsvOption = False) -> None:
    """每月复核：正在领的人，条件还成立吗。

    例：jiuye claim recheck
    """
    from jiuye_cli.actions.policy.claim_result import recheck as look_again
    from jiuye_cli.cli.policy.bench import bench
    from jiuye_cli.render.policy.claim_batches import recheck_listing

    rules = bench()
    with desk.reading() as conn:
        found = look_again(conn, rules, desk.today())
    show(recheck_listing(found), as_json=as_json, as_csv=as_csv)
