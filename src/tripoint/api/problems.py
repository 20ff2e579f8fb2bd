"""What becomes of errors: one JSON shape with a code, a sentence and what to do."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from tripoint.api.headers import HEADERS
from tripoint.errors import CaseError, InputError, TripointError

_LOG = logging.getLogger("tripoint.api")

DAY = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
"""2017, 2017-06 or 2017-06-17."""

_CODES = {
    400: "bad_request",
    401: "login_needed",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    411: "length_needed",
    413: "too_large",
    414: "too_long",
    422: "bad_request",
    429: "too_many",
}


class Problem(Exception):
    """An answer that is an error: raised anywhere below a route."""

    def __init__(
        self, status: int, message: str, *, hint: str = "", code: str = "", headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.hint = hint
        self.code = code or _CODES.get(status, "error")
        self.headers = headers or {}

    def response(self) -> Response:
        """Return it as it is answered."""
        body = {"error": {"code": self.code, "message": self.message, "hint": self.hint}}
        return JSONResponse(body, self.status, headers={"Cache-Control": "no-store", **self.headers})


class NotModified(Exception):
    """The browser has the answer already."""

    def __init__(self, etag: str) -> None:
        super().__init__(etag)
        self.etag = etag


def missing(what: str, name: str) -> Problem:
    """Return the answer to a question for what is not there."""
    return Problem(404, f"there is no {what} {_short(name)} in this case", hint="take an id from a list of this case")


def handle(app: FastAPI) -> None:
    """Let every error of the app have the one shape."""
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(NotModified, _not_modified)
    app.add_exception_handler(TripointError, _sentence)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _defect)


def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return error.response()


def _not_modified(request: Request, error: Exception) -> Response:
    assert isinstance(error, NotModified)
    return Response(status_code=304, headers={"ETag": error.etag, "Cache-Control": "private, no-cache"})


def _sentence(request: Request, error: Exception) -> Response:
    if isinstance(error, CaseError):
        return Problem(503, str(error), code="case_unavailable", hint="then reload the page").response()
    message, _, hint = str(error).partition("; ")
    status = 400 if isinstance(error, InputError) else 500
    return Problem(status, message, hint=hint).response()


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = error.errors()
    first: Any = told[0] if told else {"loc": (), "msg": "the request cannot be read"}
    where = [str(piece) for piece in first["loc"] if piece not in ("query", "path", "body", "header")]
    name = ".".join(where)
    message = f"{name}: {first['msg']}" if name else str(first["msg"])
    hint = "see /api/openapi.json for what can be asked"
    if first.get("ctx", {}).get("pattern") == DAY:
        message, hint = f"{name} is {first['input']}, and that is no date", "give 2017, 2017-06 or 2017-06-17"
    return Problem(422, _short(message, 300), hint=hint).response()


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        message, hint = f"there is nothing at {_short(request.url.path)}", "see /api/openapi.json for what is there"
    else:
        phrase = HTTPStatus(error.status_code).phrase.lower()
        message, hint = f"{request.method} {_short(request.url.path)}: {phrase}", ""
    return Problem(error.status_code, message, hint=hint, headers=dict(error.headers or {})).response()


def _defect(request: Request, error: Exception) -> Response:
    _LOG.error("defect while answering %s", _short(request.url.path), exc_info=error)
    hint = "please report what you asked for"
    return Problem(500, "tripoint failed to answer this", code="defect", hint=hint, headers=HEADERS).response()


def _short(text: str, most: int = 80) -> str:
    return text if len(text) <= most else f"{text[:most]}…"
