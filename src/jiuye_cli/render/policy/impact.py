"""The people a change of rules touches, as a call list."""

from __future__ import annotations

from collections.abc import Sequence

from jiuye_cli.core.people.person import Person
from jiuye_cli.core.policy.impact import Change
from jiuye_cli.core.policy.weigh import GRANTING, Verdict
from jiuye_cli.render.people.listing import Listing, figure, name
from jiuye_cli.render.screen.folding import hanging
from jiuye_cli.render.screen.text import printable
from jiuye_cli.render.words import grouped, shown


def impact_listing(changes: Sequence[tuple[Person, Change]]) -> Listing:
    """Each person and policy whose verdict or amount changes, and the sentence to say."""
    items = [
        {
            "id": person.id,
            "policy": change.policy.id,
            "item": change.item or None,
            "from": change.before.value if change.before else None,
            "to": change.after.value if change.after else None,
            "amount_from": change.amount_from,
            "amount_to": change.amount_to,
            "say": change.say,
        }
        for person, change in changes
    ]
    rows = [
        (
            person.id,
            person.name,
            change.policy.id,
            _moved(change),
            shown(change.amount_from),
            shown(change.amount_to),
            change.say,
        )
        for person, change in changes
    ]
    heads = (figure("档案"), name("姓名"), "政策", "结论", figure("原来"), figure("现在"), "跟他说")
    return Listing(
        "people",
        heads,
        rows,
        items,
        empty="没有人受影响。",
        foot=f"{len({p.id for p, _ in changes})} 人受影响" if changes else "",
    )


def impact_screen(changes: Sequence[tuple[Person, Change]]) -> str:
    """Each person on a line, with the policy, the verdict and the money before and after; below it what to say."""
    listing = impact_listing(changes)
    if not changes:
        return listing.empty
    lines = []
    for person, change in changes:
        item = f"（{change.item}）" if change.item else ""
        told = f"{change.policy.name}{item}  {_moved(change)}{_money(change)}"
        lines += hanging(f"{person.id} 号 {person.name}  ", told)
        lines += hanging("    ", change.say)
    return "\n".join(printable(line) for line in [*lines, listing.foot])


def _money(change: Change) -> str:
    """The amount before and after, where either is known; only before, where nothing comes any more."""
    if change.amount_from is None and change.amount_to is None:
        return ""
    if change.after not in (*GRANTING, Verdict.UNKNOWN):
        return "" if change.amount_from is None else f"  原来 {grouped(change.amount_from)}元"
    was, now = (
        "未知" if amount is None else f"{grouped(amount)}元"
        for amount in (change.amount_from, change.amount_to)
    )
    return f"  {was}→{now}" if was != now else f"  {now}"


def _moved(change: Change) -> str:
    return f"{_word(change.before)}→{_word(change.after)}"


def _word(verdict: Verdict | None) -> str:
    return verdict.word if verdict else "没有"
