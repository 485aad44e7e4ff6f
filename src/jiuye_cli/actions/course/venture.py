"""Start-ups: from the first advice to the licence, the monthly visit, the story."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from jiuye_cli.actions.people.change import change_file
from jiuye_cli.actions.policy.claimant import claimants
from jiuye_cli.actions.policy.judging import Bench
from jiuye_cli.core.calendar import WorkCalendar
from jiuye_cli.core.course.rules import CourseRules
from jiuye_cli.core.course.venture import (
    Milestone,
    Project,
    ProjectOffer,
    Story,
    ToldStory,
    Venture,
    VentureStep,
    VentureVisit,
    base_of,
    last_visits,
    visit_due,
)
from jiuye_cli.core.fields.value import NONE, UNKNOWN, Evidence, Record, Value
from jiuye_cli.core.people.card import Card
from jiuye_cli.core.policy.verdict import Judged, judge_all
from jiuye_cli.core.policy.weigh import Verdict
from jiuye_cli.errors import NotFoundError, RefusedError
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people import roll
from jiuye_cli.store.people.records import add_record, change_record, records_of
from jiuye_cli.store.tables.venture import (
    PROJECT,
    PROJECT_OFFER,
    STORY,
    VENTURE_STEP,
    VENTURE_VISIT,
)

LIST = "创业"


def license_venture(
    change: Writing, person: int, values: Mapping[str, Value], evidence: Evidence
) -> int:
    """Note a licence: a 创业 record, 就业状态 自主创业, the milestone; the record's row.

    `RefusedError` when the person has a venture of that name already.
    """
    name = values.get("名称")
    if any(record.get("名称") == name for record in records_of(change.conn, LIST, person)):
        raise RefusedError(f"{person} 号档案里已经有“{name}”了，没有再记。")
    row = add_record(change.conn, person, LIST, {"在营": True, **values}, evidence)
    change_file(change, person, {"就业状态": "自主创业", "失业日期": NONE}, evidence)
    licensed = values.get("登记日期")
    day = licensed if isinstance(licensed, date) else evidence.noted_on
    VENTURE_STEP.insert(
        change.conn, VentureStep(person, day, Milestone.LICENSED, venture=row, note=str(name or ""))
    )
    return row


def note_step(change: Writing, step: VentureStep) -> VentureStep:
    """Note a milestone; the venture is the person's open one, if they have one.

    `RefusedError` for a licence, which `license_venture` notes.
    """
    if step.kind is Milestone.LICENSED:
        raise RefusedError("办了执照用 jiuye venture start 谁 名称，档案会跟着改。")
    open_one = _open_venture(change.conn, step.person)
    known = replace(step, venture=_row(open_one) if open_one else None)
    return replace(known, id=VENTURE_STEP.insert(change.conn, known))


def note_visit(
    change: Writing, visit: VentureVisit, months_insured: int | None, evidence: Evidence
) -> tuple[VentureVisit, list[str]]:
    """Note a visit; what was seen (带动就业, 在营, 本人参保月数) goes into the person's record.

    A venture seen closed ends there: what its owner does now is to be asked.
    """
    open_one = _open_venture(change.conn, visit.person)
    if open_one is None:
        raise NotFoundError(
            f"{visit.person} 号档案里没有在营的创业。办了执照先：jiuye venture start"
        )
    told = {"带动就业": visit.jobs, "在营": visit.is_open, "本人参保月数": months_insured}
    values: dict[str, Value] = {name: value for name, value in told.items() if value is not None}
    row = _row(open_one)
    if values:
        change_record(change.conn, visit.person, LIST, row, values, evidence)
    if visit.jobs and not open_one.get("带动就业"):
        VENTURE_STEP.insert(
            change.conn, VentureStep(visit.person, visit.day, Milestone.HIRED, venture=row)
        )
    if visit.is_open is False:
        VENTURE_STEP.insert(
            change.conn, VentureStep(visit.person, visit.day, Milestone.CLOSED, venture=row)
        )
        asked: dict[str, Value] = {"就业状态": UNKNOWN, "失业日期": UNKNOWN}
        change_file(change, visit.person, asked, evidence)
    known = replace(visit, venture=row)
    return replace(known, id=VENTURE_VISIT.insert(change.conn, known)), list(values)


def _open_venture(conn: sqlite3.Connection, person: int) -> Record | None:
    still = [r for r in records_of(conn, LIST, person) if r.get("在营") is not False]
    return still[-1] if still else None


def _row(record: Record) -> int:
    return int(str(record["id"]))


def ventures(
    conn: sqlite3.Connection,
    rules: CourseRules,
    today: date,
    *,
    base: str | None = None,
    due_only: bool = False,
) -> list[Venture]:
    """Everyone with a milestone or a venture, with base, last visit and the day of the next.

    `base` keeps those of one incubator, `due_only` those whose visit is due today or was before.
    """
    steps: dict[int, list[VentureStep]] = defaultdict(list)
    for step in VENTURE_STEP.where(conn, order="day, id"):
        steps[step.person].append(step)
    visits = last_visits(VENTURE_VISIT.where(conn))
    people = sorted({*steps, *roll.people_with(conn, "venture", "1")})
    cards = roll.cards(conn, people)
    found = [
        _venture(conn, cards[person], steps.get(person, []), visits.get(person), rules)
        for person in people
    ]
    kept = [one for one in found if base is None or one.base == base]
    return [one for one in kept if not due_only or (one.visit_due and one.visit_due <= today)]


def _venture(
    conn: sqlite3.Connection,
    card: Card,
    steps: list[VentureStep],
    visit: VentureVisit | None,
    rules: CourseRules,
) -> Venture:
    record = _open_venture(conn, card.id)
    base = base_of(steps)
    since = (
        visit.day if visit else next((s.day for s in steps if s.kind is Milestone.MOVED_IN), None)
    )
    due = visit_due(base, record, since, rules.venture_visits, WorkCalendar())
    return Venture(card, record, tuple(steps), base, visit, due)


def add_project(change: Writing, project: Project) -> Project:
    """Put a project on show."""
    return replace(project, id=PROJECT.insert(change.conn, project))


def shelve_project(change: Writing, word: str, on: date) -> Project:
    """Take a project off the show."""
    project = PROJECT.find(change.conn, word)
    PROJECT.update(change.conn, project.id, closed_on=on)
    return project


def projects(conn: sqlite3.Connection) -> list[tuple[Project, list[ProjectOffer]]]:
    """The projects on show, each with whom it was shown to."""
    return [
        (one, PROJECT_OFFER.where(conn, "project = ?", one.id))
        for one in PROJECT.where(conn, "closed_on IS NULL")
    ]


def offer_project(
    change: Writing, word: str, person: int, day: date, answer: str | None
) -> Project:
    """Note that a project was shown to someone; an answer told later replaces the first."""
    project = PROJECT.find(change.conn, word)
    before = PROJECT_OFFER.where(change.conn, "project = ? AND person = ?", project.id, person)
    if before:
        PROJECT_OFFER.update(change.conn, before[0].id, answer=answer, day=day)
    else:
        PROJECT_OFFER.insert(change.conn, ProjectOffer(person, project.id, day, answer=answer))
    return project


def write_story(change: Writing, story: Story) -> Story:
    """Keep a start-up's story."""
    return replace(story, id=STORY.insert(change.conn, story))


