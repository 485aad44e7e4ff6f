"""What an employer may claim for having hired someone through us."""

from __future__ import annotations

from datetime import date

from jiuye_cli.actions.policy.claim import CLAIMABLE, Started, begin, choose, why_not
from jiuye_cli.actions.policy.judging import Bench
from jiuye_cli.actions.posts.employers import employer_verdicts
from jiuye_cli.core.rules.node import nearest
from jiuye_cli.errors import NotFoundError, RefusedError
from jiuye_cli.store.course import placement
from jiuye_cli.store.file.operation import Writing
from jiuye_cli.store.people.people import read_person
from jiuye_cli.store.posts import posts


def start_for_employer(
    change: Writing, number: int, word: str, bench: Bench, today: date, *, anyway: str = ""
) -> Started:
    """Begin the claim of the employer where someone works now, for having hired them.

    Raises `NotFoundError` when the person holds no job with an employer on file,
    or no such policy pays employers here.
    """
    stint = placement.open_stint(change.conn, number, today)
    employer = stint.placement.employer if stint and stint.placement else None
    if stint is None or employer is None:
        raise NotFoundError(
            f"{number} 号现在不在登记过的单位上岗，单位报不了。先 jiuye employer add，再从推荐单录用。"
        )
    (firm,) = posts.read_employers(change.conn, [employer])
    verdicts = employer_verdicts(change.conn, firm, [(number, stint.job)], bench, today)
    own = [one for one in verdicts if word in (one.policy.id, one.policy.name)]
    if not own:
        near = nearest(word, {one.policy.id for one in verdicts})
        raise NotFoundError(
            f"单位能报的政策里没有“{word}”{near or '。'}看有哪些：jiuye policy list"
        )
    judged = choose(own, "")
    person = read_person(change.conn, number, today)
    if judged.verdict not in CLAIMABLE and not anyway:
        raise RefusedError(why_not(firm.name, judged, f"jiuye employer show {firm.id}"))
    return begin(change, person, judged, today, note=anyway or None, employer=firm.id)
