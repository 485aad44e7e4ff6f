"""Which kinds of paper there are, and which function makes the page of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper as `print` knows it: English word, Chinese name, where its page is made."""

    word: str
    name: str
    made_by: str

    @property
    def page(self) -> Callable[..., str]:
        """The function that turns its data and the template folders into HTML."""
        module, _, function = self.made_by.rpartition(".")
        made: Callable[..., str] = getattr(import_module(f"jiuye_cli.render.{module}"), function)
        return made


KINDS = (
    Kind("callbacks", "回访名单", "callback.sheet.call_sheet_page"),
    Kind("manual", "帮扶手册", "documents.manual.manual_page"),
    Kind("leaflet", "明白纸", "documents.leaflet.leaflet_page"),
    Kind("policies", "政策汇编", "documents.policies.policy_book_page"),
    Kind("referral", "推荐单", "documents.referral.referral_page"),
    Kind("claim", "申领表", "documents.claim.claim_page"),
    Kind("registration", "失业登记及申领一站式表", "documents.registration.registration_page"),
    Kind("roster", "花名册", "documents.roster.roster_page"),
    Kind("signin", "签到表", "documents.roster.sign_in_page"),
    Kind("bus", "乘车名单", "documents.bus.bus_page"),
    Kind("assessment", "考核表", "documents.assessment.assessment_page"),
    Kind("plan", "帮扶方案", "documents.plan.plan_page"),
    Kind("weekly", "周报", "documents.report.weekly_page"),
    Kind("monthly", "月报", "documents.report.monthly_page"),
    Kind("lists", "两个清单四个底数", "documents.report.lists_page"),
    Kind("public", "公示", "documents.public.public_page"),
    Kind("continuity", "电脑坏了怎么办", "documents.continuity.continuity_page"),
)


def kind_of(word: str) -> Kind:
    """The kind called so, in English or Chinese; KeyError if there is none.

    >>> kind_of("周报").word
    'weekly'
    """
    for kind in KINDS:
        if word in (kind.word, kind.name):
            return kind
    raise KeyError(word)
