"""Where a sheet's header stands, and what each of its columns fills."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from jiuye_cli.core.fields.field import Field, Kind
from jiuye_cli.core.intake.columns import Target, header_index, header_key, target_of
from jiuye_cli.core.intake.mapping import Choice, refuse_unknown_columns, user_choice
from jiuye_cli.core.intake.sheet import Sheet, column_letter, filled
from jiuye_cli.core.people.cell import Cell, cell_text

DEEPEST_START = 40
MOST_LEVELS = 3
LONGEST_GROUP = 15

_OTHER_PERSON = re.compile(r"户主|配偶|帮扶|监护|填报|填表|经办|紧急联系|家属|法定代表|联络")
_NOT_WORK_HELD = re.compile(r"意向|意愿|期望|需求|培训|创业|证书|技能|家庭")
_GROUP_END = re.compile(r"(?:情况|信息|登记|内容|状况|资料)$")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet: its place (from 0), its header, and what it fills, if anything.

    `turn` counts the records of a list: a second 证书 column fills a second record.
    """

    place: int
    title: str
    target: Target | None
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a sheet: data begins at row `data_from` (from 0)."""

    data_from: int
    columns: tuple[Column, ...]

    @property
    def mapping(self) -> dict[str, str]:
        """Header to field, for the columns that fill something."""
        return {c.title: c.target.name for c in self.columns if c.target}

    @property
    def unmapped(self) -> list[str]:
        """The headers of columns that fill nothing."""
        return [c.title for c in self.columns if not c.target]

    def fills(self, name: str) -> bool:
        """Whether some column fills this field."""
        return any(c.target and c.target.field.name == name for c in self.columns)


Stack = tuple[str, ...]
"""The header texts of one column, from the group down to the column's own."""

Recognise = Callable[[Stack], Target | None]


def find_header(
    sheet: Sheet, fields: Sequence[Field], wanted: Mapping[str, str] | None = None
) -> Header | None:
    """The header of a sheet under its title rows, one to three rows deep; None if there is none.

    `wanted` is the user's own mapping, header (or column letter) to field name; it
    wins over what is recognised. Raises `UsageError` when it names a field or a
    column that does not exist.
    """
    index = header_index(fields)
    choice = user_choice(wanted or {}, index)
    recognise = cache(lambda stack: _recognised(stack, index, choice))
    blocks = _blocks(_grid(sheet), joined=not sheet.merged)
    best = max(blocks, key=lambda block: _rank(block, recognise), default=None)
    if best is None or not _is_header(best, recognise, fields[0].name):
        return None
    columns = _columns(best, recognise, choice)
    refuse_unknown_columns(choice, [(c.title, c.place) for c in columns])
    return Header(best.start + best.depth, tuple(_in_turn(columns)))


@dataclass(frozen=True, slots=True)
class _Block:
    start: int
    depth: int
    stacks: tuple[Stack, ...]


def _grid(sheet: Sheet) -> list[list[str]]:
    top = Sheet(sheet.name, sheet.rows[: DEEPEST_START + MOST_LEVELS])
    rows: list[list[Cell]] = filled(
        top, [merge for merge in sheet.merged if merge.top < DEEPEST_START]
    )
    width = max(map(len, rows), default=0)
    return [[cell_text(cell) for cell in row] + [""] * (width - len(row)) for row in rows]


def _blocks(grid: Sequence[Sequence[str]], *, joined: bool) -> Iterator[_Block]:
    """Every run of rows that could be the header, with each column's stack of texts."""
    for start in range(min(len(grid), DEEPEST_START)):
        groups = _groups(grid[start - 1], joined) if start else None
        for depth in range(1, min(MOST_LEVELS, len(grid) - start) + 1):
            rows = grid[start : start + depth]
            above = [_spread(row) if joined else row for row in rows[:-1]]
            if groups:
                above = [groups, *above]
            yield _Block(start, depth, _stacks([*above, rows[-1]], own=rows))


