"""Reading benchmark folders: the files they must hold, their digest, and documents made by hand from their text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from tripoint.errors import InputError
from tripoint.model import Dated, Document, bare_document, digest
from tripoint.text import lines, trim

T = TypeVar("T")


def needed(found: Sequence[Path], data: Path, expected: str) -> list[Path]:
    """Return `found` sorted by path; raises InputError when there is none, saying what was expected."""
    if not found:
        raise InputError(f"{data} does not hold {expected}; give the folder of that benchmark with --data")
    return sorted(found)


def corpus_digest(paths: Iterable[Path], data: Path) -> str:
    """Return the SHA-256 of the files' relative names and bytes, in order of name."""
    found = sha256()
    for path in sorted(set(paths)):
        found.update(path.relative_to(data).as_posix().encode("utf-8") + b"\0")
        with path.open("rb") as file:
            while piece := file.read(1 << 20):
                found.update(piece)
        found.update(b"\0")
    return found.hexdigest()


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON-lines file; raises InputError with the line that is none."""
    with path.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise InputError(f"{path}, line {number} is not JSON ({error}); expected one object a line") from error
            if not isinstance(row, dict):
                raise InputError(f"{path}, line {number} holds no JSON object; expected one object a line")
            yield row


def limited(items: Iterable[T], limit: int | None) -> Iterator[T]:
    """Yield the first `limit` items, all of them when it is None."""
    return iter(items) if limit is None else islice(items, limit)


def day(value: str | None) -> Dated | None:
    """Return the publication date that a benchmark gives as an ISO day (a time after it is ignored)."""
    start = (value or "").strip()[:10]
    parts = start.split("-")
    if len(parts) != 3 or [len(part) for part in parts] != [4, 2, 2] or not all(part.isdigit() for part in parts):
        return None
    return Dated(start=start, end=start, precision="day", evidence=("the benchmark's date of the document",))


def document(name: str, text: str, *, source: str, published: Dated | None = None, wrapped: bool = False) -> Document:
    """Return a document of `text` with one body block per line.

    With `wrapped`, lines are broken inside paragraphs: single line breaks become spaces, so that offsets stay.
    """
    if wrapped:
        text = unwrapped(text)
    trimmed = (trim(text, start, end) for start, end in lines(text))
    return bare_document(
        text,
        document_id=digest("doc", source, name, text),
        page_id=digest("page", source, name),
        source=source,
        published=published,
        paragraphs=[(start, end) for start, end in trimmed if start < end],
    )


def unwrapped(text: str) -> str:
    """Return `text` at the same length with the line breaks inside paragraphs made spaces."""
    kept = list(text)
    for i, char in enumerate(text):
        if char != "\n":
            continue
        before = text.rfind("\n", 0, i)
        after = text.find("\n", i + 1)
        line_before = text[before + 1 : i]
        line_after = text[i + 1 : after if after >= 0 else len(text)]
        if line_before.strip() and line_after.strip():
            kept[i] = " "
    return "".join(kept)
