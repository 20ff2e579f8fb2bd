"""Borders between countries as lines, and parts of a land (*southern X*) as areas: by composition, not by list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tripoint.mentions.draft import Draft, because, reading, whole_place
from tripoint.mentions.lexicon import Hit
from tripoint.mentions.pieces import Piece
from tripoint.mentions.placevalues import unlocated, value
from tripoint.mentions.producers import CUES
from tripoint.mentions.scene import Scene
from tripoint.model import PlaceValue
from tripoint.names import strict_key
from tripoint.resources.borders import border, borders_of, meeting
from tripoint.resources.countries import countries
from tripoint.resources.places import gazetteer
from tripoint.sphere import length, line, middle

_LINE = frozenset({"border", "borders", "frontier", "frontiers", "borderline"})
_BEHIND = frozenset({"area", "areas", "region", "regions", "triangle", "zone", "strip", "tripoint"})


def borders(scene: Scene) -> Iterator[Draft]:
    """Yield the borders that two or three country names tell, wherever the word border stands."""
    for index, found in enumerate(scene.pieces):
        by_last = {hit.last: hit for hit in scene.hits[index] if hit.iso2 is not None}
        by_first = {hit.first: hit for hit in scene.hits[index] if hit.iso2 is not None}
        for at, piece in enumerate(found):
            if piece.key in _LINE and not _names_more(found, at):
                draft = (
                    _before(scene, index, found, at, by_last)
                    or _behind(scene, index, found, at, by_first)
                    or _with(scene, index, found, at)
                )
                if draft is not None:
                    yield draft


def _names_more(found: list[Piece], at: int) -> bool:
    """Say whether the word only belongs to a longer phrase: *border crossing, border guards*."""
    if at + 1 >= len(found) or not found[at + 1].joined or found[at + 1].key in _BEHIND:
        return False
    after = found[at + 1]
    return after.token.pos in ("NOUN", "PROPN") and found[at].token.dep in ("compound", "nmod", "amod")


def _end(found: list[Piece], at: int) -> int:
    if at + 1 < len(found) and found[at + 1].joined and found[at + 1].key in _BEHIND:
        return at + 1
    return at


def _before(scene: Scene, index: int, found: list[Piece], at: int, by_last: dict[int, Hit]) -> Draft | None:
    """Read *Syrian-Iraqi border*, *Iraq-Syria border*, *Iraqi border with Syria*."""
    sides: list[str] = []
    first = at
    if not found[at].joined:
        return None
    while first in by_last and (first == at or _linked(scene, found, first)):
        hit = by_last[first]
        sides.append(hit.iso2 or "")
        first = hit.first
    if not sides:
        return None
    last = _end(found, at)
    if len(sides) == 1:
        with_ = _after_with(scene, index, found, last)
        if with_ is not None:
            other, last = with_
            sides.append(other)
    return _draft(scene, index, found, first, last, sides)


def _linked(scene: Scene, found: list[Piece], first: int) -> bool:
    gap = scene.text[found[first - 1].end : found[first].start].strip(" ")
    return gap in ("-", "--", "/")


def _after_with(scene: Scene, index: int, found: list[Piece], last: int) -> tuple[str, int] | None:
    if last + 2 < len(found) and found[last + 1].key == "with":
        for hit in scene.hits[index]:
            if hit.iso2 is not None and hit.first in (last + 2, last + 3):
                return hit.iso2, hit.last - 1
    return None


def _with(scene: Scene, index: int, found: list[Piece], at: int) -> Draft | None:
    """Read *X sent troops to its border with Y*: the border of Y and of the land that the text speaks of before."""
    told = _after_with(scene, index, found, at)
    if told is None or at == 0 or found[at - 1].key not in ("the", "its", "their"):
        return None
    last = told[1] + 1
    if (
        last < len(found)
        and found[last].key == "and"
        and any(h.iso2 and h.first == last + 1 for h in scene.hits[index])
    ):
        return None  # *the border with X and Y*
    before = [hit.iso2 for hit in scene.hits[index] if hit.iso2 not in (None, told[0]) and hit.last <= at]
    lands = before[-1:] or [iso2 for iso2, share in scene.told.items() if share >= _MOST and iso2 != told[0]]
    if len(lands) != 1 or lands[0] is None or not border(lands[0], told[0]):
        return None
    return _draft(scene, index, found, at, told[1], [lands[0], told[0]])


_MOST = 0.3
"""What share of a text's words for countries a land has that the text is about."""


def _behind(scene: Scene, index: int, found: list[Piece], at: int, by_first: dict[int, Hit]) -> Draft | None:
    """Read *border between Iraq and Syria*."""
    if at + 3 >= len(found) or found[at + 1].key not in ("between", "of"):
        return None
    one = by_first.get(at + 2) or by_first.get(at + 3)
    if one is None or one.last + 1 >= len(found) or found[one.last].key != "and":
        return None
    other = by_first.get(one.last + 1) or by_first.get(one.last + 2)
    if other is None:
        return None
    return _draft(scene, index, found, at, other.last - 1, [one.iso2 or "", other.iso2 or ""])


def _drawn(made: PlaceValue, codes: list[str]) -> PlaceValue:
    """Return the border with its line, and the middle of it as its point where no gazetteer has one."""
    point, reach = None, 0.0
    lines = border(codes[0], codes[1]) if len(codes) == 2 else borders_of(codes[0]) if len(codes) == 1 else ()
    if len(codes) == 3:
        point, reach = meeting(codes[0], codes[1], codes[2]), MEETING_KM
    elif len(codes) == 2 and lines:
        longest = max(lines, key=length)
        point, reach = middle(longest), length(longest) / 2
    shape = line(*lines, uncertainty_km=WIDTH_KM) if lines else None
    if point is None or made.lat is not None:
        return replace(made, geometry=shape)
    return replace(made, geometry=shape, lat=round(point[0], 3), lon=round(point[1], 3), radius_km=round(reach, 1))


WIDTH_KM = 20.0
"""How far from the line *on the border* may be."""

MEETING_KM = 40.0
"""How far from the point where three borders meet *the border triangle* may reach."""


def _draft(scene: Scene, index: int, found: list[Piece], first: int, last: int, sides: list[str]) -> Draft | None:
    unique = sorted(set(sides), key=lambda iso2: countries()[iso2].name)
    start, end = found[first].start, found[last].end
    if len(unique) == 1:
        country = countries()[unique[0]]
        name, land = f"{country.adjective} border", unique[0]
    else:
        name, land = f"{'-'.join(countries()[iso2].name for iso2 in unique)} border", None
    triangle = found[last].key in ("triangle", "tripoint") or len(unique) == 3
    if triangle:
        name = f"{name} triangle"
    precision = "area" if triangle else "line"
    made = replace(unlocated(name, country=land), precision=precision)
    held = next(iter(gazetteer().strict(strict_key(name))), None)
    if held is not None:
        made = replace(value(held), name=name, country=land, precision=precision)
    elif len(unique) > 1:
        made = replace(made, place_id=f"border:{'-'.join(sorted(unique))}")
    made = _drawn(made, unique)
    why = because("composition", 0.8, f"the border of {' and '.join(countries()[iso2].name for iso2 in unique)}")
    meant = reading(name, 0.8, [why], candidate_id=made.place_id, place=made)
    return whole_place(scene.sentences[index], index, start, end, [meant], CUES)
