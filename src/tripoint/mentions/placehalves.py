"""One word of a longer name that meets a small town of the gazetteer, and is not that town."""

from __future__ import annotations

from tripoint.mentions.pieces import Piece
from tripoint.mentions.placebounds import bounds
from tripoint.mentions.placenames import Asked
from tripoint.mentions.scene import Scene
from tripoint.resources.places import gazetteer

_WELL_KNOWN = 20_000
"""People of a town that may be meant by one word of a longer name."""


def cut(scene: Scene, ask: Asked) -> bool:
    """Say whether one word of a longer name that nobody knows meets a small town of another land than is told."""
    found = scene.pieces[ask.index]
    first, last = ask.run[0], ask.run[-1]
    if len(ask.run) > 1 or ask.kind is not None or any(one.population >= _WELL_KNOWN for one in ask.candidates):
        return False
    if last + 1 < len(found) and _in_one_name(scene, found[last], found[last + 1]):
        last += 1
    elif first > 0 and _in_one_name(scene, found[first - 1], found[first]):
        first -= 1
    else:
        return False
    country, _ = bounds(scene, ask.index, [first, last], last + 1)
    return country is not None and country not in {iso2 for one in ask.candidates for iso2 in one.countries}


def _in_one_name(scene: Scene, one: Piece, other: Piece) -> bool:
    told = one.capital and other.capital and other.joined and {one.token.tag, other.token.tag} == {"NNP"}
    return told and scene.text[one.end : other.start] == " "


def half(scene: Scene, ask: Asked) -> bool:
    """Say whether a small town bears the name of one half of a hyphened one (*Pont* of *Pont-Sonde*)."""
    found = scene.pieces[ask.index]
    first, last = ask.run[0], ask.run[-1]
    if len(ask.run) > 1 or any(one.population >= _WELL_KNOWN or one.supplement for one in ask.candidates):
        return False
    beside = [found[i] for i in (first - 1, last + 1) if 0 <= i < len(found) and found[i].capital]
    hyphened = [
        one for one in beside if scene.text[min(found[first].end, one.end) : max(found[first].start, one.start)] == "-"
    ]
    return any(not gazetteer().strict(one.key) for one in hyphened if len(one.key) > 2)
