"""Search over claims and documents: full text, the words found marked, or meaning, the sentence marked."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query

from tripoint.api.answers import Answer, cursor_of, listed, place_of
from tripoint.api.asked import Asked, Cursor, Limit, OfCase
from tripoint.api.problems import Problem
from tripoint.api.recalling import Recall
from tripoint.api.shapes.cases import Found
from tripoint.api.shapes.told import answers
from tripoint.store import meaning
from tripoint.store import search as fulltext

router = APIRouter(tags=["search"])

PATIENCE = 2.0
"""Seconds for which a search by meaning waits for vectors before it answers with those that are there."""


@router.get("/cases/{case}/search", responses=answers(Found))
def search(
    asked: OfCase,
    q: Annotated[
        str, Query(max_length=1000, description='Words, "phrases", prefix*, headline:word, -word, OR; or a sentence.')
    ],
    kind: Literal["claims", "documents"] = "claims",
    mode: Annotated[
        Literal["words", "meaning"], Query(description="By words, or by what a sentence means (English).")
    ] = "words",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Answer:
    """Search claims or documents, the best first.

    By meaning the answer comes from the vectors that are made, and `making` tells how many are; ask again for the rest.
    """
    behind = place_of(cursor)
    first = 0 if behind is None else behind.position
    if mode == "meaning":
        return _by_meaning(asked, q, kind, first, limit)
    names = asked.spellings()
    hits = asked.once(
        ("search", kind, mode, q),
        lambda reader: fulltext.hits(reader, q, kind, names),
        lambda found: 100 * len(found) + 500,
    )
    some = hits[first : first + limit]
    with asked.reading() as reader:
        rows = fulltext.shown(reader, q, kind, [row for row, _ in some], names)
    return asked.answer({**_portion(kind, some, rows, first + limit, len(hits)), "making": None})


def _by_meaning(asked: Asked, query: str, kind: str, first: int, limit: int) -> Answer:
    state = asked.case.recalling.of(asked.opened, kind)
    ended = state.ended.wait(PATIENCE)
    if state.problem is not None:
        raise Problem(503, f"nothing can be searched by meaning: {state.problem}", code="no_vectors")
    try:
        hits = _nearest(asked, state, query, kind)
    except (OSError, ValueError) as error:  # somebody removed or cut the files
        asked.case.recalling.stop()
        raise Problem(503, "the vectors of this case went away", hint="ask again", code="no_vectors") from error
    some = hits[first : first + limit]
    with asked.reading() as reader:
        rows = meaning.shown(reader, kind, some)
    scored = [(row, score) for row, _, score in some]
    making = None if ended else {"done": state.done, "of": state.of}
    body = {**_portion(kind, scored, rows, first + limit, len(hits)), "making": making}
    return asked.answer(body) if ended else Answer(body)


def _nearest(asked: Asked, state: Recall, query: str, kind: str) -> list[tuple[int, int, float]]:
    words, done = state.words, state.done
    if words is None:
        return []
    kept = meaning.shelf(asked.case.path, kind)
    ready = asked.once(
        ("vectors", state.mark, done), lambda reader: meaning.ready(words, kept), lambda found: found.nbytes + 500
    )
    return asked.once(
        ("search", state.mark, done, query),
        lambda reader: meaning.nearest(kept, words, ready, query),
        lambda found: 100 * len(found) + 500,
    )


def _portion(
    kind: str, some: list[tuple[int, float]], rows: dict[int, dict[str, Any]], beyond: int, total: int
) -> dict[str, Any]:
    items = [{"kind": kind, "score": round(score, 4), **_told(rows[row])} for row, score in some if row in rows]
    return listed(items, following=cursor_of(beyond, "") if beyond < total else None, total=total)


def _told(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("row", "text")}
