"""Wages as employers write them: 2200-2800, 按件计，约2500, 面议."""

from __future__ import annotations

from dataclasses import dataclass

from jiuye_cli.core.people.amounts import Yuan, read_amounts
from jiuye_cli.core.people.cell import Cell, cell_text

_BASIS_OF = {"天": "日薪", "小时": "时薪", "件": "计件"}


@dataclass(frozen=True, slots=True)
class Wage:
    """A month's wage in yuan, from `low` to `high` (None is not known), and how it is reckoned.

    `basis` is one of 月薪 计件 日薪 时薪 面议, or empty where nothing was said.
    """

    low: Yuan | None = None
    high: Yuan | None = None
    basis: str = ""


def read_wage(cell: Cell) -> Wage:
    """The wage a cell names; pay by the day, hour or piece has no known month unless one is said.

    Raises `RefusedError` where there is neither a figure nor a word for wages.

    >>> read_wage("3500元/月"), read_wage("2200-2800")
    (Wage(low=3500, high=3500, basis='月薪'), Wage(low=2200, high=2800, basis='月薪'))
    >>> read_wage("按件计，约2500"), read_wage("面议"), read_wage("保底2500")
    (Wage(low=2500, high=2500, basis='计件'), Wage(low=None, high=None, basis='面议'), Wage(low=2500, high=None, basis='月薪'))
    >>> read_wage("120元/天")
    Wage(low=None, high=None, basis='日薪')
    """
    text = cell_text(cell)
    amounts = read_amounts(cell)
    if amounts.per in _BASIS_OF:
        return Wage(basis=_BASIS_OF[amounts.per])
    if amounts.low is None and amounts.high is None:
        return Wage(basis="计件" if "件" in text else "面议")
    months = 12 if amounts.per == "年" else 1
    low, high = (_monthly(one, months) for one in (amounts.low, amounts.high))
    return Wage(low, high, "计件" if "件" in text else "月薪")


def _monthly(amount: Yuan | None, months: int) -> Yuan | None:
    return None if amount is None else int(amount / months) if months > 1 else amount
