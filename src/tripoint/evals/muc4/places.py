"""Where an incident was, as the task writes it: country, province, and the most precise place told."""

from __future__ import annotations

from dataclasses import dataclass

from tripoint.evals.muc4.finder import Finder
from tripoint.evals.muc4.incidents import Incident, sentences_of
from tripoint.evals.muc4.tables import acts as table
from tripoint.evals.pipeline import Analysed
from tripoint.model import MentionKind, PlaceValue
from tripoint.resources.countries import countries

RANK = {"country": 0, "province": 1, "area": 1, "line": 1, "district": 2, "town": 3, "site": 4, "unlocated": 3}


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place as written."""

    place: PlaceValue
    text: str


def _spots(incident: Incident, find: Finder, home: str | None) -> list[_Spot]:
    """The places of the acts; where there is none, those of the message's country named in their sentences."""
    told = [_Spot(slot.place, slot.text) for slot in incident.places]
    if told:
        return told
    spans = [(s.start, s.end) for s in sentences_of(incident, find.one)]
    for mention in find.one.mentions:
        reading = find.chosen.get(mention.mention_id)
        if mention.kind is not MentionKind.PLACE or reading is None or reading.place is None:
            continue
        inside = any(start <= mention.start < end for start, end in spans)
        if inside and reading.place.country and _country(reading.place.country) == home:
            told.append(_Spot(reading.place, mention.text))
    return told


def location(incident: Incident, home: str | None, find: Finder) -> tuple[str | None, str]:
    """Return the country and the chain of places, widest first: the most precise place told, with what holds it."""
    slots = sorted(_spots(incident, find, home), key=lambda slot: -RANK.get(slot.place.precision, 2))
    best = slots[0] if slots else None
    code = next((s.place.country for s in slots if s.place.country), None)
    country = _country(code) if code else home
    if best is None or best.place.precision == "country":
        return country, (country or "").upper()
    chain = [
        country,
        best.place.admin1,
        *(_name(s) for s in reversed(slots) if s.place.precision == "province"),
        _name(best),
    ]
    return country, ": ".join(dict.fromkeys(name.upper() for name in chain if name))


def _name(slot: _Spot) -> str:
    return slot.text if slot.place.place_id is None else slot.place.name


def _country(code: str) -> str | None:
    found = countries().get(code.split("|")[0])
    return found.name if found is not None else None


def home_of(one: Analysed) -> str | None:
    """Return the country of interest that the message names most, its people counted with it."""
    counts: dict[str, int] = {}
    for mention in one.mentions:
        reading = one.chosen.get(mention.mention_id)
        if reading is None:
            continue
        code = reading.place.country if reading.place is not None else reading.actor_country
        name = _country(code) if code else None
        if name in table.NATIONS:
            counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda name: counts[name], default=None)
