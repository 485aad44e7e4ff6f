"""One version of a policy file."""

from __future__ import annotations

from datetime import date

from jiuye_cli.core.policy.amount import Amount
from jiuye_cli.core.policy.grammar.amount import read_amount, read_months
from jiuye_cli.core.policy.grammar.application import (
    read_application,
    read_exclusions,
    read_limits,
    read_step,
    read_tally,
)
from jiuye_cli.core.policy.grammar.source import read_sources
from jiuye_cli.core.policy.policy import (
    EVERYONE,
    After,
    Application,
    Limits,
    Pay,
    Step,
    Tally,
    Version,
)
from jiuye_cli.core.policy.sheet import Sheet
from jiuye_cli.core.rules.days import FAR
from jiuye_cli.core.rules.formula import Formula
from jiuye_cli.core.rules.grammar.condition import read_condition
from jiuye_cli.core.rules.grammar.formula import FormulaError, read_formula
from jiuye_cli.core.rules.node import Node
from jiuye_cli.core.rules.vocabulary import Vocabulary
from jiuye_cli.errors import Problem

SHARED_KEYS = ("申请", "次数", "累计", "互斥", "承诺", "未查到", "说明")
"""Keys that may stand in the file for all versions, or in a version for itself."""

KEYS = (
    "起", "止", "止后", "废止", "接替", "按", "受理止", "发放止", "过渡", "依据", "条件",
    "金额", "封顶", "保底", "发放", "最长", "数量", "总额封顶", *SHARED_KEYS,
)  # fmt: skip
PAYS = {"一次": Pay.ONCE, "每月": Pay.MONTHLY, "每年": Pay.YEARLY, "按学时": Pay.HOURLY}


def read_version(
    node: Node,
    shared: Node,
    item: str,
    words: Vocabulary,
    problems: list[Problem],
    review: int | None,
) -> Version | None:
    """A version; None where it has no start or its condition cannot be read."""
    return _Reader(Sheet(node, problems, "版本", KEYS), shared, item, words, review).version()


class _Reader:
    """Reads the parts of one version."""

    def __init__(
        self, sheet: Sheet, shared: Node, item: str, words: Vocabulary, review: int | None
    ) -> None:
        self.sheet, self.shared, self.item, self.words, self.review = (
            sheet,
            shared,
            item,
            words,
            review,
        )
        self.problems = sheet.problems

    def version(self) -> Version | None:
        sheet = self.sheet
        start, end = sheet.day("起", required=True), sheet.day("止")
        if start and end and end < start:
            sheet.wrong(sheet.get("止") or sheet.node, f"止日 {end} 在起日 {start} 之前")
        sources = sheet.get("依据")
        condition = sheet.get("条件")
        found, wrong = read_condition(condition, self.words) if condition else (EVERYONE, [])
        self.problems += wrong
        pay = PAYS.get(sheet.choice("发放", PAYS))
        amount = self.amount(pay)
        after, repeal = self.after()
        version = Version(
            start=start or date.min,
            sources=read_sources(sources, self.problems, self.review) if sources else (),
            condition=found or EVERYONE,
            end=end or FAR,
            after=after,
            repeal=repeal,
            successor=sheet.text("接替"),
            accept_until=sheet.day("受理止") or FAR,
            pay_until=sheet.day("发放止") or FAR,
            transition_until=self.transition(),
            amount=amount,
            caps=self.bounds("封顶", pay),
            floors=self.bounds("保底", pay),
            pay=pay,
            longest=self.longest(),
            quantity=self.quantity(),
            total_cap=next(iter(self.bounds("总额封顶", Pay.ONCE)), None),
            application=self.application(),
            limits=self.limits(),
            tally=self.tally(),
            exclusions=read_exclusions(ties, self.item, self.problems)
            if (ties := self.part("互斥"))
            else (),
            promises=self.promises(),
            not_found=self.texts("未查到"),
            note=self.note(),
            line=sheet.node.line,
        )
        # Every part has been read by now, so that all problems are told at once
        return version if start else None

    def part(self, key: str) -> Node | None:
        """A part of this version, or else of the whole file."""
        return self.sheet.get(key) or self.shared.get(key)

    def texts(self, key: str) -> tuple[str, ...]:
        return self.sheet.texts(key)

    def note(self) -> str:
        return self.sheet.prose("说明")

    def after(self) -> tuple[After | None, dict[str, str]]:
        word = self.sheet.choice("止后", [one.value for one in After])
        node = self.sheet.get("废止")
        if node is None:
            return (After(word) if word else None), {}
        inner = Sheet(node, self.problems, "废止", ("文号", "原文", "出处", "日期"))
        repeal = {key: inner.text(key) for key in (node.entries or {}) if inner.text(key)}
        return After(word) if word else After.ENDED, repeal

    def transition(self) -> date | None:
        node = self.sheet.get("过渡")
        if node is None:
            return None
        return Sheet(node, self.problems, "过渡", ("至",)).day("至", required=True)

    def amount(self, pay: Pay | None) -> Amount | None:
        node = self.sheet.get("金额")
        if node is None or node.text == "无":
            return None
        if self.sheet.get("发放") is None:
            self.sheet.wrong(node, "写了“金额”就要写“发放”：一次 每月 每年 按学时")
        return read_amount(node, pay, self.words, self.problems)

    def bounds(self, key: str, pay: Pay | None) -> tuple[Amount, ...]:
        node = self.sheet.get(key)
        found = (
            (read_amount(one, pay, self.words, self.problems) for one in node.as_items())
            if node
            else ()
        )
        return tuple(one for one in found if one is not None)

    def longest(self) -> Amount | None:
        node = self.sheet.get("最长")
        return read_months(node, self.words, self.problems) if node else None

    def quantity(self) -> Formula | None:
        node = self.sheet.get("数量")
        if node is None:
            return None
        try:
            return read_formula(node.text or "", self.words)
        except FormulaError as error:
            self.sheet.wrong(node, str(error))
            return None

    def application(self) -> Application:
        node = self.part("申请")
        return read_application(node, self.words, self.problems) if node else Application()

    def limits(self) -> Limits:
        node = self.part("次数")
        return read_limits(node, self.words, self.problems) if node else Limits()

    def tally(self) -> Tally:
        node = self.part("累计")
        return read_tally(node, self.problems) if node else Tally()

    def promises(self) -> tuple[Step, ...]:
        node = self.part("承诺")
        steps = (read_step(one, "事", self.problems) for one in node.as_items()) if node else ()
        return tuple(step for step in steps if step)
