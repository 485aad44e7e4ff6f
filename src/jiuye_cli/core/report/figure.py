"""A number that opens into what it counts, and how numbers belong together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias, TypeVar

from jiuye_cli.errors import NotFoundError

PERSON, POST, SLIP, REFERRAL = "person", "post", "slip", "referral"
CLASS, EVENT, SERVICE = "class", "event", "service"
"""What the ids of a figure number."""

T = TypeVar("T")
Number: TypeAlias = int | Decimal


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with the ids behind it; `of` says what they number.

    `amount` is set where more is counted than ids (seats of posts). `sums` are
    the ways in which other figures of the same report make this one up: those
    of one way share no id and leave none out. `previous` is the number of a
    week before, None where there is none; `target` what the year is to reach.
    """

    name: str
    ids: tuple[int, ...]
    unit: str = "人"
    of: str = PERSON
    amount: Number | None = None
    sums: tuple[tuple[str, ...], ...] = ()
    previous: Number | None = None
    target: Decimal | None = None

    @property
    def value(self) -> Number:
        """The number: as many as there are ids, or the amount they come to.

        >>> Figure("在册", (3, 7)).value
        2
        """
        return len(self.ids) if self.amount is None else self.amount

    @property
    def percent(self) -> Decimal | None:
        """How much of the target is reached, in percent to one place; None without a target.

        >>> Figure("务工人数", (3, 7), target=Decimal(3)).percent
        Decimal('66.7')
        """
        if not self.target:
            return None
        return (Decimal(self.value) * 100 / self.target).quantize(Decimal("0.1"))


@dataclass(frozen=True, slots=True)
class Group:
    """Figures under one head."""

    name: str
    figures: tuple[Figure, ...]


def split(
    name: str, things: Iterable[T], classes: Mapping[str, Callable[[T], bool]], id_of: Callable[[T], int],
    rest: str,
) -> list[Figure]:  # fmt: skip
    """A figure of all things, and one for each class; what fits none is counted under `rest`.

    >>> people = [(1, "在职"), (2, None)]
    >>> classes = {"在职": lambda one: one[1] == "在职"}
    >>> [(one.name, one.ids) for one in split("在册", people, classes, lambda one: one[0], "未问到")]
    [('在册', (1, 2)), ('在职', (1,)), ('未问到', (2,))]
    """
    every: list[int] = []
    sorted_by: dict[str, list[int]] = {one: [] for one in (*classes, rest)}
    for thing in things:
        every.append(id_of(thing))
        place = next((one for one, fits in classes.items() if fits(thing)), rest)
        sorted_by[place].append(every[-1])
    whole = Figure(name, tuple(every), sums=(tuple(sorted_by),))
    return [whole, *(Figure(one, tuple(ids)) for one, ids in sorted_by.items())]


def every_figure(groups: Iterable[Group]) -> Iterator[Figure]:
    """All figures of a report in order."""
    for group in groups:
        yield from group.figures


def unreconciled(figures: Sequence[Figure]) -> list[str]:
    """The sums that do not come out, each as a sentence; none in a sound report.

    >>> unreconciled([Figure("在册", (1, 2), sums=(("在职",),)), Figure("在职", (1,))])
    ['在册 ≠ 在职']
    """
    named = {one.name: one for one in figures}
    return [
        f"{one.name} ≠ {' + '.join(parts)}"
        for one in figures
        for parts in one.sums
        if not _comes_out(one, [named[part] for part in parts])
    ]


def _comes_out(whole: Figure, parts: Sequence[Figure]) -> bool:
    ids = [number for part in parts for number in part.ids]
    return sorted(ids) == sorted(whole.ids) and sum(part.value for part in parts) == whole.value


def figure_named(figures: Iterable[Figure], word: str) -> Figure:
    """The figure that a word means: its name, or a part that only one name has.

    Raises `NotFoundError` naming those there are.

    >>> figure_named([Figure("本周应访", (1,)), Figure("本周已访", ())], "应访").ids
    (1,)
    """
    known = list(figures)
    exact = [one for one in known if one.name == word]
    found = exact or [one for one in known if word in one.name]
    if len(found) == 1:
        return found[0]
    told = "、".join(one.name for one in (found or known))
    why = "对得上好几个数" if found else "不是这张表里的数"
    raise NotFoundError(f"“{word}”{why}：{told}。")


def with_previous(groups: Sequence[Group], before: Sequence[Group]) -> tuple[Group, ...]:
    """The figures, each with its number of the time before; what was not told of then was 0.

    Both times are counted in the same way, so that only kinds nobody was of are missing.
    """
    then = {one.name: one.value for one in every_figure(before)}
    return _each(groups, lambda one: replace(one, previous=then.get(one.name, 0)))


def also_sums(groups: Sequence[Group], name: str, parts: Sequence[str]) -> tuple[Group, ...]:
    """The groups, in which one figure is made up of these others, too.

    >>> group = Group("在册", (Figure("在册", (1,)),))
    >>> also_sums([group], "在册", ["甲"])[0].figures[0].sums
    (('甲',),)
    """
    return _each(
        groups,
        lambda one: replace(one, sums=(*one.sums, tuple(parts))) if one.name == name else one,
    )


def _each(groups: Sequence[Group], change: Callable[[Figure], Figure]) -> tuple[Group, ...]:
    return tuple(replace(g, figures=tuple(change(one) for one in g.figures)) for g in groups)
