"""Persons called by one name all through a text (*Karim recalls ... Karim's wife*): told by what only people do."""

from __future__ import annotations

from collections.abc import Iterator

from tripoint.mentions.draft import Draft, because, reading
from tripoint.mentions.pieces import Piece, phrase_start
from tripoint.mentions.placewords import STOP
from tripoint.mentions.producers import BY_NAME
from tripoint.mentions.scene import Scene
from tripoint.mentions.stance import place_before
from tripoint.model import MentionKind
from tripoint.resources.places import gazetteer
from tripoint.resources.words import group_heads, place_types, plain_titles

_HUMAN = frozenset(
    "recall insist reply explain smile beam laugh remember nod shrug whisper joke admit tell ask sigh weep cry grin "
    "recount dream hug kiss marry wear".split()
)
"""Verbs whose subject is a person: none of what agencies, offices and states are told to do."""

_KIN = frozenset(
    "wife husband father mother son daughter brother sister uncle aunt cousin family parents children friends friend "
    "widow widower fiancee grandmother grandfather neighbours neighbors".split()
)
_TOWN = 20_000
"""So many people make a place that may be meant in any text."""


def loners(scene: Scene) -> Iterator[Draft]:
    """Yield all uses of a single name that does somewhere in the text what only people do."""
    taken = {(i, at) for i, hits in enumerate(scene.hits) for hit in hits for at in range(hit.first, hit.last)}
    single = [
        (i, at, piece)
        for i, found in enumerate(scene.pieces)
        for at, piece in enumerate(found)
        if (i, at) not in taken and _alone(found, at)
    ]
    shown = {piece.key: piece for _, _, piece in single if _acts_as_person(piece)}
    for index, at, piece in single:
        first = shown.get(piece.key)
        if first is None or place_before(piece.token) or _town(piece):
            continue
        why = because("acts", 0.7, f"it is told to do or have what only people do or have ({first.token.head.text!r})")
        yield Draft(
            kind=MentionKind.PERSON,
            start=phrase_start(scene.pieces[index], at),
            end=piece.end,
            head=piece.token,
            producer=BY_NAME,
            weight=2.7,
            sentence=index,
            readings=[reading(piece.text, 0.55, [why], actor_kind="person")],
        )


def _alone(found: list[Piece], at: int) -> bool:
    """Say whether a piece is a proper noun without another beside it."""
    piece = found[at]
    if not piece.capital or piece.article or piece.text.isupper() or len(piece.text) < 3 or piece.key in STOP:
        return False
    if piece.token.tag != "NNP" or piece.key in group_heads() or piece.key in place_types():
        return False
    before = found[at - 1] if at > 0 and piece.joined else None
    after = found[at + 1] if at + 1 < len(found) and found[at + 1].joined else None
    if before is not None and (before.key == "the" or (before.capital and before.key not in plain_titles() and at > 1)):
        return False
    return after is None or not after.capital or after.token.tag not in ("NNP", "NNPS")


def _acts_as_person(piece: Piece) -> bool:
    token = piece.token
    verb = token.head
    if token.dep == "nsubj" and verb.lemma in _HUMAN and verb.tag in ("VBD", "VBZ", "VBG"):
        return True
    if token.dep == "poss" and verb.lower in _KIN:
        return True
    return any(
        kid.dep == "conj" and kid.lower in _KIN and any(one.lower in ("his", "her") for one in kid.kids)
        for kid in token.kids
    )


def _town(piece: Piece) -> bool:
    return any(place.population >= _TOWN for place in gazetteer().strict(piece.key))
