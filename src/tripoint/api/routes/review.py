"""The queue of what a person should look at first, by what hangs on it."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from tripoint.api.answers import Answer
from tripoint.api.asked import Cursor, Limit, OfCase
from tripoint.api.served import Opened
from tripoint.api.shapes.cases import QueueItem
from tripoint.api.shapes.told import answers
from tripoint.api.shapes.values import Portion
from tripoint.api.tables import portion_of
from tripoint.store import queue
from tripoint.store.reading import Table

router = APIRouter(tags=["review"])

Kind = Literal["contradiction", "control", "margin", "actor", "place"]


@router.get("/cases/{case}/review", responses=answers(Portion[QueueItem]))
def review(
    asked: OfCase,
    kind: Annotated[Kind | None, Query(description="Only items of this kind.")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Answer:
    """List what should be looked at, the most valuable first; what was decided on is left out."""
    rows = every_item(asked.opened)
    settled = asked.settled()
    some = [row for row in rows if (kind is None or row["kind"] == kind) and not queue.is_settled(row, settled)]
    return asked.answer(portion_of(some, cursor, limit))


def every_item(opened: Opened) -> Table:
    """Return all that is worth looking at, decided on or not."""
    return opened.find("review", queue.queue, lambda found: 1000 * len(found) + 500)
