"""What came and went since the last build leaves the sums that a build of what is there now makes."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from tripoint.assess.before import Known
from tripoint.assess.matters import PLACE, Matters
from tripoint.assess.noted import Notes
from tripoint.assess.shares import Share
from tripoint.assess.tallies import Tallies, Tally

EVENTS = st.sets(st.integers(0, 12), max_size=8)


def notes(number: int) -> Notes:
    """Return the notes on an event, the same for the same number."""
    rng = random.Random(number)
    claims = [f"c{number:02}{at}" for at in range(rng.randint(1, 3))]
    shares = [
        Share(
            source=("outlet", name),
            name=f"{name} of {number}",
            named_by=claims[0],
            claims=rng.randint(1, 3),
            documents=sorted({f"d{rng.randrange(4)}" for _ in range(2)}),
            framing={"Rangers": {"bandits": rng.randint(1, 2)}} if rng.random() < 0.4 else {},
        )
        for name in sorted({rng.choice("ABC") for _ in range(2)})
    ]
    places = {f"p{rng.randrange(3)}": claims[:1]} if rng.random() < 0.7 else {}
    told = [("meeting", f"m{rng.randrange(2)}", rng.choice(("told", "unsure")), one) for one in claims]
    return Notes(claims, places, told, shares)


def tallies(events: set[int]) -> Tallies:
    """Return what the sources of some events tell."""
    found = Tallies()
    for number in sorted(events):
        found.take(notes(number).shares, origins=1 + number % 2)
    return found


def matters(events: set[int]) -> Matters:
    """Return the matters of some events."""
    found = Matters()
    for number in sorted(events):
        found.take(notes(number))
    return found


def known(held: Matters) -> Known:
    """Return matters as the next build knows them, all of them settled."""
    listed = held.all()
    sides = [held.told(one) for one in listed]
    return Known(
        [(one.kind, one.name) for one in listed], sides, [at if held.open(one) else -1 for at, one in enumerate(listed)]
    )


def copied(held: Tallies) -> dict[tuple[str, str], Tally]:
    """Return tallies as the next build reads them."""
    return {
        key: Tally(
            name=one.name,
            named_by=one.named_by,
            claims=one.claims,
            alone=one.alone,
            joined=one.joined,
            documents=dict(one.documents),
            framing={party: dict(words) for party, words in one.framing.items()},
        )
        for key, one in held.items()
    }


@given(EVENTS, EVENTS)
def test_tallies_without_what_is_gone_and_with_what_is_new_are_those_of_now_or_say_that_they_are_not_whole(
    then: set[int], now: set[int]
) -> None:
    held = Tallies(copied(tallies(then)))
    for number in sorted(then - now):
        held.drop(notes(number).shares, origins=1 + number % 2)
    for number in sorted(now - then):
        held.take(notes(number).shares, origins=1 + number % 2)
    fresh = tallies(now)
    if held.whole:
        assert held == fresh
    else:
        assert held.keys() == fresh.keys()


@given(EVENTS, EVENTS)
def test_matters_without_what_is_gone_and_with_what_is_new_are_those_of_now(then: set[int], now: set[int]) -> None:
    held = Matters(known(matters(then)))
    for number in sorted(then - now):
        held.drop(notes(number))
    for number in sorted(now - then):
        held.take(notes(number))
    fresh = matters(now)
    assert [one[:2] for one in held.all()] == [one[:2] for one in fresh.all()]
    for one, other in zip(held.all(), fresh.all(), strict=True):
        assert held.told(one) == fresh.told(other)
        assert held.open(one) == fresh.open(other)


@given(EVENTS, st.integers(0, 12))
def test_a_matter_that_nothing_touched_stands_where_it_was_settled(then: set[int], gone: int) -> None:
    before = known(matters(then))
    held = Matters(before)
    if gone in then:
        held.drop(notes(gone))
    touched = {(PLACE, place) for place in notes(gone).places} | {told[:2] for told in notes(gone).matters}
    for one in held.all():
        name = (one.kind, one.name)
        stood = gone not in then or name not in touched
        assert (one.then >= 0) == stood
        assert held.settled(one) == (before.settled[before.names.index(name)] if stood else -1)
