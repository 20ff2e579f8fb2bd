"""Known names that are only parts of places' names, or towns of the same name."""

from __future__ import annotations

from tripoint.mentions.lexicon import Hit
from tripoint.mentions.pieces import Piece
from tripoint.mentions.placetypes import type_after
from tripoint.mentions.placewords import TOPONYMS
from tripoint.mentions.stance import place_before
from tripoint.resources.places import gazetteer
from tripoint.resources.words import place_types
from tripoint.syntax import Token

_TOWN = 5_000
"""So many people make a place that a name stands for where places stand."""


def is_toponym(found: list[Piece], hit: Hit) -> bool:
    """Say whether a one-word name of a person or an agency is a place's here: *Wadi al-Deif*, *al-Asad air base*."""
    actor = hit.actor
    if actor is None or sum(not piece.article for piece in found[hit.first : hit.last]) > 1:
        return False
    if actor.kind == "person":
        after = type_after(found, hit.last)[1]
        return _behind_toponym(found, hit) or (after is not None and after.kept)
    if actor.kind != "agency" or not _placed(found[hit.last - 1].token):
        return False
    return any(place.supplement or place.population >= _TOWN for place in gazetteer().strict(found[hit.first].key))


def _placed(token: Token) -> bool:
    """Say whether a word stands where a place would: *in X, the town of X*."""
    called = token.dep == "pobj" and token.head.lower == "of" and token.head.head.lower in place_types()
    return called or place_before(token)


def _behind_toponym(found: list[Piece], hit: Hit) -> bool:
    at, link = hit.first - 1, found[hit.first].joined
    while at >= 0 and found[at].article:
        at, link = at - 1, link and found[at].joined
    return at >= 0 and link and found[at].capital and found[at].key in TOPONYMS
