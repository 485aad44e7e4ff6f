"""What 设置.yaml says of costs: 路费 by distance, 照看费 a month; a figure or a range."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jiuye_cli.core.better_off.change import UNASKED_COST, Costs
from jiuye_cli.core.fields.post import ZONES
from jiuye_cli.core.people.amounts import Yuan, read_amounts
from jiuye_cli.core.rules.node import nearest
from jiuye_cli.core.rules.span import Span
from jiuye_cli.core.settings import Settings
from jiuye_cli.errors import Problem, RefusedError, RuleFileError

ROAD, CARE = "路费", "照看费"


def read_costs(settings: Settings) -> Costs:
    """The costs the settings state; `RuleFileError` with all problems.

    >>> read_costs(Settings(raw={"路费": {"县内": "100-200"}})).road["县内"]
    Span(low=Fraction(100, 1), high=Fraction(200, 1))
    """
    problems: list[Problem] = []
    road = dict(_road(settings.raw.get(ROAD), problems))
    care = settings.raw.get(CARE)
    span = _span(CARE, care, problems) if care is not None else UNASKED_COST
    if problems:
        raise RuleFileError(problems)
    return Costs(road, span)


def _road(table: object, problems: list[Problem]) -> Iterator[tuple[str, Span]]:
    if table is None:
        return
    if not isinstance(table, dict):
        problems.append(Problem(f"“{ROAD}”要写成 {{县内: 100-200}} 的样子", "设置.yaml"))
        return
    for zone, text in table.items():
        if zone not in ZONES:
            problems.append(
                Problem(f"“{ROAD}”里不认识“{zone}”{nearest(str(zone), ZONES)}", "设置.yaml")
            )
        else:
            yield zone, _span(f"{ROAD} {zone}", text, problems)


def _span(name: str, text: object, problems: list[Problem]) -> Span:
    try:
        amounts = read_amounts(str(text))
    except RefusedError as error:
        problems.append(Problem(f"“{name}”：{error}", "设置.yaml"))
        return UNASKED_COST
    low = amounts.low if amounts.low is not None else 0
    return Span(_fraction(low), _fraction(amounts.high))


def _fraction(amount: Yuan | None) -> Fraction | None:
    return None if amount is None else Fraction(amount)
