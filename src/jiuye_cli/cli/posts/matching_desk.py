"""What commands about posts read first: the rules of matching, of refusals, of policies, the costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiuye_cli.cli import desk

if TYPE_CHECKING:
    from jiuye_cli.actions.policy.judging import Bench
    from jiuye_cli.actions.posts.seekers import Matching
    from jiuye_cli.core.matching.rules import MatchRules
    from jiuye_cli.render.posts.matching import View


def match_rules() -> MatchRules:
    """The rules of matching, the village's own where it has them."""
    from jiuye_cli.files.matching import match_rules as read

    return read(desk.workspace().policy_folders, desk.settings())


def matching(rules: Bench | None = None) -> Matching:
    """Everything matching needs beside the people; `rules` where they are read already."""
    from jiuye_cli.actions.posts.seekers import Matching
    from jiuye_cli.cli.policy.bench import bench
    from jiuye_cli.core.better_off.costs import read_costs
    from jiuye_cli.files.referral import refusal_rules

    folders = desk.workspace().policy_folders
    return Matching(
        rules or bench(), match_rules(), refusal_rules(folders), read_costs(desk.settings())
    )


def view(rules: MatchRules) -> View:
    """How offers are shown on this screen."""
    from jiuye_cli.render.posts.matching import View
    from jiuye_cli.render.screen.table import screen_of

    return View(rules, desk.today(), screen_of().colour)
