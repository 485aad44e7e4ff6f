"""Answers noted, and what follows from each: a post closed, a job begun, a question, a prompt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from jiuye_cli.actions.course import placement
from jiuye_cli.actions.people.change import change_file
from jiuye_cli.actions.posts.matching import prompts_for
from jiuye_cli.actions.posts.seekers import Matching
from jiuye_cli.actions.posts.slips import lines_of
from jiuye_cli.core.better_off.change import REGION
from jiuye_cli.core.fields.value import UNKNOWN, Evidence, Grade, Value
from jiuye_cli.core.posts.post import Post
from jiuye_cli.core.referral.referral import Referral, Result, Side, check_step
from jiuye_cli.core.referral.refusal import Reason, RefusalRules, follow_up
from jiuye_cli.core.referral.slip import Line, Noted
from jiuye_cli.errors import RefusedError, UsageError
from jiuye_cli.store.course import placement as stints
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people.people import read_person
from jiuye_cli.store.posts import posts, referrals

BY_PIECE = "计件"
MOVED = "其他"
"""The reason noted for a job left for another one through us."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was told about a referral: the result, who said no and why, columns of the job begun."""

    result: Result
    reason: str = ""
    side: Side | None = None
    day: date | None = None
    note: str | None = None
    job: Mapping[str, Value] = field(default_factory=dict)


def note_answer(
    change: Writing, number: int, answer: Answer, matching: Matching, today: date
) -> Noted:
    """Note what became of a referral, and do what surely follows: close the post, begin the job.

    Limits are not added here: `follow.reason.new_limit` is a question to ask first.
    `UsageError` for a refusal without a reason of the file, `RefusedError` for a
    result that cannot follow, or on a day before the offer.
    """
    one = referrals.read_referral(change.conn, number)
    post = posts.read_post(change.conn, one.post)
    day = answer.day or today
    check_step(one, answer.result, post.name)
    if day < one.offered_on:
        raise RefusedError(f"{one.offered_on} 才推荐，不会 {day} 就有结果。")
    if answer.result is Result.REFUSED:
        return _refused(change, one, post, answer, matching, day)
    _note(change, one, answer, day)
    notes = _hired(change, one, post, answer, day) if answer.result is Result.HIRED else ()
    return Noted(_line(change, number), notes=notes)


def _note(change: Writing, one: Referral, answer: Answer, day: date, **more: object) -> None:
    referrals.note_result(
        change.conn, one.id, result=answer.result, result_on=day, note=answer.note, **more
    )


def _line(change: Writing, number: int) -> Line:
    return lines_of(change.conn, [referrals.read_referral(change.conn, number)])[0]


def _refused(
    change: Writing, one: Referral, post: Post, answer: Answer, matching: Matching, day: date
) -> Noted:
    reason = _reason(answer, matching.refusals)
    _note(change, one, answer, day, refused_by=reason.side, reason=reason.name)
    notes = []
    if reason.closes_post and post.closed_on is None:
        posts.close_post(change.conn, post.id, day, reason.name)
        notes.append(f"{post.id} 号岗位（{post.name}）已停招。")
    prompts = prompts_for(change.conn, one.person, matching, day)
    return Noted(_line(change, one.id), follow_up(reason, day), tuple(prompts), tuple(notes))


def _reason(answer: Answer, rules: RefusalRules) -> Reason:
    if not answer.reason:
        words = "、".join(one.name for one in rules.reasons if answer.side in (None, one.side))
        raise UsageError(f"没成要写原因，用 --reason。可写：{words}。")
    return rules.reason(answer.reason, answer.side)


def _hired(
    change: Writing, one: Referral, post: Post, answer: Answer, day: date
) -> tuple[str, ...]:
    """Begin the job in the person's file; what was still open before them lapses."""
    evidence = Evidence(Grade.TOLD, f"推荐单 {one.batch} 号", day)
    notes = []
    held = stints.open_stint(change.conn, one.person, day)
    if held is not None:
        moved = f"换到{post.employer_name}"
        placement.end(change, one.person, MOVED, day, {}, evidence, note=moved)
        notes.append(f"{held.employer or '原来'}的活记为 {day} 离开。")
    origin = placement.Origin(employer=post.employer, post=post.id, referral=one.id)
    job = {**_job_at(post, day), **answer.job}
    started = placement.start(change, one.person, job, evidence, origin=origin)
    referrals.note_result(change.conn, one.id, job=started.job)
    if lapsed := referrals.lapse_others(change.conn, one.person, one.id, day):
        notes.append(f"另外{lapsed}个推荐作罢，名额放出来了。")
    return (*notes, *started.notes)


def _job_at(post: Post, day: date) -> dict[str, Value]:
    """What a post tells of the job begun there; the wage only where it is one figure, and no guess."""
    low, high = post.value("月薪低"), post.value("月薪高")
    wage = low if low == high and post.value("计薪方式") != BY_PIECE else UNKNOWN
    form: Value = post.value("用工形式")
    if form is UNKNOWN and post.value("居家") is True:
        form = "居家就业"
    told: dict[str, Value] = {
        "单位": post.employer_name, "工种": post.trade, "起": day, "渠道": "村里推荐",
        "用工形式": form, "月薪": wage, "地点": post.value("工作地点"),
        "区域": REGION.get(str(post.value("工作区域")), UNKNOWN), "合同": post.value("合同"),
        "合同月数": post.value("合同月数"), "社保": post.value("社保"),
    }  # fmt: skip
    return {name: value for name, value in told.items() if value is not UNKNOWN}


def add_limit(change: Writing, noted: Noted, day: date) -> str:
    """Put the limit that was asked about, and confirmed, into the person's file; a sentence on it."""
    reason = noted.follow.reason if noted.follow else None
    if reason is None or reason.new_limit is None:
        return ""
    limit, person = reason.new_limit, noted.line.card.id
    known = read_person(change.conn, person, day).facts.value(limit.field)
    before = known if isinstance(known, frozenset) else frozenset[str]()
    evidence = Evidence(Grade.TOLD, f"推荐没成（{reason.name}），问过本人", day)
    change_file(change, person, {limit.field: before | {limit.member}}, evidence)
    return f"档案的“{limit.field}”里加了{limit.member}。"
