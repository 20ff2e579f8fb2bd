"""What makes two claims one origin: a literal table of the things that claims share, each with its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tripoint.comparison.places import name_key
from tripoint.comparison.voices import Voices
from tripoint.comparison.wording import shingles
from tripoint.model import Claim
from tripoint.resources import outlets
from tripoint.text import words

COPIED_RUN = 12
"""Words in a row that two writers do not hit on by themselves."""

Join = tuple[str | int, str]
"""A thing that claims share, a run of words where it is a number, and the sentence for it."""


def same_document(claim: Claim, voices: Voices) -> Iterable[Join]:
    """Claims of one document: its writer chose all of them (but see `_heard` where opposed sides speak in it)."""
    yield claim.document_id, "told in one document"


def same_address(claim: Claim, voices: Voices) -> Iterable[Join]:
    """Claims of one article at two times: it is one voice, whatever was changed in between."""
    yield voices.line(claim.document_id), "told by one page at two times"


def copied_text(claim: Claim, voices: Voices) -> Iterable[Join]:
    """Claims of documents that repeat one text."""
    yield voices.copied.get(claim.document_id, claim.document_id), "the documents repeat one text"


def quotation(claim: Claim, voices: Voices) -> Iterable[Join]:
    """Claims that rest on the same words inside quotation marks."""
    for quote in voices.quoted(claim):
        for run in quote.runs:
            yield run, "the same words are quoted"


def statement(claim: Claim, voices: Voices) -> Iterable[Join]:
    """Claims of pages that quote the same statement: both may rest on it, so they count once."""
    for run in voices.statements(claim.document_id):
        yield run, "both pages quote the same statement"


def passage(claim: Claim, voices: Voices) -> Iterable[Join]:
    """Claims told in the same long run of words."""
    for evidence in claim.evidence:
        for run in set(shingles(words(evidence.text), COPIED_RUN)):
            yield run, f"told in the same {COPIED_RUN} words or more"


def agency(claim: Claim, voices: Voices) -> Iterable[Join]:
    """Claims that credit or relay the same agency, or stand on the page of the outlet that others relay."""
    doc = voices.imprints.get(claim.document_id)
    if doc is not None and doc.agency is not None:
        yield _outlet_key(doc.agency), f"credited to {doc.agency}"
    if doc is not None and doc.outlet is not None:
        yield _outlet_key(doc.outlet), f"published or relayed from {doc.outlet}"
    for speaker in claim.speakers:
        if speaker.kind == "relay":
            yield _outlet_key(speaker.name), f"relayed from {speaker.name}"


def owner(claim: Claim, voices: Voices) -> Iterable[Join]:
    """Claims of outlets that one owner stands behind, where the outlets' table names the owner."""
    doc = voices.imprints.get(claim.document_id)
    entry = outlets.find(doc.outlet) if doc is not None and doc.outlet is not None else None
    if entry is not None and entry.owner is not None:
        yield name_key(entry.owner), f"the outlets belong to {entry.owner}"


JOINS: tuple[Callable[[Claim, Voices], Iterable[Join]], ...] = (
    same_document,
    same_address,
    copied_text,
    quotation,
    statement,
    passage,
    agency,
    owner,
)


WORDS = (quotation, statement, passage)
"""Joins by runs of words, many for each claim, each kind with one sentence."""


def _outlet_key(name: str) -> str:
    """Return one key for all names of one outlet."""
    entry = outlets.find(name)
    return name_key(entry.name if entry is not None else name)
