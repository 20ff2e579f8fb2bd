"""Search: full text over documents and claims, the words found marked."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from tripoint.api.answers import Answer, cursor_of, listed, place_of
from tripoint.api.asked import Cursor, Limit, OfCase
from tripoint.api.problems import Problem
from tripoint.api.shapes.cases import Hit
from tripoint.api.shapes.told import answers
from tripoint.api.shapes.values import Portion
from tripoint.store import search as fulltext

router = APIRouter(tags=["search"])


@router.get("/cases/{case}/search", responses=answers(Portion[Hit]))
def search(
    asked: OfCase,
    q: Annotated[str, Query(max_length=1000, description='Words, "phrases", prefix*, headline:word, -word, OR.')],
    kind: Literal["claims", "documents"] = "claims",
    mode: Literal["words", "meaning"] = "words",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Answer:
    """Search claims or documents, the best first."""
    if mode == "meaning":
        raise Problem(422, "mode: nothing is searched by meaning yet", hint="leave mode out to search by words")
    behind = place_of(cursor)
    names = asked.spellings()
    hits = asked.once(
        ("search", kind, mode, q),
        lambda reader: fulltext.hits(reader, q, kind, names),
        lambda found: 100 * len(found) + 500,
    )
    first = 0 if behind is None else behind.position
    some = hits[first : first + limit]
    with asked.reading() as reader:
        rows = fulltext.shown(reader, q, kind, [row for row, _ in some], names)
    items = [{"kind": kind, "score": round(score, 4), **_told(rows[row])} for row, score in some if row in rows]
    more = first + limit < len(hits)
    return asked.answer(listed(items, following=cursor_of(first + limit, "") if more else None, total=len(hits)))


def _told(row: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if name not in ("row", "text")}
