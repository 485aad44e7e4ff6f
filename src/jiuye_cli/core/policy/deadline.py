"""The last day to claim: terms after an event, yearly windows, the end of acceptance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from jiuye_cli.core.fields.value import UNKNOWN
from jiuye_cli.core.policy.policy import After, Term, Version, Window
from jiuye_cli.core.rules.days import FAR, add_months, days_after
from jiuye_cli.core.rules.reading import Reading


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day, whether claims are taken on the day judged, and what was not known.

    `last` is None where there is none or it is not known; `missing` names the
    event whose date is not known; `opens` is the next day a window opens;
    `warnings` say which years' working days are plain weekdays.
    """

    last: date | None = None
    open_now: bool = True
    missing: tuple[str, ...] = ()
    opens: date | None = None
    warnings: tuple[str, ...] = ()
    reason: str = ""


def deadline(
    version: Version, reading: Reading, *, renewal: bool, by_event: bool = False
) -> Deadline:
    """When claims under a version must be in; the earliest of all that apply.

    With `by_event` the version's end is about the event that chooses it, not about claims.
    """
    application = version.application
    terms = (application.renewal_terms or application.terms) if renewal else application.terms
    ends, missing, warnings = _ends(terms, reading)
    window, opens = _window(application.windows, reading)
    version_ends = FAR if by_event else _last_of(version)
    fixed = [day for day in (version.accept_until, version_ends) if day < FAR]
    every = [*(end for end, _ in ends), *fixed, *([window] if window else [])]
    for day in (*fixed, *(end for end, _ in ends)):
        reading.note(days_after(day))
    last = min(every, default=None)
    late = next((text for end, text in ends if end < reading.on), "")
    closed = version.accept_until < reading.on
    reason = (
        f"已过申请期限（{late}）"
        if late
        else "已停止受理"
        if closed
        else "不在受理窗口"
        if opens
        else ""
    )
    return Deadline(last, not reason, missing, opens, warnings, reason)


def _last_of(version: Version) -> date:
    """The version's own end, where its document says that it ends then."""
    return version.end if version.after is After.ENDED else FAR


def _ends(
    terms: Iterable[Term], reading: Reading
) -> tuple[list[tuple[date, str]], tuple[str, ...], tuple[str, ...]]:
    ends: list[tuple[date, str]] = []
    missing: list[str] = []
    warnings: list[str] = []
    for term in terms:
        value = reading.value(term.event)
        if value is UNKNOWN:
            missing.append(str(term.event))
        elif isinstance(value, date):
            end = last_day(value, term, reading)
            ends.append((end, term.text))
            if term.measure == "工作日":
                warnings += reading.moment.calendar.warnings([value, end])
    return ends, tuple(missing), tuple(dict.fromkeys(warnings))


def last_day(event: date, term: Term, reading: Reading) -> date:
    """The last day of a term, included."""
    if term.measure == "月":
        return add_months(event, term.count)
    if term.measure == "工作日":
        return reading.moment.calendar.add_working(event, term.count)
    return days_after(event, term.count)


def _window(windows: Iterable[Window], reading: Reading) -> tuple[date | None, date | None]:
    """The last day of the window open now, or else the first day of the next one."""
    spans = sorted(
        span
        for window in windows
        for year in (0, 1)
        if (span := _in_year(window, reading.on.year + year))
    )
    for first, last in spans:
        if last < reading.on:
            continue
        if first <= reading.on:
            reading.note(days_after(last))
            return last, None
        reading.note(first)
        return last, first
    return None, None


def _in_year(window: Window, year: int) -> tuple[date, date] | None:
    if year > date.max.year:
        return None
    return _month_day(year, window.first), _month_day(year, window.last)


def _month_day(year: int, month_day: tuple[int, int]) -> date:
    """A day of a year; 29 February is the 28th in a common one."""
    month, day = month_day
    return (
        add_months(date(year, 1, 1), month - 1) + timedelta(days=day - 1)
        if (month, day) != (2, 29)
        else add_months(date(2024, 2, 29), (year - 2024) * 12)
    )
