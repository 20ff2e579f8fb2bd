"""Which shape a route answers with, as FastAPI wants to be told."""

from __future__ import annotations

from typing import Any

from tripoint.api.shapes.values import ErrorAnswer

Told = dict[int | str, dict[str, Any]]

ERRORS: Told = {
    "4XX": {"model": ErrorAnswer, "description": "What was asked cannot be answered; the sentence says why."},
    "5XX": {"model": ErrorAnswer, "description": "The case cannot be read now, or tripoint failed."},
}
"""The errors of every route."""


def answers(shape: Any, status: int = 200) -> Told:
    """Return what a route that answers with this shape tells of it; a 304 has no body."""
    told: Told = {status: {"model": shape, "description": "The answer."}}
    if status == 200:
        told[304] = {"description": "The browser has the answer already."}
    return told
