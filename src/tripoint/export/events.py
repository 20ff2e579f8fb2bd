"""events-jsonl: every event with its claims, the independent origins behind it and the contradictions in it."""

from __future__ import annotations

from typing import IO

from tripoint.export.case import CaseView
from tripoint.export.shapes import Shape, amount, codes, party, place, reasons, time, write_line
from tripoint.model import Assessment, Contradiction, Event


def export(case: CaseView, out: IO[str], *, comments: bool = False) -> None:
    """Write one line per event."""
    decided = case.decided()
    for event, behind, against in case.events():
        write_line(out, shape(event, behind, against) | {"decided": decided.get(event.event_id)})


def shape(event: Event, behind: Assessment | None, against: tuple[Contradiction, ...]) -> Shape:
    """Return the event as its line."""
    by_book, why = codes(event.codes)
    return {
        "event_id": event.event_id,
        "type": event.type,
        "label": event.label,
        "time": time(event.time),
        "place": None if event.place is None else place(event.place),
        "agents": [party(value) for value in event.agents],
        "targets": [party(value) for value in event.targets],
        "amounts": [amount(slot) for slot in event.amounts],
        "claims": list(event.claims),
        "documents": list(event.documents),
        "origins": [
            {"claims": list(origin.claims), "why": origin.why} for origin in (() if behind is None else behind.origins)
        ],
        "contradictions": [
            {
                "field": found.field,
                "sides": [{"value": side.value, "claims": list(side.claims)} for side in found.sides],
                "why": found.why,
                "contradiction_id": found.contradiction_id,
                "explained": found.explained,
            }
            for found in against
        ],
        "credibility": None if behind is None else behind.credibility,
        "codes": by_book,
        "code_reasons": why,
        "adverse_origins": None if behind is None else behind.adverse_origins,
        "reasons": reasons(() if behind is None else behind.reasons),
        "fields": [
            {"field": field.field, "value": field.value, "claims": list(field.claims), "shown": field.shown}
            for field in event.fields
        ],
        "parts": list(event.parts),
    }
