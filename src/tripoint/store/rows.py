"""One row of case.db per record: which of its fields become columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import MISSING, fields
from operator import attrgetter
from typing import Any

import msgspec

from tripoint.model import (
    Anatomy,
    Assessment,
    Claim,
    Comment,
    Contradiction,
    ControlSpan,
    Copy,
    Document,
    Event,
    Failure,
    Link,
    Mention,
    Page,
    Passage,
    Reading,
    Revision,
    SourceProfile,
)
from tripoint.names import strict_key
from tripoint.store.wording import amounts_text, counted, days, joined

Row = tuple[object, ...]


def json_of(record: object) -> str:
    """Return the record as JSON text."""
    return msgspec.json.encode(record).decode("utf-8")


_IN_COLUMNS = frozenset({"mention_id", "candidate_id", "name", "score", "chosen"})
_Read = msgspec.defstruct(
    "_Read",
    [
        (one.name, Any, () if one.default is MISSING else one.default)
        for one in fields(Reading)
        if one.name not in _IN_COLUMNS
    ],
    omit_defaults=True,
)
"""What a reading holds, but for what stands in columns; what it does not hold is not written."""
_READ = attrgetter(*_Read.__struct_fields__)


def key(*spellings: str | None) -> str:
    """Return what names are looked for by: their strict keys, which forget accents, quotes, hyphens and articles."""
    return " | ".join(strict_key(spelling) for spelling in spellings if spelling is not None)


def page_row(page: Page, anatomy: Anatomy | None) -> Row:
    """Columns of `pages`; `anatomy` is None for a page that could not be read."""
    read = (None, None) if anatomy is None else (anatomy.encoding, len(anatomy.text))
    return (
        *(page.page_id, page.source, page.sha256, page.size, page.media_type, page.origin, page.captured_at),
        *(page.url, page.outlet, page.published, page.title, *read, json_of(page)),
        None if anatomy is None else json_of(anatomy),
    )


def document_row(doc: Document) -> Row:
    """Columns of `documents`; `copy_of` is set later, when copies are known."""
    updated = days(doc.updated)
    return (
        *(doc.document_id, doc.page_id, doc.source, doc.part, doc.outlet, doc.headline, doc.language),
        *publication_columns(doc),
        *(*updated, doc.agency, doc.original_url, None, doc.captured_at, len(doc.text), doc.text, json_of(doc)),
    )


def publication_columns(doc: Document) -> Row:
    """Columns of `documents` that say when it was published: first day, last day, precision."""
    return (*days(doc.published), None if doc.published is None else doc.published.precision)


def comment_row(comment: Comment) -> Row:
    """Columns of `comments`."""
    return (
        *(comment.comment_id, comment.page_id, comment.part, comment.author, comment.time, comment.text),
        *(comment.reply_to, comment.editor, comment.page_start, json_of(comment)),
    )


def mention_row(mention: Mention, readings: Sequence[Reading]) -> Row:
    """Columns of `mentions`, with the chosen reading; the rejected ones stay in the record files."""
    chosen = next((reading for reading in readings if reading.chosen), None)
    said = (None, None, None) if chosen is None else (chosen.name, chosen.candidate_id, chosen.score)
    return (
        *(mention.mention_id, mention.document_id, mention.kind.value, mention.start, mention.end),
        *(mention.head_start, mention.head_end, mention.text, mention.generic, mention.producer, *said),
        None if chosen is None else json_of(_Read(*_READ(chosen))),
    )


def claim_row(claim: Claim) -> Row:
    """Columns of `claims`: lists as text, joined by `; `."""
    time, said = claim.time, claim.said
    located = next((slot.place for slot in claim.places if slot.place.lat is not None), None)
    return (
        *(claim.claim_id, claim.document_id, claim.comment_id, claim.source, claim.part, claim.kind.value, claim.type),
        *(claim.aspect.value, claim.modality.value, claim.polarity.value, claim.hedged),
        *(joined(claim.agents), joined(claim.targets), joined(claim.recipients)),
        "; ".join(f"{slot.role} {slot.place.name}" for slot in claim.places),
        None if located is None else located.lat,
        None if located is None else located.lon,
        *(days(time)),
        None if time is None else time.precision,
        None if time is None else time.text,
        *(*days(said), amounts_text(claim.amounts), claim.status, joined(claim.speakers)),
        " … ".join(evidence.text for evidence in claim.evidence),
        min((evidence.start for evidence in claim.evidence), default=claim.trigger_start),
        *(claim.score, claim.producer, json_of(claim)),
    )


def correction_rows(claim: Claim) -> Iterable[Row]:
    """Rows of `corrections`."""
    for one in claim.corrections:
        yield (claim.claim_id, one.field, one.machine, one.value, one.who, one.why, one.at, one.decision_id)


def link_row(link: Link) -> Row:
    """Columns of `links`."""
    return (link.claim_a, link.claim_b, link.verdict.value, link.score, link.by, json_of(link.reasons))


def link_of(row: Row) -> Link:
    """Return the link of such a row."""
    one, two, verdict, score, by, reasons = row
    told = {"claim_a": one, "claim_b": two, "verdict": verdict, "score": score, "by": by}
    return msgspec.convert({**told, "reasons": msgspec.json.decode(str(reasons))}, type=Link, strict=True)


def event_row(event: Event, assessment: Assessment | None) -> Row:
    """Columns of `events`, with what stands behind it."""
    place, time = event.place, event.time
    where = (None,) * 4 if place is None else (place.name, place.place_id, place.lat, place.lon)
    if assessment is None:
        behind: Row = (None, None, None, None)
    else:
        behind = (
            *(len(assessment.origins), assessment.adverse_origins, len(assessment.contradictions)),
            assessment.credibility,
        )
    return (
        *(event.event_id, event.type, event.label, *days(time), None if time is None else time.precision, *where),
        *(joined(event.agents), joined(event.targets), amounts_text(event.amounts)),
        *(len(event.claims), len(event.documents), *behind, json_of(event)),
        None if assessment is None else json_of(assessment),
    )


def contradiction_row(found: Contradiction) -> Row:
    """Columns of `contradictions`."""
    sides = " ≠ ".join(side.value for side in found.sides)
    return (
        *(found.contradiction_id, found.event_id, found.field, sides, found.why, found.explained),
        json_of(found),
    )


def control_row(span: ControlSpan) -> Row:
    """Columns of `control`."""
    return (
        *(span.span_id, span.place_id, span.place, span.holder_id, span.holder, span.status, span.start, span.end),
        *(span.basis, len(span.claims), span.last_evidence, json_of(span)),
    )


def copy_row(copy: Copy) -> Row:
    """Columns of `copies`."""
    return (copy.document_id, copy.copy_of, copy.similarity, json_of(copy))


def passage_row(one: Passage) -> Row:
    """Columns of `passages`."""
    return (
        *(one.document_id, one.start, one.end, one.other, one.other_start, one.other_end, one.words),
        json_of(one),
    )


def revision_row(one: Revision) -> Row:
    """Columns of `revisions`: passages that came and went are counted, `seen_until` is when it was last found so."""
    return (
        *(one.document_id, one.url, one.number, one.of, one.captured_at, (one.captured_at, *one.again)[-1], one.gone),
        *(one.previous, len(one.added), len(one.removed), json_of(one)),
    )


def source_row(source: SourceProfile) -> Row:
    """Columns of `sources`: names with their counts as text, most first."""
    framing = "; ".join(f"{one.party}: {counted(one.words, ', ')}" for one in source.framing)
    return (
        *(source.source_id, source.kind, source.name, source.documents, source.claims, source.events),
        *(source.alone, source.joined, counted(source.contradicted), source.explained, framing),
        *(counted(source.copies), json_of(source)),
    )


def failure_row(failure: Failure) -> Row:
    """Columns of `failures`."""
    return (failure.record_id, failure.source, failure.step, failure.reason, failure.detail, json_of(failure))
