"""Which columns go out, and under which heads: sets saved by name, or fields one by one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jiuye_cli.core.fields.catalogue import facts
from jiuye_cli.core.fields.field import PERSONAL, SENSITIVE, Field
from jiuye_cli.core.fields.person import PERSON_FIELDS
from jiuye_cli.core.rules.node import nearest
from jiuye_cli.errors import UsageError

IDENTITY, NUMBER = "身份证号", "档案号"
SETS = "列组"
"""The key of 设置.yaml under which column sets are saved."""
USUAL = (
    "档案号",
    "姓名",
    "组",
    "性别",
    "年龄",
    IDENTITY,
    "文化程度",
    "就业状态",
    "意向工种",
    "电话",
)
PROVINCE = "省系统"
_PROVINCE_NAME = re.compile(r"AA[A-Z]\d{3}")


@dataclass(frozen=True, slots=True)
class OutColumn:
    """One column: its head, and the field it holds (None: the case number)."""

    head: str
    field: Field | None

    @property
    def is_sensitive(self) -> bool:
        """Whether it tells of health, disability or hardship."""
        return self.field is not None and self.field.sensitivity is SENSITIVE

    @property
    def is_personal(self) -> bool:
        """Whether it holds numbers or addresses that are masked unless a purpose is named."""
        return self.field is not None and self.field.sensitivity is PERSONAL


def province_columns() -> tuple[str, ...]:
    """The province system's column names, each with its field: AAC003=姓名.

    >>> province_columns()[:2]
    ('AAC003=姓名', 'AAC002=身份证号')
    """
    return tuple(
        f"{code}={field.name}"
        for field in PERSON_FIELDS
        if (code := next((a for a in field.aliases if _PROVINCE_NAME.fullmatch(a)), ""))
    )


def chosen_columns(word: str | None, settings: Mapping[str, object]) -> tuple[OutColumn, ...]:
    """The columns a word means: a set of 设置.yaml, the province's, or fields separated by commas.

    A column may be written 表头=字段. Raises `UsageError` for a field there is not.

    >>> [one.head for one in chosen_columns("姓名,证件号码=身份证号", {})]
    ['姓名', '证件号码']
    """
    return tuple(_column(text) for text in _texts(word, settings.get(SETS)))


def _texts(word: str | None, saved: object) -> Sequence[str]:
    sets = {str(k): v for k, v in saved.items()} if isinstance(saved, Mapping) else {}
    if word is None:
        return USUAL
    if word in sets:
        told = sets[word]
        return [str(one) for one in told] if isinstance(told, list) else str(told).split(",")
    if word == PROVINCE:
        return province_columns()
    return [one.strip() for one in word.replace("，", ",").split(",") if one.strip()]


def _column(text: str) -> OutColumn:
    head, sign, name = text.replace("＝", "=").partition("=")
    name = name.strip() if sign else head.strip()
    if name == NUMBER:
        return OutColumn(head.strip(), None)
    field = facts().get(name)
    if field is None:
        raise UsageError(
            f"没有“{name}”这一项，也没有叫这个名的列组{nearest(name, list(facts())) or '。'}"
            f"列组存在 设置.yaml 的“{SETS}”下，随带的有“{PROVINCE}”。"
        )
    return OutColumn(head.strip(), field)
