"""A 帮扶车间 with its headcounts, the people placed there, and what it can claim."""

from __future__ import annotations

from dataclasses import dataclass

from jiuye_cli.core.posts.post import Employer


@dataclass(frozen=True, slots=True)
class Workshop:
    """A workshop: `placed` are the people who work there through us, `subsidies` what the rules say."""

    employer: Employer
    placed: tuple[int, ...] = ()
    open_posts: int = 0
    subsidies: tuple[tuple[str, str], ...] = ()
