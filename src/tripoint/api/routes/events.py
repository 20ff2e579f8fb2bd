"""Events: by portion, as columns for the map, and one with all that stands behind it."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
import numpy as np
from fastapi import APIRouter, Query

from tripoint.api.answers import Answer, cursor_of, listed, place_of
from tripoint.api.asked import Asked, Cursor, Limit, OfCase, OfFilters, key_of
from tripoint.api.cards import cards
from tripoint.api.judged import decision_row
from tripoint.api.problems import Problem, missing
from tripoint.api.served import Opened
from tripoint.api.shapes.claims import EventRow, EventSheet, PointColumns
from tripoint.api.shapes.told import answers
from tripoint.api.shapes.values import Portion
from tripoint.export.events import shape
from tripoint.model import Event
from tripoint.store import judgements, ordered
from tripoint.store.listed import outlets
from tripoint.store.points import Points, points
from tripoint.store.reading import CaseReader, Table
from tripoint.store.selection import Selection

router = APIRouter(tags=["events"])

NEAR_KM = 25.0
NEAR_DAYS = 3


@router.get("/cases/{case}/events", responses=answers(Portion[EventRow]))
def events(asked: OfCase, filters: OfFilters, limit: Limit = 50, cursor: Cursor = None) -> Answer:
    """List events in order of time."""
    place = place_of(cursor)
    positions = matching(asked, "events", filters.selection)
    with asked.reading() as reader:
        some, more = ordered.portion(positions, ordered.after(reader, "events", place), limit)
        rows = shown(asked, reader, some)
    following = cursor_of(rows[-1]["row"], rows[-1]["id"]) if more else None
    return asked.answer(listed(rows, following=following, total=len(positions)))


@router.get("/cases/{case}/events/points", responses=answers(PointColumns))
def event_points(asked: OfCase, filters: OfFilters) -> Answer:
    """Give every event that answers as columns of equal length: what a map and a timeline draw."""
    selection = filters.selection
    if selection.empty:
        return asked.answer(every_point(asked.opened))
    return asked.answer(_encoded(_all(asked.opened).only(matching(asked, "events", selection))))


@router.get("/cases/{case}/events/rows", responses=answers(Portion[EventRow]))
def event_rows(
    asked: OfCase, row: Annotated[list[int], Query(description="The `row` of an event; repeats, at most 500 times.")]
) -> Answer:
    """List the events of these rows."""
    if len(row) > 500 or any(not 0 <= number < 2**31 for number in row):
        raise Problem(422, "row: at most 500 rows, each a whole number from 1", hint="take rows from events/points")
    with asked.reading() as reader:
        rows = shown(asked, reader, sorted(set(row)))
    return asked.answer(listed(rows, following=None, total=len(rows)))


@router.get("/cases/{case}/events/{event_id}", responses=answers(EventSheet))
def event(asked: OfCase, event_id: str) -> Answer:
    """Tell all that stands behind one event and against it."""
    with asked.reading() as reader:
        position = ordered.event_positions(reader, [event_id])
        if not position:
            raise missing("event", event_id)
        found, behind, against = reader.event(event_id)
        told = shape(found, behind, against)
        claims = reader.claims_of(*found.claims)
        heads = outlets(reader, found.documents)
        outlet = {claim.claim_id: heads.get(claim.document_id, {}).get("outlet") for claim in claims}
        for origin in told["origins"]:
            names = dict.fromkeys(outlet.get(name) for name in origin["claims"])
            origin["outlets"] = [name for name in names if name is not None]
        for contradiction in told["contradictions"]:
            contradiction["id"] = contradiction["contradiction_id"]
        sides = (side for contradiction in against for side in contradiction.sides)
        others = sorted({claim_id for side in sides for claim_id in side.claims}.difference(found.claims))
        attached = judgements.bearing_on(reader, asked.case.decided(asked.opened)[0], event_id)
        whole = _whole(reader, event_id)
        body = {
            **told,
            "row": position[0],
            "claims": cards(asked, reader, claims),
            "elsewhere": cards(asked, reader, reader.claims_of(*others)),
            "parts": shown(asked, reader, ordered.event_positions(reader, found.parts)),
            "part_of": whole,
            "links": [_link(link) for link in reader.links_of(found.claims)],
            "decided": asked.verdict(event_id),
            "decisions": [decision_row(one) for one in attached],
            "near": shown(asked, reader, _near(reader, found)),
        }
    return asked.answer(body)


def matching(asked: Asked, what: str, selection: Selection) -> ordered.Positions:
    """Return the positions that answer the selection, found once for this version of the case."""
    return asked.once(
        (what, key_of(selection)),
        lambda reader: ordered.matching(reader, what, selection),
        lambda found: int(found.nbytes) + 500,
    )


def shown(asked: Asked, reader: CaseReader, positions: list[int]) -> Table:
    """Return event rows as they are listed, with what people decided on each."""
    verdicts = asked.verdicts()
    rows = ordered.event_rows(reader, positions)
    for row in rows:
        found = verdicts.get(row["id"])
        row["decided"] = None if found is None else found.verdict
    return rows


def every_point(opened: Opened) -> bytes:
    """Return the columns of all events as they are answered."""
    return opened.once("points encoded", lambda: _encoded(_all(opened)), len)


def _all(opened: Opened) -> Points:
    return opened.find("points", points, lambda found: 200 * len(found.row))


def _encoded(found: Points) -> bytes:
    columns = {name: getattr(found, name) for name in Points.__slots__ if name != "geometry"}
    shapes = {str(row): msgspec.Raw(text.encode("utf-8")) for row, text in found.geometry.items()}
    return msgspec.json.encode({**columns, "geometry": shapes})


def _link(link: Any) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(link)
    told["a"], told["b"] = told.pop("claim_a"), told.pop("claim_b")
    return told


def _whole(reader: CaseReader, event_id: str) -> str | None:
    sql = "SELECT p.event_id FROM event_parts p WHERE p.part_id = ? AND p.event_id <> p.part_id ORDER BY 1 LIMIT 1"
    row = next(reader.rows(sql, (event_id,)), None)
    return None if row is None else str(row["event_id"])


def _near(reader: CaseReader, event: Event) -> list[int]:
    """Return the positions of events close by in place and time, the nearest first; at most ten."""
    place, time = event.place, event.time
    if place is None or place.lat is None or place.lon is None or time is None or (time.start or time.end) is None:
        return []
    reach = max(NEAR_KM, place.radius_km or 0.0) / 111.0
    wide = reach / max(0.05, float(np.cos(np.radians(place.lat))))
    sql = (
        "SELECT o.position FROM events_rtree r JOIN event_order o ON o.event_row = r.event_row"
        " WHERE r.west >= :west AND r.east <= :east AND r.south >= :south AND r.north <= :north"
        " AND o.event_id <> :id AND julianday(coalesce(o.time_start, o.time_end)) - :days <= julianday(:until)"
        " AND julianday(coalesce(o.time_end, o.time_start)) + :days >= julianday(:since)"
        " ORDER BY abs(julianday(coalesce(o.time_start, o.time_end)) - julianday(:since)), o.position LIMIT 10"
    )
    values = {
        "west": place.lon - wide,
        "east": place.lon + wide,
        "south": place.lat - reach,
        "north": place.lat + reach,
        "id": event.event_id,
        "days": NEAR_DAYS,
        "since": time.start or time.end,
        "until": time.end or time.start,
    }
    return sorted(reader.numbers(sql, values))
