"""What keeps two claims apart whatever else speaks for them: a literal table of conflicts, each with its sentence."""

from __future__ import annotations

from collections.abc import Callable

from tripoint.comparison import times
from tripoint.comparison.parties import within
from tripoint.comparison.places import WIDE, farther, key, leeway, one_province, seat
from tripoint.events.families import EFFECTS, MOVING, STRUCK
from tripoint.events.newsdays import days_of
from tripoint.events.profile import Profile
from tripoint.events.setting import ONCE, REPEATED, SLACK
from tripoint.events.sides import beside, called_otherwise, one_side
from tripoint.events.telling import agreed
from tripoint.model import PlaceValue

LOCAL = frozenset({"control", "presence", "status"})
"""States of a place rather than of two parties."""
SPELL = 3
"""Days up to which an act is a single one beside a habit."""
PASSAGE = frozenset({"open", "close", "status"})
"""Types of which one's denial is another's affirmation."""


def plan_and_fact(a: Profile, b: Profile) -> str | None:
    """A plan, possibility or condition is not the happening itself."""
    if a.prospective == b.prospective or agreed(a, b):
        return None
    return "one is told as planned or possible, the other as having happened"


def disjoint_days(a: Profile, b: Profile) -> str | None:
    """Two happenings on days that do not meet, beyond the slack of honest reports."""
    one, two = days_of(a), days_of(b)
    if one is None or two is None or (a.state and b.state):
        return None
    apart = times.gap(one, two)
    again = bool(a.kinds & b.kinds & REPEATED) and times.width(one) == 1 == times.width(two)
    return f"{apart} days lie between them" if apart > (1 if again else SLACK) else None


def told_before(a: Profile, b: Profile) -> str | None:
    """What was told as done before it happened was another happening."""
    if a.prospective or b.prospective or a.state or b.state:
        return None
    for one, two in ((a, b), (b, a)):
        if one.day is None and one.told is not None and one.told[1] is not None and two.day is not None:
            start = two.day[0]
            if start is not None and start > one.told[1] + 1:
                return "one was told as done before the other happened"
    return None


def another_instance(a: Profile, b: Profile) -> str | None:
    """*Another attack* in a text is not the attack it told before."""
    if a.claim.document_id != b.claim.document_id or a.claim.type != b.claim.type or a.start == b.start:
        return None
    later = b if b.start > a.start else a
    return "the later words tell another instance (*another, a second*)" if later.another else None


def habit_and_act(a: Profile, b: Profile) -> str | None:
    """*Has been shelled almost every day since May* tells many acts: the one of last night may be a part of them."""
    if a.habit == b.habit or not (a.kinds | b.kinds) <= STRUCK | EFFECTS:
        return None
    one = b if a.habit else a
    if one.ongoing or one.prospective or (one.day is not None and (times.width(one.day) or 999) > SPELL):
        return None
    return "one tells a course of acts over days, the other a single act"


def other_place_reached(a: Profile, b: Profile) -> str | None:
    """Who came to one town and who came to another far from it: two arrivals, though one be told as near the other."""
    if a.kinds | b.kinds != {"reach"} or not a.held_keys or not b.held_keys or not a.held_keys.isdisjoint(b.held_keys):
        return None
    ends = [[p for p in held.places if key(p) in held.held_keys] for held in (a, b)]
    if all(ends) and all(beyond(p, q) for p in ends[0] for q in ends[1]):
        return "two places far from each other were reached"
    return None


def so_long_after(a: Profile, b: Profile) -> str | None:
    """*Ambushed a convoy, a week after ten were killed there*: the time between makes them two happenings."""
    if a.claim.document_id != b.claim.document_id or a.sentence != b.sentence or a.looked_back == b.looked_back:
        return None
    return "the text tells how long lies between them"


def far_apart(a: Profile, b: Profile) -> str | None:
    """Two precise places, much farther apart than their uncertainty, for acts that happen at one place."""
    if a.claim.type in MOVING or b.claim.type in MOVING or not a.places or not b.places:
        return None
    if all(beyond(p, q) for p in a.places for q in b.places):
        return "the places are much farther apart than their uncertainty"
    return None


def beyond(a: PlaceValue, b: PlaceValue, *, more: float = 0.0) -> bool:
    """Return whether two precise places are much farther apart than their uncertainty, by so many kilometres more."""
    if a.precision in WIDE or b.precision in WIDE:
        return False
    if (seat(a) or seat(b)) and one_province(a, b):
        return False  # *Idlib* is a city and the province around it
    return farther(a, b, 3 * (leeway(a) + leeway(b)) + 30 + more) is True


def other_order(a: Profile, b: Profile) -> str | None:
    """A war's toll is not a bombing's: numbers of one thing that differ by orders of magnitude."""
    for what, low, high, _ in a.numbers:
        for what_b, low_b, high_b, _ in b.numbers:
            if what == what_b and of_another_order(low or high or 0.0, low_b or high_b or 0.0):
                return f"numbers {what} of another order"
    return None


def of_another_order(one: float, two: float) -> bool:
    """Return whether two numbers above zero differ so much, one of them large, that they count different things."""
    small, large = sorted((one, two))
    return small > 0 and ((large >= 1000 and large > 50 * small) or (large >= 50 and large > 25 * small and small < 3))


