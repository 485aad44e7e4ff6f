"""Lists of who is offered what, of employers to ring, of what would open more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from jiuye_cli.core.matching.limit import Opener
from jiuye_cli.core.opening.match import Match
from jiuye_cli.core.opening.report import UnlockRow
from jiuye_cli.core.opening.ring import Ring, RingPage
from jiuye_cli.render.people.listing import Heads, Listing, figure, name
from jiuye_cli.render.posts.matching_json import ring_json
from jiuye_cli.render.screen.folding import hanging
from jiuye_cli.render.screen.text import printable
from jiuye_cli.render.words import grouped, shown

MOST_LINES = 5
"""So many sentences an employer; the rest is in the JSON."""

OPENERS = {
    Opener.EMPLOYER: "跟单位商量",
    Opener.TRAINING: "办培训班",
    Opener.CARE: "有人照看",
    Opener.BUS: "开车接送",
}


def everyone_listing(matches: Sequence[Match], promised: Mapping[int, int]) -> Listing:
    """Everyone's offers, a line a person."""
    heads: Heads = (figure("档案号"), name("姓名"), "推荐的岗位", figure("还差"), "差在哪里")
    rows = [
        (
            one.seeker.id,
            one.seeker.name,
            "；".join(f"{o.post.id}号{o.post.employer_name}{o.post.name}" for o in one.offers),
            one.shortfall.missing or "",
            one.near[0].say if one.near else one.shortfall.say,
        )
        for one in matches
    ]
    counts = Counter(len(one.offers) for one in matches)
    told = "，".join(f"{counts[number]}人有{number}个" for number in sorted(counts, reverse=True))
    foot = (
        f"{len(matches)}人：{told}；{len(promised)}个岗位说给{sum(promised.values())}人次。"
        if matches
        else ""
    )
    return Listing("people", heads, rows, [], "眼下没有要找活的人。", foot=foot)


def ring_listing(page: RingPage) -> Listing:
    """Employers to ring, with the sentences to say."""
    heads: Heads = (figure("次"), name("单位"), "电话", figure("帮到"), "说什么")
    rows: list[tuple[object, ...]] = []
    for turn, one in enumerate(page.rings, 1):
        phone = one.employer.facts.value("联系电话")
        said = one.lines[:MOST_LINES]
        left = len(one.lines) - len(said)
        for place, line in enumerate((*said, f"……还有{left}句") if left else said):
            first = (
                (turn, one.employer.name, phone, len(one.people) or "") if not place else ("",) * 4
            )
            rows.append((*first, line))
    items = [ring_json(one) for one in page.rings]
    more: dict[str, object] = {"short": list(page.short)}
    if page.plan is not None:
        more |= {
            "calls": len(page.plan.employers),
            "at_least": page.plan.at_least,
            "helpless": list(page.plan.helpless),
        }
    return Listing(
        "employers", heads, rows, items, "眼下没有要打的单位。", foot=_plan_foot(page), more=more
    )


def ring_screen(page: RingPage) -> str:
    """Employers to ring as she reads them out: one head line each, the sentences below it."""
    if not page.rings:
        return "眼下没有要打的单位。"
    lines: list[str] = []
    for turn, one in enumerate(page.rings, 1):
        lines += _ring_lines(turn, one)
    foot = _plan_foot(page)
    lines += ["", *([foot] if foot else []), "打过记一下：jiuye employer rang 单位"]
    return "\n".join(printable(line) for line in lines)


def _ring_lines(turn: int, one: Ring) -> Iterator[str]:
    phone = one.employer.facts.value("联系电话")
    helped = f"能帮到 {len(one.people)} 人" if one.people else ""
    yield "  ".join(
        part for part in (f"{turn:>2}", one.employer.name, shown(phone), helped) if part
    )
    for line in one.lines[:MOST_LINES]:
        yield from hanging("    · ", line)
    left = len(one.lines) - MOST_LINES
    if left > 0:
        yield f"    ……还有{left}句"


def _plan_foot(page: RingPage) -> str:
    plan = page.plan
    if plan is None or not plan.employers:
        return f"还有{len(page.short)}个人不到三个岗位。" if page.short else ""
    least = "，这是最少的" if plan.is_shortest else f"，最少也要{plan.at_least}个"
    helpless = f"；{len(plan.helpless)}人打完还不够，要想别的办法" if plan.helpless else ""
    return f"打{len(plan.employers)}个电话，{len(plan.served)}个人能多出岗位{least}{helpless}。"


def unlock_listing(rows: Sequence[UnlockRow]) -> Listing:
    """What would open most posts, for the village."""
    heads: Heads = (
        "做什么", "具体", *map(figure, ("帮到", "其中不到三个的", "多出岗位", "每月多挣")),
    )  # fmt: skip
    cells = [
        (
            OPENERS[one.opener],
            one.what,
            len(one.people),
            len(one.short),
            one.pairs,
            grouped(one.money),
        )
        for one in rows
    ]
    items = [
        {
            "opener": one.opener.name.lower(), "what": one.what, "people": list(one.people),
            "short": list(one.short), "pairs": one.pairs, "money": one.money, "say": one.say,
        }
        for one in rows
    ]  # fmt: skip
    foot = "每月多挣：帮到的人各按多出来的岗位里最低工资最高的那个算，加起来；工资没问清的不算。"
    return Listing("unlocks", heads, cells, items, "没有差一步的岗位。", foot=foot if rows else "")
