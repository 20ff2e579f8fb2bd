"""Capitals told by their country alone: *the Libyan capital, Libya's capital, the capital of Libya*."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tripoint.mentions.draft import Draft, because, reading, whole_place
from tripoint.mentions.lexicon import Hit
from tripoint.mentions.pieces import Piece, owns
from tripoint.mentions.placevalues import value
from tripoint.mentions.producers import CUES
from tripoint.mentions.scene import Scene
from tripoint.names import strict_key
from tripoint.resources.countries import countries
from tripoint.resources.places import Place, gazetteer

_NO_SEATS = frozenset({"punishment", "city", "market", "markets", "goods", "crime", "crimes", "flight", "letter"})
"""Words behind *capital* that make it another thing, or a name of its own."""


def seats(scene: Scene) -> Iterator[Draft]:
    """Yield the capitals of countries that stand without their own names."""
    for index, found in enumerate(scene.pieces):
        lands = [hit for hit in scene.hits[index] if hit.iso2 is not None and hit.actor is None]
        if not lands:
            continue
        for at, piece in enumerate(found):
            if piece.text == "capital" and not _named_too(scene, found, at):
                draft = _before(scene, index, at, lands) or _behind(scene, index, at, lands)
                if draft is not None:
                    yield draft


def _named_too(scene: Scene, found: list[Piece], at: int) -> bool:
    """Say whether the name stands beside it (*the capital Tripoli; the capital, Tripoli*), or no town is meant."""
    if at + 1 == len(found):
        return False
    after = found[at + 1]
    if after.joined and (after.capital or after.key in _NO_SEATS or after.token.tag.startswith("NN")):
        return True
    gap = scene.text[found[at].end : after.start]
    comma = gap.strip() in {",", "(", "–", "—", "-"} and after.capital
    before = scene.text[found[max(0, at - 3)].start : found[at].start]
    return comma or (at > 1 and "," in before and found[at].token.dep == "appos")  # *Tripoli, the Libyan capital*


def _before(scene: Scene, index: int, at: int, lands: list[Hit]) -> Draft | None:
    found = scene.pieces[index]
    hit = next((one for one in lands if one.last == at), None)
    if hit is None:
        return None
    if not (found[at].joined or owns(scene.text, found[at - 1])):
        return None
    return _draft(scene, index, found[hit.first].start, found[at].end, hit)


def _behind(scene: Scene, index: int, at: int, lands: list[Hit]) -> Draft | None:
    found = scene.pieces[index]
    if at + 2 >= len(found) or found[at + 1].key != "of":
        return None
    hit = next((one for one in lands if one.first in {at + 2, at + 3}), None)
    if hit is None or all(phrase.adjective for phrase in hit.phrases):
        return None
    if hit.first == at + 3 and found[at + 2].key != "the":
        return None
    if hit.last < len(found) and found[hit.last].joined and found[hit.last].capital:
        return None
    return _draft(scene, index, found[at].start, found[hit.last - 1].end, hit)


@lru_cache(maxsize=256)
def _capital(iso2: str) -> Place | None:
    towns = [one for one in gazetteer().strict(strict_key(countries()[iso2].capital)) if one.country == iso2]
    return max((one for one in towns if one.kind == "town"), key=lambda one: one.population, default=None)


def _draft(scene: Scene, index: int, start: int, end: int, hit: Hit) -> Draft | None:
    place = _capital(hit.iso2 or "")
    if place is None:
        return None
    why = because("capital", 0.8, f"the capital of {countries()[hit.iso2 or ''].name}")
    meant = reading(place.name, 0.8, [why], candidate_id=place.id, place=value(place))
    return whole_place(scene.sentences[index], index, start, end, [meant], CUES)
