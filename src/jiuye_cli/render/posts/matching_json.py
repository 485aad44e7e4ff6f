"""Offers, near misses and employers to ring as scripts read them: M of the contract."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jiuye_cli.core.better_off.change import BetterOff, Line
from jiuye_cli.core.matching.pair import Pair
from jiuye_cli.core.matching.questions import questions_of
from jiuye_cli.core.matching.words import Told, told
from jiuye_cli.core.opening.asks import Ask
from jiuye_cli.core.opening.match import Match, Offer, PairWhy
from jiuye_cli.core.opening.ring import Ring
from jiuye_cli.core.posts.post import RUNGS
from jiuye_cli.core.rules.span import to_fen
from jiuye_cli.render.posts.matching import View


def pair_json(
    pair: Pair, change: BetterOff | None, unlock: str | None, view: View
) -> dict[str, object]:
    """M of the contract; `job` is the post's number, as `refer` takes it."""
    net = {"low": change.low, "high": change.high} if change else {"low": None, "high": None}
    return {
        "job": pair.post.id,
        "name": pair.post.name,
        "employer": pair.post.employer_name,
        "conditions": [_condition_json(one) for one in told(pair, view.rules.sex_note)],
        "score": pair.score,
        "net_change": net,
        "unlock": unlock,
    }


def _condition_json(one: Told) -> dict[str, object]:
    return {
        "condition": one.name,
        "result": one.result.word,
        "person": one.person_side,
        "post": one.post,
    }


def offer_json(offer: Offer, view: View) -> dict[str, object]:
    """M of one post that is offered."""
    return pair_json(offer.pair, offer.change, None, view)


def match_json(match: Match, rings: Sequence[Ring], view: View) -> dict[str, object]:
    """The offers to one person as the contract names them."""
    return {
        "id": match.seeker.id,
        "suggestions": [offer_json(one, view) for one in match.offers],
        "near_misses": [pair_json(one.pair, None, one.say, view) for one in match.near],
        "shortfall": match.shortfall.missing,
        "why_short": match.shortfall.say or None,
        "ring": [ring_json(one) for one in rings] or [ask_json(one) for one in match.asks],
        "rung": match.rung.value if match.rung else None,
        "ask": [*_asked(match)],
        "tries": {rung.value: match.tries.get(rung, 0) for rung in RUNGS},
    }


HEADS = ("岗位号", "单位", "岗位", "怎样", "排序分", "每月最少多", "每月最多多", "怎么松动")


def match_rows(match: Match) -> list[tuple[object, ...]]:
    """A row a post under `HEADS`: what is offered, then what nearly fits."""
    offered = [
        (
            *_post(one.pair),
            "推荐",
            one.pair.score,
            one.change.low if one.change else None,
            one.change.high if one.change else None,
            None,
        )
        for one in match.offers
    ]
    near = [(*_post(one.pair), "差一步", one.pair.score, None, None, one.say) for one in match.near]
    return [*offered, *near]


def _post(pair: Pair) -> tuple[object, ...]:
    return (pair.post.id, pair.post.employer_name, pair.post.name)


def _asked(match: Match) -> Iterator[dict[str, object]]:
    """The questions that the offers wait for: of the person first, then of each employer."""
    asked = [(offer.post, questions_of(offer.pair)) for offer in match.offers]
    for question in dict.fromkeys(q for _, one in asked for q in one.person):
        yield {"to": "person", "job": None, "question": question}
    for post, one in asked:
        for question in one.employer:
            yield {"to": "employer", "job": post.id, "question": question}


def ask_json(ask: Ask) -> dict[str, object]:
    """One thing to ask an employer, in the shape of an employer to ring."""
    return {
        "id": ask.post.employer,
        "employer": ask.post.employer_name,
        "phone": ask.post.value("联系电话"),
        "say": [ask.say],
        "people": list(ask.people),
        "jobs": [ask.post.id],
    }


def ring_json(one: Ring) -> dict[str, object]:
    """One employer to ring."""
    return {
        "id": one.employer.id,
        "employer": one.employer.name,
        "phone": one.employer.facts.value("联系电话"),
        "say": list(one.lines),
        "people": list(one.people),
        "jobs": sorted({ask.post.id for ask in one.asks} | {post.id for post in one.stale}),
    }


def why_pair_json(why: PairWhy, view: View) -> dict[str, object]:
    """One M in full, with the points and the lines of the sum."""
    change = why.offer.change
    return {
        **pair_json(why.offer.pair, change, why.unlock or None, view),
        "id": why.offer.pair.seeker.id,
        "parts": dict(why.offer.pair.parts),
        "change": [_line_json(one) for one in change.lines] if change else [],
        "once": [_line_json(one) for one in change.once] if change else [],
    }


def _line_json(one: Line) -> dict[str, object]:
    low, high = to_fen(one.amount.low), to_fen(one.amount.high)
    return {"name": one.name, "low": low, "high": high, "note": one.note}


def everyone_json(
    matches: Sequence[Match], promised: Mapping[int, int], view: View
) -> dict[str, object]:
    """Everyone's offers, and how many people each post was named to."""
    return {
        "people": [match_json(one, (), view) for one in matches],
        "promised": [{"job": job, "people": count} for job, count in sorted(promised.items())],
    }
