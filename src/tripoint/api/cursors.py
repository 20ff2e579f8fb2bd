"""Cursors of lists that are ordered by source, part and id."""

from __future__ import annotations

import json
from typing import Any

from tripoint.api.answers import cursor_of, place_of
from tripoint.api.problems import Problem


def pair(row: dict[str, Any]) -> str:
    """Return the cursor behind a row with source, part and id."""
    return cursor_of(0, json.dumps([row["source"], row["part"], row["id"]]))


def unpaired(cursor: str | None) -> tuple[str, int, str] | None:
    """Return the source, part and id behind which a portion begins."""
    place = place_of(cursor)
    if place is None:
        return None
    try:
        source, part, name = json.loads(place.id)
        if not (isinstance(source, str) and isinstance(part, int) and abs(part) < 2**31 and isinstance(name, str)):
            raise ValueError
    except (ValueError, TypeError, RecursionError) as error:
        raise Problem(422, "cursor: is no cursor of this list", hint="take it from next of the last answer") from error
    return source, part, name
