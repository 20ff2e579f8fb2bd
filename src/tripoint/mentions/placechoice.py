"""Which of the places of one name is meant: the one that the table of reasons speaks for most."""

from __future__ import annotations

from dataclasses import replace

from tripoint.mentions.draft import because, reading
from tripoint.mentions.placehints import fits
from tripoint.mentions.placereasons import FEATURES, Question
from tripoint.mentions.placevalues import value
from tripoint.mentions.scene import Scene
from tripoint.model import Reading, Reason
from tripoint.resources.places import Place

_SHARED = 3
"""So many places bear a common name; that one more bears it, which no list holds, is then likely."""

ACCEPTED = 0.1
"""A candidate with a lower sum of reasons is refused."""


def choose(scene: Scene, ask: Question, places: tuple[Place, ...]) -> list[Reading]:
    """Return a reading for each candidate, the best chosen when it is good enough; at most eight rejected ones."""
    if ask.within and not any(fits(place, ask.within) for place in places):
        lands = {code[:2] for code in ask.within}
        abroad = not any(iso2 in lands for place in places for iso2 in place.countries)
        ask = replace(ask, within=frozenset(), abroad=ask.surely and abroad)
    seats = frozenset(place.region for place in places if place.kind == "town" and place.population >= 30_000)
    ask = replace(ask, seats=seats, shared=len(places) >= _SHARED)
    judged: list[tuple[float, Place, tuple[Reason, ...]]] = []
    for place in places:
        given: list[Reason] = []
        total = 0.0
        for name, feature in FEATURES:
            score, sentence = feature(scene, ask, place)
            total += score
            if score or name == "country":
                given.append(because(name, max(-1.0, min(1.0, score)), sentence))
        judged.append((total, place, tuple(given)))
    judged.sort(key=lambda row: (-row[0], row[1].id))
    made: list[Reading] = []
    for rank, (total, place, reasons) in enumerate(judged[:8]):
        chosen = rank == 0 and total >= ACCEPTED
        made.append(
            reading(
                place.name,
                0.5 + total / 2,
                reasons,
                chosen=chosen,
                candidate_id=place.id,
                place=value(place),
            )
        )
    return made
