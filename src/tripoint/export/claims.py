"""claims-jsonl: every claim with the words of each slot. Claims of comments only when asked for, and then alone."""

from __future__ import annotations

from typing import IO

from tripoint.export.case import CaseView
from tripoint.export.shapes import Shape, amount, codes, party, place, reasons, time, write_line
from tripoint.model import Claim


def export(case: CaseView, out: IO[str], *, comments: bool = False) -> None:
    """Write one line per claim of the articles, or with `comments` one per claim of the comments."""
    decided = case.decided()
    for claim in case.comment_claims() if comments else case.claims():
        write_line(out, shape(claim) | {"decided": decided.get(claim.claim_id)})


def shape(claim: Claim) -> Shape:
    """Return the claim as its line."""
    by_book, why = codes(claim.codes)
    return {
        "claim_id": claim.claim_id,
        "document_id": claim.document_id,
        "source": claim.source,
        "part": claim.part,
        "kind": claim.kind.value,
        "type": claim.type,
        "aspect": claim.aspect.value,
        "modality": claim.modality.value,
        "polarity": claim.polarity.value,
        "hedged": claim.hedged,
        "agents": [party(value) for value in claim.agents],
        "targets": [party(value) for value in claim.targets],
        "recipients": [party(value) for value in claim.recipients],
        "places": [place(slot.place, slot=slot) for slot in claim.places],
        "time": time(claim.time),
        "said": time(claim.said),
        "amounts": [amount(slot) for slot in claim.amounts],
        "status": claim.status,
        "speakers": [
            {
                "name": voice.name,
                "actor_id": voice.actor_id,
                "kind": voice.kind,
                "cue": voice.cue,
                "start": voice.start,
                "end": voice.end,
            }
            for voice in claim.speakers
        ],
        "evidence": [
            {"start": span.start, "end": span.end, "text": span.text, "block": span.block.value}
            for span in claim.evidence
        ],
        "score": claim.score,
        "producer": claim.producer,
        "codes": by_book,
        "reasons": reasons(claim.reasons),
        "code_reasons": why,
        "absent": [{"slot": slot.slot, "reason": slot.reason} for slot in claim.absent],
        "trigger": {"start": claim.trigger_start, "end": claim.trigger_end},
        "framing": list(claim.framing),
        "content_of": claim.content_of,
        "comment_id": claim.comment_id,
        "corrections": [
            {
                "field": one.field,
                "machine": one.machine,
                "value": one.value,
                "who": one.who,
                "why": one.why,
                "at": one.at,
                "decision_id": one.decision_id,
            }
            for one in claim.corrections
        ],
    }
