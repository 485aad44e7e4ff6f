"""Region paths: 全国 holds 山东 holds 山东/济南."""

from __future__ import annotations

from functools import lru_cache

NATION = "全国"


@lru_cache(maxsize=4096)
def parts(place: str) -> tuple[str, ...]:
    """The names on the way down to a place; none for 全国.

    >>> parts("全国"), parts("山东/济南")
    ((), ('山东', '济南'))
    """
    names = tuple(one.strip() for one in place.split("/") if one.strip())
    return names[1:] if names[:1] == (NATION,) else names


def within(place: str, region: str) -> bool:
    """Whether `place` lies in `region`, or is it.

    >>> within("山东/济南/历下", "山东"), within("山东", "山东/济南")
    (True, False)
    """
    wanted = parts(region)
    return parts(place)[: len(wanted)] == wanted


@lru_cache(maxsize=4096)
def ancestry(place: str) -> tuple[str, ...]:
    """The regions whose rules hold at a place, 全国 first.

    >>> ancestry("山东/济南")
    ('全国', '山东', '山东/济南')
    """
    names = parts(place)
    return (NATION, *("/".join(names[: depth + 1]) for depth in range(len(names))))


def depth(region: str) -> int:
    """How far down a region lies; 0 for 全国."""
    return len(parts(region))