def _groups(row: Sequence[str], joined: bool) -> Sequence[str] | None:
    """A row that names groups of columns; None for a title, a remark or an empty row."""
    texts = {text for text in row if text}
    if len(texts) < 2 or any(len(t) > LONGEST_GROUP or ":" in t or "：" in t for t in texts):
        return None
    return _spread(row) if joined else row


def _spread(row: Sequence[str]) -> list[str]:
    """Each text also over the empty cells to its right, for files that keep no merges."""
    spread: list[str] = []
    for text in row:
        spread.append(text or (spread[-1] if spread else ""))
    return spread


def _stacks(rows: Sequence[Sequence[str]], own: Sequence[Sequence[str]]) -> tuple[Stack, ...]:
    stacks: list[Stack] = []
    for place in range(len(rows[-1])):
        if not any(row[place] for row in own):
            stacks.append(())
            continue
        texts = [row[place] for row in rows if row[place]]
        stacks.append(tuple(dict.fromkeys(texts)))
    return tuple(stacks)


def _rank(block: _Block, recognise: Recognise) -> tuple[int, int, int]:
    return len(_found(block, recognise)), -block.depth, -block.start


def _found(block: _Block, recognise: Recognise) -> set[str]:
    targets = (recognise(stack) for stack in block.stacks if stack)
    return {target.name for target in targets if target}


def _is_header(block: _Block, recognise: Recognise, first: str) -> bool:
    found = _found(block, recognise)
    return len(found) > 1 or first in found


def _recognised(stack: Stack, index: Mapping[str, Target], choice: Choice) -> Target | None:
    """What a column fills, by the user's word, by group and header together, or by header alone."""
    leaf = stack[-1]
    for key in ("/".join(map(header_key, stack)), header_key(leaf)):
        if key in choice:
            return choice[key]
    groups = stack[:-1]
    for group in reversed(groups):
        for text in _joined_names(group, leaf):
            if found := target_of(text, index):
                return found
    if any(_OTHER_PERSON.search(group) for group in groups):
        return None
    found = target_of(leaf, index)
    if found and found.generic and any(_NOT_WORK_HELD.search(group) for group in groups):
        return None
    return found


def _joined_names(group: str, leaf: str) -> Iterator[str]:
    bare = _GROUP_END.sub("", header_key(group)) or group
    yield bare + leaf
    if len(bare) > 2:
        yield bare[:2] + leaf
        yield bare[-2:] + leaf


def _columns(block: _Block, recognise: Recognise, choice: Choice) -> list[Column]:
    leaves = Counter(_title(stack) for stack in block.stacks if stack)
    named: list[Column] = []
    for place, stack in enumerate(block.stacks):
        letter = column_letter(place)
        if not stack:
            if letter in choice:
                named.append(Column(place, f"{letter}列", choice[letter]))
            continue
        target = choice[letter] if letter in choice else recognise(stack)
        named.append(Column(place, _unique(stack, leaves, named, place), target))
    return named


def _title(stack: Stack) -> str:
    return stack[-1].replace(" ", "")


def _unique(stack: Stack, leaves: Counter[str], named: Sequence[Column], place: int) -> str:
    title = _title(stack)
    if leaves[title] > 1 and len(stack) > 1:
        title = f"{stack[-2]}/{title}".replace(" ", "")
    if any(column.title == title for column in named):
        title = f"{title}（{column_letter(place)}列）"
    return title


def _in_turn(columns: Sequence[Column]) -> Iterator[Column]:
    """Columns of lists numbered by record; a second column for a plain field fills nothing."""
    seen: Counter[str] = Counter()
    for column in columns:
        target = column.target
        if target is None:
            yield column
            continue
        turn = seen[target.name]
        seen[target.name] += 1
        if turn and target.column is None and (target.member or not _holds_several(target)):
            yield replace(column, target=None)
        else:
            yield replace(column, turn=turn)


def _holds_several(target: Target) -> bool:
    """Whether several columns can tell parts of one value: a set can be told in parts."""
    return target.field.kind is Kind.CHOICES
