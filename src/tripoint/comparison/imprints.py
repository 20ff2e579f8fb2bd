"""Imprints: who published a document and when, which is asked far more often than what it says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

import msgspec

from tripoint.model import Dated, Document


class Imprint(Protocol):
    """What is told of a document beside its text. A document is its own imprint."""

    @property
    def page_id(self) -> str:
        """The page that it stands on."""

    @property
    def outlet(self) -> str | None:
        """Who published it."""

    @property
    def agency(self) -> str | None:
        """Whom it credits."""

    @property
    def published(self) -> Dated | None:
        """When it was published."""

    @property
    def captured_at(self) -> str | None:
        """When it was captured."""


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """An imprint that is read from an encoded document, without the rest of it."""

    page_id: str
    outlet: str | None
    agency: str | None
    published: Dated | None
    captured_at: str | None


@runtime_checkable
class Imprinted(Protocol):
    """Documents whose imprints are read without them."""

    def imprints(self) -> Mapping[str, Imprint]:
        """Return the imprint of each document by its id."""


def imprints(documents: Mapping[str, Document]) -> Mapping[str, Imprint]:
    """Return the imprints of documents by id: the documents themselves where no others are at hand."""
    return documents.imprints() if isinstance(documents, Imprinted) else documents
