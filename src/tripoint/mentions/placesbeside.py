"""Where a place lies that no gazetteer holds, by a known one beside it: *the X quarter of Y*, *X, 40 km north of Y*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tripoint.mentions.draft import Draft, because
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind, PlaceValue, Reading, Reason
from tripoint.resources.words import place_types
from tripoint.sphere import BEARINGS, destination

_OWNS = re.compile(r"(?:'s|\u2019s) (?:(?:north|south|east|west|centr)[a-z-]* )?\Z")
_OF = re.compile(
    r" (?:of|in) (?:(?:north|south|east|west|centr)[a-z-]* )?(?:the )?(?:city |town |capital )?(?:of )?,?\Z"
)
_WIDEST = 35.0
"""Radius in km of the largest town of which a quarter is told."""

_AWAY = re.compile(
    r",? (?:an? [a-z -]{3,40} )?(?:(?:about|some|around|roughly|just|nearly|approximately|lying|located) ){0,2}"
    r"(\d[\d,.]*) ?(km|kms|kilomet(?:er|re)s|miles)(?: \([^()]{2,20}\))? (?:to the )?"
    r"(north|south|east|west)-?(east|west)?(?:ward|erly)? of (?:the (?:city|town|capital) of )?\Z"
)
"""What stands between a name and the town from which its distance is told."""

_FARTHEST = 400.0
_ROUGHLY = 0.4
"""Distances are rounded and told by road, directions are of eight: so much of one is uncertain."""

_LEAST_KM = 5.0


def beside(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the places that no gazetteer holds anew, near the known town that tells where they lie."""
    places = sorted((one for one in drafts if one.kind is MentionKind.PLACE), key=lambda one: one.start)
    for at, draft in enumerate(places):
        best = draft.chosen
        if best is None or best.place is None or best.place.precision != "unlocated" or best.place.geometry is not None:
            continue
        made = None
        if at + 1 < len(places):
            made = _away(scene, draft, places[at + 1])
        if made is None and _is_quarter(scene, draft):
            made = _quarter(scene, places, at)
        if made is not None:
            place, why = made
            chosen = replace(best, place=place, reasons=(*best.reasons, why))
            yield replace(
                draft, weight=draft.weight + 1.0, readings=[chosen, *(one for one in draft.readings if one is not best)]
            )


def _town(draft: Draft) -> PlaceValue | None:
    best: Reading | None = draft.chosen
    place = None if best is None else best.place
    if place is None or place.lat is None or place.precision != "town" or (place.radius_km or 0.0) > _WIDEST:
        return None
    return place


def _is_quarter(scene: Scene, draft: Draft) -> bool:
    words = scene.text[draft.start : draft.end].lower().split()
    kind = place_types().get(words[-1]) if len(words) > 1 else None
    before = scene.text[max(0, draft.start - 24) : draft.start].lower().split()
    if kind is None and len(before) > 1 and before[-1] == "of":
        kind = place_types().get(before[-2])
    return kind is not None and kind.kind == "district"


def _quarter(scene: Scene, places: Sequence[Draft], at: int) -> tuple[PlaceValue, Reason] | None:
    """Return a quarter as the town that owns it, or in which it is told to lie."""
    draft = places[at]
    own = draft.chosen
    for other, pattern in ((at - 1, _OWNS), (at + 1, _OF)):
        if not 0 <= other < len(places):
            continue
        first, last = sorted((draft, places[other]), key=lambda one: one.start)
        town = _town(places[other])
        if town is None or own is None or own.place is None or not pattern.match(scene.text[first.end : last.start]):
            continue
        why = because("within", 0.4, f"it is told as a part of {town.name}, whose middle and size stand for it")
        radius = round((town.radius_km or 0.0) + 2.0, 1)
        return (
            replace(
                own.place,
                lat=town.lat,
                lon=town.lon,
                radius_km=radius,
                country=town.country,
                admin1=town.admin1,
                precision="site",
            ),
            why,
        )
    return None


def _away(scene: Scene, draft: Draft, other: Draft) -> tuple[PlaceValue, Reason] | None:
    """Return a place by its distance and direction from a known town."""
    town, own = _town(other), draft.chosen
    told = _AWAY.match(scene.text[draft.end : other.start])
    if town is None or town.lat is None or town.lon is None or told is None or own is None or own.place is None:
        return None
    try:
        far = float(told[1].replace(",", ""))
    except ValueError:
        return None
    far *= 1.609344 if told[2] == "miles" else 1.0
    bearing = BEARINGS.get(f"{told[3]}{told[4] or ''}")
    if bearing is None or not 0 < far <= _FARTHEST:
        return None
    lat, lon = destination((town.lat, town.lon), bearing, far)
    radius = round(_LEAST_KM + (town.radius_km or 0.0) + _ROUGHLY * far, 1)
    why = because("distance", 0.4, f"the text tells how far and in which direction from {town.name} it lies")
    place = replace(
        own.place, lat=round(lat, 3), lon=round(lon, 3), radius_km=radius, country=own.place.country or town.country,
        precision="town",
    )  # fmt: skip
    return place, why
