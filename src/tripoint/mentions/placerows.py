"""Prepositions and rows of names that show places: *near A and B, the road through A, moved between A and B*."""

from __future__ import annotations

from tripoint.mentions.pieces import Piece
from tripoint.resources.words import place_types

PREPOSITIONS = frozenset(
    "in at near from to toward towards into around outside inside through across between throughout within onto "
    "reach reached reaching enter entered entering besieged capture captured capturing retake retook retaking seize "
    "seized liberate liberated liberating leave left recaptured overlooking surrounding entire via past".split()
)
"""Words right before a place: prepositions, and verbs of reaching and taking."""

NEAR = frozenset({"near", "toward", "towards", "outside", "off"})
"""Prepositions that few names but places stand behind."""


def placed_row(found: list[Piece], at: int) -> bool:
    """Say whether the names that end at piece `at` (*near A, B and ...*) stand behind a preposition of place."""
    while at >= 0 and (found[at].capital or found[at].article or found[at].key in ("and", "or", "the")):
        at -= 1
    return at >= 0 and (found[at].key in PREPOSITIONS or found[at].key in NEAR)


_MOVED = frozenset(
    "advance move march drive road line border area sector front stretch highway route valley hills stand travel run "
    "post deploy position fighting clash axis corridor".split()
)


def describes_people(found: list[Piece], last: int) -> bool:
    """Say whether the name that ends at piece `last` describes those told right behind it (*Druze fighters*)."""
    after = found[last + 1] if last + 1 < len(found) else None
    if after is None or not after.joined or not after.text.islower() or found[last].token.head is not after.token:
        return False
    return after.token.tag == "NNS" and after.key not in place_types()


def between_places(found: list[Piece], at: int, last: int) -> bool:
    """Say whether a name stands in *moved between A and B*: what lies between is ground, not talks."""
    if describes_people(found, last):
        return False  # *clashes between Druze fighters and ...*
    while at > 0 and found[at].key != "between" and last - at < 7:
        at -= 1
    if found[at].key != "between":
        return False
    above = found[at].token.head
    return above.lemma in _MOVED or above.lower in _MOVED


def on_the_road(found: list[Piece], at: int) -> bool:
    """Say whether *road to*, *route through* stands before a name."""
    before = found[at - 1].key if at > 0 else ""
    return found[at].key in ("to", "from", "through", "into") and before in ("road", "highway", "route", "roads", "way")
