"""Lists in their order, a portion at a time: which positions answer a selection, and the rows of some of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from tripoint.model import Claim
from tripoint.store.reading import CaseReader, Table
from tripoint.store.selection import Selection

Positions = npt.NDArray[np.int32]

KINDS = {"events": ("event_order", "o"), "claims": ("claim_order", "c")}
"""What is listed by position: the table and the name by which selections call it."""

_STANDS = {
    "events": "SELECT o.position FROM event_order o WHERE o.event_id = ?",
    "claims": "SELECT c.position FROM claim_order c JOIN claims r ON r.rowid = c.claim_row WHERE r.claim_id = ?",
}


_COMMENTED = "SELECT EXISTS (SELECT 1 FROM claim_order WHERE comment_id IS NOT NULL)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a portion ended: the last position shown and the id that stood there."""

    position: int
    id: str


def statement(what: str, selection: Selection) -> tuple[str, dict[str, Any]]:
    """Return the SQL that lists the positions of `what` that answer the selection, in any order, perhaps repeated."""
    table, name = KINDS[what]
    if what == "events" and selection.of_claims_alone:
        where, values = selection.claims()
        return (f"SELECT c.event_position FROM claim_order c WHERE {where} AND c.event_position IS NOT NULL"), values
    where, values = selection.events() if what == "events" else selection.claims()
    return f"SELECT {name}.position FROM {table} {name} WHERE {where}", values


def matching(reader: CaseReader, what: str, selection: Selection) -> Positions:
    """Return the positions of the events or claims that answer, in their order."""
    if selection.empty and (what == "events" or not next(reader.numbers(_COMMENTED))):
        return np.arange(1, next(reader.numbers(f"SELECT count(*) FROM {KINDS[what][0]}")) + 1, dtype=np.int32)
    sql, values = statement(what, selection)
    return np.unique(np.fromiter(reader.numbers(sql, values), dtype=np.int32))


def after(reader: CaseReader, what: str, place: Place | None) -> int:
    """Return the position behind which a portion begins: that of the id, where it is still there."""
    if place is None:
        return 0
    return next(reader.numbers(_STANDS[what], (place.id,)), place.position)


def portion(positions: Positions, behind: int, limit: int) -> tuple[list[int], bool]:
    """Return at most `limit` positions behind that one, and whether more follow."""
    first = int(np.searchsorted(positions, behind, side="right"))
    found = positions[first : first + limit + 1].tolist()
    return found[:limit], len(found) > limit


def event_rows(reader: CaseReader, positions: Iterable[int]) -> Table:
    """Return the rows of these events, in their order."""
    sql = (
        "SELECT e.event_id AS id, o.position AS row, e.label, e.type, e.time_start AS since, e.time_end AS until,"
        " e.place, e.place_id, e.latitude AS lat, e.longitude AS lon, o.radius_km, e.agents, e.targets, e.amounts,"
        " e.claims, e.documents, e.origins, e.adverse_origins, e.contradictions, e.credibility"
        " FROM json_each(:positions) j JOIN event_order o ON o.position = j.value"
        " JOIN events e ON e.event_row = o.event_row ORDER BY o.position"
    )
    return list(reader.rows(sql, {"positions": json.dumps(list(positions))}))


def event_positions(reader: CaseReader, event_ids: Iterable[str]) -> list[int]:
    """Return where these events stand; those that are not there are left out."""
    sql = (
        "SELECT o.position FROM json_each(:ids) j JOIN event_order o ON o.event_id = j.value"
        " GROUP BY o.position ORDER BY o.position"
    )
    return list(reader.numbers(sql, {"ids": json.dumps(list(event_ids))}))


def claims_at_positions(reader: CaseReader, positions: Sequence[int]) -> list[Claim]:
    """Return the claims that stand there, in their order."""
    sql = (
        "SELECT c.record FROM json_each(:positions) j JOIN claim_order o ON o.position = j.value"
        " JOIN claims c ON c.rowid = o.claim_row ORDER BY o.position"
    )
    return list(reader.records(Claim, sql, {"positions": json.dumps(list(positions))}))
