"""Which function gathers the data of each kind of paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from jiuye_cli.actions.papers.paper import Gathered, Press, Wanted
from jiuye_cli.errors import UsageError


@dataclass(frozen=True, slots=True)
class Gatherer:
    """A kind of paper: the contract's word, its Chinese name, where its data is gathered."""

    word: str
    name: str
    made_by: str

    @property
    def gather(self) -> Callable[[Press, Wanted], Sequence[Gathered]]:
        """The function that gathers it."""
        module, _, function = self.made_by.partition(".")
        found: Callable[[Press, Wanted], Sequence[Gathered]] = getattr(
            import_module(f"jiuye_cli.actions.papers.{module}"), function
        )
        return found


GATHERERS: tuple[Gatherer, ...] = (
    Gatherer("manual", "帮扶手册", "manual.manuals"),
    Gatherer("leaflet", "明白纸", "leaflet.leaflets"),
    Gatherer("policies", "政策汇编", "book.policy_book"),
    Gatherer("referral", "推荐单", "course.referral_slips"),
    Gatherer("claim", "申领表", "course_lists.claims"),
    Gatherer("registration", "失业登记及申领一站式表", "course.registrations"),
    Gatherer("roster", "花名册", "roster.roster"),
    Gatherer("signin", "签到表", "roster.sign_in"),
    Gatherer("bus", "乘车名单", "course_lists.buses"),
    Gatherer("assessment", "考核表", "course_lists.assessments"),
    Gatherer("plan", "帮扶方案", "course.plans"),
    Gatherer("weekly", "周报", "reports.weekly_paper"),
    Gatherer("monthly", "月报", "reports.monthly_paper"),
    Gatherer("lists", "两个清单四个底数", "reports.lists_paper"),
    Gatherer("public", "公示", "public.notices"),
    Gatherer("continuity", "电脑坏了怎么办", "continuity.continuity"),
)


def gatherer(word: str) -> Gatherer:
    """The kind of paper a word names, or a part only one name has; `UsageError` with all kinds otherwise."""
    for one in GATHERERS:
        if word in (one.word, one.name):
            return one
    near = [one for one in GATHERERS if word in one.name]
    if len(near) == 1:
        return near[0]
    known = "、".join(["回访名单", *(one.name for one in GATHERERS)])
    raise UsageError(f"没有“{word}”这种纸。能印的有：{known}。")
