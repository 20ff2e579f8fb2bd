"""Documents: the articles inside pages, and the comments under them."""

from __future__ import annotations

from dataclasses import dataclass

from tripoint.model.page import BlockRole
from tripoint.model.values import Dated, Reason, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentBlock:
    """A block of a document: `start` and `end` point into the document's text, `page_start` into the page's text.

    The block's characters are the same in both: `page.text[page_start:page_start + end - start]`.
    """

    role: BlockRole
    start: int
    end: int
    page_start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article inside a page. `text` is final: every later span points into it.

    `outlet` is who published it, with `outlet_evidence` in words; None when the page does not say.
    `published` and `updated` are intervals with evidence; `dates_rejected` keeps evidence that lost.
    `agency` is a wire credit (`Reuters`); `original_url` a link to the text this one repeats.
    `signature` is a MinHash (64-bit lanes as ints) of the body's word shingles, for finding copies.
    """

    document_id: str
    page_id: str
    source: str
    part: int
    outlet: str | None
    outlet_evidence: str | None
    language: str
    text: str
    blocks: tuple[DocumentBlock, ...]
    headline: str | None
    bylines: tuple[str, ...]
    published: Dated | None
    updated: Dated | None
    dates_rejected: tuple[Dated, ...]
    agency: str | None
    original_url: str | None
    captured_at: str | None
    signature: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A reader's comment, kept apart: it can raise a lead and can never corroborate.

    `author` is a pseudonym, never the name itself: in a case one name has one, in another case another one (the same
    name may still be two people's); None when nobody is named.
    `reply_to` is the comment_id of the comment it answers, when the page tells. `editor` marks the outlet's own reply.
    """

    comment_id: str
    page_id: str
    part: int
    author: str | None
    time: str | None
    text: str
    page_start: int
    reply_to: str | None
    editor: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """`document_id` repeats the text of `copy_of` (the earlier or fuller one), with the reasons.

    `similarity` in [0, 1]: the share of the smaller text's word shingles that the other holds.
    """

    document_id: str
    copy_of: str
    similarity: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationBound:
    """When `document_id`, whose own page tells no day, was published as other pages of the case bound it.

    `published` is what its page and the others leave together, its evidence the sentences; `rejected` keeps bounds
    that surer ones refuse.
    """

    document_id: str
    published: Dated
    rejected: tuple[Dated, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The same words in a row in two documents of which neither is a copy of the other; `words` is how many.

    `start` and `end` point into the text of `document_id`, `other_start` and `other_end` into that of `other`, which is
    the earlier one where the dates tell.
    """

    document_id: str
    start: int
    end: int
    other: str
    other_start: int
    other_end: int
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """`document_id` is what stood at `url` at one capture of several: the `number`th of `of`, by time of capture.

    `previous`: the document of the capture before that it goes on from; None for the first, and for an article that
    was not there yet. `added` are spans of this document's text that the previous one lacks, `removed` spans of the
    previous one's text that this one lacks: present at one capture, absent at the other, and no more is known.
    `again`: later times at which the address gave the same bytes. `gone`: the time of the first later capture in which
    no article goes on from this one, or at which the address said that there is no such page; None while there is none.
    `absent`: every time at which it said so, between this capture and the next.
    """

    document_id: str
    url: str
    number: int
    of: int
    captured_at: str
    previous: str | None
    added: tuple[Span, ...]
    removed: tuple[Span, ...]
    again: tuple[str, ...] = ()
    gone: str | None = None
    absent: tuple[str, ...] = ()
