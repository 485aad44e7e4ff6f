"""The green channel on the screen: who is at the window, who is left, who lacks what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time

from jiuye_cli.core.course.green import Arrival, Counter, GreenCard, Pass, choices
from jiuye_cli.core.fields.field import Field
from jiuye_cli.core.people.card import Card
from jiuye_cli.render.people.listing import Heads, Listing, figure, name


def card_screen(card: GreenCard) -> str:
    """What lies on the table for one person."""
    lines = [f"名单第 {card.line.place} 位　{card.card}　后面还有 {max(0, card.left - 1)} 人"]
    if card.line.done_at:
        lines.append(f"{card.line.done_at[:16].replace('T', ' ')} 办过了" + _lacks(card.line))
    lines.append("要带：" + "　".join(f"{at} {one}" for at, one in enumerate(card.papers, 1)))
    lines += [f"要问：{question_line(field)}" for field in card.questions]
    return "\n".join(lines)


def question_line(field: Field) -> str:
    """A question with the keys that answer it.

    >>> from jiuye_cli.core.fields.catalogue import fact
    >>> question_line(fact("就业意愿"))
    '想不想找活干？1有 2无 3不明'
    """
    keys = " ".join(f"{at}{word}" for at, word in enumerate(choices(field), 1))
    return f"{field.question}{keys}"


def _lacks(line: Pass) -> str:
    return f"，还缺{'、'.join(line.lacking)}" if line.lacking else ""


def card_json(card: GreenCard) -> dict[str, object]:
    """The same for scripts."""
    return {
        "id": card.card.id, "name": card.card.name, "place": card.line.place, "papers": card.papers,
        "ask": [{"fact": field.name, "question": field.question} for field in card.questions],
        "done_at": card.line.done_at, "lacking": card.line.lacking, "left": card.left,
    }  # fmt: skip


def counter_screen(arrival: Arrival, count: Counter, now: datetime, closing: time | None) -> str:
    """Who is left before closing, and whether the pace will do."""
    lines = [
        f"{arrival.name}：共 {count.total} 人，办完 {count.done} 人（今天 {count.done_today} 人），"
        f"还有 {len(count.waiting)} 人没办",
    ]
    if count.lacking:
        lines.append(f"办了还缺材料的 {len(count.lacking)} 人：jiuye green list --lacking")
    if count.skipped:
        lines.append(f"不用办的 {count.skipped} 人")
    needed = count.minutes_needed()
    until = minutes_until(now, closing)
    if count.waiting and needed is not None:
        lines.append(f"照这一小时的快慢，还要 {_span(needed)}")
    if until is not None and count.waiting:
        late = needed is not None and needed > until
        lines.append(
            f"离关门 {_span(until)}" + ("，办不完，要加窗口" if late else "")
            if until
            else "已经过了关门的时候"
        )
    return "\n".join(lines)


def minutes_until(now: datetime, closing: time | None) -> int | None:
    """Whole minutes until closing time, 0 after it; None where none is set."""
    if closing is None:
        return None
    return max(0, int((datetime.combine(now.date(), closing) - now).total_seconds() // 60))


def _span(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} 小时"] * bool(hours) + [f"{rest} 分钟"] * bool(rest or not hours)
    return "".join(parts)


def counter_json(
    arrival: Arrival, count: Counter, now: datetime, closing: time | None
) -> dict[str, object]:
    """The counter for scripts."""
    return {
        "name": arrival.name, "total": count.total, "done": count.done, "done_today": count.done_today,
        "lacking": count.lacking, "skipped": count.skipped, "waiting": count.waiting,
        "minutes_needed": count.minutes_needed(), "minutes_left": minutes_until(now, closing),
    }  # fmt: skip


def passes_listing(passes: Sequence[Pass], cards: Mapping[int, Card], title: str) -> Listing:
    """The roster's people, one a line."""
    heads: Heads = (
        figure("位次"),
        figure("档案号"),
        name("姓名"),
        name("尾号"),
        name("办完"),
        "还缺",
        "说明",
    )
    rows = [
        (
            one.place, one.person, cards[one.person].name, cards[one.person].tail,
            one.done_at[:16].replace("T", " ") if one.done_at else "", "、".join(one.lacking), one.skipped_why,
        )
        for one in passes
    ]  # fmt: skip
    items = [
        {
            "place": one.place, "id": one.person, "name": cards[one.person].name, "done_at": one.done_at,
            "lacking": one.lacking, "claim": one.claim, "skipped_why": one.skipped_why,
        }
        for one in passes
    ]  # fmt: skip
    return Listing("people", heads, rows, items, "没有。", title)
