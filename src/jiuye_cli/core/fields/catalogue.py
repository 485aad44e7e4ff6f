"""The catalogue: every field of every entity, found by its name.

>>> from jiuye_cli.core.fields.catalogue import fact
>>> fact("年龄").unit
'周岁'
>>> fact("证书.等级").values[0]
'五级'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from jiuye_cli.core.fields.employer import EMPLOYER_FIELDS
from jiuye_cli.core.fields.field import Entity, Field, Kind
from jiuye_cli.core.fields.household import HOUSEHOLD_FIELDS
from jiuye_cli.core.fields.person import PERSON_FIELDS

PERSON = Entity("本人", "person", PERSON_FIELDS)
HOUSEHOLD = Entity("家庭", "household", HOUSEHOLD_FIELDS)
EMPLOYER = Entity("单位", "employer", EMPLOYER_FIELDS)

TYPED: Mapping[str, Field] = {
    f.name: f for f in (*PERSON.columns, *PERSON.lists, *HOUSEHOLD.columns)
}
"""What can be typed about a person and the household, by name."""

CLOCK_FIELDS = (
    Field("今日", Kind.DATE, derived=True),
    Field("申请日期", Kind.DATE, derived=True),
    Field("办理地", Kind.PLACE, derived=True),
)
"""What a rule may ask about the day and place of judging, not about a person."""

LIST_TABLES = {
    "电话": "phone",
    "人员类别": "category",
    "就业经历": "job_held",
    "证书": "certificate",
    "培训": "training_taken",
    "创业": "venture",
}
"""The table of each list of a person."""


_OWN: dict[str, Field] = {}


def declare_own(fields: Iterable[Field]) -> None:
    """Take a workspace's own fields (字段.yaml) into the catalogue, in place of any declared before.

    The one thing of the catalogue that is not fixed: said once, before a command does anything.
    """
    _OWN.clear()
    _OWN.update({one.name: one for one in fields})
    facts.cache_clear()


def own_fields() -> Mapping[str, Field]:
    """The workspace's own fields, by name."""
    return _OWN


@cache
def facts() -> dict[str, Field]:
    """Every fact a rule may name, by name; a list's columns as 证书.等级."""
    named: dict[str, Field] = dict(_OWN)
    for one in (*PERSON_FIELDS, *HOUSEHOLD_FIELDS, *EMPLOYER_FIELDS, *CLOCK_FIELDS):
        named[one.name] = one
        for column in one.records:
            named[f"{one.name}.{column.name}"] = column
    return named


def fact(name: str) -> Field:
    """The field behind a fact name; KeyError if there is none."""
    return facts()[name]