def consent(change: Writing, number: int, on: date) -> Story:
    """Note that the teller agreed that their story is told to others."""
    story = STORY.get(change.conn, number)
    STORY.update(change.conn, number, consent_on=on)
    return replace(story, consent_on=on)


def stories(conn: sqlite3.Connection, *, to_tell: bool) -> list[ToldStory]:
    """The stories kept, or with `to_tell` only those whose teller agreed."""
    found = STORY.where(conn, "consent_on IS NOT NULL" if to_tell else "1")
    cards = roll.cards(conn, {one.person for one in found})
    return [ToldStory(cards[one.person].name, one) for one in found]


def jobs_created(found: list[Venture]) -> int:
    """How many jobs the open ventures say they gave; those not asked count for none."""
    counts = (one.record.get("带动就业") for one in found if one.record)
    return sum(count for count in counts if isinstance(count, int))


def claimable(
    conn: sqlite3.Connection, bench: Bench, today: date, people: Sequence[int]
) -> Mapping[int, list[Judged]]:
    """What each founder can claim for their venture today: surely, or once it is confirmed."""
    found: dict[int, list[Judged]] = {}
    for person, who in claimants(conn, bench.shelf, today, people):
        rules = [rule for rule in bench.rules(who) if rule.policy.item == LIST]
        verdicts = judge_all(rules, who, bench.moment(today), bench.shelf)
        found[person.id] = [v for v in verdicts if v.verdict in (Verdict.ELIGIBLE, Verdict.CONFIRM)]
    return found
