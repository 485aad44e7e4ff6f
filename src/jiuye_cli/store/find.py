"""Who is meant: a case number, a name, pinyin, initials, or the tail of a number."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from jiuye_cli.errors import NotFoundError

MOST_CANDIDATES = 8


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
    phone or identity number, `姓名@组`, or `#号` for a case number alone. Raises
    `NotFoundError` with at most 8 candidates when none or several fit.
    """
    found = candidates(conn, word, most=MOST_CANDIDATES + 1)
    living = [one for one in found if not one.closed]
    if len(living) == 1:
        return living[0]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFoundError(
            f"没有找到“{word}”。可以打姓名、拼音首字母、电话或身份证后四位；不确定就先 jiuye find {word}。"
        )
    lines = "\n".join(f"  {one}" for one in found[:MOST_CANDIDATES])
    more = "\n  ……还有别的，请说得再细一点。" if len(found) > MOST_CANDIDATES else ""
    raise NotFoundError(f"“{word}”对得上好几位，请用档案号或“姓名@组”再说一次：\n{lines}{more}")


def candidates(conn: sqlite3.Connection, word: str, most: int) -> list[Candidate]:
    """Everyone a word may mean exactly, open files first."""
    word = word.strip()
    where, args = _exact(word)
    return _select(conn, where, {**args, "most": most})


def _exact(word: str) -> tuple[str, dict[str, str]]:
    name, at, group = word.partition("@")
    if at:
        return "p.姓名 = :name AND p.组 = :grp", {"name": name, "grp": group}
    if word.startswith(("#", "＃")):
        return "p.id = :word", {"word": word[1:]}
    digits = word.upper().replace(" ", "").replace("-", "")
    if digits.isascii() and digits.rstrip("X").isdigit():
        tails = (
            " OR (length(:word) >= 4 AND (substr(p.身份证号, -length(:word)) = :word"
            " OR p.id IN (SELECT person FROM phone WHERE substr(号码, -length(:word)) = :word)))"
        )
        return "CAST(p.id AS TEXT) = :word" + tails, {"word": digits}
    if word.isascii():
        latin = word.lower().replace(" ", "")
        return (
            "(' ' || p.pinyin || ' ') LIKE :like OR (' ' || p.initials || ' ') LIKE :like",
            {"like": f"% {_escaped(latin)} %"},
        )
    return "p.姓名 = :word", {"word": word}


def search(conn: sqlite3.Connection, text: str, most: int = 50) -> list[Candidate]:
    """People in whom a text occurs: name, pinyin, initials, group, any part of a phone, identity tail, notes."""
    like = f"%{_escaped(text.strip())}%"
    digits = "".join(ch for ch in text if ch.isdigit())
    where = (
        "p.姓名 LIKE :like OR p.pinyin LIKE :low OR p.initials LIKE :low OR p.组 LIKE :like OR p.备注 LIKE :like "
        "OR p.住址 LIKE :like OR CAST(p.id AS TEXT) = :text "
        "OR (length(:digits) >= 4 AND (substr(p.身份证号, -length(:digits)) = :digits"
        " OR p.id IN (SELECT person FROM phone WHERE instr(号码, :digits))))"
    )
    args: dict[str, str | int] = {
        "like": like,
        "low": like.lower(),
        "digits": digits,
        "text": text.strip(),
        "most": most,
    }
    return _select(conn, where, args)


def _escaped(text: str) -> str:
    return text.replace("%", "").replace("_", "")


def _select(conn: sqlite3.Connection, where: str, args: dict[str, str | int]) -> list[Candidate]:
    rows: Sequence[sqlite3.Row] = conn.execute(_SELECT.format(where=where), args).fetchall()
    return [
        Candidate(r["id"], r["name"], r["grp"], r["tail"], r["closed_on"] is not None) for r in rows
    ]
