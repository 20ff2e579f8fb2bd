"""Roads named by their two ends: *the Homs-Aleppo highway* is a line from one town to the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tripoint.mentions.draft import Draft, because, reading, whole_place
from tripoint.mentions.pieces import Piece, phrase_start
from tripoint.mentions.placechoice import choose
from tripoint.mentions.placereasons import Question
from tripoint.mentions.placevalues import unlocated, value
from tripoint.mentions.producers import CUES
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind, PlaceValue
from tripoint.names import strict_key
from tripoint.resources.places import gazetteer
from tripoint.sphere import Point, kilometres, line, middle

_ROADS = frozenset({"highway", "motorway", "road", "route"})
_BEFORE_ROAD = frozenset("international main old new strategic coastal desert supply m1 m2 m3 m4 m5 m20".split())
"""Words that may stand between the second town and the road."""

_LINKS = frozenset({"-", "–", "—", " - ", " – ", " — ", "/"})
_LONGEST = 4
"""Most words of a town's name."""

_FARTHEST = 1500.0
"""Kilometres: towns farther apart are joined by no road that news calls after both."""

WIDTH_KM = 20.0
"""How far the road may lie from the straight line between its ends."""


def roads(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield *A-B highway* where A at least is a place that is already found, as the line between the two."""
    places = [draft for draft in drafts if draft.kind is MentionKind.PLACE]
    for index, found in enumerate(scene.pieces):
        for at, piece in enumerate(found):
            if piece.key not in _ROADS or at < 2 or not piece.joined:
                continue
            last = at
            while last > 0 and found[last - 1].key in _BEFORE_ROAD and found[last].joined:
                last -= 1
            second = _name(scene, found, last)
            first = None if second is None else _ending_before(scene, found, second, places)
            if second is not None and first is not None:
                yield _road(scene, index, first, found[second:last], piece)


def _name(scene: Scene, found: list[Piece], last: int) -> int | None:
    """Return the first piece of the name before piece `last` that a hyphen joins to another name."""
    first = last - 1
    while first > 0 and last - first <= _LONGEST and (found[first].capital or found[first].article):
        before = found[first - 1]
        if scene.text[before.end : phrase_start(found, first)] in _LINKS and not before.article:
            return first if before.capital else None
        first -= 1
    return None


def _ending_before(scene: Scene, found: list[Piece], second: int, places: Sequence[Draft]) -> Draft | None:
    """Return the place that ends where the link to the second name begins."""
    at = second - 2 if found[second - 1].article else second - 1
    return next((one for one in places if at >= 0 and one.end == found[at].end), None)


def _road(scene: Scene, index: int, first: Draft, second: list[Piece], road: Piece) -> Draft:
    name = " ".join(scene.doc.text[first.start : road.end].split())
    held = next(iter(gazetteer().strict(strict_key(name))), None)
    made = _line(name, first, _end(scene, second)) if held is None else value(held)
    why = because("composition", 0.8, "a road named by the two places that it joins")
    meant = reading(made.name, 0.75, [why], candidate_id=made.place_id, place=made)
    return whole_place(scene.sentences[index], index, first.start, road.end, [meant], CUES)


def _end(scene: Scene, second: list[Piece]) -> Point | None:
    """Return where the town at the other end lies."""
    key = " ".join(piece.key for piece in second if not piece.article)
    words = scene.text[second[0].start : second[-1].end]
    rows = choose(scene, Question(text=words, kind="town", loose=False, key=key), gazetteer().strict(key))
    best = rows[0] if rows and rows[0].chosen else None
    return None if best is None else _point(best.place)


def _point(place: PlaceValue | None) -> Point | None:
    return None if place is None or place.lat is None or place.lon is None else (place.lat, place.lon)


def _line(name: str, first: Draft, end: Point | None) -> PlaceValue:
    """Return the road from a place to a point; unlocated where one of them is."""
    best = None if first.chosen is None else first.chosen.place
    made = unlocated(name, country=None if best is None else best.country)
    start = _point(best)
    if start is None or end is None or kilometres(start, end) > _FARTHEST:
        return made
    at = middle((start, end))
    return replace(
        made,
        precision="line",
        lat=round(at[0], 3),
        lon=round(at[1], 3),
        radius_km=round(kilometres(start, end) / 2, 1),
        geometry=line((start, end), uncertainty_km=WIDTH_KM),
    )
