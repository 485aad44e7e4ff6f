"""What is known of someone, as FACTS.yaml and 情况 write it: unknown names and wrong kinds refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal

from jiuye_cli.core.fields import catalogue
from jiuye_cli.core.fields.field import Field, Kind
from jiuye_cli.core.fields.value import NONE, UNKNOWN, Facts, Record, Value
from jiuye_cli.core.people.cell import half_width
from jiuye_cli.core.people.places import PROVINCES, read_region
from jiuye_cli.core.policy.policy import Claimant, Receipt
from jiuye_cli.core.policy.sheet import Sheet, read_day
from jiuye_cli.core.rules.days import DAY, add_months
from jiuye_cli.core.rules.node import Node, colon_advice, nearest
from jiuye_cli.core.rules.region import parts
from jiuye_cli.errors import Problem, RefusedError

GATE = "人工."
"""How the facts call a recorded human decision."""
RECEIPT_KEYS = ("政策", "日期", "事项", "首次核定", "起", "止", "月数", "快照", "同户")
MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?")
ADDRESS = re.compile("^[^/]+[省市区县州盟旗]")
GROUPED = re.compile(r"-?[0-9]{1,3}([,，][0-9]{3})+(\.[0-9]+)?")
NOT_ASKED = ("", "不知道", "未知", "不清楚")


def read_claimant(
    node: Node, problems: list[Problem], fields: Mapping[str, Field] | None = None
) -> Claimant:
    """Facts, recorded human decisions (人工) and earlier grants (已领) of one claimant."""
    return _Reader(fields or catalogue.facts(), problems).claimant(node)


class _Reader:
    """Reads values by their fields' kinds."""

    def __init__(self, fields: Mapping[str, Field], problems: list[Problem]) -> None:
        self.fields, self.problems = fields, problems

    def claimant(self, node: Node) -> Claimant:
        values: dict[str, Value] = {}
        receipts: tuple[Receipt, ...] = ()
        if node.entries is None:
            said = "前面不要加短横“-”" if node.items else colon_advice(node.text or "")
            self.wrong(node, f"情况要写成一行行的“事实: 值”；{said}")
        for name, one in (node.entries or {}).items():
            if name == "已领":
                receipts = tuple(self.receipt(r) for r in one.as_items() if not _is_none(r))
            elif name == "人工":
                values.update(self.gates(one))
            else:
                self.enter(name, one, values)
        return Claimant(Facts(values), receipts)

    def wrong(self, node: Node, message: str) -> None:
        self.problems.append(node.problem(message))

    def enter(self, name: str, node: Node, values: dict[str, Value]) -> None:
        key = name.removeprefix("本人.")
        field = self.fields.get(key)
        if field is None or "." in key:
            top = [one for one in self.fields if "." not in one]
            self.problems.append(node.key_problem(f"没有叫“{name}”的事实{nearest(name, top)}"))
            return
        value = self.value(node, field)
        if value is not UNKNOWN:
            values[key] = value

    def gates(self, node: Node) -> dict[str, Value]:
        answers: dict[str, Value] = {}
        for text, one in (node.entries or {}).items():
            if one.text not in ("是", "否"):
                self.wrong(one, "“人工”的答案只能写 是 或 否")
            else:
                answers[f"{GATE}{text}"] = one.text == "是"
        if node.entries is None:
            self.wrong(node, "“人工”要写成 {要确认的话: 是}")
        return answers

    def value(self, node: Node, field: Field) -> Value:
        """The value of a node as the field's kind; UNKNOWN after noting what is wrong."""
        if _is_none(node) and "无" not in field.values:
            return NONE
        if node.text is not None and node.text.strip() in NOT_ASKED:
            return UNKNOWN
        if field.kind is Kind.RECORDS:
            return tuple(self.record(one, field) for one in node.as_items())
        if field.kind is Kind.CHOICES:
            return self.members(node, field)
        if node.text is None:
            self.wrong(node, f"“{field.name}”只能写一个值")
            return UNKNOWN
        return self.scalar(node, node.text.strip(), field)

    def members(self, node: Node, field: Field) -> Value:
        items = node.as_items()
        if field.dated and any(one.entries is not None for one in items):
            return tuple(self.dated(one, field) for one in items)
        found = {self.word(one, field) for one in items}
        return frozenset(one for one in found if one)

    def dated(self, node: Node, field: Field) -> Record:
        if node.text:
            return {"类别": self.word(node, field)}
        sheet = Sheet(node, self.problems, field.name, ("类别", "起", "止", "是否"))
        named = sheet.required("类别")
        row: dict[str, Value] = {"类别": self.word(named, field) if named else ""}
        for key in ("起", "止"):
            if (day := sheet.day(key)) is not None:
                row[key] = day
        if answer := sheet.choice("是否", ("是", "否")):
            row["是否"] = answer == "是"
        return row

    def word(self, node: Node, field: Field) -> str:
        text = (node.text or "").strip()
        known = field.synonyms.get(text, text)
        if not text or (field.values and known not in field.values):
            self.wrong(
                node,
                f"“{field.name}”没有“{text}”这个值，可以是 {' '.join(field.values)}{nearest(text, field.values)}",
            )
            return ""
        return known

    def record(self, node: Node, field: Field) -> Record:
        columns = {column.name: column for column in field.records}
        sheet = Sheet(node, self.problems, f"“{field.name}”", columns)
        found = {
            key: self.value(one, columns[key])
            for key, one in (sheet.node.entries or {}).items()
            if key in columns
        }
        return {key: value for key, value in found.items() if value is not UNKNOWN}

    def scalar(self, node: Node, text: str, field: Field) -> Value:
        if field.kind is Kind.YES_NO:
            return self.yes_no(node, text, field)
        if field.kind is Kind.NUMBER:
            return self.number(node, text, field, whole=True)
        if field.kind is Kind.MONEY:
            return self.number(node, text, field, whole=False)
        if field.kind in (Kind.DATE, Kind.MONTH):
            return self.day(node, field)
        if field.kind is Kind.PLACE:
            return self.place(node, text)
        return self.word(node, field) or UNKNOWN if field.kind is Kind.CHOICE else text

    def place(self, node: Node, text: str) -> Value:
        """A region path from its province down; an address is read as one, what is neither is refused."""
        names = parts(text)
        if not names or names[0] in PROVINCES:
            return text
        if ADDRESS.search(text):
            with suppress(RefusedError):
                return read_region(text)
        self.wrong(node, f"“{text}”看不出是哪个省；请从省写到县，如 山东/聊城/临清")
        return UNKNOWN

    def yes_no(self, node: Node, text: str, field: Field) -> Value:
        if text not in ("是", "否"):
            self.wrong(node, f"“{field.name}”只能写 是 或 否")
            return UNKNOWN
        return text == "是"

    def number(self, node: Node, text: str, field: Field, *, whole: bool) -> Value:
        plain = text.removesuffix(field.unit)
        plain = (plain.removesuffix("元") if field.kind is Kind.MONEY else plain).strip()
        if not NUMBER.fullmatch(plain) or (whole and "." in plain):
            kind = "一个整数" if whole else "一个数"
            self.wrong(node, f"“{field.name}”要写{kind}，“{text}”看不懂{_number_advice(plain)}")
            return UNKNOWN
        if plain.startswith("-") and not field.derived:
            self.wrong(node, f"“{field.name}”不能是负数，现在写的是 {text}")
            return UNKNOWN
        return int(plain) if "." not in plain else Decimal(plain)

    def day(self, node: Node, field: Field) -> Value:
        day = read_day(node, field.name, self.problems)
        return UNKNOWN if day is None else day

    def receipt(self, node: Node) -> Receipt:
        sheet = Sheet(node, self.problems, "已领", RECEIPT_KEYS)
        on, first = sheet.day("日期"), sheet.day("首次核定")
        start, end = self.month(sheet, "起", last=False), self.month(sheet, "止", last=True)
        return Receipt(
            policy=sheet.text("政策", required=True),
            on=on or first or start,
            item=self.some(sheet.get("事项")),
            first=first or start,
            start=start,
            end=end,
            months=sheet.number("月数"),
            snapshot=self.some(sheet.get("快照")),
            of_household=sheet.choice("同户", ("是", "否")) == "是",
            line=node.line,
        )

    def month(self, sheet: Sheet, key: str, *, last: bool) -> date | None:
        """A month's first or last day, or the day itself where a day is written."""
        node = sheet.get(key)
        found = MONTH.fullmatch((node.text or "").strip()) if node else None
        if node is None or found is None:
            return sheet.day(key)
        if not 1 <= int(found[2]) <= 12 or int(found[1]) == 0:
            sheet.wrong(node, f"没有 {node.text} 这个月")
            return None
        first = date(int(found[1]), int(found[2]), 1)
        return add_months(first, 1) - DAY if last else first

    def some(self, node: Node | None) -> dict[str, Value]:
        """Columns of whatever list, or facts, in a receipt."""
        found: dict[str, Value] = {}
        for key, one in ((node.entries if node else None) or {}).items():
            name = key.rpartition(".")[2]
            fields = [
                f for full, f in self.fields.items() if full == name or full.endswith(f".{name}")
            ]
            if not fields:
                self.problems.append(one.key_problem(f"不认识“{key}”{nearest(key, self.fields)}"))
            else:
                found[name] = self.value(one, fields[0])
        return found


def _number_advice(text: str) -> str:
    """How to write a number that is nearly one.

    >>> _number_advice("1，000"), _number_advice("２４"), _number_advice("三")
    ('，数里不要加逗号', '，请用半角数字', '')
    """
    if GROUPED.fullmatch(text):
        return "，数里不要加逗号"
    half = half_width(text)
    return "，请用半角数字" if half != text and NUMBER.fullmatch(half) else ""


def _is_none(node: Node) -> bool:
    return (node.text is not None and node.text.strip() == "无") or node.items == ()
