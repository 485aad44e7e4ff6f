"""Judging a condition with reasons: what decided it, with which facts, and what is still to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from jiuye_cli.core.fields.value import GRADES, UNKNOWN, Absent, Facts, Grade, weakest
from jiuye_cli.core.rules import truth
from jiuye_cli.core.rules.comparing import Against, InRegion
from jiuye_cli.core.rules.compiled import compiled, counted, records_of
from jiuye_cli.core.rules.condition import (
    All,
    AnyOf,
    Compare,
    Condition,
    Count,
    Every,
    Gate,
    Not,
    Some,
)
from jiuye_cli.core.rules.days import FAR, add_months
from jiuye_cli.core.rules.derive import grade_of, to_ask
from jiuye_cli.core.rules.moment import FactName, Known, Moment
from jiuye_cli.core.rules.parameters import NO_PARAMETERS, Parameters
from jiuye_cli.core.rules.reading import Reading
from jiuye_cli.core.rules.show import shown
from jiuye_cli.core.rules.truth import NO, YES, Truth

HORIZON_MONTHS = 120
"""How far ahead a next change is looked for."""

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Finding:
    """What one condition came to, and why.

    `missing` are the facts that can still change it; `rests_on` the facts that
    decided it; `gates` the human decisions still open in it. `compare` is the
    comparison itself where there is one, for those who put it into other words.
    """

    truth: Truth
    text: str
    fact: str = ""
    value: str = ""
    needed: str = ""
    grade: Grade | None = None
    line: int = 0
    parts: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    compare: Compare | None = None

    def leaves(self) -> Iterator[Finding]:
        """The comparisons and gates under this finding, as the rule writes them."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()

    def leaves_by_way_of(self, *truths: Truth) -> Iterator[Finding]:
        """The leaves under no part that came to something else: of a 任一 that holds, not the ways that do not.

        Under 非 every part counts.
        """
        if not self.parts:
            yield self
        for part in self.parts:
            if part.truth in truths or self.text.startswith("非"):
                yield from part.leaves_by_way_of(*truths)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A judged condition: the truth, the reasons, what to ask, and when to look again.

    `until` is the first later day within ten years on which the same facts
    would judge differently, or None.
    """

    truth: Truth
    why: Finding
    missing: tuple[str, ...]
    until: date | None


def judge_condition(
    condition: Condition, facts: Facts, moment: Moment, parameters: Parameters = NO_PARAMETERS
) -> Judgement:
    """What a condition comes to for someone on a day, with reasons.

    >>> from jiuye_cli.core.rules.where import parse_where
    >>> someone = Facts({"出生日期": date(1976, 12, 1)})
    >>> judged = judge_condition(parse_where("年龄≥50"), someone, Moment(date(2026, 11, 21)))
    >>> judged.truth.word, judged.until
    ('no', datetime.date(2026, 12, 1))
    """
    finding = explain(condition, Reading(facts, moment, parameters))
    decision = compiled(condition)
    reading = Reading(facts, moment, parameters)
    until = next_change(decision, reading, decision(reading))
    return Judgement(finding.truth, finding, finding.missing, until)


def next_change(
    judge: Callable[[Reading], Answer], reading: Reading, now: Answer, last: date | None = None
) -> date | None:
    """The first later day, up to `last` (ten years on), on which `judge` answers otherwise than `now`."""
    last = last or add_months(reading.moment.today, HORIZON_MONTHS)
    day = reading.horizon
    while day <= last and day < FAR:
        later = reading.on_day(day)
        if judge(later) != now:
            return day
        day = later.horizon
    return None


def explain(condition: Condition, reading: Reading) -> Finding:
    """What a condition comes to in a reading, with reasons; every part is looked at."""
    match condition:
        case Compare():
            return _compare(condition, reading)
        case All(parts):
            return _all([explain(part, reading) for part in parts], "全部")
        case AnyOf(parts):
            return _any([explain(part, reading) for part in parts], "任一")
        case Not(part):
            return _not(explain(part, reading))
        case Gate():
            return _gate(condition, reading)
        case _:
            return _over_list(condition, reading)


def _compare(condition: Compare, reading: Reading) -> Finding:
    fact, test = condition.fact, condition.test
    value = reading.value(fact)
    answer = test.check(value, reading)
    unknown = answer is truth.UNKNOWN
    return Finding(
        answer,
        condition.text,
        fact=condition.names[0],
        value=shown(value),
        needed=test.text,
        grade=grade_of(fact.of or fact.name, reading.facts),
        line=condition.line,
        missing=_missing(condition, value, reading) if unknown else (),
        rests_on=condition.names,
        compare=condition,
    )


def _missing(condition: Compare, value: Known, reading: Reading) -> tuple[str, ...]:
    """What to ask before a comparison is decided; a place told too roughly is asked again."""
    asked = (to_ask(fact, reading) for fact in _open_sides(condition, reading))
    found = _gathered(asked)
    rough = isinstance(condition.test, InRegion) and isinstance(value, str)
    return found or (condition.names[:1] if rough else ())


def _open_sides(condition: Compare, reading: Reading) -> tuple[FactName, ...]:
    """The facts of a comparison that can still matter: a formula that comes to one number asks none."""
    test = condition.test
    settled = isinstance(test, Against) and test.formula.value(reading).exact is not None
    return (condition.fact,) if settled else (condition.fact, *test.also)


def _gate(gate: Gate, reading: Reading) -> Finding:
    value = reading.facts.value(gate.fact)
    answer = truth.UNKNOWN if isinstance(value, Absent) else truth.truth(value is True)
    return Finding(
        answer,
        f"人工确认：{gate.text}",
        fact=gate.fact,
        value=shown(value) if answer is not truth.UNKNOWN else "",
        needed="是" if gate.helps else "否",
        line=gate.line,
        gates=(gate.text,) if answer is truth.UNKNOWN else (),
    )


def _not(inner: Finding) -> Finding:
    turned = truth.opposite(inner.truth)
    if inner.parts:
        return replace(inner, truth=turned, text=f"非（{inner.text}）", parts=(inner,))
    needed = f"非 {inner.needed}" if inner.needed and not inner.gates else inner.needed
    return replace(inner, truth=turned, text=f"非 {inner.text}", needed=needed)


def _all(parts: list[Finding], text: str) -> Finding:
    return _joined(parts, truth.both(part.truth for part in parts), text, enough=NO)


def _any(parts: list[Finding], text: str) -> Finding:
    return _joined(parts, truth.either(part.truth for part in parts), text, enough=YES)


def _joined(parts: list[Finding], answer: Truth, text: str, enough: Truth) -> Finding:
    """Parts joined; one part that is `enough` decides alone, and the best attested is quoted."""
    if answer is truth.UNKNOWN:
        matter = [part for part in parts if part.truth is truth.UNKNOWN]
        rests = parts
    elif answer is enough:
        matter, rests = [], [max((p for p in parts if p.truth is enough), key=_strength)]
    else:
        matter, rests = [], parts
    return Finding(
        answer,
        text,
        grade=weakest(p.grade for p in rests if p.grade),
        parts=tuple(parts),
        missing=_gathered(part.missing for part in matter),
        rests_on=_gathered(part.rests_on for part in rests),
        gates=_gathered(part.gates for part in matter),
    )


def _strength(finding: Finding) -> int:
    return GRADES.index(finding.grade) if finding.grade else -1


def _gathered(many: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for some in many for one in some))


def _over_list(condition: Some | Every | Count, reading: Reading) -> Finding:
    of, records = condition.of, records_of(condition.of, reading)
    grade = grade_of(of, reading.facts)
    if records is None:
        return Finding(
            truth.UNKNOWN, of, of, shown(UNKNOWN), _needed(condition), missing=(of,), rests_on=(of,)
        )
    if not records:
        return Finding(_empty(condition), of, of, "无", _needed(condition), grade, rests_on=(of,))
    parts = []
    outer = reading.scope.get(of)
    for record in records:
        reading.scope[of] = record
        parts.append(explain(condition.part, reading))
    reading.scope.pop(of)
    if outer is not None:
        reading.scope[of] = outer
    return _settled(condition, parts)


def _empty(condition: Some | Every | Count) -> Truth:
    if isinstance(condition, Every):
        return truth.truth(condition.empty)
    return Truth(counted(condition.test, 0, 0)) if isinstance(condition, Count) else NO


def _settled(condition: Some | Every | Count, parts: list[Finding]) -> Finding:
    text = _needed(condition)
    if isinstance(condition, Some):
        return _any(parts, text)
    if isinstance(condition, Every):
        return _all(parts, text)
    yes = sum(part.truth is YES for part in parts)
    perhaps = sum(part.truth is truth.UNKNOWN for part in parts)
    answer = Truth(counted(condition.test, yes, yes + perhaps))
    return replace(
        _joined(parts, truth.UNKNOWN, text, YES), truth=answer, missing=_missing_of(parts, answer)
    )


def _missing_of(parts: list[Finding], answer: Truth) -> tuple[str, ...]:
    return _gathered(part.missing for part in parts) if answer is truth.UNKNOWN else ()


def _needed(condition: Some | Every | Count) -> str:
    if isinstance(condition, Count):
        return f"{condition.of}满足的条数 {condition.test.text}"
    return f"{'其一' if isinstance(condition, Some) else '全都'}：{condition.of}"
