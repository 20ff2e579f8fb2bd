"""A report: some events in words, each claim behind them a footnote that leads to its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tripoint.api.asked import Asked
from tripoint.api.cards import cards
from tripoint.api.problems import missing
from tripoint.export.events import shape
from tripoint.store.listed import outlets
from tripoint.store.ordered import event_positions, event_rows
from tripoint.store.reading import CaseReader

CAUTION = (
    "Nothing here is confirmed by a machine: an event is claimed by so many independent origins, disputed by others, "
    "and accepted by a person or not."
)


def report(asked: Asked, reader: CaseReader, event_ids: Sequence[str]) -> dict[str, Any]:
    """Return the events in order of time, with their claims as numbered footnotes."""
    for event_id in event_ids:
        if not event_positions(reader, [event_id]):
            raise missing("event", event_id)
    footnotes: list[dict[str, Any]] = []
    told = [_event(asked, reader, row, footnotes) for row in event_rows(reader, event_positions(reader, event_ids))]
    return {
        "title": asked.case.title,
        "built_at": asked.opened.built_at,
        "version": asked.opened.version,
        "caution": CAUTION,
        "events": told,
        "footnotes": footnotes,
    }


def _event(asked: Asked, reader: CaseReader, row: dict[str, Any], footnotes: list[dict[str, Any]]) -> dict[str, Any]:
    event, behind, against = reader.event(row["id"])
    found = shape(event, behind, against)
    claims = reader.claims_of(*event.claims)
    heads = outlets(reader, event.documents)
    number: dict[str, int] = {}
    for card in cards(asked, reader, claims):
        number[card["claim_id"]] = len(footnotes) + 1
        footnotes.append(_footnote(reader, len(footnotes) + 1, card))
    outlet = {claim.claim_id: heads.get(claim.document_id, {}).get("outlet") for claim in claims}
    return {
        **row,
        "origins_count": row["origins"],
        "decided": asked.verdict(row["id"]),
        "notes": sorted(number.values()),
        "fields": [
            {**field, "notes": sorted(number[name] for name in field["claims"] if name in number)}
            for field in found["fields"]
        ],
        "origins": [
            {
                "why": origin["why"],
                "notes": sorted(number[name] for name in origin["claims"] if name in number),
                "outlets": list(dict.fromkeys(told for name in origin["claims"] if (told := outlet.get(name)))),
            }
            for origin in found["origins"]
        ],
        "contradictions": [
            {
                "field": one["field"],
                "why": one["why"],
                "explained": one["explained"],
                "sides": [
                    {"value": side["value"], "notes": sorted(number[n] for n in side["claims"] if n in number)}
                    for side in one["sides"]
                ],
            }
            for one in found["contradictions"]
        ],
    }


def _footnote(reader: CaseReader, number: int, card: dict[str, Any]) -> dict[str, Any]:
    sql = (
        "SELECT p.sha256, p.url, p.captured_at FROM documents d JOIN pages p ON p.page_id = d.page_id"
        " WHERE d.document_id = ?"
    )
    page = next(reader.rows(sql, (card["document_id"],)), {"sha256": None, "url": None, "captured_at": None})
    return {
        "number": number,
        "claim_id": card["claim_id"],
        "document_id": card["document_id"],
        "text": " … ".join(span["text"] for span in card["evidence"]),
        "spans": [{"start": span["start"], "end": span["end"]} for span in card["evidence"]],
        "speakers": [voice["name"] for voice in card["speakers"]],
        "outlet": card["outlet"],
        "headline": card["headline"],
        "published": card["published"],
        "published_until": card["published_until"],
        "known_by": card["known_by"],
        "modality": card["modality"],
        "polarity": card["polarity"],
        "decided": card["decided"],
        "corrections": card["corrections"],
        "source": card["source"],
        **page,
    }