def other_holder(a: Profile, b: Profile) -> str | None:
    """Two holders of one place are two states, however alike they are told."""
    if not (a.state and b.state) or a.claim.type != b.claim.type or a.claim.type not in ("control", "presence"):
        return None
    if not a.agents or not b.agents or not a.agents.isdisjoint(b.agents):
        return None
    return "two holders" if a.claim.type == "control" else "two forces"


def other_place_held(a: Profile, b: Profile) -> str | None:
    """A hold or a state is of its place: the same holder of another place is another state."""
    if not (a.state and b.state) or a.claim.type not in LOCAL or b.claim.type not in LOCAL:
        return None
    if not a.place_keys or not b.place_keys or not a.place_keys.isdisjoint(b.place_keys):
        return None
    return "a state of another place"


def other_place_taken(a: Profile, b: Profile) -> str | None:
    """A text that tells of two places taken, left or opened tells of two acts."""
    if a.claim.document_id != b.claim.document_id or a.claim.type != b.claim.type or a.claim.type not in ONCE:
        return None
    if not a.held_keys or not b.held_keys or not a.held_keys.isdisjoint(b.held_keys):
        return None
    if a.headline != b.headline and _on_no_map(a) != _on_no_map(b):
        return None  # a headline calls a place by another name
    return "one text names two places for it"


def _on_no_map(held: Profile) -> bool:
    return all(place.lat is None for place in held.places)


def two_sides_in_one_sentence(a: Profile, b: Profile) -> str | None:
    """*They gave up the town that the army had left in June*: a sentence that names two sides tells two such acts."""
    if a.claim.document_id != b.claim.document_id or a.sentence != b.sentence or a.claim.type != b.claim.type:
        return None
    if a.claim.type not in ONCE or not a.agents or not b.agents or within(a.agents, b.agents) or beside(a, b):
        return None
    return "one sentence tells it of two sides"


def hold_before(a: Profile, b: Profile) -> str | None:
    """*Which they had held since March* is the hold before a taking, not the one that the taking made."""
    for state, act in ((a, b), (b, a)):
        if state.over and act.kinds & {"capture", "reach"} and not act.state and not (a.prospective or b.prospective):
            same = bool(state.agents & act.agents)
            return None if same else "one tells who held it before, the other how it was taken"
    return None


def arrival_and_talk(a: Profile, b: Profile) -> str | None:
    """To come to a place is no meeting, unless it is told with whom they linked up there."""
    for came, met in ((a, b), (b, a)):
        if came.kinds == {"reach"} and not came.recipients and met.kinds <= {"meet", "coordinate", "agree"}:
            return "one tells of an arrival, the other of a meeting"
    return None


def hold_and_act(a: Profile, b: Profile) -> str | None:
    """A hold outlasts the act that made it: told in two texts they are one only within days and of one side."""
    if a.state == b.state or {a.claim.type, b.claim.type} <= PASSAGE:
        return None
    if a.claim.document_id == b.claim.document_id:
        named = bool(a.agents and b.agents) and not (a.bare or b.bare)
        foreign = named and {a.claim.type, b.claim.type} == {"capture", "control"} and not one_side(a, b)
        return "one side takes it, another holds it" if foreign and a.agents.isdisjoint(b.agents) else None
    if a.day is None or b.day is None or times.gap(a.day, b.day) > 7:
        return "a state and an act, told in two texts without a common time"
    return None if not a.agents.isdisjoint(b.agents) else "a state and an act of different sides"


def other_parties(a: Profile, b: Profile) -> str | None:
    """A relation is of its two parties: another partner is another relation."""
    if not (a.state and b.state) or not a.recipients or not b.recipients or not a.agents or not b.agents:
        return None
    apart = a.agents.isdisjoint(b.agents) or (a.recipients.isdisjoint(b.recipients) and not called_otherwise(a, b))
    return "a relation of other parties" if apart else None


def opened_and_closed(a: Profile, b: Profile) -> str | None:
    """Opening and closing are two happenings."""
    pair = {(p.claim.type, p.denied) for p in (a, b)}
    return "one opens, the other closes" if pair == {("open", False), ("close", False)} else None


def other_denial(a: Profile, b: Profile) -> str | None:
    """A denial denies one act: what is told of another act stands beside it."""
    if a.denied == b.denied or a.kinds & b.kinds or {a.claim.type, b.claim.type} <= PASSAGE:
        return None
    if a.kinds | b.kinds <= STRUCK | EFFECTS:
        return None  # who denies the killing denies the strike that is said to have done it
    return "what is denied is another act"


CONFLICTS: tuple[Callable[[Profile, Profile], str | None], ...] = (
    plan_and_fact,
    disjoint_days,
    told_before,
    another_instance,
    habit_and_act,
    so_long_after,
    other_place_reached,
    far_apart,
    other_order,
    other_holder,
    other_place_held,
    other_place_taken,
    two_sides_in_one_sentence,
    hold_before,
    arrival_and_talk,
    hold_and_act,
    other_parties,
    opened_and_closed,
    other_denial,
)
"""Every conflict, cheapest first."""
