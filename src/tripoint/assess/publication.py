"""When a page that tells no day was published, as other pages of the case bound it.

It was there before a page that links to it as its original or quotes it by its outlet's name, not before a happening
that it tells as past and others date, and within a week of one whose day it calls *Friday*.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tripoint.comparison import times
from tripoint.comparison.quotes import STATEMENT
from tripoint.comparison.voices import Voices
from tripoint.comparison.wording import shingles
from tripoint.model import Aspect, Claim, ClaimKind, Dated, Document, Event, Modality, Polarity, PublicationBound
from tripoint.resources import outlets
from tripoint.text import clean, words


@dataclass(frozen=True, slots=True, order=True)
class _Limit:
    """One side of an interval: `rank` 0 for a link, 1 for a quotation, 2 for a happening, the surest first."""

    rank: int
    day: int
    lower: bool
    why: str


def bounds(
    undated: Sequence[str],
    linked: Iterable[tuple[str, str]],
    events: Iterable[Event],
    claims: Mapping[str, Claim],
    voices: Voices,
) -> Iterator[PublicationBound]:
    """Yield the bounds of those of the `undated` documents that others bound more narrowly than their own page does.

    `linked`: a document and the one that it links to as its original; `events`: those that tell of an undated one.
    Order of the input changes nothing.
    """
    documents = voices.documents
    limits: dict[str, set[_Limit]] = {document_id: set() for document_id in undated}
    for later, earlier in linked:
        _in_turn(documents[earlier], documents[later], "links to", 0, limits)
    alike = _turned(((copy.document_id, copy.copy_of) for copy in voices.copies), limits)
    alike |= _turned(voices.partly, limits)
    together: set[tuple[str, str]] = set()
    for event in events:
        ours = [one for one in event.documents if one in limits]
        together |= _turned(((one, other) for one in ours for other in event.documents if other != one), limits)
        for limit, document_id in _of_happening(event, ours, claims, documents):
            limits[document_id].add(limit)
    for pair in sorted(alike | together):
        one, other = (documents[document_id] for document_id in pair)
        first = _names(one, other) and (pair in alike or _quotes(one, other, voices))
        second = _names(other, one) and (pair in alike or _quotes(other, one, voices))
        if first != second:  # each naming the other tells no order
            _in_turn(*((other, one) if first else (one, other)), "quotes", 1, limits)
    for document_id in sorted(limits):
        bound = _narrowed(documents[document_id], sorted(limits[document_id]))
        if bound is not None:
            yield bound


def _in_turn(earlier: Document, later: Document, does: str, rank: int, limits: Mapping[str, set[_Limit]]) -> None:
    """Bound whichever of the two is undated by the other: one stood there before the other was written."""
    known = times.days(later.published)
    if earlier.document_id in limits and known is not None and known[1] is not None:
        why = f"{_named(later)} {does} it, and was there by {times.iso(known[1])}"
        limits[earlier.document_id].add(_Limit(rank, known[1], False, why))
    known = times.days(earlier.published)
    if later.document_id in limits and known is not None and known[0] is not None:
        why = f"it {does} {_named(earlier)}, which was published on {times.iso(known[0])} or later"
        limits[later.document_id].add(_Limit(rank, known[0], True, why))


def _of_happening(
    event: Event, ours: Sequence[str], claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> Iterator[tuple[_Limit, str]]:
    """Yield for each undated document that tells the event as past the first day on which others date it."""
    if not ours or len(event.documents) < 2:
        return
    listed = [claim for claim_id in event.claims if (claim := claims.get(claim_id)) is not None and _past(claim)]
    dated = sorted(
        (known[0], known, claim.claim_id, claim.document_id)
        for claim in listed
        if (known := times.days(claim.time)) is not None and known[0] is not None
    )
    for document_id in sorted({claim.document_id for claim in listed} & set(ours)):
        if others := [entry for entry in dated if entry[3] != document_id]:
            # where all can be right together the last start holds; where not, no day before the first is told by any
            last = others[-1][0]
            together = all(known[1] is None or last <= known[1] for _, known, _, _ in others)
            first, _, _, by = others[-1] if together else others[0]
            why = f"it tells of what {_named(documents[by])} dates to {times.iso(first)} or later ({event.label})"
            yield _Limit(2, first, True, why), document_id
            if {known for _, known, _, _ in others} == {(first, first)}:
                yield from _soon_after(first, why, [one for one in listed if one.document_id == document_id])


def _soon_after(day: int, why: str, ours: Iterable[Claim]) -> Iterator[tuple[_Limit, str]]:
    """Yield the last day on which a page calls `day`, on which the happening was, as its claims `ours` do."""
    for claim in ours:
        told = claim.time
        if told is None or told.precision != "unresolved" or claim.said is not None:
            continue
        words = told.text.lower()
        if told.rule == "weekday" and words.split()[-1].startswith(date.fromordinal(day).strftime("%a").lower()):
            within = 6  # the last such day before the page, not the one a week before
        elif told.rule == "near_day":
            within = 1 if words.startswith(("yesterday", "last", "overnight")) else 0
        else:
            continue
        yield _Limit(2, day + within, False, f"{why}, and calls that day “{told.text}”"), claim.document_id


def _past(claim: Claim) -> bool:
    """Return whether a claim tells an act as done or begun."""
    return (
        claim.kind is not ClaimKind.STATE
        and claim.comment_id is None
        and claim.modality is Modality.HAPPENED
        and claim.polarity is Polarity.AFFIRMED
        and claim.aspect in (Aspect.COMPLETED, Aspect.BEGUN)
    )


def _turned(pairs: Iterable[tuple[str, str]], undated: Container[str]) -> set[tuple[str, str]]:
    """Return the pairs that hold an undated document, each in the order of its ids."""
    return {(min(pair), max(pair)) for pair in pairs if pair[0] in undated or pair[1] in undated}


def _names(document: Document, other: Document) -> bool:
    """Return whether a document names or credits the outlet of another."""
    if other.outlet is None or other.outlet == document.outlet:
        return False
    entry = outlets.find(other.outlet)
    known = {other.outlet, *((entry.name, *entry.aliases) if entry is not None else ())}
    if document.agency in known:
        return True
    told = clean(document.text)
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told) for name in sorted(known) if len(name) > 2)


def _quotes(document: Document, other: Document, voices: Voices) -> bool:
    """Return whether a document has between quotation marks what stands in another."""
    return not set(voices.statements(document.document_id)).isdisjoint(shingles(words(other.text), STATEMENT))


def _narrowed(document: Document, limits: Sequence[_Limit]) -> PublicationBound | None:
    """Return the interval that the page and the limits leave; a limit that surer ones refuse is kept as rejected."""
    own = document.published
    start, end = times.days(own) or (None, None)
    kept: list[_Limit] = []
    refused: list[_Limit] = []
    for limit in limits:
        if limit.lower:
            fits, narrows = end is None or limit.day <= end, start is None or limit.day > start
        else:
            fits, narrows = start is None or limit.day >= start, end is None or limit.day < end
        if not fits:
            refused.append(limit)
        elif narrows:
            start, end = (limit.day, end) if limit.lower else (start, limit.day)
            kept = [one for one in kept if one.lower != limit.lower] + [limit]
    if not kept:
        return None
    evidence = [("not before: " if one.lower else "not after: ") + one.why for one in sorted(kept)]
    replaced = tuple("not before: " if one.lower else "not after: " for one in kept)
    evidence += [why for why in (own.evidence if own is not None else ()) if not why.startswith(replaced)]
    return PublicationBound(
        document_id=document.document_id,
        published=Dated(
            start=times.iso(start),
            end=times.iso(end),
            precision="bound",
            evidence=tuple(evidence),
            span=own.span if own is not None else None,
        ),
        rejected=tuple(
            Dated(
                start=times.iso(one.day) if one.lower else None,
                end=None if one.lower else times.iso(one.day),
                precision="bound",
                evidence=(f"{one.why}, but that does not fit with what is surer",),
            )
            for one in refused
        ),
    )


def _named(document: Document) -> str:
    return f"{document.outlet} ({document.source})" if document.outlet is not None else document.source
