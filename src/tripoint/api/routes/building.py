"""Builds: starting one, and following what happens to a case as it happens."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from tripoint.api.access import Visitor
from tripoint.api.answers import Answer
from tripoint.api.problems import Problem
from tripoint.api.served import ServedCase
from tripoint.api.shapes.cases import BuildingAnswer
from tripoint.api.shapes.told import answers
from tripoint.errors import CaseError

router = APIRouter(tags=["builds"])

LOOK_EVERY = 0.5
"""Seconds between two looks at a case."""
BEAT_EVERY = 15.0
"""Seconds after which a silent stream says that it is there."""
MOST_STREAMS = 200


def admin(request: Request) -> Visitor:
    """Return who is asking; raises Problem for somebody who may not have a case built."""
    visitor: Visitor = request.state.visitor
    if not visitor.may("admin"):
        raise Problem(403, "only an admin can have a case built again", hint="ask for the role of an admin")
    return visitor


@router.post("/cases/{case}/rebuild", status_code=202, responses=answers(BuildingAnswer, 202))
def rebuild(request: Request, case: str, visitor: Annotated[Visitor, Depends(admin)]) -> Answer:
    """Build the case again from its own pages, so that decisions count; the stream tells how far it is."""
    served: ServedCase = request.app.state.cases[case]
    served.opened()
    served.rebuild(request.app.state.settings)
    return Answer({"building": served.building()}, status=202)


@router.get("/cases/{case}/stream")
async def stream(request: Request, case: str) -> Response:
    """Tell as it happens: `building` (stage, done, of), `rebuilt` (version), `decided`, `failed`, `gone`."""
    served: ServedCase = request.app.state.cases[case]
    state = request.app.state
    if state.streams >= MOST_STREAMS:
        raise Problem(503, "too many browsers follow this server", hint="close some pages", code="too_many")

    async def told() -> AsyncIterator[str]:
        state.streams += 1
        try:
            async for message in _follow(served):
                yield message
        finally:
            state.streams -= 1

    return StreamingResponse(told(), media_type="text/event-stream", headers={"Cache-Control": "no-store"})


async def _follow(served: ServedCase) -> AsyncIterator[str]:
    yield "retry: 3000\n\n"
    version, _ = await run_in_threadpool(_seen, served)
    decided, building, ended = served.decided_stamp(), None, served.rebuilding.ended
    silent = 0.0
    while True:
        said = []
        if (at := served.building()) != building:
            building = at
            if at is not None:
                said.append(_message("building", at))
        now, problem = await run_in_threadpool(_seen, served)
        if now != version:
            version = now
            said.append(
                _message("gone", {"message": problem}) if now is None else _message("rebuilt", {"version": now})
            )
        if served.rebuilding.ended != ended:
            ended = served.rebuilding.ended
            if served.rebuilding.problem is not None:
                said.append(_message("failed", {"message": served.rebuilding.problem}))
        if (stamp := served.decided_stamp()) != decided:
            decided = stamp
            said.append(_message("decided", {}))
        silent = 0.0 if said else silent + LOOK_EVERY
        if silent >= BEAT_EVERY:
            silent = 0.0
            said.append(": here\n\n")
        for message in said:
            yield message
        await asyncio.sleep(LOOK_EVERY)


def _seen(served: ServedCase) -> tuple[str | None, str]:
    try:
        return served.opened().version, ""
    except CaseError as error:
        return None, str(error)


def _message(name: str, told: object) -> str:
    return f"event: {name}\ndata: {json.dumps(told)}\n\n"
