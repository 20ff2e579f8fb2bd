"""The land that a text without any country speaks of, where a name that several bodies bear stands beside places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tripoint.mentions.lexicon import Hit
from tripoint.mentions.pieces import Piece, one_name
from tripoint.resources.actors import Actor
from tripoint.resources.places import gazetteer

_LONGEST = 3
"""Words of a place's name that are looked up."""
_KNOWN = 1_000
"""People of a town that speaks for its land: hamlets bear all names."""
_UNPLACED = frozenset({"DATE", "TIME"})


def shared_lands(pieces: Sequence[Sequence[Piece]], hits: Sequence[Sequence[Hit]]) -> Counter[str]:
    """Return how often each land is told by the places beside a shared name (*the RSF took Bara*: the RSF of Sudan).

    Empty where the places lie in the lands of none of the bodies, or of several alike.
    """
    counts: Counter[str] = Counter()
    asked = [hit for row in hits for hit in row if hit.actor is not None and any(one.shared for one in hit.phrases)]
    if not asked:
        return counts
    lands = [land for row, found in zip(pieces, hits, strict=True) for land in _lands(row, found)]
    for hit in asked:
        of = [_of(phrase.actor) for phrase in hit.phrases if phrase.actor is not None]
        votes = [(sum(bool(one & land) for land in lands), one) for one in of]
        votes.sort(key=lambda row: -row[0])
        if votes and votes[0][0] and (len(votes) == 1 or votes[0][0] > votes[1][0]):
            for land in lands:
                counts.update(votes[0][1] & land)
    return counts


def _of(actor: Actor) -> frozenset[str]:
    return frozenset(iso2 for iso2 in (actor.country, *actor.theatre) if iso2)


def _lands(row: Sequence[Piece], found: Sequence[Hit]) -> Iterator[frozenset[str]]:
    """Yield, for each name that is no known actor, the lands in which a town or province bears it."""
    taken = {at for hit in found for at in range(hit.first, hit.last)}
    at = 0
    while at < len(row):
        size = 1
        for length in range(_LONGEST, 0, -1):
            run = row[at : at + length]
            if len(run) < length or taken & set(range(at, at + length)) or not _named(run):
                continue
            places = gazetteer().strict(" ".join(piece.key for piece in run))
            held = {iso2 for one in places if one.supplement or one.population >= _KNOWN for iso2 in one.countries}
            if held:
                yield frozenset(held)
                size = length
                break
        at += size


def _named(run: Sequence[Piece]) -> bool:
    if any(piece.token.ent in _UNPLACED or not piece.token.tag.startswith("NNP") for piece in run):
        return False
    return one_name(list(run))
