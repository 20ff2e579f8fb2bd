"""The app: every route, what guards it, and the web app beside it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from tripoint import __version__
from tripoint.api import problems
from tripoint.api.access import Access
from tripoint.api.accounts import Account
from tripoint.api.guard import Guard
from tripoint.api.pages import mount
from tripoint.api.routes import (
    building,
    cases,
    claims,
    contradictions,
    control,
    decisions,
    documents,
    events,
    exports,
    reports,
    review,
    search,
    session,
    sources,
    subjects,
)
from tripoint.api.served import Cases
from tripoint.api.shapes.told import ERRORS
from tripoint.api.warming import start

ROUTERS = (
    session,
    cases,
    events,
    claims,
    documents,
    subjects,
    sources,
    contradictions,
    control,
    search,
    review,
    decisions,
    building,
    exports,
    reports,
)


@asynccontextmanager
async def _alive(app: FastAPI) -> AsyncIterator[None]:
    for case in app.state.cases:
        start(case)
    yield
    for case in app.state.cases:
        case.rebuilding.stop()
        case.recalling.stop()


LOCAL = ("localhost", "127.0.0.1", "::1")
"""Names of this machine that only it itself can mean."""


def application(
    paths: Sequence[Path],
    *,
    accounts: Mapping[str, Account] | None = None,
    names: Iterable[str] = LOCAL,
    settings: Path | None = None,
) -> FastAPI:
    """Return the app that serves the cases at these paths, under these names, to these people or to everyone here.

    `settings` is the file with which cases are built again.
    """
    app = FastAPI(
        title="tripoint",
        version=__version__,
        summary="Cases over HTTP: who says what happened, where and when, and who disagrees.",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=_alive,
        responses=ERRORS,
    )
    app.state.cases = Cases(paths)
    app.state.access = Access(accounts)
    app.state.settings = settings
    app.state.streams = 0
    problems.handle(app)
    for module in ROUTERS:
        app.include_router(module.router, prefix="/api")
    mount(app)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=4)
    app.add_middleware(Guard, access=app.state.access, names=names)
    return app
