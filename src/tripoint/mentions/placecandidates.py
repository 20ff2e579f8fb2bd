"""The places that the gazetteer holds under a written name, also where it is shortened, glued or lost a mark."""

from __future__ import annotations

from tripoint.mentions.pieces import Piece
from tripoint.mentions.placehints import is_short
from tripoint.mentions.placetypes import type_after
from tripoint.mentions.scene import Scene
from tripoint.names import loose_join
from tripoint.resources.places import Place, gazetteer

_LOOSE_LEAST = 5
"""Letters that a name needs to be looked up by its loose key: shorter ones meet too many others."""

_GLUED = 5
"""Letters that a word needs for its first two to be an article that was not parted from it."""

_SHORT_LANDS = frozenset({"US", "CA"})


def held(scene: Scene, found: list[Piece], run: list[int]) -> tuple[tuple[Place, ...], bool]:
    """Return the places that the words of a run may name, and whether their loose key alone found them."""
    keys = [found[i].key for i in run]
    candidates = gazetteer().strict(" ".join(keys))
    if len(run) == 1 and len(keys[0]) <= 5 and candidates:
        candidates = _unless_short(scene, found, run[0], candidates)
    candidates = candidates or site(found, run) or _owner(scene, found, run, keys) or _glued(scene, keys)
    if candidates or len("".join(keys)) < _LOOSE_LEAST:
        return candidates, False
    return tuple(
        place
        for place in gazetteer().loose(loose_join(keys))
        if any(scene.told.get(iso2, 0.0) >= 0.05 for iso2 in place.countries)
    ), True


def _owner(scene: Scene, found: list[Piece], run: list[int], keys: list[str]) -> tuple[Place, ...]:
    """Return the places of a name that lost its apostrophe before what it owns (*Idlibs countryside*)."""
    word, behind = keys[-1], run[-1] + 1
    if len(word) < 5 or not word.endswith("s") or behind >= len(found) or not found[behind].joined:
        return ()
    if found[run[-1]].token.dep not in {"compound", "nmod", "poss", "amod"}:
        return ()
    return tuple(
        place
        for place in gazetteer().strict(" ".join([*keys[:-1], word[:-1]]))
        if any(iso2 in scene.lands for iso2 in place.countries)
    )


def _glued(scene: Scene, keys: list[str]) -> tuple[Place, ...]:
    """Return the places of a name whose Arabic article was not parted from its word (*Alwaer* for *al-Waer*)."""
    parted = [word[2:] if word.startswith("al") and len(word) >= _GLUED else word for word in keys]
    if parted == keys:
        return ()
    return tuple(
        place
        for place in gazetteer().strict(" ".join(parted))
        if any(scene.told.get(iso2, 0.0) >= 0.15 for iso2 in place.countries)
    )


def _unless_short(scene: Scene, found: list[Piece], at: int, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Keep states by their short forms (*Ky.*, *Mass.*) only where they are written as such, behind a comma."""
    short = {place.id for place in places if place.country in _SHORT_LANDS and is_short(scene, found[at], place)}
    dotted = "." in found[at].text
    behind = at > 0 and scene.text[found[at - 1].end : found[at].start].strip(".") == ", "
    if short and (dotted or behind):
        return tuple(place for place in places if place.id in short)
    return tuple(place for place in places if place.id not in short and not _only_short(found[at], place))


def _only_short(piece: Piece, place: Place) -> bool:
    return place.kind == "province" and place.country in _SHORT_LANDS and len(piece.key) <= 4 < len(place.name)


def site(found: list[Piece], run: list[int]) -> tuple[Place, ...]:
    """Return the places that bear the name together with the type word behind it (*Nasib crossing*)."""
    last, after = type_after(found, run[-1] + 1)
    if after is None or not after.kept:
        return ()
    base = [found[i].key for i in run]
    words = [piece.key for piece in found[run[-1] + 1 : last]]
    return gazetteer().strict(" ".join([*base, *words])) or gazetteer().strict(" ".join([*base, words[-1]]))
