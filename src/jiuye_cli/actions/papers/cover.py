"""The cover list of a batch of claims (集中申报), as a roster with its sum."""

from __future__ import annotations

from jiuye_cli.actions.papers.paper import Gathered, Press
from jiuye_cli.actions.papers.words import yuan
from jiuye_cli.actions.policy.claim import claim_files
from jiuye_cli.core.course.claim import ClaimFile
from jiuye_cli.store.course import claim
from jiuye_cli.store.tables.claim import BATCH

HEADS = ("姓名", "组", "申领事项", "金额", "材料", "本人签字")
MARK = "批"


def batch_number(word: str) -> int | None:
    """The batch that a word names (`1批`), None when it names none.

    >>> batch_number("1批"), batch_number("李小满")
    (1, None)
    """
    digits = word.strip().removesuffix("次").removesuffix(MARK).removesuffix("号")
    named = MARK in word and digits.isascii() and digits.isdigit()
    return int(digits) if named else None


def cover_list(press: Press, number: int) -> Gathered:
    """Everyone of a batch with what they claim, and the sum in the last line."""
    batch = BATCH.get(press.conn, number)
    files = claim_files(press.conn, claim.claims(press.conn, batch=number))
    rows = [_row(one) for one in files]
    known = [one.claim.amount for one in files if one.claim.amount is not None]
    unknown = len(files) - len(known)
    more = f"，另有{unknown}人金额未定" if unknown else ""
    rows.append(
        ["合计", f"{len(files)}人", "", yuan(sum(known)) if known else "", more.lstrip("，"), ""]
    )
    data = {
        **press.head(), "title": batch.name, "purpose": "用途：集中申报", "columns": HEADS, "to_fill": (), "rows": rows,
    }  # fmt: skip
    return Gathered(f"集中申报-{number}", data, len(files), "姓名、组、申领事项、金额", rows, HEADS)


def _row(one: ClaimFile) -> list[object]:
    amount = yuan(one.claim.amount) if one.claim.amount is not None else ""
    lacking = f"缺{'、'.join(one.missing)}" if one.missing else "齐"
    return [one.card.name, one.card.group, one.item, amount, lacking if one.papers else "", ""]
