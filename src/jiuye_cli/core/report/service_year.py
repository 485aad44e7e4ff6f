"""How far each person's yearly 3-1-1 has come, as figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jiuye_cli.core.referral.meter import Meter
from jiuye_cli.core.report.figure import Figure, Group

ALL, DONE = "应服务", "全做到了"


def service_year(meters: Mapping[int, Meter]) -> tuple[Group, ...]:
    """Who has been given all that the standard owes in the year, and who lacks which service."""
    every = tuple(sorted(meters))
    met = tuple(n for n in every if not meters[n].missing)
    lacking = tuple(n for n in every if meters[n].missing)
    whole = [Figure(ALL, every, sums=((DONE, "还差"),)), Figure(DONE, met), Figure("还差", lacking)]
    kinds = next(iter(meters.values())).standard.yearly if meters else {}
    parts = [one for kind in kinds for one in _kind(kind, meters, every)]
    return (Group("服务", tuple(whole)), Group("各项", tuple(parts)))


def _kind(kind: str, meters: Mapping[int, Meter], every: Sequence[int]) -> list[Figure]:
    lacking = tuple(n for n in every if kind in meters[n].missing)
    enough = tuple(n for n in every if kind not in meters[n].missing)
    return [Figure(f"{kind}够数", enough), Figure(f"{kind}还差", lacking)]
