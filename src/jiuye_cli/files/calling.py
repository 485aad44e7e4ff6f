"""The rule file of calling people back: 回访.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jiuye_cli.core.callback.reading import read_call_rules
from jiuye_cli.core.callback.rules import CallRules
from jiuye_cli.files.room_rules import room_rules


def call_rules(folders: Sequence[Path]) -> CallRules:
    """The rules of 回访.yaml; `RuleFileError` with all problems."""
    return room_rules(folders, "回访.yaml", read_call_rules)
