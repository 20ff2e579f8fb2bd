"""What the names of a document tell about each other: the provinces and corners of the map where they would meet."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tripoint.mentions.lexicon import Hit
from tripoint.mentions.pieces import Piece, one_name
from tripoint.mentions.scene import Scene
from tripoint.names import strict_key
from tripoint.resources.places import Place, gazetteer

_CELL = 1.5
"""Degrees: places of one corner of the map lie in the same cell of this width or in the next."""

_COMMA = re.compile(r"\.?,[ \u00a0]{1,2}|[ ]\((?:in )?")

_LEAST = {"province": 300_000, "county": 60_000}


@dataclass(slots=True)
class Hints:
    """Votes of the names of a document, by the key of the name that gives them (none votes for itself).

    `kept`, `near`: what was asked before of a province or a corner; ask only when all votes are in.
    """

    regions: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    lands: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    cells: dict[tuple[int, int], dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    total: float = 0.0
    kept: dict[tuple[str, str], float] = field(default_factory=dict)
    near: dict[tuple[int, int, str], float] = field(default_factory=dict)

    def region(self, place: Place, key: str) -> float:
        """Return how many other names would lie in the place's province, or be it."""
        if not place.region:
            return 0.0
        asked = (place.region, key)
        if asked not in self.kept:
            self.kept[asked] = _others(self.regions.get(place.region, {}), key)
        return self.kept[asked]

    def land(self, place: Place, key: str) -> float:
        """Return how many other names would lie in the place's country."""
        return max((_others(self.lands.get(iso2, {}), key) for iso2 in place.countries), default=0.0)

    def corner(self, place: Place, key: str) -> float:
        """Return how many other names would lie near it."""
        if place.lat is None or place.lon is None:
            return 0.0
        row, column = _cell(place.lat, place.lon)
        told = self.near.get((row, column, key))
        if told is not None:
            return told
        best: dict[str, float] = {}
        for i in (row - 1, row, row + 1):
            for j in (column - 1, column, column + 1):
                for name, weight in self.cells.get((i, j), {}).items():
                    if weight > best.get(name, 0.0):
                        best[name] = weight
        return self.near.setdefault((row, column, key), _others(best, key))


def _others(votes: Mapping[str, float], key: str) -> float:
    total = 0.0
    for name, weight in votes.items():  # asked for every candidate of every name
        if name != key:
            total += weight
    return total


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return int(lat // _CELL), int(lon // _CELL)


def gathered(scene: Scene, names: Mapping[str, tuple[tuple[Place, ...], frozenset[str]]]) -> Hints:
    """Return the votes of names by key: each name has its candidates and the codes told beside it somewhere."""
    hints = Hints()
    for key, (places, within) in names.items():
        weights = [_weight(scene, key, place, within) for place in places]
        whole = sum(weights)
        if whole <= 0:
            continue
        hints.total += 1
        for place, weight in zip(places, weights, strict=True):
            share = weight / whole
            if share < 0.02:
                continue
            if place.region:
                _vote(hints.regions[place.region], key, share)
            if len(place.countries) == 1:
                _vote(hints.lands[place.countries[0]], key, share)
            if place.lat is not None and place.lon is not None and (place.radius_km or 0.0) < 120:
                cell = hints.cells[_cell(place.lat, place.lon)]
                cell[key] = max(cell.get(key, 0.0), share)
    return hints


def _vote(votes: dict[str, float], key: str, share: float) -> None:
    votes[key] = min(1.0, votes.get(key, 0.0) + share)


def _weight(scene: Scene, key: str, place: Place, within: frozenset[str]) -> float:
    people = 100_000 if place.supplement else max(place.population, _LEAST.get(place.kind, 2_000))
    weight = math.sqrt(people) * (3.0 if strict_key(place.name) == key else 1.0)
    if scene.told:
        share = max((scene.told.get(iso2, 0.0) for iso2 in place.countries), default=0.2)
        weight *= 0.1 + 3.0 * share
    if within:
        weight *= 50.0 if fits(place, within) else 1.0
    return weight


def fits(place: Place, within: frozenset[str]) -> bool:
    """Say whether a place lies in one of the provinces or countries whose codes were told beside it."""
    return place.region in within or any(iso2 in within for iso2 in place.countries)


def told_behind(scene: Scene, found: list[Piece], hits: Iterable[Hit], last: int) -> frozenset[str]:
    """Return the codes of the province or country behind a comma: *Paris, Texas*, *Athens, Ga.*; empty when none."""
    if last >= len(found):
        return frozenset()
    gap = scene.text[found[last - 1].end : found[last].start]
    if len(gap) > 6 or _COMMA.fullmatch(gap) is None or not found[last].capital:
        return frozenset()
    codes = {
        phrase.iso2
        for hit in hits
        if hit.first == last
        for phrase in hit.phrases
        if phrase.iso2 is not None and not phrase.adjective
    }
    for size in (3, 2, 1):
        words = found[last : last + size]
        if len(words) < size or not one_name(words):
            continue
        places = gazetteer().strict(" ".join(word.key for word in words))
        regions = {place.region for place in places if place.kind in ("province", "county") and place.region}
        if not regions and size > 1:
            regions = {place.country for place in places if place.kind == "province" and place.country}
        if regions:
            return frozenset(codes | regions)
    word = found[last]
    if len(word.text) == 2 and word.text.isupper() and not codes:
        codes.add(f"US.{word.text}")
    return frozenset(codes)


def told_around(scene: Scene, found: list[Piece], last: int) -> frozenset[str]:
    """Return the codes of the provinces that *in* names right behind a name: *Mallah Farms in Aleppo*."""
    if last + 1 >= len(found) or scene.text[found[last - 1].end : found[last + 1].start].split() != ["in"]:
        return frozenset()
    for size in (3, 2, 1):
        words = found[last + 1 : last + 1 + size]
        if len(words) < size or not one_name(words):
            continue
        places = gazetteer().strict(" ".join(word.key for word in words))
        regions = {
            place.region
            for place in places
            if place.region
            and (place.kind == "province" or place.population >= 100_000)
            and (scene.told.get(place.country or "", 0.0) >= 0.15 or (not scene.told and place.kind == "province"))
        }
        if regions:
            return frozenset(regions)
    return frozenset()


def is_short(scene: Scene, piece: Piece, place: Place) -> bool:
    """Say whether a province is written by a short form that only counts behind a comma (*Ky.*, *Mass.*)."""
    if place.kind != "province" or len(piece.key) > 5:
        return False
    return piece.key not in (strict_key(place.name),) and scene.text[piece.end : piece.end + 1] == "."
