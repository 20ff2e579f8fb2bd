"""Reports on a selection of events."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from tripoint.api.asked import LONGEST, OfCase
from tripoint.api.markdown import markdown
from tripoint.api.problems import Problem
from tripoint.api.report import report as report_on
from tripoint.api.shapes.cases import Report
from tripoint.api.shapes.told import answers

router = APIRouter(tags=["reports"])

MOST_EVENTS = 200


@router.get("/cases/{case}/report", responses=answers(Report))
def report(
    asked: OfCase,
    event: Annotated[list[Annotated[str, Query(max_length=LONGEST)]], Query(description="Ids of events; at most 200.")],
    format: Literal["json", "md"] = "json",
) -> Response:
    """Tell of some events in order of time, with a footnote for each claim: as JSON, or as Markdown to keep."""
    if len(event) > MOST_EVENTS:
        raise Problem(422, f"event: at most {MOST_EVENTS} events stand in one report", hint="choose fewer")
    with asked.reading() as reader:
        told = report_on(asked, reader, list(dict.fromkeys(event)))
    if format == "json":
        return asked.answer(told)
    headers = {"Content-Disposition": 'attachment; filename="report.md"', "ETag": asked.etag}
    return Response(markdown(told), media_type="text/markdown; charset=utf-8", headers=headers)
