"""公示: what may hang on the village's board, and nothing else.

A public list carries name, group, item and amount. There is no field for an
identity number, a phone, a disability, an illness or a reason, and a record
that brings one along is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict

from jiuye_cli.errors import RefusedError
from jiuye_cli.render.documents.shape import Paper, document, undeclared

_LONG_NUMBER = re.compile(r"\d{7,}")
_NOT_FOR_THE_BOARD = re.compile("残疾|残障|慢性病|大病|精神病|疾病|低保|特困|刑满|戒毒")


class PublicRow(TypedDict):
    """One line on the board."""

    name: str
    group: str | None
    item: str
    amount: str | None


class PublicNotice(Paper):
    """A notice: what is published, from when to when (inclusive), where to object."""

    title: str
    start: object
    end: object
    office: str
    office_phone: str
    rows: Sequence[PublicRow]


def public_page(notice: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The notice, A4.

    RefusedError (nothing is printed) where the data hold any other field, or
    where a row holds a number as long as a phone's, or a word of illness,
    disability or hardship.
    """
    extra = sorted(set(undeclared(PublicNotice, notice)))
    if extra:
        raise RefusedError(
            f"公示只能有姓名、组、项目、金额，不能有“{'、'.join(one.rpartition('.')[2] for one in extra)}”；没有打印"
        )
    for number, row in enumerate(notice["rows"], 1):
        for value in row.values():
            _refuse_secrets(number, str(value or ""))
    return document("公示.html", PublicNotice, notice, folders)


def _refuse_secrets(number: int, words: str) -> None:
    if _LONG_NUMBER.search(words):
        raise RefusedError(f"公示第{number}行里有一串长数字，像是电话或证件号；没有打印")
    if found := _NOT_FOR_THE_BOARD.search(words):
        raise RefusedError(
            f"公示第{number}行里有“{found.group()}”，会说出别人的私事；"
            "把项目换个说法（比如“就业补贴”）再打印"
        )
