"""csv: claims as a spreadsheet, one row each, with no cell that a spreadsheet could run as a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import IO

from tripoint.export.case import CaseView
from tripoint.model import Claim, Party, Speaker

COLUMNS = (
    *("claim_id", "event_id", "document_id", "source", "part", "outlet", "published_start", "published_end"),
    *("kind", "type", "aspect", "modality", "polarity", "hedged", "agents", "targets", "recipients"),
    *("places", "place_roles", "latitude", "longitude", "time_start", "time_end", "time_precision", "time_partial"),
    *("time_text", "said_start", "said_end", "amounts", "status", "speakers", "evidence", "start", "end"),
    *("score", "producer", "plover", "cameo", "acled", "ucdp", "decided", "corrections"),
)
"""The columns, in order. Lists are joined by `; `; `start` and `end` are offsets into the document's text."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export(case: CaseView, out: IO[str], *, comments: bool = False) -> None:
    """Write a header and one row per claim."""
    outlets = {doc.document_id: (doc.outlet, doc.published) for doc, _, _ in case.documents()}
    events = {claim_id: event.event_id for event, _, _ in case.events() for claim_id in event.claims}
    decided = case.decided()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for claim in case.comment_claims() if comments else case.claims():
        outlet, published = outlets.get(claim.document_id, (None, None))
        days = (None, None) if published is None else (published.start, published.end)
        told = (
            *_row(claim, events.get(claim.claim_id), outlet, days),
            decided.get(claim.claim_id),
            _corrections(claim),
        )
        rows.writerow(guarded(cell) for cell in told)


def _corrections(claim: Claim) -> str:
    """Return what people put right in it, and what the machine had."""
    return "; ".join(
        f"{one.field}: {one.value} (machine: {one.machine}), by {one.who}: {one.why}" for one in claim.corrections
    )


def guarded(cell: object) -> str:
    """Return the cell as text that no spreadsheet takes for a formula; numbers stay numbers."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    text = str(cell)
    if isinstance(cell, str) and text.lstrip(" ").startswith(_FORMULA):
        return "'" + text
    return text


def _row(
    claim: Claim, event_id: str | None, outlet: str | None, published: tuple[str | None, str | None]
) -> tuple[object, ...]:
    located = next((slot.place for slot in claim.places if slot.place.lat is not None), None)
    codes = {code.book: code.code for code in claim.codes}
    time, said = claim.time, claim.said
    return (
        *(claim.claim_id, event_id, claim.document_id, claim.source, claim.part, outlet, *published),
        *(claim.kind.value, claim.type, claim.aspect.value, claim.modality.value, claim.polarity.value, claim.hedged),
        *(_names(claim.agents), _names(claim.targets), _names(claim.recipients)),
        _joined(slot.place.name for slot in claim.places),
        _joined(slot.role for slot in claim.places),
        *((None, None) if located is None else (located.lat, located.lon)),
        *((None,) * 5 if time is None else (time.start, time.end, time.precision, time.partial, time.text)),
        *((None, None) if said is None else (said.start, said.end)),
        _joined(slot.amount.wording for slot in claim.amounts),
        *(claim.status, _names(claim.speakers), " … ".join(span.text for span in claim.evidence)),
        min((span.start for span in claim.evidence), default=None),
        max((span.end for span in claim.evidence), default=None),
        *(claim.score, claim.producer, codes.get("plover"), codes.get("cameo"), codes.get("acled"), codes.get("ucdp")),
    )


def _names(parties: Iterable[Party] | Iterable[Speaker]) -> str:
    return _joined(party.name for party in parties)


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(texts)
