"""What importing a sheet will do, row by row. The dry run shows the plan; the real run carries it out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from jiuye_cli.core.fields.catalogue import facts
from jiuye_cli.core.fields.value import Grade, Value
from jiuye_cli.core.intake.merge import Change, applied, merge
from jiuye_cli.core.intake.people import NAME, NUMBER, PersonRow
from jiuye_cli.core.intake.rows import CellProblem
from jiuye_cli.core.intake.same_person import (
    Known,
    PeopleIndex,
    Question,
    question_about,
)
from jiuye_cli.core.people.names import may_be


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    UPDATED = "updated"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class RowPlan:
    """One row's outcome; `person` is None for someone who has no case number yet."""

    row: int
    outcome: Outcome
    person: int | None = None
    changes: Mapping[str, Change] = field(default_factory=dict)
    question: Question | None = None


@dataclass(slots=True)
class Write:
    """What is written of one person when the plan is carried out.

    For a new person `values` is everything known; for one on file only what
    changes. `rows` are the rows this comes from, by number, with the marks by
    which they will be known again.
    """

    person: int | None
    values: dict[str, Value]
    rows: dict[int, str]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Every row's outcome, the problems in row order, and what will be written."""

    rows: Sequence[RowPlan]
    problems: Sequence[CellProblem]
    writes: Sequence[Write]
    not_same: Sequence[tuple[int, str]] = ()

    @property
    def questions(self) -> list[Question]:
        """The questions that were not answered; their rows are refused."""
        return [row.question for row in self.rows if row.question]

    def count(self, outcome: Outcome) -> int:
        """How many rows have this outcome."""
        return sum(row.outcome is outcome for row in self.rows)


NOBODY = 0
"""The answer to a question: none of them."""

OTHER_NAME = "身份证号和{known}相同，姓名却是“{name}”；可能串了行，没有录入，请核对"
NEAR_NAME = "身份证号和{known}相同，姓名写的是“{name}”；姓名没有改，请核对"
CLOSED = "{known}的档案已经注销，没有改；人回来了先 jiuye forget 档案号 --reopen，再导一遍"
OPEN_QUESTION = "{question}拿不准，没有录入；补上身份证号，或在终端里再导一次，会问您"
TAKEN_AS_NEW = (
    "{question}没有问到，先按两个人录入；是同一个人就 jiuye undo 撤销，在终端里再导一次，会问您"
)


def plan_import(
    rows: Iterable[PersonRow],
    index: PeopleIndex,
    *,
    seen: Mapping[str, int] | None = None,
    not_same: Collection[tuple[int, str]] = (),
    answers: Mapping[int, int] | None = None,
    grade: Grade = Grade.TOLD,
) -> ImportPlan:
    """What these rows do to the people of the index, which takes in the new ones.

    `seen` maps the marks of rows imported before to the people, still on file, whom
    they became: such a row says nothing new, whatever has been changed by hand since. `not_same` are
    pairs of case number and row key that were answered before. `answers` holds, by
    row, which candidate of its question it is (from 1), or `NOBODY`.
    """
    planner = _Planner(index, seen or {}, frozenset(not_same), answers or {}, grade)
    for row in rows:
        planner.take(row)
    return planner.plan()


class _Planner:
    def __init__(
        self,
        index: PeopleIndex,
        seen: Mapping[str, int],
        not_same: frozenset[tuple[int, str]],
        answers: Mapping[int, int],
        grade: Grade,
    ) -> None:
        self._index, self._grade = index, grade
        self._seen, self._not_same, self._answers = seen, not_same, answers
        self._plans: list[RowPlan] = []
        self._problems: list[CellProblem] = []
        self._writes: dict[int, Write] = {}
        self._told_apart: list[tuple[int, str]] = []

    def plan(self) -> ImportPlan:
        """The finished plan."""
        writes = tuple(self._writes.values())
        return ImportPlan(self._plans, self._problems, writes, self._told_apart)

    def take(self, row: PersonRow) -> None:
        """Decide one row."""
        self._problems.extend(row.problems)
        if row.refused:
            self._problems.append(row.refused)
            self._plans.append(RowPlan(row.number, Outcome.REFUSED))
            return
        if row.mark in self._seen:
            self._plans.append(RowPlan(row.number, Outcome.SAME, self._seen[row.mark]))
            return
        known = self._index.with_number(row.values.get(NUMBER))
        if known is None:
            self._resembling(row)
        else:
            self._meet(row, known)

    def _resembling(self, row: PersonRow) -> None:
        """A row that no identity number settles: a new person, a question, or its answer."""
        question = question_about(row, self._index, self._not_same)
        if question is None:
            self._open(row)
            return
        answer = self._answers.get(row.number)
        if answer is None:
            self._leave_open(row, question)
        elif answer == NOBODY:
            pairs = ((known.person, question.key) for known in question.candidates)
            self._told_apart += [(person, key) for person, key in pairs if person is not None]
            self._open(row)
        else:
            self._meet(row, question.candidates[answer - 1])

    def _leave_open(self, row: PersonRow, question: Question) -> None:
        """Without an answer a row with a number is a new person, one without is left out."""
        if NUMBER in row.values:
            self._report(row, NAME, TAKEN_AS_NEW.format(question=question.sentence))
            self._open(row, question)
        else:
            self._report(row, NAME, OPEN_QUESTION.format(question=question.sentence))
            self._plans.append(RowPlan(row.number, Outcome.REFUSED, question=question))

    def _open(self, row: PersonRow, question: Question | None = None) -> None:
        known = Known(None, dict(row.values), row=row.number)
        self._index.add(known)
        self._writes[id(known)] = Write(None, dict(row.values), {row.number: row.mark})
        self._plans.append(RowPlan(row.number, Outcome.NEW, question=question))

    def _meet(self, row: PersonRow, known: Known) -> None:
        """A row about someone known: update the file, or refuse when it cannot be them."""
        told = dict(row.values)
        if known.closed:
            self._refuse(row, CLOSED.format(known=known.called))
            return
        if not _could_be_called(known.name, row.name):
            self._refuse(row, OTHER_NAME.format(known=known.called, name=row.name))
            return
        if not _same_name(known.name, row.name):
            self._report(row, NAME, NEAR_NAME.format(known=known.called, name=told.pop(NAME)))
        merged = merge(facts(), known.values, told, known.evidence, self._grade)
        for name, why in merged.kept.items():
            self._report(row, name, why)
        outcome = Outcome.UPDATED if merged.changes else Outcome.SAME
        if merged.changes:
            self._change(known, merged.changes, row)
        self._plans.append(RowPlan(row.number, outcome, known.person, merged.changes))

    def _change(self, known: Known, changes: Mapping[str, Change], row: PersonRow) -> None:
        write = self._writes.setdefault(id(known), Write(known.person, {}, {}))
        write.rows[row.number] = row.mark
        known.values = applied(known.values, changes)
        write.values = (
            dict(known.values) if known.person is None else applied(write.values, changes)
        )
        self._index.add(known)

    def _refuse(self, row: PersonRow, why: str) -> None:
        self._report(row, NAME, why)
        self._plans.append(RowPlan(row.number, Outcome.REFUSED))

    def _report(self, row: PersonRow, column: str, why: str) -> None:
        self._problems.append(CellProblem(row.number, column, why))


def _same_name(known: str, told: str) -> bool:
    return known == told or may_be(told, known) or may_be(known, told)


def _could_be_called(known: str, told: str) -> bool:
    """Whether two names under one number can be one person's: a slip of the pen, a pet name."""
    return _same_name(known, told) or bool(set(known) & set(told))
