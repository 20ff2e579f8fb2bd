"""Reasons from the thread of one text: what an act did to people, what leans on what was told before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from tripoint.comparison.parties import NAMELESS, within
from tripoint.comparison.places import WIDE, farther, key, leeway, one_province
from tripoint.events.families import EFFECTS, STRUCK
from tripoint.events.profile import Profile
from tripoint.events.setting import ONCE, Found, Setting
from tripoint.events.sides import one_side
from tripoint.model import PlaceValue

HEAD = 1200
"""Characters of a text within which it tells its news; what stands behind is often how it came to it."""
SPOTS = 2
"""Places on no map from which a text tells more acts than one."""
NEXT = 2
"""Sentences within which a text goes on about an act."""

_THEN = re.compile(
    r"^\W*(?:(?:\w+ ){0,3}later|meanwhile|separately|elsewhere|afterwards?|then|also|(?:on )?the same day"
    r"|in (?:a|another|the) (?:separate|other|second))\b",
    re.IGNORECASE,
)
"""Words at the head of a clause that tells of the next act."""

VIOLENCE = STRUCK | {"kill", "harm_civilians", "clash"}
"""Types by which one act of violence and its dead are told."""

BATTLE = frozenset({"capture", "advance", "operation", "sweep", "clash", "withdraw", "reach", "repel"})
"""Acts of a battle."""

_APART = re.compile(
    r"\b(?:after|before|days? (?:later|earlier)|later|meanwhile|following|since|in (?:retaliation|response|revenge)"
    r"|while|where|separate(?:ly)?|another|others?|earlier|previous(?:ly)?)\b",
    re.IGNORECASE,
)
"""Words between two acts that tell them apart in time."""


def effect(a: Profile, b: Profile, setting: Setting) -> Found:
    """What an act did, told in the sentence of the act: *a strike that killed nine*."""
    if a.claim.document_id != b.claim.document_id or a.sentence != b.sentence:
        return None
    acts = STRUCK | {"clash", "operation"}
    if not ((a.kinds & acts and b.kinds & EFFECTS) or (b.kinds & acts and a.kinds & EFFECTS)):
        return None
    if a.denied != b.denied or not at_ease(a, b) or _APART.search(setting.between(a, b)) is not None:
        return None
    return 1.8, "what the act did is told with it"


def leaning(a: Profile, b: Profile, setting: Setting) -> Found:
    """Violence told without a place and a day of its own leans on what the text told before of the one act it tells."""
    if a.claim.document_id != b.claim.document_id or a.sentence == b.sentence:
        return None
    earlier, later = (a, b) if a.start <= b.start else (b, a)
    if not (a.kinds | b.kinds) <= VIOLENCE or (not a.kinds & b.kinds and not (a.kinds | b.kinds) & STRUCK):
        return None
    if later.start > 2 * HEAD or later.another or later.past or earlier.past or later.ongoing:
        return None
    if not at_ease(a, b) or _other_toll(a, b) or _THEN.search(setting.opening(later)) is not None:
        return None
    if later.targets and later.targets.isdisjoint(earlier.targets) and not later.kinds & EFFECTS and not later.definite:
        return None  # it hits something new
    near = later.sentence - earlier.sentence <= NEXT
    single = a.single
    if anchored(later):
        if near and single and earlier.lead and not anchored(earlier):
            return 1.2, "the text tells the place or the day of what it began with"
        return None
    if near:
        return (1.8 if single else 0.6), "the text goes on about it, with no place and no day of its own"
    if earlier.lead and single:
        return 1.4, "the text comes back to what it began with, with no place and no day of its own"
    return None


def is_single(told: Iterable[Profile]) -> bool:
    """Return whether the claims of violence of one text name one acting side and one spot on the map at most.

    A text that opens with a battle or an advance tells many acts.
    """
    sides: set[str] = set()
    spots: list[PlaceValue] = []
    unmapped: set[str] = set()
    for held in told:
        if held.claim.type in BATTLE and held.start < HEAD // 2 and not held.past:
            return False
        if held.kinds <= VIOLENCE and not held.prospective and not held.past and held.start <= HEAD:
            sides |= {side for side in held.agents if not side.startswith(NAMELESS)}
            unmapped |= {key(place) for place in held.places if place.lat is None}
            spots += [place for place in held.places if place.lat is not None and place.precision not in WIDE]
    return len(unmapped) < SPOTS and _one_house(sides) and not _far(spots)


def _one_house(sides: AbstractSet[str]) -> bool:
    listed = sorted(sides)
    return all(within(frozenset({listed[0]}), frozenset({other})) for other in listed[1:])


def _far(places: Sequence[PlaceValue]) -> bool:
    distinct = {key(place): place for place in places}
    if len(distinct) > 4:
        return True
    listed = list(distinct.values())
    return any(
        farther(one, two, leeway(one) + leeway(two) + 10) is True and not one_province(one, two)
        for i, one in enumerate(listed)
        for two in listed[i + 1 :]
    )


def anchored(held: Profile) -> bool:
    """Return whether a claim has a place or a day of its own, be it one that its slots do not hold."""
    return bool(held.place_keys) or held.day is not None or held.partial is not None or held.anchored


def at_ease(a: Profile, b: Profile) -> bool:
    """Return whether nothing in the sides and places of two claims of one text tells them apart."""
    if a.held_keys and b.held_keys and a.held_keys.isdisjoint(b.held_keys) and (a.kinds | b.kinds) & ONCE:
        return False
    if not a.agents or not b.agents or within(a.agents, b.agents) or one_side(a, b):
        return True
    return a.nameless and b.nameless and (a.agent_kinds == b.agent_kinds or not a.agent_kinds.isdisjoint(b.agent_kinds))


def _other_toll(a: Profile, b: Profile) -> bool:
    """Return whether both tell a number of the dead or of the wounded, and another one."""
    for what in ("killed", "wounded"):
        one, two = ({n.low for n in held.numbers if n.what == what and n.firm} for held in (a, b))
        if one and two and one.isdisjoint(two):
            return True
    return False
