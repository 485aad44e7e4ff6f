"""The sheet of a day: who is called, who is visited, and why everyone else is not on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING

from jiuye_cli.core.calendar import WorkCalendar
from jiuye_cli.core.callback.candidate import Candidate, Subject
from jiuye_cli.core.callback.due import NotDue, standing
from jiuye_cli.core.callback.handed.frozen import LeftOut
from jiuye_cli.core.callback.rules import CallRules
from jiuye_cli.core.callback.stakes import Money, Stakes, no_stakes
from jiuye_cli.core.callback.urgency import urgency

SEAT_PROMISE = "约好的"
SEAT_SILENT = "最久没联系的"
SEAT_UNRETURNED = "上次没回填的"
SEAT_URGENT = "最要紧的"


@dataclass(frozen=True, slots=True)
class Room:
    """How many calls and visits a day still holds, and how many it has given out before."""

    calls: int
    visits: int = 0
    calls_before: int = 0
    visits_before: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """One row: the people behind one number, the most pressing first."""

    people: tuple[Candidate, ...]
    seat: str = ""

    @property
    def lead(self) -> Candidate:
        """The person the row is for."""
        return self.people[0]

    @property
    def promised(self) -> date | None:
        """The earliest day promised to any of them."""
        return min((c.due.promised for c in self.people if c.due.promised), default=None)

    @property
    def silent_since(self) -> date:
        """The day since which the longest silent of them has not been reached."""
        return min(c.due.silent_since for c in self.people)


@dataclass(frozen=True, slots=True)
class Plan:
    """A day's calls in order, visits in order, and everyone else with a reason, by case number."""

    day: date
    calls: tuple[Call, ...]
    visits: tuple[Candidate, ...]
    left_out: tuple[LeftOut, ...]
    carried: tuple[int, ...] = ()


def plan_sheet(
    subjects: Iterable[Subject],
    rules: CallRules,
    calendar: WorkCalendar,
    day: date,
    room: Room,
    unreturned: Collection[int] = (),
    stakes: Stakes = no_stakes,
) -> Plan:
    """The sheet for a day: calls and visits as far as there is room, and a reason for everyone else.

    `unreturned` are the people whose row of an earlier sheet never came back;
    `stakes` tells the money that waits for answers of those it is asked for.
    The same input gives the same sheet, in whatever order the people come.
    """
    due, reasons = _sorted_out(subjects, rules, calendar, day, frozenset(unreturned))
    to_visit, to_call = _split(due)
    money = Money(rules.weights, stakes)
    to_call = money.near(to_call, room.calls)
    to_visit = money.near(to_visit, room.visits)
    chosen, waiting = _seated(_calls(to_call), rules, room.calls, unreturned)
    # Who sits there for another reason has money in the sum, too
    to_call = money.of(to_call, {c.person for call in chosen for c in call.people})
    chosen, waiting = _seated(_calls(to_call), rules, room.calls, unreturned)
    taken, later = _visited(to_visit, rules, room.visits)
    to_visit = money.of(to_visit, {c.person for c in taken})
    taken, later = _visited(to_visit, rules, room.visits)
    reasons |= _told(chosen, waiting, room.calls_before)
    reasons |= _told_of_visits(taken, later, room.visits_before)
    on_sheet = {c.person for call in chosen for c in call.people}
    return Plan(
        day,
        tuple(chosen),
        tuple(taken),
        tuple(LeftOut(person, reasons[person]) for person in sorted(reasons)),
        tuple(sorted(on_sheet & set(unreturned))),
    )


def _sorted_out(
    subjects: Iterable[Subject],
    rules: CallRules,
    calendar: WorkCalendar,
    day: date,
    unreturned: frozenset[int],
) -> tuple[list[Candidate], dict[int, str]]:
    due, reasons = [], {}
    for subject in subjects:
        answer = standing(subject.file, rules, calendar, day)
        if isinstance(answer, NotDue):
            reasons[subject.person] = answer.say
            continue
        sum_ = urgency(
            answer,
            rules.weights,
            day,
            unreturned=subject.person in unreturned,
        )
        due.append(Candidate(subject, answer, sum_))
    return due, reasons


