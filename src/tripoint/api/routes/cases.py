"""The cases that are served, and one at a glance."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from tripoint.api.answers import Answer, listed
from tripoint.api.asked import OfCase
from tripoint.api.served import Cases, Opened, ServedCase
from tripoint.api.shapes.cases import CaseRow, CaseSheet
from tripoint.api.shapes.told import answers
from tripoint.api.shapes.values import Portion
from tripoint.api.vocabulary import vocabulary
from tripoint.errors import CaseError
from tripoint.model import Modality
from tripoint.store import overview
from tripoint.store.reading import CaseReader

router = APIRouter(tags=["cases"])


@router.get("/cases", responses=answers(Portion[CaseRow]))
def cases(request: Request) -> Answer:
    """List the cases that are served; one that cannot be read says why."""
    served: Cases = request.app.state.cases
    rows = [_line(case) for case in served]
    return Answer(listed(rows, following=None, total=len(rows)), request=request)


@router.get("/cases/{case}", responses=answers(CaseSheet))
def case(asked: OfCase) -> Answer:
    """Tell how much a case holds, from when to when and where, and the words for its types."""
    glance = asked.once("overview", _glance, lambda found: 20_000)
    return asked.answer({**_head(asked.case, asked.opened), **glance, "building": asked.case.building()})


def _line(case: ServedCase) -> dict[str, Any]:
    try:
        return {**_head(case, case.opened()), "problem": None}
    except CaseError as error:
        nothing = {"built_at": None, "version": None, "counts": None}
        return {"case": case.name, "title": case.title, **nothing, "problem": str(error)}


def _head(case: ServedCase, opened: Opened) -> dict[str, Any]:
    def counts() -> dict[str, int]:
        with opened.reading() as reader:
            return overview.counts(reader)

    return {
        "case": case.name,
        "title": case.title,
        "built_at": opened.built_at,
        "version": opened.version,
        "counts": opened.once("counts", counts, lambda found: 1000),
    }


def _glance(reader: CaseReader) -> dict[str, Any]:
    time, bounds = overview.extent(reader)
    words = vocabulary()
    kinds = {name: entry["kind"] for name, entry in words.items()}
    return {
        "types": [{**row, "kind": kinds.get(row["type"], "event")} for row in overview.types(reader)],
        "time": time,
        "bounds": bounds,
        "vocabulary": words,
        "modalities": [modality.value for modality in Modality],
    }
