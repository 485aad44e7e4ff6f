"""Slips and answers on the screen, as JSON and CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from jiuye_cli.core.matching.words import wage_words
from jiuye_cli.core.referral.referral import Referral
from jiuye_cli.core.referral.slip import Line, Noted, Slip
from jiuye_cli.render.people.listing import Heads, Listing, figure, name
from jiuye_cli.render.screen.folding import hanging
from jiuye_cli.render.screen.text import printable


def referral_json(line: Line, today: date) -> dict[str, object]:
    """One referral as scripts read it."""
    one = line.referral
    return {
        "id": one.id,
        "slip": one.batch,
        "person": one.person,
        "name": line.card.name,
        "job": one.post,
        "job_name": line.post.name,
        "employer": line.post.employer_name,
        "rung": one.rung.value,
        "offered_on": one.offered_on,
        "reply_due": one.reply_due,
        "overdue": one.is_overdue(today),
        "result": one.result.value,
        "result_on": one.result_on,
        "refused_by": one.refused_by.value if one.refused_by else None,
        "reason": one.reason,
        "note": one.note,
    }


def referrals_listing(lines: Sequence[Line], today: date) -> Listing:
    """Referrals, a line each."""
    heads: Heads = (
        figure("号"),
        figure("单号"),
        name("姓名"),
        "单位",
        "岗位",
        "推荐",
        "回话到",
        "情况",
    )
    rows = [
        (
            one.referral.id, one.referral.batch, one.card.name, one.post.employer_name, one.post.name,
            f"{one.referral.offered_on:%m-%d}", f"{one.referral.reply_due:%m-%d}", state(one.referral, today),
        )
        for one in lines
    ]  # fmt: skip
    items = [referral_json(one, today) for one in lines]
    return Listing("referrals", heads, rows, items, "没有等回话的推荐。")


def state(one: Referral, today: date) -> str:
    """How a referral stands, in a few words.

    >>> from jiuye_cli.core.posts.post import Rung
    >>> one = Referral(1, 1, 7, Rung.LOCAL, date(2026, 11, 2), date(2026, 11, 9))
    >>> state(one, date(2026, 11, 21))
    '过了回话的日子'
    """
    if one.is_overdue(today):
        return "过了回话的日子"
    if one.reason:
        who = one.refused_by.label if one.refused_by else ""
        return f"{who}{one.result.label}：{one.reason}"
    return one.result.label


def slip_json(slip: Slip, today: date) -> dict[str, object]:
    """A fresh slip, with the tries before a 公益岗."""
    return {
        "slip": slip.number,
        "id": slip.card.id,
        "reply_due": slip.reply_due,
        "referrals": [referral_json(one, today) for one in slip.lines],
        "tries": [referral_json(one, today) for one in slip.tries],
        "notes": list(slip.notes),
    }


def slip_screen(slip: Slip, today: date) -> str:
    """What was referred, until when the answer is due, what was tried before."""
    lines = [f"{slip.number} 号推荐单  {slip.card}  {slip.reply_due:%m-%d} 前回话"]
    lines += [line for one in slip.lines for line in _lines(one)]
    if slip.tries:
        lines += ["前面试过的", *(_tried(one, today) for one in slip.tries)]
    lines += [f"注意  {note}" for note in slip.notes]
    lines.append(
        f"打印：jiuye print referral {slip.card.id}    回话：jiuye referral result 号 结果"
    )
    return "\n".join(printable(line) for line in lines)


def _lines(one: Line) -> list[str]:
    asked = "、".join(limit.name for limit in one.pair.open_questions) if one.pair else ""
    head = (
        f"  {one.referral.id} 号  {one.post.employer_name} {one.post.name}  {wage_words(one.post)}"
    )
    return [head, *(hanging("        还要问清：", asked) if asked else [])]


def _tried(one: Line, today: date) -> str:
    referral = one.referral
    return (
        f"  {referral.offered_on}  {referral.rung.value}  {one.post.employer_name} {one.post.name}  "
        f"{state(referral, today)}"
    )


def noted_json(noted: Noted, today: date) -> dict[str, object]:
    """What an answer led to."""
    follow = noted.follow
    return {
        "referrals": [referral_json(noted.line, today)],
        "paused_until": follow.paused_until if follow else None,
        "next": follow.ask_again_on if follow else None,
        "follow": list(follow.lines) if follow else [],
        "ask": _ask(noted),
        "prompts": [one.say for one in noted.prompts],
        "notes": list(noted.notes),
    }


def _ask(noted: Noted) -> Mapping[str, str] | None:
    limit = noted.follow.reason.new_limit if noted.follow else None
    if limit is None:
        return None
    return {"question": limit.question, "fact": limit.field, "value": limit.member}


def noted_screen(noted: Noted, today: date) -> str:
    """The answer, what follows, what to ask, what a human has to look at."""
    line = noted.line
    lines = [
        f"{line.card.name}  {line.post.employer_name} {line.post.name}：{state(line.referral, today)}"
    ]
    if noted.follow:
        lines += [f"  {one}" for one in noted.follow.lines]
    lines += [f"  {one}" for one in noted.notes]
    lines += [f"请人看  {one.say}" for one in noted.prompts]
    return "\n".join(printable(one) for one in lines)