def _split(due: Sequence[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """Those to be visited (no number, or too often not reached), and those to be called."""
    visits = [c for c in due if _is_visit(c)]
    return visits, [c for c in due if not _is_visit(c)]


def _is_visit(candidate: Candidate) -> bool:
    rung = candidate.due.attempts.rung
    return not candidate.subject.phones or bool(rung and rung.is_visit)


def _calls(due: Sequence[Candidate]) -> list[Call]:
    """One call a number, however many people share it."""
    by_number: Mapping[str, list[Candidate]] = defaultdict(list)
    for candidate in due:
        by_number[candidate.subject.phones[0]].append(candidate)
    calls = [Call(tuple(sorted(people, key=lambda c: c.rank))) for people in by_number.values()]
    return sorted(calls, key=lambda call: call.lead.rank)


def _seated(
    calls: Sequence[Call], rules: CallRules, capacity: int, unreturned: Collection[int]
) -> tuple[list[Call], list[Call]]:
    """The calls that get a seat, in the order of the sheet, and those that wait, by rank.

    Promises first; then the seats kept for the longest silent, so that everyone's
    turn comes; then rows that never came back; then the most pressing. Promises
    take the kept seats only where nobody else wants them.
    """
    kept = _kept(rules, capacity)
    owed = set(unreturned)
    promised = sorted(
        (c for c in calls if c.promised), key=lambda c: (c.promised or date.max, c.lead.rank)
    )
    silent = sorted(calls, key=lambda c: (c.silent_since, c.lead.rank))
    back = [c for c in calls if any(p.person in owed for p in c.people)]
    seats: dict[int, str] = {}
    for queue, label, room in (
        (promised, SEAT_PROMISE, max(1, capacity - kept)),
        (silent, SEAT_SILENT, kept),
        (promised, SEAT_PROMISE, capacity),
        (back, SEAT_UNRETURNED, capacity),
        (calls, SEAT_URGENT, capacity),
    ):
        free = [c for c in queue if c.lead.person not in seats]
        for call in free[: max(0, min(room, capacity - len(seats)))]:
            seats[call.lead.person] = label
    on = [Call(c.people, seats[c.lead.person]) for c in calls if c.lead.person in seats]
    on.sort(key=lambda c: (c.promised is None, c.promised or date.max, c.lead.rank))
    return on, [c for c in calls if c.lead.person not in seats]


def _kept(rules: CallRules, capacity: int) -> int:
    """How many of a day's places are kept for those whose turn has been longest in coming."""
    return int((capacity * rules.silent_share).to_integral_value(ROUND_CEILING))


def _visited(
    due: Sequence[Candidate], rules: CallRules, capacity: int
) -> tuple[list[Candidate], list[Candidate]]:
    """Who is visited and who waits, by rank; some places go to those longest without a try.

    A try counts here, reached or not: someone who is never at home does not stand
    in the way of everyone else.
    """
    waiting = sorted(due, key=lambda c: (_last_tried(c), c.rank))
    spared = max(0, min(_kept(rules, capacity), capacity - 1))
    kept = {c.person for c in waiting[:spared]}
    by_rank = sorted(due, key=lambda c: c.rank)
    rest = [c.person for c in by_rank if c.person not in kept]
    taken = kept | set(rest[: max(0, capacity - len(kept))])
    return (
        [c for c in by_rank if c.person in taken],
        [c for c in by_rank if c.person not in taken],
    )


def _last_tried(candidate: Candidate) -> date:
    last = candidate.due.attempts.last
    return max(last.day, candidate.due.silent_since) if last else candidate.due.silent_since


def _told(chosen: Sequence[Call], waiting: Sequence[Call], before: int) -> dict[int, str]:
    """The reason of each person to be called who has no row of their own."""
    told: dict[int, str] = {}
    for at, call in enumerate(chosen, before + 1):
        told |= {c.person: shares_row(at) for c in call.people[1:]}
    for at, call in enumerate(waiting, before + len(chosen) + 1):
        told |= {c.person: f"今日名额已满，排第{at}" for c in call.people}
    return told


def _told_of_visits(
    taken: Sequence[Candidate], later: Sequence[Candidate], before: int
) -> dict[int, str]:
    """The reason of each person to be visited."""
    told = {c.person: to_be_visited(c) for c in taken}
    for at, candidate in enumerate(later, before + len(taken) + 1):
        told[candidate.person] = f"{_why_visit(candidate)}，上门排第{at}"
    return told


def shares_row(row: int) -> str:
    """Why someone has no row of their own: the number is another's, too."""
    return f"同一个电话，在第{row:02d}行一起打"


def to_be_visited(candidate: Candidate) -> str:
    """Why someone is on the list of visits."""
    return f"{_why_visit(candidate)}，列入上门"


def _why_visit(candidate: Candidate) -> str:
    if not candidate.subject.phones:
        return "无有效电话"
    return f"{candidate.due.attempts.days}天没打通"
