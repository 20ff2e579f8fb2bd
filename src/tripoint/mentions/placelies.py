"""What the words right beside a name tell of where it lies: *X, 40 km north of Y*, *in Borno's X*."""

from __future__ import annotations

import re

from tripoint.mentions.pieces import Piece, one_name, owns
from tripoint.mentions.scene import Scene
from tripoint.resources.places import gazetteer
from tripoint.resources.words import place_types

_LIES = re.compile(
    r", (?:(?:about |some |around |roughly |just |nearly )?\d[\d,.]* ?(?:km|kms|kilomet(?:er|re)s|miles)"
    r"(?: \([^()]{2,20}\))? )?(?:to the |just )?(?:north|south|east|west)[a-z-]* of [A-Zt]"
    r"|, home to |, (?:near|close to|on) the (?:[A-Z]\w+ )?border\b"
)
"""What follows a name that is a place's: *X, 40 km north of Y*, *X, home to*, *X, near the border*."""

_WORDS = 3
"""Most words of a province's name."""


def lies(text: str, end: int) -> bool:
    """Say whether the words behind a name tell where it lies (*X, 40 km north of Y*)."""
    return _LIES.match(text, end) is not None


def of_country(scene: Scene, index: int, found: list[Piece], at: int) -> bool:
    """Say whether a country owns the name behind piece `at` (*in Sudan's X*)."""
    return owns(scene.text, found[at]) and any(hit.iso2 is not None and hit.last == at + 1 for hit in scene.hits[index])


_CITY = 50_000
"""So many people make a town of which parts are told by their names (*in Aleppo's X*)."""


def of_province(scene: Scene, found: list[Piece], at: int) -> int | None:
    """Return where the name of a province begins or a city that owns the name behind piece `at` (*in Borno's X*)."""
    if not owns(scene.text, found[at]):
        return None
    last = at - 1 if found[at].key in place_types() and at and found[at].joined else at
    for size in range(min(_WORDS, last + 1), 0, -1):
        first = last - size + 1
        run = found[first : last + 1]
        if not one_name(run):
            continue
        held = gazetteer().strict(" ".join(piece.key for piece in run))
        if any(place.kind in ("province", "region") or place.population >= _CITY for place in held):
            return first
    return None
