"""The days ahead on which something flips, on a screen and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from jiuye_cli.core.people.person import Person
from jiuye_cli.core.policy.radar import Flip
from jiuye_cli.render.screen.text import cut
from jiuye_cli.render.words import grouped

COLUMNS = 80
MOST_NAMED = 4


def radar_json(flips: Sequence[tuple[Person, Flip]]) -> dict[str, object]:
    """The contract's shape of `radar`."""
    return {
        "events": [
            {
                "date": flip.on,
                "id": person.id,
                "policy": flip.policy.id,
                "item": flip.item or None,
                "from": flip.before.value,
                "to": flip.after.value,
                "amount": flip.amount,
            }
            for person, flip in flips
        ]
    }


HEADS = ("日期", "档案号", "姓名", "政策", "哪一件", "原来", "变成", "金额")


def radar_rows(flips: Sequence[tuple[Person, Flip]]) -> list[list[object]]:
    """A row a change, under `HEADS`."""
    return [
        [flip.on, person.id, person.name, flip.policy.name, flip.item, flip.before.word, flip.after.word, flip.amount]
        for person, flip in flips
    ]  # fmt: skip


def radar_screen(flips: Sequence[tuple[Person, Flip]], today: date) -> str:
    """Months as heads, a line a change, soonest first; the same change of many people on one line."""
    if not flips:
        return "往后没有会变的。"
    lines = []
    for month, members in groupby(flips, key=lambda pair: f"{pair[1].on:%Y年%m月}"):
        lines.append(month)
        together: dict[tuple[object, ...], list[tuple[Person, Flip]]] = {}
        for person, flip in members:
            key = (flip.on, flip.policy.id, flip.before, flip.after, flip.amount)
            together.setdefault(key, []).append((person, flip))
        for pairs in together.values():
            lines += _lines(pairs, today)
    return "\n".join(lines)


def _lines(pairs: Sequence[tuple[Person, Flip]], today: date) -> list[str]:
    flip = pairs[0][1]
    change = (
        f"{flip.before.word} → {flip.after.word}" if flip.before != flip.after else "金额或期限有变"
    )
    money = f"  {grouped(flip.amount)}元" if flip.amount is not None else ""
    head = f"  {flip.on:%m-%d}（{(flip.on - today).days}天后）"
    names = "、".join(
        dict.fromkeys(f"{person.name}{person.id}号" for person, _ in pairs[:MOST_NAMED])
    )
    more = f" 等 {len(pairs)} 人" if len(pairs) > MOST_NAMED else ""
    return [
        cut(f"{head}{change}{money}  {flip.policy.name}", COLUMNS),
        cut(f"      {names}{more}", COLUMNS),
    ]
