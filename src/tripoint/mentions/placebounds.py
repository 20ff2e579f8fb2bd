"""In which land and province a place lies that no gazetteer holds, as the words beside it tell: *X, Borno State*."""

from __future__ import annotations

import re

from tripoint.mentions.pieces import Piece, one_name, owns
from tripoint.mentions.scene import Scene
from tripoint.resources.places import Place, gazetteer
from tripoint.resources.words import place_types

Bounds = tuple[str | None, str | None]
"""A country's code and the name of a province, as far as they are told."""

_BEHIND = re.compile(
    r"(?:,? ?\(?|,? (?:a |the )?(?:town|village|city|hamlet|district|area),?)"
    r" ?(?:(?:in|of) )?(?:the )?(?:(?:north|south|east|west|centr)[a-z-]* )?"
    r"(?:(?:part |state |province |region )?of )?\Z"
)
"""What may stand between a name and the land that it lies in."""

_WORDS = 3
_LANDS = ("province", "region")


def bounds(scene: Scene, index: int, run: list[int], last: int) -> Bounds:
    """Return what the words right behind a name, or the owner before it, tell of where it lies."""
    found = scene.pieces[index]
    behind = _behind(scene, index, found, last)
    if behind != (None, None):
        return behind
    before = run[0] - 1
    while before >= 0 and found[before].article:
        before -= 1
    if before < 0 or not owns(scene.text, found[before]):
        return None, None
    return _ending(scene, index, found, before)


def _behind(scene: Scene, index: int, found: list[Piece], last: int) -> Bounds:
    at = next((i for i in range(last, min(last + 8, len(found))) if found[i].capital and not found[i].article), None)
    if at is None:
        return None, None
    start = found[at - 1].start if at > last and found[at - 1].article else found[at].start
    gap = scene.text[found[last - 1].end : start]
    if gap == " " or not _BEHIND.match(gap):
        return None, None
    land = next((hit for hit in scene.hits[index] if hit.first == at and hit.iso2 is not None), None)
    if land is None:
        province = _province(scene, found, at, None)
        return (None, None) if province is None else (province.country, province.admin1 or province.name)
    if owns(scene.text, found[land.last - 1]) and land.last < len(found):
        province = _province(scene, found, land.last, land.iso2)
        return land.iso2, None if province is None else province.admin1 or province.name
    return (None, None) if land.phrases[0].adjective else (land.iso2, None)


def _ending(scene: Scene, index: int, found: list[Piece], at: int) -> Bounds:
    """Return the country or the province whose name ends at piece `at`."""
    land = next((hit for hit in scene.hits[index] if hit.last == at + 1 and hit.iso2 is not None), None)
    if land is not None:
        return land.iso2, None
    for size in range(_WORDS, 0, -1):
        if at - size + 1 >= 0 and found[at - size + 1].capital:
            province = _province(scene, found, at - size + 1, None, upto=at + 1)
            if province is not None:
                return province.country, province.admin1 or province.name
    return None, None


def _province(scene: Scene, found: list[Piece], at: int, iso2: str | None, *, upto: int | None = None) -> Place | None:
    """Return the one province whose name begins at a piece, of the land told or of those that the text speaks of."""
    for size in range(_WORDS, 0, -1):
        run = found[at : at + size]
        if len(run) < size or (upto is not None and at + size > upto):
            continue
        if not one_name(run):
            continue
        words = [piece.key for piece in run if piece.key not in place_types()]
        if upto is not None and (at + size != upto or not words):
            continue
        held = [place for place in gazetteer().strict(" ".join(words)) if place.kind in _LANDS] if words else []
        if iso2 is not None:
            held = [place for place in held if place.country == iso2]
        lands = {place.country for place in held}
        if len(lands) > 1:
            held = [place for place in held if place.country in scene.lands]
        if len({place.country for place in held}) == 1 and "|" not in held[0].country:
            return held[0]
    return None
