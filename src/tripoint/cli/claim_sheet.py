"""A claim on paper: its sentence with the words of each slot marked, and all that is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripoint.cli.terminal import Marked, Paper, Piece, safe
from tripoint.store.wording import amount_text

if TYPE_CHECKING:
    from tripoint.model import Claim, Document, Party, PlaceSlot, TimeValue

_STYLES = {
    "act": "bold underline",
    "agent": "green underline",
    "target": "red underline",
    "recipient": "magenta underline",
    "place": "blue underline",
    "time": "yellow underline",
    "said": "yellow",
    "speaker": "cyan underline",
    "amount": "bright_yellow underline",
}


def describe(claim: Claim, doc: Document | None, paper: Paper) -> None:
    """Write the claim: sentence, source, voices, slots, empty slots with reasons, codes, rules."""
    hedged = " · hedged" if claim.hedged else ""
    paper.line(
        Marked(claim.claim_id, "", "cyan"),
        f"  {claim.type} · {claim.aspect.value} · {claim.modality.value} · {claim.polarity.value}{hedged}"
        f" · score {claim.score:.2f}",
    )
    paper.line("“", *quoted(claim, doc), "”", indent=2)
    outlet = "outlet not told" if doc is None or doc.outlet is None else doc.outlet
    paper.line(f"in: {safe(outlet)}, {safe(claim.source)}, article {claim.part} ({claim.document_id})", indent=2)
    if claim.speakers:
        chain = " < ".join(f"{safe(voice.name)} ({voice.kind}, “{safe(voice.cue)}”)" for voice in claim.speakers)
        paper.line(f"said by: {chain}", indent=2)
    else:
        paper.line("said by: the outlet itself", indent=2)
    for role, parties in (("agent", claim.agents), ("target", claim.targets), ("recipient", claim.recipients)):
        for party in parties:
            known = party.actor_id or "in no register"
            words = f"“{safe(party.text)}”{_named_by(party, doc)}"
            paper.line(f"{role}: {safe(party.name)} ({known}) from {words}", indent=2)
    for slot in claim.places:
        place = slot.place
        at = "not located" if place.lat is None else f"{place.lat:.3f}, {place.lon:.3f} ± {place.radius_km or 0:g} km"
        where = f"{safe(place.name)} ({place.place_id or 'in no gazetteer'}; {at})"
        paper.line(f"place: {slot.role} {where}{_named_by(slot, doc)}", indent=2)
    _time("time", claim.time, paper)
    _time("said on", claim.said, paper)
    for number in claim.amounts:
        value = number.amount
        of = f" of {safe(value.of)}" if value.of else ""
        bounds = _low_high(value.low, value.high)
        paper.line(f"amount ({value.what}): {safe(amount_text(value))}{of} ({bounds})", indent=2)
    if claim.status is not None:
        paper.line(f"status: {safe(claim.status)}", indent=2)
    for made in claim.corrections:
        told = f"{made.field} is {safe(made.value)}, was {safe(made.machine)}; by {safe(made.who)}: {safe(made.why)}"
        paper.line(Marked(f"corrected: {told}", "", "bold"), indent=2)
    for absent in claim.absent:
        paper.line(f"empty: {absent.slot} ({safe(absent.reason)})", indent=2)
    for code in claim.codes:
        paper.line(f"{code.book}: {safe(code.code or 'none')} ({safe(code.reason)})", indent=2)
    for reason in claim.reasons:
        if reason.name == "correction":
            continue
        paper.line(f"why: {safe(reason.sentence)}", indent=2)


def quoted(claim: Claim, doc: Document | None) -> list[Piece]:
    """Return the evidence with the words of each slot marked."""
    marks = _marks(claim)
    pieces: list[Piece] = []
    for number, span in enumerate(claim.evidence):
        if number:
            pieces.append(" … ")
        at = span.start
        for start, end, label in marks:
            if start < at or end > span.end:
                continue
            pieces.append(_tidy(span.text[at - span.start : start - span.start]))
            pieces.append(Marked(_tidy(span.text[start - span.start : end - span.start]), label, _STYLES[label]))
            at = end
        pieces.append(_tidy(span.text[at - span.start :]))
    return pieces


def _marks(claim: Claim) -> list[tuple[int, int, str]]:
    """Words of slots in reading order; of two that overlap, the one that begins first and is shorter."""
    found = [(claim.trigger_start, claim.trigger_end, "act")]
    for role, parties in (("agent", claim.agents), ("target", claim.targets), ("recipient", claim.recipients)):
        found += [(party.start, party.end, role) for party in parties]
    found += [(slot.start, slot.end, "place") for slot in claim.places]
    found += [(number.start, number.end, "amount") for number in claim.amounts]
    found += [(voice.start, voice.end, "speaker") for voice in claim.speakers]
    for label, value in (("time", claim.time), ("said", claim.said)):
        if value is not None and value.start_char is not None and value.end_char is not None:
            found.append((value.start_char, value.end_char, label))
    return sorted(mark for mark in found if mark[0] < mark[1])


def _tidy(text: str) -> str:
    """Return `safe(text)` with the blanks at its borders kept as one."""
    if not text.strip():
        return " " if text else ""
    before = " " if text[0].isspace() else ""
    after = " " if text[-1].isspace() else ""
    return before + safe(text) + after


def _time(label: str, value: TimeValue | None, paper: Paper) -> None:
    if value is None:
        return
    days = value.start if value.start == value.end else f"{value.start or '…'} to {value.end or '…'}"
    told = days or value.partial or "unresolved"
    known = [value.precision, value.rule]
    if days and value.partial:
        known.append(f"told as {value.partial}")
    if value.inferred:
        known.append("taken from its event")
    paper.line(f"{label}: {told} ({', '.join(filter(None, known))}) from “{safe(value.text)}”", indent=2)


def _named_by(slot: Party | PlaceSlot, doc: Document | None) -> str:
    """Return the earlier words that name who or what fills a slot, where its own words do not."""
    if slot.antecedent_start is None or doc is None:
        return ""
    return f", which is “{safe(doc.text[slot.antecedent_start : slot.antecedent_end])}”"


def _low_high(low: float | None, high: float | None) -> str:
    return f"{'?' if low is None else f'{low:g}'} to {'?' if high is None else f'{high:g}'}"
