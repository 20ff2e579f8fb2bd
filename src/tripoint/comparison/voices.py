"""What the documents of a case share that makes their claims one origin: quotations, statements, copied texts, days."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from types import MappingProxyType
from typing import Protocol, runtime_checkable

import msgspec

from tripoint.comparison import times
from tripoint.comparison.copies import repeated, repeats, roots
from tripoint.comparison.hostility import Hostility, hostility
from tripoint.comparison.imprints import imprints
from tripoint.comparison.quotes import Quote, Quotes, quotes
from tripoint.comparison.shared import Shared
from tripoint.comparison.texts import Texts
from tripoint.comparison.wording import sentence_stops
from tripoint.model import Claim, Copy, Document, Origin

OCCASION = 7
"""Days within which one voice speaks on one occasion."""
RECENT = 8192
"""Documents whose quotations and sentences are kept ready."""


_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode


@runtime_checkable
class Stamped(Protocol):
    """Records that are known by stamps, which are the same where all of a record is."""

    def stamp(self, name: str, /) -> bytes:
        """Return the stamp of the record of that id."""


class Behind:
    """The independent origins of events, kept from linking to assessing."""

    def __init__(self) -> None:
        self._ids: Sequence[str] = ()
        self._groups: Sequence[tuple[Origin, ...]] = ()

    def take(self, event_ids: Sequence[str], groups: Sequence[tuple[Origin, ...]]) -> None:
        """Take the origins of all events, which stand in the order of their ids."""
        self._ids, self._groups = event_ids, groups

    def get(self, event_id: str) -> tuple[Origin, ...] | None:
        """Return the origins of an event, None where they were not found yet."""
        place = bisect_left(self._ids, event_id)
        return self._groups[place] if place < len(self._ids) and self._ids[place] == event_id else None


class Voices:
    """What the documents of a case share that makes their claims one origin. Quotations are found once a document.

    `copied`: for each document that copies another or is its later revision the text at the head of its chain;
    `lines`: for each later revision of a document the first; `hostile`: the camps that the case tells to be against
    each other; `outlets`: who published the documents of the `copies`; `partly`: pairs of documents that share
    passages. `behind`: the origins of events, once they are found.
    """

    def __init__(
        self,
        documents: Mapping[str, Document],
        copied: Mapping[str, str],
        hostile: Hostility = frozenset(),
        *,
        copies: tuple[Copy, ...] = (),
        outlets: Mapping[str, str | None] = MappingProxyType({}),
        partly: tuple[tuple[str, str], ...] = (),
        lines: Mapping[str, str] | None = None,
    ) -> None:
        self.documents = documents
        self.imprints = imprints(documents)
        self.lines = lines if lines is not None else {}
        self.copied = copied
        self.hostile = hostile
        self.copies = copies
        self.outlets = outlets
        self.partly = partly
        self.behind = Behind()
        # What texts hold is found again when it is asked for long after: a million texts take no more than these.
        self.statements = lru_cache(maxsize=RECENT)(self._statements)
        self.quotes = lru_cache(maxsize=RECENT)(self._found)
        self._known: Mapping[str, Quotes] = {}
        self._stops = lru_cache(maxsize=RECENT)(self._ends)

    def stamp(self, document_id: str) -> bytes:
        """Return what a document is known by: the same where all of it is."""
        if isinstance(self.documents, Stamped):
            return self.documents.stamp(document_id) if document_id in self.documents else b""
        return blake2b(_ENCODE(self.documents.get(document_id)), digest_size=16).digest()

    def stamps(self, document_ids: Iterable[str]) -> bytes:
        """Return what documents are known by, sixteen bytes each; of one that is not there sixteen of nought."""
        if not isinstance(self.documents, Stamped):
            return b"".join(map(self.stamp, document_ids))
        stamp, there = self.documents.stamp, self.documents
        return b"".join(stamp(one) if one in there else bytes(16) for one in document_ids)

    def line(self, document_id: str) -> str:
        """Return the first document of the revisions that a document is one of: itself where it has no others."""
        return self.lines.get(document_id, document_id)

    def sentence(self, document_id: str, at: int) -> int:
        """Return the number of the sentence at a place in a document's text."""
        return bisect_right(self._stops(document_id), at)

    def quoted(self, claim: Claim) -> list[Quote]:
        """Return the quotations in or around the words of a claim."""
        if claim.document_id not in self.documents:
            return [one for e in claim.evidence for one in quotes(e.text)]
        found = self.quotes(claim.document_id)
        return [one for one in found if any(one.begin < e.end and e.start < one.end for e in claim.evidence)]

    def know(self, known: Mapping[str, Quotes]) -> None:
        """Take quotations of documents from here, where they need not be looked for in the texts."""
        self._known = known

    def _ends(self, document_id: str) -> tuple[int, ...]:
        doc = self.documents.get(document_id)
        return sentence_stops(doc.text) if doc is not None else ()

    def _found(self, document_id: str) -> Quotes:
        """Return the quotations of a document."""
        if document_id in self._known:
            return self._known[document_id]
        doc = self.documents.get(document_id)
        return quotes(doc.text) if doc is not None else ()

    def _statements(self, document_id: str) -> tuple[int, ...]:
        """Return the runs of words that a document quotes anywhere."""
        return tuple(sorted({run for one in self.quotes(document_id) for run in one.statement}))

    def day(self, claim: Claim) -> int | None:
        """Return the day a claim was said or else published, None when neither is known to the week."""
        doc = self.imprints.get(claim.document_id)
        for value in (claim.said, doc.published if doc is not None else None):
            known = times.days(value)
            if known is not None and (times.width(known) or 99) <= OCCASION:
                return known[0]
        return None


def heard(
    claims: Iterable[Claim],
    documents: Mapping[str, Document],
    *,
    hostile: Hostility | None = None,
    lines: Mapping[str, str] | None = None,
    texts: Texts | None = None,
    shared: Shared | None = None,
) -> Voices:
    """Return the voices of a case: its copies and the camps in it are found here, for linking and assessing both.

    `lines`: by document, the first of the revisions that it is one of; `texts`: those of the documents, where they are
    read already, and what pairs of them are known to have `shared`; `hostile`: the camps that the claims tell to be
    against each other, where that is known.
    """
    told = repeats(documents.values(), lines=lines) if texts is None else repeated(texts, lines=lines, known=shared)
    copied = roots(told.copies, lines=lines)
    if hostile is None:
        hostile = hostility(claims)
    return Voices(documents, copied, hostile, copies=told.copies, outlets=told.outlets, partly=told.partly, lines=lines)
