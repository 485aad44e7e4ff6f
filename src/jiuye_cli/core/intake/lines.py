"""Which rows under a header are data: not totals, remarks, repeated headers, empty lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jiuye_cli.core.intake.columns import header_key
from jiuye_cli.core.intake.header import Header
from jiuye_cli.core.intake.sheet import Sheet, filled
from jiuye_cli.core.people.cell import Cell, cell_text, is_blank

_TOTAL = re.compile(
    r"^(?:合计|总计|小计|共计|累计|总人数|总户数|注\d?[:：]|附?注[:：]|说明[:：]|备注[:：]|填报人|填表人|填报单位|填报日期|填报时间"
    r"|填表日期|填表时间|填表说明|制表|审核人|审核[:：]|复核|负责人[:：]|单位负责人|主要负责人|分管领导|联系人[:：]|联系电话[:：]|经办人|统计人"
    r"|第\d+页|共\d+[人户页条]|以上(?:共|人员)|本表|此表|（?以下空白|以下无正文)"
)
_SECTION = re.compile(r"^第?[一二三四五六七八九十\d]{1,3}(?:村民)?小?组$")
_COUNTING = re.compile(r"^[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛])[)）]?$")
LONGEST_SINGLE = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A row of data: its number as the spreadsheet shows it, its cells, the section it stands in."""

    number: int
    cells: Sequence[Cell]
    section: str = ""


def data_lines(sheet: Sheet, header: Header) -> Iterator[Line]:
    """The rows of data under a header, merged cells filled, in order."""
    places = [column.place for column in header.columns if column.target]
    titles = {
        header_key(column.title.rpartition("/")[2]): column.place for column in header.columns
    }
    rows: Sequence[Sequence[Cell]] = filled(sheet) if sheet.merged else sheet.rows
    section = ""
    for number, cells in enumerate(rows[header.data_from :], header.data_from + 1):
        only = _only_text(cells)
        if only is not None:
            section = only if _SECTION.match(only) else section
        if _is_empty(cells, places) or _is_aside(cells, only):
            continue
        if not _is_header_again(cells, titles, number - header.data_from):
            yield Line(number, cells, section)


def _is_empty(cells: Sequence[Cell], places: Sequence[int]) -> bool:
    return all(place >= len(cells) or is_blank(cells[place]) for place in places)


def _only_text(cells: Sequence[Cell]) -> str | None:
    """The text of a row in which nothing else stands; None for any other row."""
    contents = set(cells) - {None, ""}
    return cell_text(contents.pop()).replace(" ", "") if len(contents) == 1 else None


def _is_aside(cells: Sequence[Cell], only: str | None) -> bool:
    """Whether a row is a total, a footnote, a section's name, or one long sentence."""
    if only is not None and (_SECTION.match(only) or _is_sentence(only)):
        return True
    head = next((cell for cell in cells if cell is not None and cell != ""), None)
    if not isinstance(head, str) or not _TOTAL.match(cell_text(head).replace(" ", "")):
        return False
    return not any(isinstance(cell, str) and len(cell.strip()) == 18 for cell in cells)


def _is_sentence(only: str) -> bool:
    """Whether a lone text is a remark; a lone number belongs to a row that lacks its name."""
    return len(only) > LONGEST_SINGLE and not only[:6].isdigit()


def _is_header_again(cells: Sequence[Cell], titles: Mapping[str, int], depth: int) -> bool:
    """Whether a row repeats the header, as on each printed page, or numbers its columns."""
    found = [(place, cell) for place, cell in enumerate(cells) if cell is not None and cell != ""]
    first = [
        titles.get(header_key(cell)) == place for place, cell in found[:3] if isinstance(cell, str)
    ]
    if sum(first) > 1:
        return True
    return depth < 3 and len(found) > 2 and all(_COUNTING.match(cell_text(c)) for _, c in found)
