"""Lists that are short enough to be found whole: kept for one version of the case, answered by portion."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tripoint.api.answers import cursor_of, listed, place_of
from tripoint.api.asked import Asked
from tripoint.store.question import Question
from tripoint.store.reading import Table
from tripoint.store.views import view


def table(asked: Asked, what: str, question: Question, shape: Callable[[Table], Table]) -> Table:
    """Return all rows of a view, each in the shape in which it is answered."""
    return asked.once(
        (what, repr(question)),
        lambda reader: shape(view(reader, what, question)),
        lambda found: 800 * len(found) + 500,
    )


def portion_of(rows: Table, cursor: str | None, limit: int) -> dict[str, Any]:
    """Return at most `limit` rows behind the one that the cursor names."""
    place = place_of(cursor)
    first = 0
    if place is not None:
        first = min(place.position, len(rows))
        if first == 0 or rows[first - 1]["id"] != place.id:  # the list has changed: go on behind the same row
            first = next((number for number, row in enumerate(rows, 1) if row["id"] == place.id), first)
    some = rows[first : first + limit]
    end = first + len(some)
    return listed(
        list(some), following=cursor_of(end, some[-1]["id"]) if end < len(rows) and some else None, total=len(rows)
    )
