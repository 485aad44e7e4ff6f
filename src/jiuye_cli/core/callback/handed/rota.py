"""Who calls, and who answers, on which day when there is more than one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jiuye_cli.errors import UsageError

CALLING = "回访"
ANSWERING = "管家"
DUTIES = (CALLING, ANSWERING)
WEEKDAYS = "一二三四五六日"


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


def read_turns(name: str, days: Sequence[str], duty: str, today: date) -> tuple[RotaEntry, ...]:
    """One turn for each day told: 周一 comes every week, 11-23 once. UsageError for what is none.

    >>> [one.weekday for one in read_turns("王芳", ["周一", "周三"], "回访", date(2026, 11, 20))]
    [0, 2]
    """
    if duty not in DUTIES:
        raise UsageError(f"活只有 {'、'.join(DUTIES)}，没有“{duty}”。")
    return tuple(_turn(name.strip(), word.strip(), duty, today) for word in days)


def _turn(name: str, word: str, duty: str, today: date) -> RotaEntry:
    if len(word) == 2 and word[0] == "周" and word[1] in WEEKDAYS:
        return RotaEntry(name, duty, weekday=WEEKDAYS.index(word[1]))
    from jiuye_cli.core.callback.when import read_day

    return RotaEntry(name, duty, day=read_day(word, today))


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
