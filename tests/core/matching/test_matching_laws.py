"""What must hold of every matching, whoever the people and whatever the posts."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations, product
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_matches import (
    PERSON_POOLS,
    POST_POOLS,
    RULES,
    TODAY,
    facts,
    posts,
    seekers,
)

from jiuye_cli.core.fields.value import UNKNOWN, Facts
from jiuye_cli.core.matching import bits
from jiuye_cli.core.matching.board import Board
from jiuye_cli.core.matching.limits import LIMITS
from jiuye_cli.core.matching.pair import weigh
from jiuye_cli.core.matching.seeker import Seeker
from jiuye_cli.core.matching.share import promises_of, share
from jiuye_cli.core.opening.match import best_offers
from jiuye_cli.core.posts.post import Post
from jiuye_cli.core.rules.truth import NO, YES

quick = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=30)


@quick
@given(seekers(), posts())
def test_the_index_gives_what_a_plain_loop_over_the_checks_gives(
    people: list[Seeker], offered: list[Post]
) -> None:
    board = Board(offered, RULES, TODAY)
    for person in people:
        pairs = [weigh(person, post, RULES, TODAY) for post in offered]
        possible = [one for one in pairs if one.is_possible]
        plain = sorted(possible, key=lambda one: (-one.score, one.post.id))
        assert [post.id for post in board.best_first(person)] == [one.post.id for one in plain]


@quick
@given(seekers(), posts())
def test_no_suggestion_violates_a_known_hard_limit(
    people: list[Seeker], offered: list[Post]
) -> None:
    board = Board(offered, RULES, TODAY)
    shared = share(people, board).offers
    for person in people:
        single = [one.post for one in best_offers(person, board, TODAY)]
        for post in (*single, *shared[person.id]):
            assert weigh(person, post, RULES, TODAY).failing == ()


@quick
@given(seekers(), posts())
def test_offers_are_of_different_employers_or_trades(
    people: list[Seeker], offered: list[Post]
) -> None:
    board = Board(offered, RULES, TODAY)
    shared = share(people, board).offers
    for person in people:
        for some in ([one.post for one in best_offers(person, board, TODAY)], shared[person.id]):
            assert len({post.kind for post in some}) == len(some) <= RULES.offers


@quick
@given(seekers(), posts())
def test_no_seat_is_named_to_more_people_than_the_rules_allow(
    people: list[Seeker], offered: list[Post]
) -> None:
    promised = share(people, Board(offered, RULES, TODAY)).promised
    for post in offered:
        assert promised.get(post.id, 0) <= promises_of(post, RULES.promises)


@quick
@given(seekers(4), posts(5), st.randoms(use_true_random=False))
def test_the_order_of_people_and_posts_does_not_change_the_outcome(
    people: list[Seeker], offered: list[Post], random: Any
) -> None:
    before = share(people, Board(offered, RULES, TODAY))
    random.shuffle(people)
    random.shuffle(offered)
    assert share(people, Board(offered, RULES, TODAY)) == before


@settings(quick, max_examples=50)
@given(seekers(7), posts(7), facts(POST_POOLS), st.integers(1, 3))
def test_adding_a_post_never_leaves_anyone_with_fewer_offers(
    people: list[Seeker], offered: list[Post], known: Facts, employer: int
) -> None:
    scarce = replace(RULES, promises=1)
    more = [*offered, Post(99, employer, f"单位{employer}", known)]
    before = share(people, Board(offered, scarce, TODAY)).offers
    after = share(people, Board(more, scarce, TODAY)).offers
    for person in people:
        assert len(after[person.id]) >= len(before[person.id])
        alone = [
            len(best_offers(person, Board(some, scarce, TODAY), TODAY)) for some in (offered, more)
        ]
        assert alone[0] <= alone[1]


@settings(quick, max_examples=60)
@given(seekers(4), posts(4))
def test_nobody_goes_without_while_a_rearrangement_could_serve_them(
    people: list[Seeker], offered: list[Post]
) -> None:
    single = replace(RULES, promises=1, offers=1)
    board = Board(offered, single, TODAY)
    served = sum(bool(one) for one in share(people, board).offers.values())
    assert served == _most_that_can_be_served(people, board)


def _most_that_can_be_served(people: list[Seeker], board: Board) -> int:
    """By trying every way: each person one possible post or none."""
    choices = [[None, *bits.members(board.possible(one))] for one in people]
    room = [promises_of(post, 1) for post in board.posts]
    return max(
        (
            sum(one is not None for one in way)
            for way in product(*choices)
            if all(way.count(at) <= room[at] for at in range(len(room)))
        ),
        default=0,
    )


@settings(quick, max_examples=80)
@given(facts(PERSON_POOLS), facts(POST_POOLS), st.data())
def test_an_answer_never_turns_a_limit_that_was_met(
    person: Facts, post: Facts, data: st.DataObject
) -> None:
    open_facts = [name for name in PERSON_POOLS if person.value(name) is UNKNOWN]
    name = data.draw(st.sampled_from(open_facts)) if open_facts else ""
    answer = data.draw(st.sampled_from(PERSON_POOLS[name])) if name else None
    told = Facts({**person.values, **({name: answer} if name else {})})
    for limit in LIMITS:
        before = limit.check(limit.key_of(person.values), limit.post_key(post.values))
        after = limit.check(limit.key_of(told.values), limit.post_key(post.values))
        if before is YES or (before is NO and name != "照护"):
            # who says there is nobody to look after after all takes back the hours told before
            assert after is before


@settings(quick, max_examples=80)
@given(facts(PERSON_POOLS), facts(POST_POOLS), st.data())
def test_an_employers_answer_never_turns_a_limit_that_was_met(
    person: Facts, post: Facts, data: st.DataObject
) -> None:
    open_facts = [name for name in POST_POOLS if post.value(name) is UNKNOWN and name != "用工形式"]
    name = data.draw(st.sampled_from(open_facts)) if open_facts else ""
    answer = data.draw(st.sampled_from(POST_POOLS[name])) if name else None
    told = Facts({**post.values, **({name: answer} if name else {})})
    for limit in LIMITS:
        key = limit.key_of(person.values)
        before = limit.check(key, limit.post_key(post.values))
        if before in (YES, NO):
            assert limit.check(key, limit.post_key(told.values)) is before


def test_who_waited_longest_is_never_left_out_for_someone_else() -> None:
    from datetime import date

    days = [date(2024, 1, 1), date(2025, 1, 1), date(2026, 1, 1)]
    people = [Seeker(n, f"某{n}", Facts(), day) for n, day in enumerate(days, 1)]
    one_seat = [Post(1, 1, "单位", Facts({"人数": 1, "工种": "保洁"}))]
    rules = replace(RULES, promises=1)
    for order in permutations(people):
        offers = share(list(order), Board(one_seat, rules, TODAY)).offers
        assert [number for number, some in sorted(offers.items()) if some] == [1]
