"""Reads a text of ours into mentions, as the tests of this folder need it."""

from __future__ import annotations

from dataclasses import dataclass

from tripoint.evals import corpus
from tripoint.mentions import Found, find
from tripoint.model import Dated, Document, Mention, MentionKind, Reading
from tripoint.resources.parser import parse


def document(text: str, *, published: str | None = None) -> Document:
    """A document with one body block for each line."""
    dated = None if published is None else Dated(start=published, end=published, precision="day")
    return corpus.document("page", text, source="page.txt", published=dated)


@dataclass
class Read:
    """What was found in a text."""

    doc: Document
    found: Found

    def one(self, text: str, kind: MentionKind | None = None, *, at: int = 0) -> Mention:
        """The mention that is written `text` (the `at`-th of them)."""
        fits = [m for m in self.found.mentions if m.text == text and (kind is None or m.kind is kind)]
        assert len(fits) > at, f"{text!r} is not among {[(m.text, str(m.kind)) for m in self.found.mentions]}"
        return fits[at]

    def readings(self, mention: Mention) -> list[Reading]:
        """All readings of a mention."""
        return [reading for reading in self.found.readings if reading.mention_id == mention.mention_id]

    def meant(self, text: str, kind: MentionKind | None = None, *, at: int = 0) -> Reading:
        """The chosen reading of the mention that is written `text`."""
        chosen = [reading for reading in self.readings(self.one(text, kind, at=at)) if reading.chosen]
        assert len(chosen) == 1, chosen
        return chosen[0]

    def texts(self, kind: MentionKind) -> list[str]:
        """The words of all mentions of a kind."""
        return [m.text for m in self.found.mentions if m.kind is kind]


def read(text: str, *, published: str | None = None) -> Read:
    """Read a text."""
    doc, sentences = next(iter(parse([document(text, published=published)])))
    return Read(doc, find(doc, sentences))
