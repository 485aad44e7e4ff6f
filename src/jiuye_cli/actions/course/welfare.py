"""公益岗 and 互助岗: apply, 评议, approve, whom they help, the end of a term."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from jiuye_cli.actions.course.placement import end as end_job
from jiuye_cli.actions.course.placement import start as start_job
from jiuye_cli.core.course.rules import CourseRules
from jiuye_cli.core.course.welfare import (
    Helped,
    TermPage,
    TermStage,
    WelfarePost,
    WelfareTerm,
    move,
    prompts,
)
from jiuye_cli.core.fields.value import Evidence, Grade, Value
from jiuye_cli.core.rules.days import term_end
from jiuye_cli.errors import NotFoundError, RefusedError
from jiuye_cli.store.course import welfare
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people import find, roll
from jiuye_cli.store.tables.welfare import HELPED, WELFARE_POST, WELFARE_TERM

PUBLIC = "公益性岗位"


def put_post(
    change: Writing, word: str, values: Mapping[str, Any], rules: CourseRules
) -> WelfarePost:
    """Change the post that a number or a name means, or open one of that name.

    A new mutual-help post that names no days a week takes those of the rules.
    """
    known = WELFARE_POST.where(change.conn, "name = ? OR CAST(id AS TEXT) = ?", word, word)
    if known:
        WELFARE_POST.update(change.conn, known[-1].id, **values)
        return replace(known[-1], **values)
    post = WelfarePost(**{"name": word, **values})
    if post.kind == "互助岗" and post.days_a_week is None:
        post = replace(post, days_a_week=rules.mutual_days_a_week)
    return replace(post, id=WELFARE_POST.insert(change.conn, post))


def close_post(change: Writing, word: str, on: date) -> WelfarePost:
    """Take a post off; who is on duty there stays until their term ends."""
    post = WELFARE_POST.find(change.conn, word)
    WELFARE_POST.update(change.conn, post.id, closed_on=on)
    return post


def apply(
    change: Writing, person: int, post_word: str, on: date, cadre_kin: bool | None
) -> WelfareTerm:
    """Note an application; `RefusedError` when the person has one open, or the post is closed."""
    post = WELFARE_POST.find(change.conn, post_word)
    if post.closed_on:
        raise RefusedError(f"“{post.name}”{post.closed_on} 已经撤了。")
    try:
        before = welfare.current_term(change.conn, person)
    except NotFoundError:
        term = WelfareTerm(person, post.id, on, cadre_kin=cadre_kin)
        return replace(term, id=WELFARE_TERM.insert(change.conn, term))
    raise RefusedError(f"{person} 号已有公益岗申请（{before.stage.value}），没有再记。")


def review(
    change: Writing, person: int, *, passed: bool, on: date, note: str | None
) -> WelfareTerm:
    """Note what the village's 评议 decided."""
    to = TermStage.REVIEWED if passed else TermStage.REJECTED
    term = move(welfare.current_term(change.conn, person), to, reviewed_on=on, review_note=note)
    WELFARE_TERM.update(change.conn, term.id, stage=to, reviewed_on=on, review_note=note)
    return term


def answer_cadre_kin(change: Writing, person: int, answer: bool) -> None:
    """Note what was answered to "a relative of a village cadre?"."""
    term = welfare.current_term(change.conn, person)
    WELFARE_TERM.update(change.conn, term.id, cadre_kin=answer)


def to_look_at(conn: sqlite3.Connection, person: int, rules: CourseRules) -> tuple[str, ...]:
    """What a human has to look at before someone's term is agreed."""
    term = welfare.current_term(conn, person)
    post = WELFARE_POST.get(conn, term.post)
    at_home = welfare.on_duty_at_home(conn, person)
    taken = len(welfare.terms(conn, stage=TermStage.ON_DUTY, post=post.id))
    return prompts(post, term, at_home, taken, rules.most_a_household)


