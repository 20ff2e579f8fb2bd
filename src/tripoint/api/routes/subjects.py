"""Places and actors: where they occur, what they did and what happened to them."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from tripoint.api.answers import Answer
from tripoint.api.asked import Asked, Cursor, Limit, OfCase, OfQuestion
from tripoint.api.problems import missing
from tripoint.api.routes.control import span_rows
from tripoint.api.routes.events import shown
from tripoint.api.served import Opened
from tripoint.api.shapes.subjects import ActorRow, ActorSheet, PlaceRow, PlaceSheet
from tripoint.api.shapes.told import answers
from tripoint.api.shapes.values import Portion
from tripoint.api.tables import portion_of, table
from tripoint.store import subjects
from tripoint.store.question import Question
from tripoint.store.reading import Table

router = APIRouter()

MOST_EVENTS = 200
"""Events that stand in the answer on one place or actor; the list of events has all."""


@router.get("/cases/{case}/places", tags=["places"], responses=answers(Portion[PlaceRow]))
def places(asked: OfCase, question: OfQuestion, limit: Limit = 50, cursor: Cursor = None) -> Answer:
    """List places, those with the most claims first."""
    return asked.answer(portion_of(_listed(asked, "places", question), cursor, limit))


@router.get("/cases/{case}/places/{place_id:path}", tags=["places"], responses=answers(PlaceSheet))
def place(asked: OfCase, place_id: str) -> Answer:
    """Tell one place: who held it, in what state it was, and what happened there."""
    with asked.reading() as reader:
        row = subjects.place_row(reader, place_id)
        if row is None:
            raise missing("place", place_id)
        spans = span_rows(reader, place_id=place_id)
        positions = subjects.event_positions(reader, "place", place_id)
        body = {
            **row,
            "written": subjects.written(reader, "place", place_id),
            "types": subjects.types_of(reader, "place", place_id),
            "control": [span for span in spans if span["status"] is None],
            "statuses": [span for span in spans if span["status"] is not None],
            "events": shown(asked, reader, positions[:MOST_EVENTS]),
            "events_total": len(positions),
        }
    return asked.answer(body)


@router.get("/cases/{case}/actors", tags=["actors"], responses=answers(Portion[ActorRow]))
def actors(asked: OfCase, question: OfQuestion, limit: Limit = 50, cursor: Cursor = None) -> Answer:
    """List actors, those with the most claims first."""
    return asked.answer(portion_of(_listed(asked, "actors", question), cursor, limit))


@router.get("/cases/{case}/actors/{actor_id:path}", tags=["actors"], responses=answers(ActorSheet))
def actor(asked: OfCase, actor_id: str) -> Answer:
    """Tell one actor: its roles over time, with whom it stands in claims, and its events."""
    with asked.reading() as reader:
        row = subjects.actor_row(reader, actor_id)
        if row is None:
            raise missing("actor", actor_id)
        told = subjects.course(reader, claim_columns(asked.opened), actor_id)
        body = {
            **row,
            "written": subjects.written(reader, "actor", actor_id),
            "activity": told.activity,
            "types": told.types,
            "with": subjects.company(reader, actor_id),
            "events": shown(asked, reader, told.events[:MOST_EVENTS]),
            "events_total": len(told.events),
        }
    return asked.answer(body)


def claim_columns(opened: Opened) -> subjects.ClaimColumns:
    """Return the numbers of all claims from which actors' sheets are counted."""
    return opened.find("claim columns", subjects.claim_columns, lambda found: 12 * len(found.events) + 5000)


def _listed(asked: Asked, what: str, question: Question) -> Table:
    """Return the rows of places or actors: as the build counted them, or of the claims that answer."""
    if not question.empty:
        return table(asked, what, question, _place if what == "places" else _named)
    sql = _WHOLE[what]
    return asked.once((what, ""), lambda reader: _named(list(reader.rows(sql))), lambda found: 800 * len(found) + 500)


_WHOLE = {"places": f"{subjects.PLACES} ORDER BY place_row", "actors": f"{subjects.ACTORS} ORDER BY actor_row"}


def _named(rows: Table) -> Table:
    return [{**row, "id": subjects.subject_id(row["id"], row["name"])} for row in rows]


def _place(rows: Table) -> Table:
    found: list[dict[str, Any]] = []
    for row in _named(rows):
        row["lat"], row["lon"] = row.pop("latitude"), row.pop("longitude")
        found.append(row)
    return found
