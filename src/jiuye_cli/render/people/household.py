"""Households on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jiuye_cli.core.course.household import HouseholdPage
from jiuye_cli.render.people.listing import Heads, Listing, figure, name


def households_listing(pages: Sequence[HouseholdPage], today: date) -> Listing:
    """Households, one a line: who works, who has none, what is to ask."""
    heads: Heads = (
        name("户"),
        "家里人",
        figure("在干"),
        figure("没活"),
        figure("种地"),
        figure("要问"),
        name("情况"),
        name("要在"),
    )
    rows = [
        (
            page.code or page.id, "、".join(card.name for card in page.members), len(page.zero.workers),
            len(page.zero.jobless), len(page.zero.farmers), len(page.zero.ask), state_of(page), _due(page, today),
        )
        for page in pages
    ]  # fmt: skip
    items = [_item(page) for page in pages]
    return Listing("households", heads, rows, items, "没有这样的户。")


def _item(page: HouseholdPage) -> dict[str, object]:
    return {
        "household": page.id, "code": page.code, "ids": [card.id for card in page.members],
        "workers": page.zero.workers, "jobless": page.zero.jobless, "farmers": page.zero.farmers,
        "ask": page.zero.ask, "zero": page.zero.holds, "word": page.zero.word if page.zero.holds else None,
        "since": page.watch.since if page.watch else None,
        "confirmed_on": page.watch.confirmed_on if page.watch else None, "due": page.due,
        "contradicts": page.contradicts,
    }  # fmt: skip


def state_of(page: HouseholdPage) -> str:
    """What is found of a household, and whether a human confirmed it."""
    if page.contradicts:
        return f"档案里写就业{page.told}人，对不上"
    if page.zero.holds is None:
        return "还要问"
    if not page.zero.holds:
        return "有人干活" if page.zero.workers else "没有劳动力"
    confirmed = page.watch and page.watch.confirmed_on
    return page.zero.word + ("（已认定）" if confirmed else "（待认定）")


def _due(page: HouseholdPage, today: date) -> str:
    if page.due is None:
        return ""
    left = (page.due - today).days
    return f"{page.due:%m-%d} 前，" + (f"过了{-left}天" if left < 0 else f"剩{left}天")
