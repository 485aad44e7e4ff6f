"""Verdicts, questions and the best set as the contract's JSON."""

from __future__ import annotations

from jiuye_cli.core.policy.ask import Question
from jiuye_cli.core.policy.bundle import Bundle
from jiuye_cli.core.policy.verdict import Judged
from jiuye_cli.core.rules.judge import Finding
from jiuye_cli.render.policy.verdicts import Checked


def verdict_json(one: Judged) -> dict[str, object]:
    """V of the contract; every condition with the fact used and its grade.

    Beside it: the next day a window `opens`, the `gates` a human still has to
    confirm, and the `reasons` for the verdict beyond its conditions, with
    what the calendar does not know yet.
    """
    return {
        "policy": one.policy.id,
        "version": one.version.start,
        "beneficiary": one.policy.beneficiary,
        "item": one.item or None,
        "verdict": one.verdict.value,
        "amount": one.amount,
        "amount_low": one.amount_low,
        "amount_high": one.amount_high,
        "pay": one.pay.value if one.pay else None,
        "months": one.months,
        "deadline": one.deadline,
        "documents": list(one.documents),
        "why": [_finding_json(one, leaf) for leaf in one.finding.leaves() if leaf.fact],
        "missing": list(one.missing),
        "weakest_grade": one.weakest_grade.value if one.weakest_grade else None,
        "until": one.until,
        "opens": one.opens,
        "gates": list(one.gates),
        "reasons": [*one.reasons, *one.warnings],
    }


def _finding_json(one: Judged, leaf: Finding) -> dict[str, object]:
    return {
        "condition": leaf.text,
        "result": leaf.truth.word,
        "fact": leaf.fact or None,
        "value": leaf.value or None,
        "needed": leaf.needed or None,
        "grade": leaf.grade.value if leaf.grade else None,
        "source": one.source,
    }


def question_json(one: Question) -> dict[str, object]:
    """A of the contract."""
    return {"fact": one.fact, "question": one.question, "settles": one.settles, "money": one.money}


def bundle_json(bundle: Bundle) -> dict[str, object]:
    """The best legal combination: its policies, yuan over twelve months, what it shuts and until when."""
    return {
        "policies": [one.policy.id for one in bundle.chosen],
        "total": bundle.total,
        "shuts": [
            {"policy": shut.option.policy.id, "by": shut.by.policy.id, "until": shut.until}
            for shut in bundle.shuts
        ],
        "beside": [one.policy.id for one in bundle.beside],
    }


def check_json(checked: Checked) -> dict[str, object]:
    """The contract's shape of `check`."""
    return {
        "id": checked.person.id,
        "on": checked.on,
        "verdicts": [verdict_json(one) for one in checked.verdicts],
        "bundle": bundle_json(checked.bundle),
        "ask": [question_json(one) for one in checked.ask],
    }
