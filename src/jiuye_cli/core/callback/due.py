"""The one place that decides whether someone is to be called, since when, and why.

Everything is derived from the rules, the dated events, the promises made and
the last real contact; nothing about being due is ever stored. An attempt that
did not reach the person moves no clock: it only says when to try again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from jiuye_cli.core.calendar import WorkCalendar
from jiuye_cli.core.callback.contact import Contact
from jiuye_cli.core.callback.events import OPENED, Event
from jiuye_cli.core.callback.rules import Cadence, CallRules, Checkpoint, Rung

PROMISE = "约定"
ROUTINE = "例行"


@dataclass(frozen=True, slots=True)
class CallFile:
    """What decides one person's calls.

    `cadence` is the one that holds for their situation, None when none does;
    `quiet` says why they are not called at all. `opened_on` is the day the file
    was opened: what an event asked for before that day is no longer asked.
    """

    person: int
    opened_on: date
    cadence: Cadence | None = None
    events: Sequence[Event] = ()
    contacts: Sequence[Contact] = ()
    quiet: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """One cause for a call: standing since a day (included), late after the day `by`."""

    kind: str
    since: date
    by: date
    say: str
    weight: Decimal
    source: str = ""
    cover: str = ""
    heeds_promise: bool = True


@dataclass(frozen=True, slots=True)
class Attempts:
    """The days in a row without reaching someone, the rung they lead to, when to try again."""

    days: int = 0
    first: date | None = None
    last: Contact | None = None
    rung: Rung | None = None
    again_on: date | None = None
    is_unreachable: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """Someone to be called: by which day, how many days late, and why.

    `on` is the earliest day by which one of the reasons wants the call; days late
    count from the first working day on or after it. `silent_since` is the last
    real contact, or the opening of the file when there was none.
    """

    on: date
    overdue_days: int
    reasons: tuple[Reason, ...]
    silent_since: date
    attempts: Attempts = Attempts()
    promised: date | None = None


@dataclass(frozen=True, slots=True)
class NotDue:
    """Someone not to be called: the one reason why, and the day that changes (None: no day does)."""

    say: str
    until: date | None = None


def said(reasons: Sequence[Reason]) -> tuple[str, ...]:
    """The reasons in words, heaviest first; of one kind only the one that came last."""
    last: dict[str, Reason] = {}
    for reason in sorted(reasons, key=lambda r: (r.by, r.say)):
        last[reason.kind] = reason
    return tuple(r.say for r in sorted(last.values(), key=lambda r: (-r.weight, r.by, r.say)))


def due_on(file: CallFile, rules: CallRules, calendar: WorkCalendar, today: date) -> Due | None:
    """What someone is due for on a day, None when they are not; later contacts are not looked at."""
    answer = standing(file, rules, calendar, today)
    return answer if isinstance(answer, Due) else None


def standing(file: CallFile, rules: CallRules, calendar: WorkCalendar, today: date) -> Due | NotDue:
    """Why someone is, or is not, to be called on a day."""
    if file.quiet:
        return NotDue(file.quiet)
    past = sorted((c for c in file.contacts if c.day <= today), key=lambda c: c.order)
    clock = _Clock(file, rules, calendar, past, today)
    reasons = clock.reasons()
    free = tuple(r for r in reasons if clock.calls_on(r) <= today)
    return _due(free, clock, today) if free else _not_due(reasons, clock)


def next_due(file: CallFile, rules: CallRules, calendar: WorkCalendar, today: date) -> date | None:
    """The first day from today on which someone is due; None when no day is known."""
    answer = standing(file, rules, calendar, today)
    return today if isinstance(answer, Due) else answer.until


def _due(reasons: tuple[Reason, ...], clock: _Clock, today: date) -> Due:
    on = min(r.by for r in reasons)
    return Due(
        on=on,
        overdue_days=max(0, (today - clock.calendar.on_or_after(on)).days),
        reasons=tuple(sorted(reasons, key=lambda r: (r.by, -r.weight, r.kind, r.say))),
        silent_since=clock.anchor,
        attempts=clock.attempts,
        promised=clock.promise.next_on if clock.promise else None,
    )


def _not_due(reasons: Sequence[Reason], clock: _Clock) -> NotDue:
    first = min(reasons, key=lambda r: (clock.calls_on(r), r.since), default=None)
    if first is None:
        return NotDue("没有要回访的事")
    day = clock.calls_on(first)
    if clock.promise and day == clock.promise.next_on:
        return NotDue(f"已约好 {day:%m-%d} 再打", day)
    last = clock.attempts.last
    if last and day == clock.attempts.again_on:
        return NotDue(f"{last.day:%m-%d} {last.outcome.value}，{day:%m-%d} 再打", day)
    spoke = f"{clock.anchor:%m-%d} 已联系，" if clock.has_spoken else ""
    return NotDue(f"{spoke}{day:%m-%d} 才到期", day)


class _Clock:
    """The dates of one person as they stand on a day, from the contacts up to it."""

    def __init__(
        self,
        file: CallFile,
        rules: CallRules,
        calendar: WorkCalendar,
        past: Sequence[Contact],
        today: date,
    ) -> None:
        self.file, self.rules, self.calendar, self.today = file, rules, calendar, today
        self.past = past
        self.real = [c for c in past if c.is_real]
        self.has_spoken = bool(self.real)
        self.anchor = max(self.real[-1].day, file.opened_on) if self.real else file.opened_on
        self.promise = _open_promise(past)
        self.attempts = self._attempts()

    def reasons(self) -> list[Reason]:
        """Every reason with the day from which it stands, past and to come."""
        found = [*self._routine(), *self._checkpoints()]
        promise = self.promise
        if promise is None or promise.next_on is None:
            return found
        if promise.is_real:
            # Agreed with the person: what falls due before that day waits for it, and is not late
            found = [self._waiting(r, promise.next_on) for r in found]
        return [*found, self._promised(promise, promise.next_on)]

    def calls_on(self, reason: Reason) -> date:
        """The first day on which a reason leads to a call.

        A promised day and the wait after an attempt hold it back; what is too
        pressing to heed a promise waits for the next try alone.
        """
        promised = self.promise.next_on if self.promise else None
        again = self.attempts.again_on
        if not reason.heeds_promise:
            promised = None
        elif self.promise is not None and self.promise is self.past[-1]:
            again = None
        return max(day for day in (reason.since, promised, again) if day)

    def _routine(self) -> Iterator[Reason]:
        cadence = self.file.cadence
        if cadence is None:
            return
        day = cadence.every.after(self.anchor, self.calendar)
        yield Reason(
            ROUTINE,
            day,
            day,
            f"{cadence.name}，{cadence.every.each}一次",
            cadence.weight,
            cadence.source,
            cadence.cover,
        )

    def _checkpoints(self) -> Iterator[Reason]:
        events = (*self.file.events, Event(OPENED, self.file.opened_on))
        for event in events:
            for rule in self.rules.by_event.get(event.kind, ()):
                yield from self._checkpoint(rule, event)

    def _checkpoint(self, rule: Checkpoint, event: Event) -> Iterator[Reason]:
        shift = rule.span.before if rule.is_before else rule.span.after
        day = shift(event.day, self.calendar)
        if rule.is_before and day < self.file.opened_on <= event.day:
            day = self.file.opened_on  # what lies ahead is still in time
        if day < self.file.opened_on or self._is_settled(rule, event, day):
            return
        on = _day_words(event.day, self.today)
        about = f"{event.about} {on}".strip()
        yield Reason(
            event.kind,
            event.day if rule.is_within else day,
            day,
            f"{rule.say}（{about}）",
            rule.weight,
            rule.source,
            rule.cover,
            rule.heeds_promise,
        )

    def _is_settled(self, rule: Checkpoint, event: Event, day: date) -> bool:
        """Whether the person was reached late enough for this checkpoint to be done."""
        if not self.real:
            return False
        enough = day
        if rule.is_within:
            enough = event.day
        elif rule.early and not rule.is_before:
            enough = max(event.day, rule.early.before(day, self.calendar))
        return self.real[-1].day >= enough

    def _promised(self, promise: Contact, day: date) -> Reason:
        return Reason(
            PROMISE,
            day,
            day,
            f"{_day_words(promise.day, self.today)}约好{_day_words(day, self.today)}打",
            self.rules.weights.promise,
        )

    @staticmethod
    def _waiting(reason: Reason, day: date) -> Reason:
        if not reason.heeds_promise:
            return reason
        return replace(reason, since=max(reason.since, day), by=max(reason.by, day))

    def _attempts(self) -> Attempts:
        since = self.real[-1].order if self.real else None
        tries = [c for c in self.past if not c.is_real and (since is None or c.order > since)]
        if not tries:
            return Attempts()
        days = len({c.day for c in tries})
        rung = self.rules.rung(days)
        limit = self.rules.unreachable_after
        lost_on = limit.after(tries[0].day, self.calendar) if limit else None
        return Attempts(
            days=days,
            first=tries[0].day,
            last=tries[-1],
            rung=rung,
            again_on=rung.wait.after(tries[-1].day, self.calendar) if rung else None,
            is_unreachable=lost_on is not None and lost_on <= self.today,
        )


def _day_words(day: date, today: date) -> str:
    """The day as it is said aloud, with its year where that is not this one's."""
    year = "" if day.year == today.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"


def _open_promise(past: Sequence[Contact]) -> Contact | None:
    """The last contact that named a day, unless the person has been reached on or after that day."""
    for at in range(len(past) - 1, -1, -1):
        made = past[at]
        if made.next_on:
            kept = any(c.is_real and c.day >= made.next_on for c in past[at + 1 :])
            return None if kept else made
    return None
