"""The people a change of rules touches, as a call list."""

from __future__ import annotations

from collections.abc import Sequence

from jiuye_cli.core.people.person import Person
from jiuye_cli.core.policy.impact import Change
from jiuye_cli.core.policy.weigh import Verdict
from jiuye_cli.render.listing import Listing, figure, name
from jiuye_cli.render.words import shown


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
        foot=f"{len({p.id for p, _ in changes})} 人受影响",
    )


def _moved(change: Change) -> str:
    return f"{_word(change.before)}→{_word(change.after)}"


def _word(verdict: Verdict | None) -> str:
    return verdict.word if verdict else "没有"
