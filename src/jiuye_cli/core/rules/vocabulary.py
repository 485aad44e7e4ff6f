"""The names a rule may use: facts of the catalogue, a village's own, parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from jiuye_cli.core.fields import catalogue
from jiuye_cli.core.fields.field import Field, Kind
from jiuye_cli.core.rules.moment import FactName
from jiuye_cli.core.rules.node import nearest
from jiuye_cli.core.rules.parameters import NO_PARAMETERS, Parameters


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What names mean while one condition or formula is read.

    `lists` are the lists one of whose records is being judged; `bare` says
    whether their columns may be named without the list.
    """

    fields: Mapping[str, Field] = field(default_factory=catalogue.facts)
    parameters: Parameters = NO_PARAMETERS
    lists: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    has_parameters: bool = True

    def inside(self, name: str) -> Vocabulary:
        """The names as they are inside a quantifier over a list."""
        return replace(self, lists=(*self.lists, name), bare=(name, *self.bare))

    def judging(self, name: str) -> Vocabulary:
        """The names as they are in a rule judged once for each record of a list (逐件)."""
        return replace(self, lists=(*self.lists, name)) if name else self

    def fact(self, name: str) -> tuple[FactName, Field] | str:
        """The fact behind a name and its field, or the sentence that says why there is none."""
        for of in self.bare:
            if f"{of}.{name}" in self.fields:
                return FactName(name, of), self.fields[f"{of}.{name}"]
        own = name.removeprefix("本人.")
        of, dot, column = own.partition(".")
        if dot and own in self.fields:
            if of in self.lists:
                return FactName(column, of), self.fields[own]
            return f"“{own}”是“{of}”表里的一列：要么在文件里写 逐件: {of}，要么写 其一: {{{of}: {{{column}: …}}}}"
        if own in self.fields:
            return FactName(own), self.fields[own]
        return f"没有叫“{name}”的事实{nearest(name, self._words())}"

    def list_named(self, name: str) -> Field | str:
        """The list field called `name`, or the sentence that says why there is none."""
        found = self.fields.get(name)
        lists = [key for key, one in self.fields.items() if one.kind is Kind.RECORDS]
        if found is None or found.kind is not Kind.RECORDS:
            return f"“{name}”不是表类事实，只能是 {' '.join(lists)}{nearest(name, lists)}"
        return found

    def _words(self) -> tuple[str, ...]:
        bare = [
            key.removeprefix(f"{of}.")
            for of in self.bare
            for key in self.fields
            if key.startswith(f"{of}.")
        ]
        return (*bare, *self.fields)
