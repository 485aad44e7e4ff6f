"""What reports read first: the rules of calling and the service standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jiuye_cli.actions.report.reports import Counting


def counting() -> Counting:
    """What counting needs beside the file."""
    from jiuye_cli.actions.report.reports import Counting
    from jiuye_cli.cli.callback.calling import calling
    from jiuye_cli.cli.posts.matching_desk import match_rules

    rules = match_rules()
    return Counting(calling(), rules.standards[rules.standard])
