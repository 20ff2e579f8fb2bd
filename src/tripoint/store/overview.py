"""A case at a glance: how much of what it holds, from when to when, and where."""

from __future__ import annotations

from typing import Any

from tripoint.store.reading import CaseReader, Table

_COUNTS = {
    "pages": "SELECT count(*) FROM pages",
    "documents": "SELECT count(*) FROM documents",
    "comments": "SELECT count(*) FROM comments",
    "claims": "SELECT count(*) FROM claim_order WHERE comment_id IS NULL",
    "events": "SELECT count(*) FROM event_order",
    "contradictions": "SELECT count(*) FROM contradictions",
    "places": "SELECT count(*) FROM places",
    "actors": "SELECT count(*) FROM actors",
    "sources": "SELECT count(*) FROM sources",
    "failures": "SELECT count(*) FROM failures",
}


def counts(reader: CaseReader) -> dict[str, int]:
    """Return how many records of each kind the case holds."""
    return {name: next(reader.numbers(sql)) for name, sql in _COUNTS.items()}


def types(reader: CaseReader) -> Table:
    """Return the claim types that occur, each with its events and claims, most events first."""
    sql = (
        "SELECT type, sum(events) AS events, sum(claims) AS claims FROM ("
        "SELECT type, count(*) AS events, 0 AS claims FROM event_order GROUP BY type UNION ALL"
        " SELECT type, 0, count(*) FROM claim_order WHERE comment_id IS NULL GROUP BY type)"
        " GROUP BY type ORDER BY events DESC, claims DESC, type"
    )
    return list(reader.rows(sql))


def extent(reader: CaseReader) -> tuple[dict[str, Any], list[float] | None]:
    """Return the first and last day of its events, and west, south, east, north of those on the map."""
    sql = (
        'SELECT min(coalesce(time_start, time_end)) AS start, max(coalesce(time_end, time_start)) AS "end",'
        " min(longitude) AS west, min(latitude) AS south, max(longitude) AS east, max(latitude) AS north"
        " FROM event_order"
    )
    row = next(reader.rows(sql))
    box = None if row["west"] is None else [row["west"], row["south"], row["east"], row["north"]]
    return {"start": row["start"], "end": row["end"]}, box
