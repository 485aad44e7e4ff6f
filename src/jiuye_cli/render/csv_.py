"""Lists as CSV that spreadsheets open rightly: UTF-8 with BOM, text kept as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from jiuye_cli.render.screen.text import cell_text
from jiuye_cli.render.words import shown

BOM = "\ufeff"


def csv_text(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    r"""The whole CSV, BOM first, lines ending in \r\n.

    Numbers stay numbers; text that a spreadsheet would calculate or shorten
    (formulas, identity numbers, leading zeros) carries an apostrophe.

    >>> csv_text(["姓名", "多挣"], [["张三", Decimal("-1000")], ["=1+1", None]])
    "\ufeff姓名,多挣\r\n张三,-1000\r\n'=1+1,\r\n"
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([cell_text(head) for head in heads])
    writer.writerows([_cell(value) for value in row] for row in rows)
    return BOM + out.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, Decimal):
        return shown(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return repr(value)
    return cell_text(shown(value))
