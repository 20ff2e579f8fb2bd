"""Parts of a land as areas: *southern X, the western part of Y*."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace

from tripoint.mentions.draft import Draft, because
from tripoint.mentions.pieces import Piece
from tripoint.mentions.placevalues import value
from tripoint.mentions.producers import CUES
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind, Reading
from tripoint.names import strict_key
from tripoint.resources.places import gazetteer

_BEARINGS = {"north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1), "central": (0, 0)}


_PART = re.compile(r"(north|south|east|west|central)(?:-?(east|west))?(?:ern)?\Z")


def parts(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield *southern X*, *western part of X* for the places X that are already found."""
    for draft in drafts:
        best = draft.chosen
        if draft.kind is not MentionKind.PLACE or best is None or best.place is None:
            continue
        found = scene.pieces[draft.sentence]
        at = next((i for i, piece in enumerate(found) if piece.start >= draft.start), len(found)) - 1
        if at >= 0 and found[at].key == "the":
            at -= 1
        told = _part_before(found, at) or _side_before(found, at, draft)
        if told is None:
            continue
        first, bearing = told
        yield _part(scene, draft, best, found[first].start, bearing)


def _part_before(found: list[Piece], at: int) -> tuple[int, str] | None:
    """Return where the words of a part begin, and its bearing."""
    if at >= 0 and (word := _bearing(found, at)) is not None and word[0].endswith(("ern", "central")):
        return word[1], word[0]
    if (
        at >= 2
        and found[at].key == "of"
        and found[at - 1].key
        in (
            "part",
            "parts",
            "countryside",
            "areas",
            "region",
            "regions",
            "half",
            "outskirts",
            "suburbs",
            "edge",
            "districts",
            "desert",
        )
    ):
        word = _bearing(found, at - 2)
        if word is not None and word[0].endswith(("ern", "central")):
            return word[1], word[0]
    return None


def _side_before(found: list[Piece], at: int, draft: Draft) -> tuple[int, str] | None:
    """Return the same for *northwest X*, where the bearing describes X and tells no way (*moved north*)."""
    word = _bearing(found, at)
    if (
        word is None
        or word[0] not in _SIDES
        or not found[at].joined
        or at + 1 >= len(found)
        or not found[at + 1].joined
    ):
        return None
    token = found[at].token
    if token.dep not in ("amod", "compound", "nmod") or token.head is not draft.head:
        return None
    return word[1], f"{word[0]}ern"


_SIDES = frozenset("north south east west northeast northwest southeast southwest".split())


def _bearing(found: list[Piece], at: int) -> tuple[str, int] | None:
    if at < 0:
        return None
    word = found[at].key
    if not _PART.match(word) and word not in ("eastern", "western"):
        return None
    if at > 0 and found[at].joined and found[at - 1].key in ("north", "south", "northern", "southern"):
        return found[at - 1].key.removesuffix("ern") + word, at - 1
    return word, at


def _part(scene: Scene, draft: Draft, best: Reading, start: int, bearing: str) -> Draft:
    place = best.place
    assert place is not None
    match = _PART.match(bearing.replace("-", ""))
    north, east = 0.0, 0.0
    for word in match.groups() if match is not None else ():
        if word is not None:
            north += _BEARINGS[word][0]
            east += _BEARINGS[word][1]
    name = f"{bearing} {place.name}"
    moved = place
    held = next((one for one in gazetteer().strict(strict_key(name)) if one.supplement), None)
    if held is not None:
        name, moved = held.name, value(held)
    elif place.lat is not None and place.lon is not None and place.radius_km is not None:
        length = math.hypot(north, east) or 1.0
        shift = place.radius_km * 0.55 / 111.0
        moved = replace(
            place,
            lat=round(place.lat + shift * north / length, 3),
            lon=round(place.lon + shift * east / length / max(0.2, math.cos(math.radians(place.lat))), 3),
            radius_km=round(place.radius_km * (0.65 if north or east else 0.5), 1),
        )
    if held is None:
        moved = replace(moved, place_id=None, name=name, precision="unlocated" if place.lat is None else "area")
    why = because("part", 0.7, f"the {bearing} part of {place.name}: its middle and an uncertainty that covers it")
    return Draft(
        kind=MentionKind.PLACE,
        start=start,
        end=draft.end,
        head=draft.head,
        producer=CUES,
        weight=draft.weight + 1.5,
        sentence=draft.sentence,
        readings=[
            replace(
                best,
                candidate_id=moved.place_id,
                name=name,
                score=best.score * 0.9,
                reasons=(*best.reasons, why),
                place=moved,
            )
        ],
    )
