"""The web app: files that its build left in the package; every address that is no file is the app itself."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, HTMLResponse, Response

from tripoint.api.problems import Problem

FILES = Path(__file__).parent / "app"
"""Filled by `make web`; a wheel brings it along."""

_NOT_BUILT = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>tripoint</title></head>
<body><h1>tripoint is running, without its web app</h1>
<p>This is a checkout in which the web app has not been built. Build it with <code>make web</code>, then reload.</p>
<p>The API works: <a href="/api/cases">/api/cases</a>,
described by <a href="/api/openapi.json">/api/openapi.json</a>.</p>
</body></html>
"""


def mount(app: FastAPI, files: Path = FILES) -> None:
    """Answer every GET that no route answers with a file of the web app, or the app itself."""

    @app.get("/{path:path}", include_in_schema=False)
    def page(request: Request, path: str) -> Response:
        if path == "api" or path.startswith("api/"):
            raise HTTPException(404)
        start = files / "index.html"
        if not start.is_file():
            return HTMLResponse(_NOT_BUILT, headers={"Cache-Control": "no-store"})
        found = _file(files, path)
        if found is None:
            if path.startswith("assets/"):
                raise Problem(404, "there is no such file in the web app", hint="reload the page")
            return FileResponse(start, headers={"Cache-Control": "no-cache"})
        kept = "public, max-age=31536000, immutable" if path.startswith("assets/") else "no-cache"
        return FileResponse(found, headers={"Cache-Control": kept})


def _file(files: Path, path: str) -> Path | None:
    if not path or "\x00" in path or len(path) > 500:
        return None
    try:
        found = (files / path).resolve()
        return found if found.is_relative_to(files.resolve()) and found.is_file() else None
    except (OSError, ValueError):
        return None
