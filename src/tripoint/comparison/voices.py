"""What the documents of a case share that makes their claims one origin: quotations, statements, copied texts, days."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from tripoint.comparison import times
from tripoint.comparison.copies import find, roots
from tripoint.comparison.hostility import Hostility, hostility
from tripoint.comparison.wording import quotations, sentence_stops, shingles
from tripoint.model import Claim, Copy, Document, Origin
from tripoint.text import words

STATEMENT = 8
"""Words in a row that two pages both quote when they rest on one statement."""
OCCASION = 7
"""Days within which one voice speaks on one occasion."""


class Voices:
    """What the documents of a case share that makes their claims one origin. Quotations are found once a document.

    `copied`: for each document that copies another or is its later revision the text at the head of its chain;
    `lines`: for each later revision of a document the first; `hostile`: the camps that the case tells to be against
    each other. `origins`: what was found of a set of claims, so that it is found once.
    """

    def __init__(
        self,
        documents: Mapping[str, Document],
        copied: Mapping[str, str],
        hostile: Hostility = frozenset(),
        *,
        copies: tuple[Copy, ...] = (),
        lines: Mapping[str, str] | None = None,
    ) -> None:
        self.documents = documents
        self.lines = lines if lines is not None else {}
        self.copied = copied
        self.hostile = hostile
        self.copies = copies
        self.origins: dict[tuple[str, ...], tuple[Origin, ...]] = {}
        self._statements: dict[str, tuple[int, ...]] = {}
        self._quotes: dict[str, tuple[tuple[int, int], ...]] = {}
        self._stops: dict[str, tuple[int, ...]] = {}

    def line(self, document_id: str) -> str:
        """Return the first document of the revisions that a document is one of: itself where it has no others."""
        return self.lines.get(document_id, document_id)

    def sentence(self, document_id: str, at: int) -> int:
        """Return the number of the sentence at a place in a document's text."""
        stops = self._stops.get(document_id)
        if stops is None:
            doc = self.documents.get(document_id)
            stops = self._stops[document_id] = sentence_stops(doc.text) if doc is not None else ()
        return bisect_right(stops, at)

    def quoted(self, claim: Claim) -> list[str]:
        """Return the quotations in or around the words of a claim."""
        doc = self.documents.get(claim.document_id)
        if doc is None:
            return [text for e in claim.evidence for s, t in quotations(e.text) if (text := e.text[s:t])]
        spans = self._quotes.get(doc.document_id)
        if spans is None:
            spans = self._quotes[doc.document_id] = quotations(doc.text)
        return [doc.text[s:t] for s, t in spans if any(s < e.end and e.start < t for e in claim.evidence)]

    def statements(self, document_id: str) -> tuple[int, ...]:
        """Return the runs of words that a document quotes anywhere."""
        known = self._statements.get(document_id)
        if known is None:
            doc = self.documents.get(document_id)
            spans = quotations(doc.text) if doc is not None else ()
            texts = [doc.text[s:t] for s, t in spans] if doc is not None else []
            runs = {run for text in texts for run in shingles(words(text), STATEMENT)}
            known = self._statements[document_id] = tuple(sorted(runs))
        return known

    def day(self, claim: Claim) -> int | None:
        """Return the day a claim was said or else published, None when neither is known to the week."""
        doc = self.documents.get(claim.document_id)
        for value in (claim.said, doc.published if doc is not None else None):
            known = times.days(value)
            if known is not None and (times.width(known) or 99) <= OCCASION:
                return known[0]
        return None


def heard(
    claims: Iterable[Claim], documents: Mapping[str, Document], *, lines: Mapping[str, str] | None = None
) -> Voices:
    """Return the voices of a case: its copies and the camps in it are found here, for linking and assessing both.

    `lines`: by document, the first of the revisions that it is one of.
    """
    copies = find(documents.values(), lines=lines)
    return Voices(documents, roots(copies, lines=lines), hostility(claims), copies=copies, lines=lines)
