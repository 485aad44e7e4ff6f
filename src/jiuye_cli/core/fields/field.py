"""One field of the catalogue: everything that is declared of it, once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of value, named as `facts` documents name them."""

    TEXT = "文"
    NUMBER = "数"  # whole numbers
    MONEY = "元"  # yuan, to the fen
    DATE = "日"
    MONTH = "月"
    YES_NO = "否"
    CHOICE = "选"
    CHOICES = "集"
    PLACE = "地"  # region path such as 山东/聊城/临清
    RECORDS = "表"


class Sensitivity(StrEnum):
    """How far a value may travel."""

    PLAIN = "plain"
    PERSONAL = "personal"  # masked on screen: identity number, phone, address
    SENSITIVE = "sensitive"  # health, disability, 低保 …: never on a call sheet or in public


PLAIN, PERSONAL, SENSITIVE = Sensitivity.PLAIN, Sensitivity.PERSONAL, Sensitivity.SENSITIVE


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that can be known, under the one name it has in every layer.

    `values` are the allowed answers in display order; `codes` maps standard
    codes (GB/T, AAC) and `synonyms` the words people write to an allowed
    answer. `aliases` are other headers under which workbooks carry it. A field
    marked `derived` is computed and never typed. `records` are the columns of
    a list. Each member of a `dated` set holds from a day until a day (both
    included, either open); the fact is the set of members that hold today, and
    it may be known in part (`PartialSet`).
    """

    name: str
    kind: Kind
    values: tuple[str, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)
    synonyms: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    question: str = ""
    unit: str = ""
    sensitivity: Sensitivity = PLAIN
    derived: bool = False
    dated: bool = False
    records: tuple[Field, ...] = ()

    @property
    def listed(self) -> bool:
        """Whether it is kept in a table of its own, a row an item."""
        return self.kind is Kind.RECORDS or self.dated

    def column(self, name: str) -> Field:
        """The column of this list that is called `name`; KeyError if it has none."""
        for column in self.records:
            if column.name == name:
                return column
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that fields belong to, and the table that holds them."""

    name: str
    table: str
    fields: tuple[Field, ...]

    def field(self, name: str) -> Field:
        """The field called `name`; KeyError if there is none."""
        for one in self.fields:
            if one.name == name:
                return one
        raise KeyError(name)

    @property
    def columns(self) -> tuple[Field, ...]:
        """The fields that are typed into columns of the entity's own table."""
        return tuple(f for f in self.fields if not f.derived and not f.listed)

    @property
    def lists(self) -> tuple[Field, ...]:
        """The fields that are lists or dated sets, each in a table of its own."""
        return tuple(f for f in self.fields if not f.derived and f.listed)
