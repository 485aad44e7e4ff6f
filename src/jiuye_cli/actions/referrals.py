"""Answers noted, and what follows from each: a post closed, a job begun, a question, a prompt."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from jiuye_cli.actions import placement
from jiuye_cli.actions.matching import Matching
from jiuye_cli.actions.people_change import change_file
from jiuye_cli.core.fields.value import UNKNOWN, Evidence, Grade, Value
from jiuye_cli.core.matching.better_off import REGION
from jiuye_cli.core.people.card import Card
from jiuye_cli.core.posts.post import Post
from jiuye_cli.core.referral.referral import Referral, Result, Side, check_step
from jiuye_cli.core.referral.refusal import FollowUp, Raised, Reason, follow_up, raised
from jiuye_cli.errors import RefusedError, UsageError
from jiuye_cli.store import placement as stints
from jiuye_cli.store import posts, referrals
from jiuye_cli.store.operation import Writing
from jiuye_cli.store.people import read_person
from jiuye_cli.store.roll import cards

SOURCE = "推荐单"


@dataclass(frozen=True, slots=True)
class Noted:
    """A result as it was noted, and what follows: advice, a limit to ask about, prompts for a human."""

    referral: Referral
    post: Post
    card: Card
    follow: FollowUp | None = None
    prompts: tuple[Raised, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What was told about a referral: the result, who said no and why, the start of a job."""

    result: Result
    reason: str = ""
    side: Side | None = None
    day: date | None = None
    note: str | None = None
    job: Mapping[str, Value] | None = None


def note_answer(
    change: Writing, number: int, answer: Answer, matching: Matching, today: date
) -> Noted:
    """Note what became of a referral, and do what surely follows: close the post, begin the job.

    Limits are not added here: `follow.reason.new_limit` is a question to ask first.
    """
    conn = change.conn
    one = referrals.read_referral(conn, number)
    post = posts.read_post(conn, one.post)
    check_step(one, answer.result, post.name)
    day = answer.day or today
    if day < one.offered_on:
        raise RefusedError(f"{one.offered_on} 才推荐，不会 {day} 就有结果。")
    card = cards(conn, [one.person])[one.person]
    told: dict[str, object] = {"result": answer.result, "result_on": day, "note": answer.note}
    if answer.result is Result.REFUSED:
        return _refused(change, one, post, card, answer, told, matching, day)
    referrals.note_result(conn, number, **told)
    notes = _hired(change, one, post, answer, day) if answer.result is Result.HIRED else ()
    return Noted(referrals.read_referral(conn, number), post, card, notes=notes)


def _refused(
    change: Writing,
    one: Referral,
    post: Post,
    card: Card,
    answer: Answer,
    told: Mapping[str, object],
    matching: Matching,
    day: date,
) -> Noted:
    reason = _reason(answer, matching)
    referrals.note_result(change.conn, one.id, **told, refused_by=reason.side, reason=reason.name)
    notes = []
    if reason.closes_post and post.closed_on is None:
        posts.close_post(change.conn, post.id, day, reason.name)
        notes.append(f"{post.id} 号岗位（{post.name}）已停招。")
    prompts = _prompts(change.conn, one.person, matching, day)
    known = referrals.read_referral(change.conn, one.id)
    return Noted(known, post, card, follow_up(reason, day), tuple(prompts), tuple(notes))


def _reason(answer: Answer, matching: Matching) -> Reason:
    if not answer.reason:
        words = "、".join(
            one.name for one in matching.refusals.reasons if answer.side in (None, one.side)
        )
        raise UsageError(f"没成要写原因，用 --reason。可写：{words}。")
    return matching.refusals.reason(answer.reason, answer.side)


def _prompts(conn: sqlite3.Connection, person: int, matching: Matching, day: date) -> list[Raised]:
    categories = read_person(conn, person, day).facts.value("人员类别")
    known = (
        categories if isinstance(categories, frozenset) else getattr(categories, "yes", frozenset())
    )
    own = referrals.of_person(conn, person)
    return raised(own, matching.refusals, matching.bench.place, day, frozenset(known))


def _hired(
    change: Writing, one: Referral, post: Post, answer: Answer, day: date
) -> tuple[str, ...]:
    """Begin the job in the person's file; what was still open before them lapses."""
    evidence = Evidence(Grade.TOLD, f"{SOURCE} {one.batch} 号", day)
    notes = []
    held = stints.open_stint(change.conn, one.person, day)
    if held is not None:
        placement.end(
            change, one.person, "其他", day, {}, evidence, note=f"换到{post.employer_name}"
        )
        notes.append(f"{held.employer or '原来'}的活记为 {day} 离开。")
    origin = placement.Origin(employer=post.employer, post=post.id, referral=one.id)
    job = {**_job_at(post, day), **(answer.job or {})}
    started = placement.start(change, one.person, job, evidence, origin=origin)
    referrals.note_result(change.conn, one.id, job=started.job)
    lapsed = referrals.lapse_others(change.conn, one.person, one.id, day)
    notes += [f"另外{lapsed}个推荐作罢，名额放出来了。"] if lapsed else []
    return (*notes, *started.notes)


def _job_at(post: Post, day: date) -> dict[str, Value]:
    """What a post tells of the job begun there; the wage only where it is one figure."""
    low, high = post.value("月薪低"), post.value("月薪高")
    form: Value = post.value("用工形式")
    if form is UNKNOWN and post.value("居家") is True:
        form = "居家就业"
    told: dict[str, Value] = {
        "单位": post.employer_name, "工种": post.trade, "起": day, "渠道": "村里推荐",
        "用工形式": form, "月薪": low if low == high else UNKNOWN, "地点": post.value("工作地点"),
        "区域": REGION.get(str(post.value("工作区域")), UNKNOWN), "合同": post.value("合同"),
        "合同月数": post.value("合同月数"), "社保": post.value("社保"),
    }  # fmt: skip
    return {name: value for name, value in told.items() if value is not UNKNOWN}


def add_limit(change: Writing, noted: Noted, day: date) -> list[str]:
    """Put the limit that was asked about, and confirmed, into the person's file."""
    limit = noted.follow.reason.new_limit if noted.follow else None
    if limit is None:
        return []
    facts = read_person(change.conn, noted.referral.person, day).facts
    known = facts.value(limit.field)
    before = known if isinstance(known, frozenset) else frozenset[str]()
    evidence = Evidence(
        Grade.TOLD, f"推荐没成（{noted.follow.reason.name if noted.follow else ''}）问的", day
    )
    return change_file(
        change, noted.referral.person, {limit.field: before | {limit.member}}, evidence
    )


def with_limit_asked(noted: Noted, added: Sequence[str]) -> Noted:
    """The answer with a line on the limit that was added."""
    if not added or noted.follow is None or noted.follow.reason.new_limit is None:
        return noted
    said = f"档案的“不能”里加了{noted.follow.reason.new_limit.member}。"
    return replace(noted, notes=(*noted.notes, said))
