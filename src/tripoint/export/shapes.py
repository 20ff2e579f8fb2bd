"""Small values as the JSON-lines exports write them: every key always there, null where nothing is known."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO, Any

import msgspec

from tripoint.model import AmountSlot, Code, Dated, Party, PlaceSlot, PlaceValue, Reason, TimeValue

Shape = dict[str, Any]


def write_line(out: IO[str], shape: Shape) -> None:
    """Write one object as one line: UTF-8 as it is, keys in the order given."""
    out.write(json.dumps(shape, ensure_ascii=False, allow_nan=False) + "\n")


def party(value: Party) -> Shape:
    """An actor in a role."""
    return {
        "name": value.name,
        "actor_id": value.actor_id,
        "text": value.text,
        "start": value.start,
        "end": value.end,
        "kind": value.kind,
        "country": value.country,
        "antecedent_start": value.antecedent_start,
        "antecedent_end": value.antecedent_end,
    }


def place(value: PlaceValue, *, slot: PlaceSlot | None = None) -> Shape:
    """A place; with its words and role when it fills a slot."""
    return {
        "name": value.name,
        "place_id": value.place_id,
        "text": None if slot is None else slot.text,
        "start": None if slot is None else slot.start,
        "end": None if slot is None else slot.end,
        "role": None if slot is None else slot.role,
        "lat": value.lat,
        "lon": value.lon,
        "radius_km": value.radius_km,
        "geometry": None if value.geometry is None else json.loads(value.geometry),
        "country": value.country,
        "admin1": value.admin1,
        "precision": value.precision,
        "antecedent_start": None if slot is None else slot.antecedent_start,
        "antecedent_end": None if slot is None else slot.antecedent_end,
    }


def time(value: TimeValue | None) -> Shape | None:
    """When, as an interval of days."""
    if value is None:
        return None
    return {
        "start": value.start,
        "end": value.end,
        "precision": value.precision,
        "partial": value.partial,
        "text": value.text,
        "start_char": value.start_char,
        "end_char": value.end_char,
        "rule": value.rule,
        "inferred": value.inferred,
    }


def dated(value: Dated | None) -> Shape | None:
    """A date with how it is known."""
    if value is None:
        return None
    return {
        "start": value.start,
        "end": value.end,
        "precision": value.precision,
        "evidence": list(value.evidence),
        "span": None if value.span is None else {"start": value.span.start, "end": value.span.end},
    }


def amount(slot: AmountSlot) -> Shape:
    """A number with its wording."""
    value = slot.amount
    return {
        "what": value.what,
        "low": _whole(value.low),
        "high": _whole(value.high),
        "unit": value.unit,
        "of": value.of,
        "wording": value.wording,
        "start": slot.start,
        "end": slot.end,
    }


def codes(values: Iterable[Code]) -> tuple[Shape, Shape]:
    """Codes by codebook, and the reason of each; all books are always there."""
    by_book: Shape = {"plover": None, "cameo": None, "acled": None, "ucdp": None}
    reasons: Shape = {}
    for value in values:
        by_book[value.book] = value.code
        reasons[value.book] = value.reason
    return by_book, reasons


def reasons(values: Iterable[Reason]) -> list[Shape]:
    """Named reasons with their sentences."""
    return [msgspec.to_builtins(value) for value in values]


def _whole(value: float | None) -> float | int | None:
    """Return 30 for 30.0: people counted are whole."""
    return int(value) if value is not None and value == int(value) else value
