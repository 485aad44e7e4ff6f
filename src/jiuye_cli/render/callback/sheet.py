"""The call sheet on paper (回访名单): who to ring, what to ask, boxes to tick."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict

from jiuye_cli.render.documents.shape import shaped
from jiuye_cli.render.paper.template import render

TEMPLATE = "回访名单.html"


class Ask(TypedDict):
    """A question for the call, and the yuan its answer can still change (None: none)."""

    question: str
    money: object


class CallRow(TypedDict):
    """One call. `row` is the row number with its check character (`07k` or `1121-07k`).

    `phones` are numbers, each with whose it is after a space (`19900000001 女儿`);
    `last` is a phrase (`10月20日 接通 在岗`), None where there was no call yet;
    `wish` is what the person asked for (晚上7点后，找女儿); `cover` is what may be
    said if someone else picks up. Nothing sensitive: no health, no 低保.
    """

    row: str
    name: str
    group: str | None
    phones: Sequence[str]
    last: str | None
    reasons: Sequence[str]
    ask: Sequence[Ask]
    wish: str | None
    cover: str | None


class VisitRow(TypedDict):
    """One visit, for who has no number that works; `row` is None where it is not frozen."""

    row: str | None
    name: str
    group: str | None
    address: str | None
    reasons: Sequence[str]


class UnreturnedRow(TypedDict):
    """A row of an earlier sheet of which nothing has been entered."""

    row: str
    sheet_no: str
    name: str


class Sheet(TypedDict):
    """All that stands on one day's call sheet.

    `for_date` is a date (or its ISO text), `printed_at` the text of the moment
    (`2026-11-20 18:00`), `caller` None where anyone may take the sheet.
    """

    title: str
    village: str
    for_date: object
    sheet_no: str
    printed_at: str
    caller: str | None
    rows: Sequence[CallRow]
    visits: Sequence[VisitRow]
    unreturned: Sequence[UnreturnedRow]
    warnings: Sequence[str]


def call_sheet_page(sheet: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The sheet (shaped like `Sheet`) as one self-contained HTML page, A4 landscape.

    `folders` are the template folders, the shipped one last.
    """
    data = shaped(Sheet, sheet)
    data["rows"] = [_numbered(one) | _spread(one) for one in data["rows"]]
    data["visits"] = [_numbered(one) for one in data["visits"]]
    return render(TEMPLATE, data, folders)


def _spread(row: Mapping[str, Any]) -> dict[str, Any]:
    phones = (phone.partition(" ") for phone in row["phones"])
    return {
        "phones": [{"number": number, "of": of} for number, _, of in phones],
        "last": (row["last"] or "").split(),
        "cover": re.findall("[^，；]+[，；]?", row["cover"] or ""),
    }


def _numbered(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row with its number in two parts: `1121-` is printed small, `07k` large."""
    sheet, dash, tail = (row["row"] or "").rpartition("-")
    return dict(row) | {"row_sheet": sheet + dash, "row_tail": tail}
