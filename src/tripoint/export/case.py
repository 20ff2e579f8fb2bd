"""What exporters ask of a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from tripoint.model import Anatomy, Assessment, Claim, Comment, Contradiction, Document, Event, Page, Passage, Revision


class CaseView(Protocol):
    """Records of a case, each in a stable order."""

    def pages(self) -> Iterator[tuple[Page, Anatomy | None]]:
        """Pages by source, with their anatomy or None when they could not be read."""

    def documents(self) -> Iterator[tuple[Document, str | None, tuple[Comment, ...]]]:
        """Documents by source and part, with what each is a copy of and the comments under it."""

    def revision(self, document_id: str) -> Revision | None:
        """Which capture of its address a document is; None where the address was captured once."""

    def passages(self, document_id: str) -> list[Passage]:
        """The passages that a document shares with others of which it is no copy, by their place in it."""

    def claims(self) -> Iterator[Claim]:
        """Claims of articles, in reading order."""

    def comment_claims(self) -> Iterator[Claim]:
        """Claims of comments, in reading order."""

    def events(self) -> Iterator[tuple[Event, Assessment | None, tuple[Contradiction, ...]]]:
        """Events by time, with what stands behind and against each."""

    def decided(self) -> Mapping[str, str]:
        """What people decided on claims and events, in words, by id."""
