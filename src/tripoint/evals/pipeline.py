"""The real stages over documents made from a benchmark: parsed, with mentions and claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from tripoint import registry
from tripoint.errors import TripointError
from tripoint.model import Claim, Document, Mention, Reading
from tripoint.resources import parser
from tripoint.syntax import Sentence, Token

T = TypeVar("T")
G = TypeVar("G")


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysed:
    """A document with all that the stages made of it."""

    doc: Document
    sentences: list[Sentence]
    mentions: tuple[Mention, ...]
    readings: tuple[Reading, ...]
    claims: tuple[Claim, ...] = ()

    @property
    def chosen(self) -> dict[str, Reading]:
        """The chosen reading of each mention that has one."""
        return {reading.mention_id: reading for reading in self.readings if reading.chosen}

    def tokens(self) -> Iterator[Token]:
        """Every token, in reading order."""
        for sentence in self.sentences:
            yield from sentence.tokens


@dataclass(slots=True)
class Troubles:
    """Documents on which a stage failed: they count as empty, and the report says so."""

    told: list[str] = field(default_factory=list)

    def attempt(self, source: str, ask: Callable[[], T], otherwise: T) -> T:
        """Return what `ask` gives; when it fails, `otherwise`, with the failure kept."""
        try:
            return ask()
        except (OSError, MemoryError, TripointError):
            raise
        except Exception as error:  # noqa: BLE001 - a defect on one document must not hide the figures of the others
            self.told.append(f"{source}: {type(error).__name__}: {error}")
            return otherwise

    def notes(self) -> tuple[str, ...]:
        """Return what the report says about them."""
        if not self.told:
            return ()
        return (f"{len(self.told)} documents failed in a stage and count as empty, the first: {self.told[0]}",)


def analysed(docs: Iterable[Document], troubles: Troubles, *, claims: bool = True) -> Iterator[Analysed]:
    """Yield each document with its mentions and, unless `claims` is False, its claims, in the given order."""
    find = registry.part("recogniser").load()
    extract = registry.part("claim extractor").load() if claims else None
    for doc, sentences in parser.parse(docs):
        found = troubles.attempt(doc.source, partial(find, doc, sentences), None)
        mentions: tuple[Mention, ...] = tuple(found.mentions) if found is not None else ()
        readings: tuple[Reading, ...] = tuple(found.readings) if found is not None else ()
        made: tuple[Claim, ...] = ()
        if extract is not None:
            made = troubles.attempt(doc.source, partial(extract, doc, sentences, mentions, readings), ())
        yield Analysed(doc=doc, sentences=sentences, mentions=mentions, readings=readings, claims=made)


def beside(
    items: Iterable[tuple[Document, G]], troubles: Troubles, *, claims: bool = True
) -> Iterator[tuple[Analysed, G]]:
    """Yield each document as `analysed` does, with what the benchmark says of it; nothing is held longer than that."""
    waiting: dict[str, G] = {}

    def documents() -> Iterator[Document]:
        for doc, gold in items:
            waiting[doc.document_id] = gold
            yield doc

    for one in analysed(documents(), troubles, claims=claims):
        yield one, waiting.pop(one.doc.document_id)
