"""The value of a claim's field as a person types it: names by register and gazetteer, times and amounts by the grammar.

Where a name is in neither it is kept as words. Lists are parted by `;`, and `none` empties a field.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

import msgspec

from tripoint.errors import InputError
from tripoint.mentions.anchors import month_of
from tripoint.mentions.placevalues import country_value, unlocated, value
from tripoint.mentions.typed import WHATS, amount_typed, time_typed
from tripoint.model import (
    AmountSlot,
    Aspect,
    Claim,
    Modality,
    Party,
    PlaceSlot,
    PlaceValue,
    Polarity,
    Speaker,
    TimeValue,
)
from tripoint.names import strict_key
from tripoint.resources.actors import Actor, register
from tripoint.resources.claims import claim_types, triggers
from tripoint.resources.countries import by_key, countries
from tripoint.resources.places import Place, gazetteer
from tripoint.store.reading import CaseReader

PLACE_ROLES = frozenset(
    (
        "at from to between near toward along in_area north_of south_of east_of west_of"
        " northeast_of northwest_of southeast_of southwest_of"
    ).split()
)
"""How a typed place may stand to the act."""

_NOTHING = frozenset({"", "none", "nobody", "not told", "-"})
_MOST = 20
_ID = re.compile(r"[a-z]+:[\w.-]+")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def typed(field: str, words: str, claim: Claim, reader: CaseReader) -> Any:
    """Return the value that the words give the field of the claim, as plain data; raises InputError in a sentence."""
    if field not in FIELDS:
        near = get_close_matches(field, FIELDS, n=1)
        hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(FIELDS)}"
        raise InputError(f"a claim has no field {field[:40]!r} that can be corrected; {hint}")
    return msgspec.to_builtins(FIELDS[field](words.strip(), claim, reader))


def _one_of(kind: type[StrEnum], name: str) -> Callable[[str, Claim, CaseReader], str]:
    def read(words: str, claim: Claim, reader: CaseReader) -> str:
        return _known(words, [one.value for one in kind], name)

    return read


def _known(words: str, known: list[str], name: str) -> str:
    if words not in known:
        near = get_close_matches(words, known, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]}?" if near else f"expected one of {', '.join(known)}"
        raise InputError(f"there is no {name} {words[:40]!r}; {hint}")
    return words


def _type(words: str, claim: Claim, reader: CaseReader) -> str:
    return _known(words, list(claim_types()), "claim type")


def _hedged(words: str, claim: Claim, reader: CaseReader) -> bool:
    return _known(words, ["yes", "no"], "answer") == "yes"


def _status(words: str, claim: Claim, reader: CaseReader) -> str | None:
    if words in _NOTHING:
        return None
    known = {sense.status for senses in triggers().verbs.values() for sense in senses if sense.status is not None}
    return _known(words, sorted({*known, "open"}), "status")


def _pieces(words: str) -> list[str]:
    if words.lower() in _NOTHING:
        return []
    found = [piece.strip() for piece in words.split(";")]
    if not all(found) or len(found) > _MOST:
        raise InputError(f"{words[:60]!r} is no list; write up to {_MOST} names parted by ;, or none")
    return found


def _parties(words: str, claim: Claim, reader: CaseReader) -> list[Party]:
    return [_party(piece) for piece in _pieces(words)]


def _party(name: str) -> Party:
    actor = _actor(name)
    if actor is not None:
        return Party(
            name=actor.name, actor_id=actor.id, text=name, start=0, end=0, kind=actor.kind, country=actor.country
        )
    code = by_key().get(strict_key(name))
    return Party(
        name=name, actor_id=None, text=name, start=0, end=0, kind=None if code is None else "country", country=code
    )


def _speakers(words: str, claim: Claim, reader: CaseReader) -> list[Speaker]:
    found: list[Speaker] = []
    for name in _pieces(words):
        actor = _actor(name)
        kind = "body" if actor is not None and actor.kind != "person" else "person"
        if name.startswith("unnamed:"):
            kind = "unnamed"
        known = (name, None) if actor is None else (actor.name, actor.id)
        found.append(Speaker(name=known[0], actor_id=known[1], kind=kind, cue="", start=0, end=0))
    return found


def _actor(name: str) -> Actor | None:
    """Return whom the register knows by that id or name; raises InputError where that may be several."""
    exact = register().get(name)
    if exact is not None:
        return exact
    key = strict_key(name)
    for loaded in (False, True):
        found = [actor for actor in register() if key in map(strict_key, _names(actor, loaded=loaded))]
        if len(found) > 1:
            some = ", ".join(f"{actor.id} ({actor.name})" for actor in found[:6])
            raise InputError(f"{name} may be several: {some}; give one of these ids")
        if found:
            return found[0]
    return None


def _names(actor: Actor, *, loaded: bool) -> tuple[str, ...]:
    return (*actor.framing, *actor.ambiguous) if loaded else (actor.name, *actor.aliases)


def _places(words: str, claim: Claim, reader: CaseReader) -> list[PlaceSlot]:
    found: list[PlaceSlot] = []
    for piece in _pieces(words):
        role, _, name = piece.partition(" ")
        if role not in PLACE_ROLES or not name.strip():
            role, name = "at", piece
        name = name.strip()
        found.append(PlaceSlot(place=_place(name, reader), role=role, text=name, start=0, end=0))
    return found


def _place(name: str, reader: CaseReader) -> PlaceValue:
    """Return the place of that name or id: as the case places the name, else the only one that it can be."""
    told = _told_place(name, reader)
    if told is not None:
        return told
    candidates = gazetteer().strict(strict_key(name))
    ids = [place.id for place in candidates]
    used = Counter(
        {
            row["place_id"]: row["n"]
            for row in reader.rows(
                "SELECT place_id, count(*) AS n FROM claim_places WHERE place_id IS NOT NULL GROUP BY place_id"
            )
            if row["place_id"] in ids
        }
    )
    if used:
        most = max(used, key=lambda place_id: (used[place_id], place_id))
        return value(next(place for place in candidates if place.id == most))
    code = by_key().get(strict_key(name))
    if code is not None:
        return country_value(code)
    lands = set(_lands(reader))
    near = [place for place in candidates if lands & set(place.countries)] or list(candidates)
    if len(near) > 1:
        raise InputError(f"{name} may be several places: {', '.join(map(_line, near[:6]))}; give one of these ids")
    return value(near[0]) if near else unlocated(name)


def _lands(reader: CaseReader) -> Iterator[str]:
    for row in reader.rows("SELECT DISTINCT country FROM claim_places WHERE country IS NOT NULL"):
        yield row["country"]


def _told_place(name: str, reader: CaseReader) -> PlaceValue | None:
    """Return the place that the case holds under that id."""
    sql = (
        "SELECT c.record FROM claim_places p JOIN claims c ON c.claim_id = p.claim_id WHERE p.place_id = ?"
        " ORDER BY c.claim_id LIMIT 1"
    )
    for claim in reader.records(Claim, sql, (name,)):
        return next(slot.place for slot in claim.places if slot.place.place_id == name)
    return _by_id(name)


def _by_id(name: str) -> PlaceValue | None:
    if _ID.fullmatch(name) is None:
        return None
    land = name.removeprefix("country:")
    if land in countries():
        return country_value(land)
    found = gazetteer().by_id(name)
    if found is None:
        raise InputError(f"no gazetteer has the place {name[:60]}; find one with tripoint gazetteer find")
    return value(found)


def _line(place: Place) -> str:
    where = ", ".join(part for part in (place.admin1, place.country) if part)
    return f"{place.id} ({place.name}, {place.kind}, {where})"


def _time(words: str, claim: Claim, reader: CaseReader) -> TimeValue | None:
    if words.lower() in _NOTHING:
        return None
    found = _days(words)
    if found is None:
        doc = reader.document(claim.document_id)
        found = time_typed(words, None if doc is None else doc.published)
    if found is None or (found.start is None and found.end is None and found.partial is None):
        raise InputError(
            f"{words[:60]!r} tells no day; write 2017-06-17, 2017-06, 2017-06-17/2017-06-20, or words such as"
            " on Tuesday where the page's date is known"
        )
    return found


def _days(words: str) -> TimeValue | None:
    """Return the time that ISO dates tell: a day, a month, a year, or two of them with a slash between."""
    first, slash, last = words.partition("/")
    start, end = _span(first), _span(last) if slash else None
    if start is None or (slash and last and end is None):
        return None if first or not slash or end is None else _interval(None, end[1], "open_start")
    if not slash:
        precision = {4: "year", 7: "month"}.get(len(first), "day")
        return _interval(*start, precision)
    if end is None:
        return _interval(start[0], None, "open_end")
    if end[1] < start[0]:
        raise InputError(f"{words} ends before it begins")
    return _interval(start[0], end[1], "range")


def _interval(start: date | None, end: date | None, precision: str) -> TimeValue:
    first, last = (None if day is None else day.isoformat() for day in (start, end))
    return TimeValue(start=first, end=last, precision=precision, rule="typed")


def _span(told: str) -> tuple[date, date] | None:
    match = _DAY.fullmatch(told)
    if match is None:
        return None
    year, month, day = (None if part is None else int(part) for part in match.groups())
    try:
        if day is not None:
            return (date(year or 0, month or 0, day),) * 2
        return month_of(year or 0, month) if month is not None else (date(year or 0, 1, 1), date(year or 0, 12, 31))
    except ValueError as error:
        raise InputError(f"{told} is no date") from error


def _amounts(words: str, claim: Claim, reader: CaseReader) -> list[AmountSlot]:
    found: list[AmountSlot] = []
    for piece in _pieces(words):
        what, parted, told = piece.partition(":")
        amount = amount_typed(what.strip(), told.strip()) if parted and what.strip() in WHATS else None
        if amount is None:
            raise InputError(
                f"{piece[:60]!r} is no amount; write what is counted and one number, such as"
                f" killed: at least 30 fighters of ISIS ({', '.join(WHATS)})"
            )
        found.append(AmountSlot(amount=amount, start=0, end=0))
    return found


FIELDS: dict[str, Callable[[str, Claim, CaseReader], Any]] = {
    "type": _type,
    "aspect": _one_of(Aspect, "aspect"),
    "modality": _one_of(Modality, "modality"),
    "polarity": _one_of(Polarity, "polarity"),
    "hedged": _hedged,
    "agents": _parties,
    "targets": _parties,
    "recipients": _parties,
    "places": _places,
    "time": _time,
    "said": _time,
    "amounts": _amounts,
    "status": _status,
    "speakers": _speakers,
}
"""The fields of a claim that can be corrected, with what reads their values."""
