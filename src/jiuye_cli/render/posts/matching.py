"""Offers on the screen: three posts, why, what they change, what nearly fits, whom to ring."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from jiuye_cli.core.better_off.change import BetterOff, Line
from jiuye_cli.core.matching.near import NearMiss
from jiuye_cli.core.matching.pair import Pair
from jiuye_cli.core.matching.questions import questions_of
from jiuye_cli.core.matching.rules import MatchRules
from jiuye_cli.core.matching.words import Told, checked_words, told, wage_words
from jiuye_cli.core.opening.match import Match, Offer, PairWhy
from jiuye_cli.core.opening.ring import Ring
from jiuye_cli.core.posts.post import RUNGS, Post, Rung
from jiuye_cli.core.referral.meter import Meter
from jiuye_cli.core.rules.span import Span, to_fen
from jiuye_cli.core.rules.truth import NO, UNKNOWN, YES
from jiuye_cli.render.screen.text import cut, pad, printable, width
from jiuye_cli.render.words import grouped

COLUMNS = 80
RED, PLAIN = "\x1b[31m", "\x1b[0m"


@dataclass(frozen=True, slots=True)
class View:
    """What the offers are shown with: the rules, the day, and whether the screen takes colour."""

    rules: MatchRules
    today: date
    colour: bool = False


def match_screen(
    match: Match,
    rings: Sequence[Ring],
    view: View,
    meter: Meter | None = None,
    notes: Sequence[str] = (),
) -> str:
    """The offers to one person as she reads them out."""
    lines = [f"{match.seeker.name}  {match.seeker.id} 号    {view.today} 推荐"]
    lines.append("台阶  " + "  ".join(_rung(match, rung) for rung in RUNGS))
    lines += [f"服务  {meter}"] if meter else []
    lines += [f"注意  {one}" for one in notes]
    if match.seeker.is_paused(view.today):
        lines.append(f"先不推荐：{match.seeker.pause_why}，到 {match.seeker.paused_until}")
    for number, offer in enumerate(match.offers, 1):
        lines += ["", *_offer(number, offer, view)]
    lines += _questions(match)
    lines += _short(match)
    lines += _near(match.near)
    lines += _ring(match, rings)
    lines += _next_step(match)
    return "\n".join(_shown(line) for line in lines)


def _next_step(match: Match) -> list[str]:
    if not match.offers:
        return []
    who, first = match.seeker.id, match.offers[0].post.id
    numbers = " ".join(str(one.post.id) for one in match.offers)
    return [
        "",
        f"开推荐单：jiuye refer {who} {numbers}",
        f"一条一条看为什么：jiuye why {who} 岗{first}",
    ]


def _shown(line: str) -> str:
    """Printable, but for our own red."""
    if not line.startswith(RED):
        return printable(line)
    return RED + printable(line.removeprefix(RED).removesuffix(PLAIN)) + PLAIN


def _rung(match: Match, rung: Rung) -> str:
    count = match.tries.get(rung, 0)
    here = "→" if match.rung is rung else ""
    return f"{here}{rung.value}{f' 推荐过{count}次' if count else ''}"


def _offer(number: int, offer: Offer, view: View) -> Iterator[str]:
    post = offer.post
    yield head(post, view, number)
    yield from conditions(offer.pair, view)
    if offer.change is not None:
        yield from change_lines(offer.change, view)


def head(post: Post, view: View, number: int | None = None) -> str:
    """One line on a post: number, employer, trade, where, wage, when it was confirmed."""
    lead = f"{number}  " if number is not None else ""
    where = post.value("工作区域")
    parts = [
        f"{lead}{post.id} 号岗", post.employer_name, post.name, where if isinstance(where, str) else "地方没问",
        wage_words(post), checked_words(post, view.today, view.rules.fresh_days),
    ]  # fmt: skip
    return cut("  ".join(parts), COLUMNS)


def conditions(pair: Pair, view: View, *, everything: bool = False) -> Iterator[str]:
    """The conditions: those that stand against it each on a line, the rest in one line a kind."""
    found = told(pair, view.rules.sex_note)
    for one in found:
        if one.result is NO or one.name == "性别" or everything:
            yield cut(f"   {one.result.mark} {_sides(one, sources=everything)}", COLUMNS)
    if everything:
        return
    met = "  ".join(one.person for one in found if one.result is YES and one.name in SHORT)
    if met:
        yield cut(f"   ✓ {met}", COLUMNS)
    asked = "、".join(one.name for one in found if one.result is UNKNOWN)
    if asked:
        yield cut(f"   ? {asked}", COLUMNS)


SHORT = ("年龄", "学历", "证书")
"""The conditions told in the short line: none of them speaks of health."""


def _sides(one: Told, *, sources: bool) -> str:
    person = one.person_side if sources else one.person
    return f"{pad(one.name, 10)} {person or '—'} ／ {one.post or '—'}"


def change_lines(change: BetterOff, view: View) -> Iterator[str]:
    """The monthly change, red where it can cost money, and the lines it is made of."""
    open_ones = f"（{'、'.join(change.not_known)}没问清）" if change.not_known else ""
    warning = "，会少钱" if change.costs_money else ""
    text = cut(f"   每月 {span_words(change.total)}{warning}{open_ones}", COLUMNS)
    yield f"{RED}{text}{PLAIN}" if change.costs_money and view.colour else text
    known = [one for one in change.lines if one.name not in change.not_known]
    parts = "  ".join(f"{one.name}{span_words(one.amount)}{_aside(one)}" for one in known)
    if len(change.lines) > 1 and parts:
        yield from _folded(f"      {parts}")
    for one in change.once:
        yield from _folded(f"      另有一笔  {one.name}{span_words(one.amount)}{_aside(one)}")
    if change.uncounted:
        yield from _folded(f"      还可能有  {'  '.join(change.uncounted)}  多少没查到")


def _aside(line: Line) -> str:
    return f"（{line.note}）" if line.note else ""


def span_words(span: Span) -> str:
    """An amount with its sign, or from the least to the most; an open end said as such.

    >>> from fractions import Fraction
    >>> span_words(Span(Fraction(1900), Fraction(2600))), span_words(Span(None, Fraction(500)))
    ('+1,900~+2,600元', '最多+500元')
    >>> span_words(Span(Fraction(-300), None)), span_words(Span(None, None))
    ('至少-300元', '说不准')
    """
    low, high = to_fen(span.low), to_fen(span.high)
    if low is not None and low == high:
        return f"{_signed(low)}元"
    if low is not None and high is not None:
        return f"{_signed(low)}~{_signed(high)}元"
    if high is not None:
        return f"最多{_signed(high)}元"
    return f"至少{_signed(low)}元" if low is not None else "说不准"


def _signed(amount: Decimal) -> str:
    return f"+{grouped(amount)}" if amount > 0 else grouped(amount)


def _questions(match: Match) -> list[str]:
    """What to ask the person, and each employer, for the offers to be sure."""
    asked = [(offer.post, questions_of(offer.pair)) for offer in match.offers]
    own = dict.fromkeys(question for _, one in asked for question in one.person)
    lines = _folded(f"问本人  {'  '.join(own)}") if own else []
    for post, one in asked:
        if one.employer:
            lines += _folded(f"问单位  {post.employer_name} {post.name}：{'  '.join(one.employer)}")
    return ["", *lines] if lines else []


def _short(match: Match) -> list[str]:
    if not match.shortfall.missing:
        return []
    return ["", f"还差 {match.shortfall.missing} 个。{match.shortfall.say}"]


def _near(near: Sequence[NearMiss]) -> list[str]:
    if not near:
        return []
    lines = ["", "差一点的"]
    for one in near:
        post = one.pair.post
        said = "；  ".join(unlock.say for unlock in one.unlocks)
        lines += _folded(f"   {post.id} 号岗 {post.employer_name} {post.name}：{said}")
    return lines


def _ring(match: Match, rings: Sequence[Ring]) -> list[str]:
    said = [f"   {one.employer.name}：{line}" for one in rings for line in one.lines[:2]]
    said = said or [f"   {ask.post.employer_name}：{ask.say}" for ask in match.asks[:3]]
    return ["", "该打的单位", *(cut(one, COLUMNS) for one in said[:6])] if said else []


def why_pair_screen(why: PairWhy, view: View) -> str:
    """One person and one post: every condition, the points, the sum, what would open it."""
    pair = why.offer.pair
    verdict = "可以推荐" if pair.is_possible else "不能推荐"
    lines = [f"{pair.seeker.name}  {pair.seeker.id} 号    {verdict}", head(pair.post, view), ""]
    lines += conditions(pair, view, everything=True)
    points = "  ".join(f"{name}{number:+d}" for name, number in pair.parts if number)
    lines += ["", *_folded(f"排序 {pair.score} 分：{points}")]
    if why.offer.change is not None:
        lines += change_lines(why.offer.change, view)
    if why.unlock:
        lines += ["", *_folded(f"要能成：{why.unlock}")]
    return "\n".join(_shown(line) for line in lines)


def _folded(text: str) -> list[str]:
    """A long text on lines of the screen's width, broken between its parts."""
    body = text.strip()
    margin = " " * (len(text) - len(text.lstrip()))
    lines = [margin]
    for part in body.split("  "):
        gap = "  " if lines[-1].strip() else ""
        if gap and width(f"{lines[-1]}{gap}{part}") > COLUMNS:
            lines.append(f"{margin}   {part}")
        else:
            lines[-1] += gap + part
    return lines
