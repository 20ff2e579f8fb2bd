"""Whole cases in an exchange format, streamed as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import IO, Any, cast

from fastapi import APIRouter
from starlette.responses import Response, StreamingResponse

from tripoint import registry
from tripoint.api.asked import Asked, OfCase
from tripoint.api.problems import Problem
from tripoint.api.shapes.cases import Format
from tripoint.api.shapes.told import answers
from tripoint.api.shapes.values import Portion

router = APIRouter(tags=["exports"])

PIECE = 64_000
"""Characters that are sent at a time."""

_KINDS = {"csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson"}


class _Pipe:
    """A file that a thread writes and the answer reads, a few pieces at a time."""

    def __init__(self) -> None:
        self._pieces: Queue[str | BaseException | None] = Queue(maxsize=8)
        self._waiting: list[str] = []
        self._length = 0
        self._left = Event()

    def write(self, text: str) -> int:
        """Take text; waits while the reader is behind, and raises BrokenPipeError when it has left."""
        self._waiting.append(text)
        self._length += len(text)
        if self._length >= PIECE:
            self.end(None, last=False)
        return len(text)

    def end(self, error: BaseException | None, *, last: bool = True) -> None:
        """Pass on what is left, and with `last` that no more comes."""
        self._put("".join(self._waiting))
        self._waiting, self._length = [], 0
        if last:
            self._put(error)

    def pieces(self) -> Iterator[bytes]:
        """Yield what is written until the end; an error of the writer cuts the answer off."""
        try:
            while True:
                piece = self._pieces.get()
                if piece is None:
                    return
                if isinstance(piece, BaseException):
                    raise piece
                if piece:
                    yield piece.encode("utf-8", "surrogatepass")
        finally:
            self._left.set()
            while True:
                try:
                    self._pieces.get_nowait()
                except Empty:
                    break

    def _put(self, piece: str | BaseException | None) -> None:
        while not self._left.is_set():
            try:
                self._pieces.put(piece, timeout=0.5)
            except Full:
                continue
            return
        raise BrokenPipeError


@router.get("/cases/{case}/exports", responses=answers(Portion[Format]))
def formats(asked: OfCase) -> Response:
    """List the formats."""
    items = [{"format": part.name, "gives": part.gives} for part in _exporters().values()]
    return asked.answer({"items": items, "next": None, "total": len(items)})


@router.get("/cases/{case}/exports/{format}")
def export(asked: OfCase, format: str) -> Response:
    """Write the whole case in one format; no cell of a table begins as a spreadsheet's formula does."""
    part = _exporters().get(format)
    if part is None:
        hint = f"known are {', '.join(_exporters())}"
        raise Problem(404, f"there is no format {format[:60]}", hint=hint)
    pipe = _Pipe()
    Thread(target=_write, args=(asked, part, pipe), daemon=True).start()
    ending = "csv" if "csv" in format else "jsonl" if "jsonl" in format else "txt"
    name = f"{asked.case.title}-{format.removesuffix(ending).rstrip('-') or 'claims'}.{ending}"
    plain = "".join(char if char.isascii() and (char.isalnum() or char in "-_.") else "_" for char in name)
    headers = {
        "Content-Disposition": f'attachment; filename="{plain}"',
        "ETag": asked.etag,
        "Cache-Control": "private, no-cache",
    }
    return StreamingResponse(pipe.pieces(), media_type=_KINDS.get(ending, "text/plain; charset=utf-8"), headers=headers)


def _exporters() -> dict[str, registry.Part]:
    return {part.name: part for part in registry.parts() if part.kind == "exporter"}


def _write(asked: Asked, part: registry.Part, pipe: _Pipe) -> None:
    try:
        with asked.reading() as reader:
            part.load()(reader, cast(IO[str], cast(Any, pipe)), comments=False)
        pipe.end(None)
    except BrokenPipeError:
        return
    except BaseException as error:  # noqa: BLE001 - it belongs to the answer, which is cut off by it
        try:
            pipe.end(error)
        except BrokenPipeError:
            return
