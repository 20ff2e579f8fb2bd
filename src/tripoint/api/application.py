"""The app: every route, what guards it, and the web app beside it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from tripoint import __version__
from tripoint.api import problems
from tripoint.api.pages import mount
from tripoint.api.routes import (
    cases,
    claims,
    contradictions,
    control,
    decisions,
    documents,
    events,
    review,
    search,
    session,
    sources,
    subjects,
)
from tripoint.api.served import Cases

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
)


def application(paths: Sequence[Path]) -> FastAPI:
    """Return the app that serves the cases at these paths."""
    app = FastAPI(
        title="tripoint",
        version=__version__,
        summary="Cases over HTTP: who says what happened, where and when, and who disagrees.",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.cases = Cases(paths)
    app.state.token = secrets.token_urlsafe(32)
    problems.handle(app)
    for module in ROUTERS:
        app.include_router(module.router, prefix="/api")
    mount(app)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=4)
    return app
