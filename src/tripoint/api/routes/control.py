"""Who held which place, and in what state it was: on a day, and as known on a day."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Query

from tripoint.api.answers import Answer
from tripoint.api.asked import Cursor, Limit, OfCase, Word
from tripoint.api.problems import DAY
from tripoint.api.served import Opened
from tripoint.api.shapes.subjects import ControlRow
from tripoint.api.shapes.told import answers
from tripoint.api.shapes.values import Portion
from tripoint.api.tables import portion_of
from tripoint.model import ControlSpan
from tripoint.names import strict_key
from tripoint.store.known import control_as_known
from tripoint.store.listed import located
from tripoint.store.question import Question
from tripoint.store.reading import CaseReader, Table

router = APIRouter(tags=["control"])

_ORDER = "ORDER BY s.place, s.start IS NOT NULL, s.start, s.span_id"


@router.get("/cases/{case}/control", responses=answers(Portion[ControlRow]))
def control(
    asked: OfCase,
    place: Annotated[Word, Query(description="Part of a name, or an id.")] = None,
    actor: Annotated[Word, Query(description="Part of the holder's name, or an id.")] = None,
    valid: Annotated[str | None, Query(pattern=DAY, description="Held, or in that state, on this day.")] = None,
    known: Annotated[str | None, Query(pattern=DAY, description="Only what had been told by this day.")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Answer:
    """List spans of control and of status by place and time."""
    rows = every_span(asked.opened, known)
    some = [row for row in rows if _asked(row, place, actor, valid)]
    return asked.answer(portion_of(some, cursor, limit))


def every_span(opened: Opened, known: str | None) -> Table:
    """Return all spans as they are answered, perhaps as known on a day."""
    return opened.find(
        ("control", known), lambda reader: span_rows(reader, known=known), lambda found: 1500 * len(found) + 500
    )


def span_rows(reader: CaseReader, *, place_id: str | None = None, known: str | None = None) -> Table:
    """Return all spans, or those of one place, in their order: as they stand, or as known on a day."""
    if known is not None:
        spans = control_as_known(reader, Question(known=known))
    else:
        only, values = ("1", ()) if place_id is None else ("s.place_id = ?", (place_id,))
        spans = list(reader.records(ControlSpan, f"SELECT s.record FROM control s WHERE {only} {_ORDER}", values))
    where = located(reader, (span.place_id for span in spans))
    return [_row(span, where) for span in spans]


def _row(span: ControlSpan, where: dict[str, tuple[float | None, float | None, float | None]]) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(span)
    told["id"] = told.pop("span_id")
    told["lat"], told["lon"], told["radius_km"] = where.get(span.place_id, (None, None, None))
    told["wide"] = any(reason.name == "wide" for reason in span.reasons)
    return told


def _asked(row: dict[str, Any], place: str | None, actor: str | None, valid: str | None) -> bool:
    if valid is not None:
        if row["start"] is not None and row["start"][: len(valid)] > valid:
            return False
        if row["end"] is not None and row["end"][: len(valid)] < valid:
            return False
    return _named(row, "place", place) and _named(row, "holder", actor)


def _named(row: dict[str, Any], column: str, wanted: str | None) -> bool:
    if not wanted:
        return True
    return row[f"{column}_id"] == wanted or strict_key(wanted) in strict_key(row[column] or "")
