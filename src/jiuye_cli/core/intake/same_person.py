"""Whether a row and a file are the same person: the identity number decides, a name never does.

Where there is no number to go by, a namesake with the same birthday, phone or
group is a question for a human; the answer “not the same” is remembered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from jiuye_cli.core.fields.value import UNKNOWN, Evidence, Value
from jiuye_cli.core.intake.people import BORN, GROUP, NAME, NUMBER, SEX, PersonRow
from jiuye_cli.core.people.identity import fits_mask
from jiuye_cli.core.people.names import has_lost_characters, may_be

PHONES = "电话"


@dataclass(slots=True)
class Known:
    """Someone already on file (`person` is the case number) or met in an earlier row (`row`)."""

    person: int | None
    values: Mapping[str, Value]
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    row: int = 0
    closed: bool = False

    @property
    def name(self) -> str:
        """The person's name."""
        return str(self.values.get(NAME, ""))

    @property
    def called(self) -> str:
        """How a question names them: 12 号 张伟（3组）, or the row they stand in."""
        where = f"{self.person} 号" if self.person is not None else f"第 {self.row} 行的"
        group = self.values.get(GROUP, UNKNOWN)
        return f"{where}{self.name}" + (f"（{group}）" if isinstance(group, str) else "")


@dataclass(frozen=True, slots=True)
class Question:
    """A row that may be somebody on file: who, and by what they resemble each other.

    `key` names the row's person for the memory of “not the same”.
    """

    row: int
    name: str
    candidates: Sequence[Known]
    alike: str
    key: str

    @property
    def sentence(self) -> str:
        """The question as it is put to her."""
        who = "、".join(one.called for one in self.candidates)
        return f"{self.name}和{who}同名，{self.alike}相同，是同一个人吗？"


class PeopleIndex:
    """People by identity number and by name."""

    def __init__(self, people: Iterable[Known] = ()) -> None:
        self._by_number: dict[str, Known] = {}
        self._by_name: dict[str, list[Known]] = defaultdict(list)
        for known in people:
            self.add(known)

    def add(self, known: Known) -> None:
        """Take someone in, or anew under a name or number that has changed."""
        number = known.values.get(NUMBER, UNKNOWN)
        if isinstance(number, str):
            self._by_number[number] = known
        namesakes = self._by_name[known.name]
        if not any(one is known for one in namesakes):
            namesakes.append(known)

    def with_number(self, number: Value | None) -> Known | None:
        """Who has this identity number."""
        return self._by_number.get(number) if isinstance(number, str) else None

    def namesakes(self, name: str) -> Sequence[Known]:
        """Everyone of this name, or of a name this one may be with its lost characters."""
        if has_lost_characters(name):
            return [
                k for other, found in self._by_name.items() if may_be(name, other) for k in found
            ]
        return self._by_name.get(name, [])


def likenesses(row: PersonRow, known: Known) -> list[str]:
    """What a row and a namesake have in common; empty when something tells them apart.

    Two different identity numbers, sexes or birthdays are two people.
    """
    if any(_differ(row.values, known.values, name) for name in (NUMBER, SEX, BORN)):
        return []
    alike = []
    if BORN in row.values and row.values[BORN] == known.values.get(BORN):
        alike.append("出生日期")
    if _numbers(row.values) & _numbers(known.values):
        alike.append("电话")
    if GROUP in row.values and row.values[GROUP] == known.values.get(GROUP):
        alike.append("组别")
    number = known.values.get(NUMBER, "")
    if row.masked and isinstance(number, str) and fits_mask(row.masked, number):
        alike.append("身份证号露出的几位")
    return alike


def question_about(
    row: PersonRow, index: PeopleIndex, not_same: Collection[tuple[int, str]]
) -> Question | None:
    """The question a row without a match raises, or None when it resembles nobody."""
    key = row_key(row)
    found = []
    alike: dict[str, None] = {}
    for known in index.namesakes(row.name):
        common = likenesses(row, known)
        if common and (known.person, key) not in not_same:
            found.append(known)
            alike |= dict.fromkeys(common)
    return Question(row.number, row.name, tuple(found), "、".join(alike), key) if found else None


def row_key(row: PersonRow) -> str:
    """The identity number, or name and marks by which a row without one is known again."""
    number = row.values.get(NUMBER, UNKNOWN)
    if isinstance(number, str):
        return number
    marks = (row.values.get(BORN, ""), row.values.get(GROUP, ""), *sorted(_numbers(row.values)))
    return "|".join([row.name, *map(str, marks)])


def _differ(one: Mapping[str, Value], other: Mapping[str, Value], name: str) -> bool:
    return name in one and name in other and one[name] != other[name]


def _numbers(values: Mapping[str, Value]) -> set[str]:
    phones = values.get(PHONES, UNKNOWN)
    return (
        {str(record["号码"]) for record in phones if "号码" in record}
        if isinstance(phones, tuple)
        else set()
    )
