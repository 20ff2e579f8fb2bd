"""The mentions that claims are made on: found now and written down, or kept by an earlier build."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol, TypeVar

from tripoint.model import Document, Failure, Mention, Reading
from tripoint.run.attempts import tried
from tripoint.store.records import SUFFIX, RecordWriter, read
from tripoint.syntax import Sentence

T = TypeVar("T")


class Mentions(Protocol):
    """Where the mentions of a document come from."""

    def of(self, doc: Document, sentences: list[Sentence]) -> tuple[tuple[Mention, ...], tuple[Reading, ...]]:
        """Return the mentions of a document and how each was read; asked in the order of the documents."""


class NewMentions:
    """Mentions made now, and written down."""

    def __init__(self, find: Callable[..., Any], files: dict[str, RecordWriter[Any]]) -> None:
        self._find = find
        self._files = files

    def of(self, doc: Document, sentences: list[Sentence]) -> tuple[tuple[Mention, ...], tuple[Reading, ...]]:
        """Return what is found in the sentences; nothing, and a failure written down, where that fails."""
        found = tried("mentions", doc.document_id, doc.source, self._find, doc, sentences)
        if isinstance(found, Failure):
            self._files["failures"].append(found)
            return (), ()
        self._files["mentions"].extend(found.mentions)
        self._files["readings"].extend(found.readings)
        return found.mentions, found.readings


class KeptMentions:
    """Mentions made by an earlier build, read in the order of the documents."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mentions: _Ahead[Mention] | None = None
        self._readings: _Ahead[Reading] | None = None

    def of(self, doc: Document, sentences: list[Sentence]) -> tuple[tuple[Mention, ...], tuple[Reading, ...]]:
        """Return what was found then."""
        if self._mentions is None or self._readings is None:
            self._mentions = _Ahead(read(self._folder / f"mentions{SUFFIX}", Mention))
            self._readings = _Ahead(read(self._folder / f"readings{SUFFIX}", Reading))
        mentions = self._mentions.taken(lambda mention: mention.document_id == doc.document_id)
        ids = {mention.mention_id for mention in mentions}
        return mentions, self._readings.taken(lambda reading: reading.mention_id in ids)


class _Ahead(Iterator[T]):
    """A stream of records that can be looked at one ahead."""

    def __init__(self, records: Iterator[T]) -> None:
        self._records = records
        self._next: list[T] = []

    def __next__(self) -> T:
        return self._next.pop() if self._next else next(self._records)

    def taken(self, belongs: Callable[[T], bool]) -> tuple[T, ...]:
        """Take records as long as they belong."""
        found: list[T] = []
        for record in self:
            if not belongs(record):
                self._next.append(record)
                break
            found.append(record)
        return tuple(found)
