"""Who is meant: a case number, a name, pinyin, initials, or the tail of a number."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from jiuye_cli.core.people.called import group_spellings, one_spelling
from jiuye_cli.core.people.cell import half_width, visible
from jiuye_cli.errors import NotFoundError

MOST_CANDIDATES = 8
SHORTEST_TAIL = 4

Arguments: TypeAlias = Mapping[str, str | int]
_CASE_NUMBER = re.compile(r"#\s*(\d+)|(\d+)\s*号")
_COUNTRY = re.compile(r"^\+?86(?=1\d{10}$)|^\+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person a word may mean, with enough to tell namesakes apart."""

    id: int
    name: str
    group: str | None
    tail: str | None
    closed: bool

    def __str__(self) -> str:
        parts = [
            f"{self.id} 号",
            self.name,
            self.group or "组别未问到",
            f"尾号{self.tail}" if self.tail else "没有号码",
        ]
        return " ".join(parts) + ("（已注销）" if self.closed else "")


_SELECT = """
SELECT p.id, p.姓名 AS name, p.组 AS grp, p.closed_on,
       (SELECT substr(号码, -4) FROM phone WHERE phone.person = p.id ORDER BY id LIMIT 1) AS tail
FROM person p WHERE {where} ORDER BY p.closed_on IS NOT NULL, p.id LIMIT :most
"""


def who(conn: sqlite3.Connection, word: str) -> Candidate:
    """The one person a word means.

    A case number, full name, pinyin or its initials, the last 4 or more digits of a
    phone or identity number, one of these `@组`, or `12号` (`#12`) for a case number
    alone; full-width or plain. Raises `NotFoundError` with at most 8 candidates when
    none or several fit.
    """
    found = candidates(conn, word, most=MOST_CANDIDATES + 1)
    living = [one for one in found if not one.closed]
    if len(living) == 1:
        return living[0]
    if len(found) == 1:
        return found[0]
    raise _not_one(visible(word), found)


def _not_one(word: str, found: Sequence[Candidate]) -> NotFoundError:
    if not word:
        return NotFoundError("没写是谁。可以打档案号、姓名、拼音首字母、电话或身份证后四位。")
    if not found:
        return NotFoundError(
            f"没有找到“{word}”。可以打姓名、拼音首字母、电话或身份证后四位；不确定就先 jiuye find {word}。"
        )
    lines = "\n".join(f"  {one}" for one in found[:MOST_CANDIDATES])
    more = "\n  ……还有别的，请说得再细一点。" if len(found) > MOST_CANDIDATES else ""
    return NotFoundError(
        f"“{word}”对得上好几位，请用档案号（如 {found[0].id}号）或“姓名@组”再说一次：\n{lines}{more}"
    )


def candidates(conn: sqlite3.Connection, word: str, most: int) -> list[Candidate]:
    """Everyone a word may mean exactly, open files first."""
    where, args = _exact(half_width(visible(word)))
    return _select(conn, where, {**args, "most": most})


def _exact(word: str) -> tuple[str, Arguments]:
    word, at, group = (part.strip() for part in word.partition("@"))
    where, args = _alone(word)
    if not at:
        return where, args
    return (
        f"({where}) AND p.组 IN (SELECT value FROM json_each(:groups))",
        {**args, "groups": json.dumps(group_spellings(group))},
    )


def _alone(word: str) -> tuple[str, Arguments]:
    if number := _CASE_NUMBER.fullmatch(word):
        return "p.id = :number", {"number": _number(number[1] or number[2])}
    digits = _COUNTRY.sub("", word.upper().replace(" ", "").replace("-", ""))
    if digits.isascii() and digits.rstrip("X").isdigit():
        return _digits(digits)
    if word.isascii():
        latin = word.lower().replace(" ", "")
        return (
            "(' ' || p.pinyin || ' ') LIKE :like OR (' ' || p.initials || ' ') LIKE :like",
            {"like": f"% {_escaped(latin)} %" if latin else ""},
        )
    return "p.姓名 = :word", {"word": one_spelling(word)}


def _digits(digits: str) -> tuple[str, Arguments]:
    """A case number as it is written, or the tail of a phone or identity number."""
    number = _number(digits) if digits.isdigit() and len(digits.lstrip("0")) >= 1 else -1
    if len(digits) < SHORTEST_TAIL:
        return "p.id = :number", {"number": number}
    return (
        "p.id = :number OR substr(p.身份证号, -length(:word)) = :word"
        " OR p.id IN (SELECT person FROM phone WHERE substr(号码, -length(:word)) = :word)",
        {"number": -1 if digits.startswith("0") else number, "word": digits},
    )


def _number(digits: str) -> int:
    """The number of digits that may be too many for the database."""
    return int(digits) if len(digits) < 18 else -1


def search(conn: sqlite3.Connection, words: Sequence[str]) -> list[Candidate]:
    """People in whom every word occurs: name, pinyin, initials, group, address, notes, any part
    of a phone, the tail of an identity number, the case number; open files first."""
    found: list[Candidate] | None = None
    for word in words:
        told = _select(conn, _ANYWHERE, _anywhere(half_width(visible(word))))
        ids = {one.id for one in told}
        found = told if found is None else [one for one in found if one.id in ids]
    return found or []


_ANYWHERE = """
p.姓名 LIKE :like ESCAPE '!' OR p.pinyin LIKE :low ESCAPE '!' OR p.initials LIKE :low ESCAPE '!'
OR p.组 LIKE :like ESCAPE '!' OR p.备注 LIKE :like ESCAPE '!' OR p.住址 LIKE :like ESCAPE '!'
OR p.id = :number
OR (length(:digits) >= 4 AND (substr(p.身份证号, -length(:digits)) = :digits
    OR p.id IN (SELECT person FROM phone WHERE instr(号码, :digits))))
"""


def _anywhere(text: str) -> Arguments:
    digits = _COUNTRY.sub("", "".join(ch for ch in text.upper() if ch.isdigit() or ch in "X+"))
    like = f"%{_literal(text)}%"
    number = _CASE_NUMBER.fullmatch(text)
    return {
        "like": like,
        "low": like.lower(),
        "digits": digits if digits.rstrip("X").isdigit() else "",
        "number": _number(number[1] or number[2])
        if number
        else _number(text)
        if text.isdecimal()
        else -1,
        "most": -1,
    }


def _literal(text: str) -> str:
    for sign in "!%_":
        text = text.replace(sign, f"!{sign}")
    return text


def _escaped(text: str) -> str:
    return text.replace("%", "").replace("_", "")


def _select(conn: sqlite3.Connection, where: str, args: Arguments) -> list[Candidate]:
    rows: Sequence[sqlite3.Row] = conn.execute(_SELECT.format(where=where), args).fetchall()
    return [
        Candidate(r["id"], r["name"], r["grp"], r["tail"], r["closed_on"] is not None) for r in rows
    ]
