"""Who calls, and who answers, on which day when there is more than one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

CALLING = "回访"
ANSWERING = "管家"
DUTIES = (CALLING, ANSWERING)


@dataclass(frozen=True, slots=True)
class RotaEntry:
    """One turn: a name on a weekday (Monday is 0) every week, or on one day."""

    name: str
    duty: str = CALLING
    weekday: int | None = None
    day: date | None = None
    id: int = 0


def on_duty(rota: Sequence[RotaEntry], day: date, duty: str = CALLING) -> tuple[str, ...]:
    """The names whose turn it is, in the order they were written down.

    A day with turns of its own takes the place of that weekday's.

    >>> rota = [RotaEntry("王芳", weekday=0), RotaEntry("李静", day=date(2026, 11, 23))]
    >>> on_duty(rota, date(2026, 11, 23)), on_duty(rota, date(2026, 11, 30))
    (('李静',), ('王芳',))
    """
    mine = [one for one in rota if one.duty == duty]
    special = [one.name for one in mine if one.day == day]
    weekly = [one.name for one in mine if one.day is None and one.weekday == day.weekday()]
    return tuple(dict.fromkeys(special or weekly))


def shared_out(callers: Sequence[str], helpers: Sequence[str | None]) -> list[str | None]:
    """Who makes each call: the helper who answers for the person if on duty, else in turn.

    Each caller gets the same number of calls, give or take one, as far as helpers allow.

    >>> shared_out(["王芳", "李静"], [None, "李静", None])
    ['王芳', '李静', '王芳']
    """
    if not callers:
        return [None] * len(helpers)
    load = dict.fromkeys(callers, 0)
    given: list[str | None] = []
    for helper in helpers:
        if helper in load:
            load[helper] += 1
    for helper in helpers:
        if helper in load:
            given.append(helper)
            continue
        name = min(callers, key=lambda one: (load[one], callers.index(one)))
        load[name] += 1
        given.append(name)
    return given
