"""The rule file of refusals: 拒岗.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jiuye_cli.core.referral.reading import read_refusal_rules
from jiuye_cli.core.referral.refusal import RefusalRules
from jiuye_cli.files.room_rules import room_rules


def refusal_rules(folders: Sequence[Path]) -> RefusalRules:
    """The rules of 拒岗.yaml; `RuleFileError` with all problems."""
    return room_rules(folders, "拒岗.yaml", read_refusal_rules)
