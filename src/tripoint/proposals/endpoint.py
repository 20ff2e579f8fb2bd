"""One question to a model behind an OpenAI-compatible address, and what came back."""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

from tripoint.errors import InputError, TripointError
from tripoint.proposals.question import messages, schema

KEY = "TRIPOINT_LLM_KEY"
"""The variable of the environment that holds the key, where the endpoint wants one."""

_BUSY = frozenset({408, 409, 429, 500, 502, 503, 504, 529})
_LONGEST_REST = 60.0
_LARGEST = 2_000_000
"""Bytes of an answer that are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a model said: `claims` as it wrote them, or None with the `outcome` and what was said instead."""

    outcome: str
    claims: list[dict[str, Any]] | None
    prompt_tokens: int
    completion_tokens: int
    detail: str | None = None


class Endpoint:
    """A model behind `address` (`http://localhost:11434/v1`). Use as a context; asked by several threads at once.

    Raises InputError for an address that is none, for a key that would travel in the open, and where httpx is missing.
    """

    def __init__(self, address: str, model: str, *, seconds: float = 120.0, tries: int = 4) -> None:
        self.address, self.model, self._tries = address.rstrip("/"), model, tries
        split = urlsplit(address)
        if split.scheme not in ("http", "https") or not split.hostname or split.username is not None:
            raise InputError(f"{address} is no address of a model; expected one such as http://localhost:11434/v1")
        key = os.environ.get(KEY)
        if key and split.scheme == "http" and split.hostname not in ("localhost", "127.0.0.1", "::1"):
            raise InputError(f"{KEY} would go to {address} in the open; give an address that begins with https://")
        self.host = split.hostname
        self._httpx = _library()
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._client = self._httpx.Client(headers=headers, timeout=seconds, follow_redirects=False)

    def __enter__(self) -> Endpoint:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def ask(self, passage: Any) -> Answer:
        """Return what the model says of `passage`; raises TripointError when the endpoint cannot be used."""
        form = {"name": "claims", "strict": True, "schema": schema()}
        body = {
            "model": self.model,
            "temperature": 0,
            "messages": messages(passage),
            "response_format": {"type": "json_schema", "json_schema": form},
        }
        return _read(self._post(body))

    def _post(self, body: dict[str, Any]) -> Any:
        for turn in range(1, self._tries + 1):
            try:
                with self._client.stream("POST", f"{self.address}/chat/completions", json=body) as response:
                    status, after = response.status_code, response.headers.get("retry-after")
                    raw = b""
                    for piece in response.iter_bytes():
                        raw += piece
                        if len(raw) > _LARGEST:
                            raise TripointError(
                                f"{self.host} sent more than {_LARGEST:,} bytes; expected a short answer"
                            )
            except self._httpx.HTTPError as error:
                if turn == self._tries:
                    raise TripointError(
                        f"{self.address} cannot be reached ({error or type(error).__name__}); is it running?"
                    ) from error
                time.sleep(min(_LONGEST_REST, 0.5 * 2**turn))
                continue
            if status in _BUSY and turn < self._tries:
                time.sleep(min(_LONGEST_REST, _rest(after, 0.5 * 2**turn)))
                continue
            if status != 200:
                raise TripointError(_refusal(self.address, self.model, status, raw))
            try:
                return json.loads(raw)
            except (ValueError, RecursionError) as error:
                raise TripointError(
                    f"{self.address} does not answer in JSON; expected an OpenAI-compatible one"
                ) from error
        raise AssertionError("the last try ends the loop")


def _library() -> ModuleType:
    try:
        import httpx
    except ImportError as error:
        raise InputError("asking a model needs httpx; install it with: pip install 'tripoint[llm]'") from error
    return httpx


def _rest(told: str | None, otherwise: float) -> float:
    try:
        return max(0.0, float(told)) if told is not None else otherwise
    except ValueError:
        return otherwise


def _refusal(address: str, model: str, status: int, raw: bytes) -> str:
    if status in (401, 403):
        return f"{address} does not let us in ({status}); set {KEY} to a key that may use {model}"
    said = raw[:200].decode("utf-8", "replace").strip()
    return f"{address} answered with {status} when asked for {model}: {said}"


def _read(told: Any) -> Answer:
    """Hold an answer to its form: whatever is not that form is an outcome, not an error."""
    used = told.get("usage") if isinstance(told, dict) else None
    spent = [used.get(name) if isinstance(used, dict) else None for name in ("prompt_tokens", "completion_tokens")]
    tokens = [number if isinstance(number, int) and number >= 0 else 0 for number in spent]

    def answer(outcome: str, claims: list[dict[str, Any]] | None = None, detail: str | None = None) -> Answer:
        return Answer(
            outcome=outcome, claims=claims, prompt_tokens=tokens[0], completion_tokens=tokens[1], detail=detail
        )

    try:
        choice = told["choices"][0]
        message = choice["message"]
    except (KeyError, IndexError, TypeError):
        return answer("unreadable", detail="the answer has no message")
    if message.get("refusal") or choice.get("finish_reason") == "content_filter":
        return answer("refused", detail=str(message.get("refusal") or "its filter stopped the answer")[:200])
    try:
        claims = json.loads(message["content"])["claims"]
        if not isinstance(claims, list) or not all(isinstance(one, dict) for one in claims):
            raise ValueError("claims is no list of objects")
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        cut = choice.get("finish_reason") == "length"
        return answer(
            "unreadable", detail="the answer was cut off" if cut else f"not the form asked for: {error}"[:200]
        )
    return answer("answered", claims)