def approve(
    change: Writing,
    person: int,
    starts: date,
    *,
    months: int | None,
    by: str | None,
    today: date,
) -> WelfareTerm:
    """Put someone on duty: an agreed term, a job in their file until its end, 就业状态 公益性岗位.

    `months` from `starts` make the term, its last day included; without them it
    has no agreed end.
    """
    term = welfare.current_term(change.conn, person)
    post = WELFARE_POST.get(change.conn, term.post)
    ends = term_end(starts, months) if months else None
    term = move(
        term, TermStage.ON_DUTY, approved_on=today, approved_by=by, starts=starts, ends=ends
    )
    evidence = Evidence(Grade.SEEN, f"公益岗 {post.name}", today)
    begun = start_job(change, person, _job(post, starts, ends), evidence)
    WELFARE_TERM.update(
        change.conn, term.id, stage=term.stage, approved_on=today, approved_by=by,
        starts=starts, ends=ends, job=begun.job,
    )  # fmt: skip
    return replace(term, job=begun.job)


def _job(post: WelfarePost, starts: date, ends: date | None) -> dict[str, Value]:
    told = {
        "单位": post.unit,
        "用工形式": PUBLIC,
        "起": starts,
        "止": ends,
        "地点": post.place,
        "工种": post.work or post.name,
        "月薪": post.stipend,
    }
    return {name: value for name, value in told.items() if value is not None}


def help_people(
    change: Writing, person: int, words: Sequence[str], since: date, needs: str | None
) -> list[Helped]:
    """Name those whom someone on duty looks after: people of the file, or mere names."""
    term = welfare.current_term(change.conn, person)
    known = {one.name for one in welfare.helped_by(change.conn, term.id, since)}
    added = []
    for word in words:
        name, neighbour = _neighbour(change.conn, word)
        if name not in known:
            one = Helped(term.id, person, name, since, neighbour=neighbour, needs=needs)
            added.append(replace(one, id=HELPED.insert(change.conn, one)))
    return added


def _neighbour(conn: sqlite3.Connection, word: str) -> tuple[str, int | None]:
    found = find.candidates(conn, word, most=2)
    if len(found) == 1:
        return found[0].name, found[0].id
    if len(found) > 1:
        find.who(conn, word)  # names the candidates
    return word, None


def end(
    change: Writing,
    person: int,
    reason: str,
    on: date,
    values: Mapping[str, Value],
    evidence: Evidence,
) -> WelfareTerm:
    """End a term: off duty, or an application withdrawn; what they do now is asked, not supposed."""
    term = welfare.current_term(change.conn, person)
    ended = move(term, TermStage.ENDED, left_on=on, left_why=reason)
    if term.job is not None:
        end_job(change, person, reason, on, values, evidence)
    WELFARE_TERM.update(change.conn, term.id, stage=ended.stage, left_on=on, left_why=reason)
    return ended


def term_page(conn: sqlite3.Connection, term: WelfareTerm, today: date) -> TermPage:
    """One term with its post, whom it helps, and its months."""
    return TermPage(
        term,
        WELFARE_POST.get(conn, term.post),
        roll.cards(conn, [term.person])[term.person],
        tuple(welfare.helped_by(conn, term.id, today)),
        tuple(welfare.months(conn, term.id)),
    )


def pages(
    conn: sqlite3.Connection, today: date, *, everything: bool = False, ends_by: date | None = None
) -> list[TermPage]:
    """Terms that have not ended, or all; with `ends_by` those on duty whose term ends until then."""
    found = [term_page(conn, term, today) for term in welfare.terms(conn)]
    done = (TermStage.ENDED, TermStage.REJECTED)
    if ends_by is not None:
        found = [
            p
            for p in found
            if p.term.stage is TermStage.ON_DUTY and p.term.ends and p.term.ends <= ends_by
        ]
        return sorted(found, key=lambda p: p.term.ends or today)
    return [p for p in found if everything or p.term.stage not in done]


def posts(conn: sqlite3.Connection) -> list[tuple[WelfarePost, int]]:
    """The posts that are not closed, each with how many are on duty."""
    open_posts = WELFARE_POST.where(conn, "closed_on IS NULL")
    return [
        (one, len(welfare.terms(conn, stage=TermStage.ON_DUTY, post=one.id))) for one in open_posts
    ]
