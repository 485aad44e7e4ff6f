"""Which version of a policy judges: by the event's date, with gaps, ends and what comes after."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from jiuye_cli.core.fields.value import UNKNOWN
from jiuye_cli.core.policy.amount import Amount, Least
from jiuye_cli.core.policy.policy import (
    After,
    Application,
    Limits,
    Policy,
    Tally,
    Version,
)
from jiuye_cli.core.rules.condition import All
from jiuye_cli.core.rules.days import days_after
from jiuye_cli.core.rules.moment import MovingDay
from jiuye_cli.core.rules.reading import Reading


class Standing(Enum):
    """How a version stands on the day that counts."""

    IN_FORCE = "in force"
    NOT_BEGUN = "not begun"
    ENDED = "ended"
    NOT_KNOWN = "continuation not known"
    NO_DATE = "event date not known"


@dataclass(frozen=True, slots=True)
class Choice:
    """The version that judges, and how it stands; `earlier` may still be claimed under 过渡."""

    version: Version
    standing: Standing
    earlier: Version | None = None


def choose(policy: Policy, reading: Reading) -> Choice:
    """The version for the event's date; the last one where the date is not known."""
    day = _event_day(policy, reading)
    if day is None:
        return Choice(policy.versions[-1], Standing.NO_DATE)
    if not isinstance(reading.value(policy.by), date):  # it is today's date that chooses
        for edge in policy.edges:
            reading.note(edge)
    version = next((one for one in reversed(policy.versions) if one.start <= day), None)
    if version is None:
        return Choice(policy.versions[0], Standing.NOT_BEGUN)
    standing = _standing(version, day)
    return Choice(version, standing, _claimable_still(policy, version, standing, reading))


def _event_day(policy: Policy, reading: Reading) -> date | None:
    value = reading.value(policy.by)
    if isinstance(value, MovingDay):
        return value.day
    # An event that never happened (无) is judged by the day of application
    return value if isinstance(value, date) else None if value is UNKNOWN else reading.on


def _standing(version: Version, day: date) -> Standing:
    if day <= version.end:
        return Standing.IN_FORCE
    return Standing.ENDED if version.after is After.ENDED else Standing.NOT_KNOWN


def _claimable_still(
    policy: Policy, version: Version, standing: Standing, reading: Reading
) -> Version | None:
    """An ended version whose 过渡 still takes claims."""
    for one in reversed(policy.versions):
        if one.transition_until is None or (one is version and standing is Standing.IN_FORCE):
            continue
        if one.end < reading.on:
            reading.note(days_after(one.transition_until))
            if reading.on <= one.transition_until:
                return one
    return None


def tightened(upper: Version, lower: Version) -> Version:
    """An upper version with a lower region's conditions added and amounts lowered (收紧)."""
    ends = upper if upper.end < lower.end else lower
    return replace(
        lower,
        start=max(upper.start, lower.start),
        end=ends.end,
        after=ends.after,
        transition_until=lower.transition_until or upper.transition_until,
        sources=(*upper.sources, *lower.sources),
        condition=All((upper.condition, lower.condition)),
        amount=_lesser(upper.amount, lower.amount),
        pay=lower.pay or upper.pay,
        caps=(*upper.caps, *lower.caps),
        floors=lower.floors or upper.floors,
        longest=_lesser(upper.longest, lower.longest),
        quantity=lower.quantity or upper.quantity,
        total_cap=_lesser(upper.total_cap, lower.total_cap),
        accept_until=min(upper.accept_until, lower.accept_until),
        pay_until=min(upper.pay_until, lower.pay_until),
        application=_merged(upper.application, lower.application),
        limits=lower.limits if lower.limits != Limits() else upper.limits,
        tally=lower.tally if lower.tally != Tally() else upper.tally,
        exclusions=tuple(dict.fromkeys((*upper.exclusions, *lower.exclusions))),
        promises=lower.promises or upper.promises,
    )


def _lesser(upper: Amount | None, lower: Amount | None) -> Amount | None:
    if upper is None or lower is None:
        return upper or lower
    return Least(upper, lower)


def _merged(upper: Application, lower: Application) -> Application:
    """The lower region's words where it has any."""
    return Application(
        terms=lower.terms or upper.terms,
        renewal_terms=lower.renewal_terms or upper.renewal_terms,
        windows=lower.windows or upper.windows,
        documents=lower.documents or upper.documents,
        channels=lower.channels or upper.channels,
        steps=lower.steps or upper.steps,
        phone=lower.phone or upper.phone,
    )
