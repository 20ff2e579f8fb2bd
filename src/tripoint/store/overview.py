"""A case at a glance: how much of what it holds, from when to when, and where."""

from __future__ import annotations

from typing import Any

from tripoint.store.reading import CaseReader, Table


def counts(reader: CaseReader) -> dict[str, int]:
    """Return how many records of each kind the case holds."""
    return dict(reader.tuples("SELECT name, n FROM totals"))


def types(reader: CaseReader) -> Table:
    """Return the claim types that occur, each with its events and claims, most events first."""
    return list(reader.rows("SELECT type, events, claims FROM type_totals ORDER BY events DESC, claims DESC, type"))


def extent(reader: CaseReader) -> tuple[dict[str, Any], list[float] | None]:
    """Return the first and last day of its events, and west, south, east, north of those on the map."""
    start, end, *box = next(reader.tuples("SELECT time_start, time_end, west, south, east, north FROM extent"))
    return {"start": start, "end": end}, None if box[0] is None else box
