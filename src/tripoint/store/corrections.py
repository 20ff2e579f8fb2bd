"""Claims as people put them right: the corrected fields, the codes that follow from them, and what the machine had."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from tripoint.claims.codes import codes, refused
from tripoint.claims.eligibility import FATAL, ucdp
from tripoint.events import Change
from tripoint.model import (
    Absent,
    AmountSlot,
    Claim,
    Code,
    Correction,
    Decision,
    Party,
    PlaceSlot,
    Reason,
    Speaker,
    TimeValue,
)
from tripoint.resources.claims import claim_types
from tripoint.store.correctable import KINDS, worded
from tripoint.store.wording import number_text

Corrections = Mapping[str, Sequence[tuple[Decision, Change]]]
"""What people set, by claim."""

_SLOTS = ("agents", "targets", "recipients", "places", "time", "amounts", "status")


def corrected(claim: Claim, made: Sequence[tuple[Decision, Change]]) -> Claim:
    """Return the claim with what people set in it; what can no longer be read is left as the machine has it."""
    now = claim
    told: list[Correction] = []
    for decision, change in made:
        try:
            value = msgspec.convert(change.value, type=KINDS[change.field])
        except (msgspec.ValidationError, KeyError):
            continue
        if change.field == "type" and value not in claim_types():
            continue
        before = worded(claim, change.field)
        now = replace(now, **{change.field: _bound(claim, value)})
        told.append(
            Correction(
                field=change.field,
                machine=before,
                value=worded(now, change.field),
                who=decision.who,
                why=decision.why,
                at=decision.at,
                decision_id=decision.decision_id,
            )
        )
    if not told:
        return claim
    by_field = {one.field: one for one in told}
    return replace(
        now,
        kind=claim_types()[now.type].kind,
        absent=_absent(now, by_field),
        codes=_codes(now),
        reasons=(*claim.reasons, *map(_reason, told)),
        corrections=tuple(told),
    )


def _bound(claim: Claim, value: Any) -> Any:
    """Return the value with its words where the claim's evidence has them, and without words where it has not."""
    if isinstance(value, tuple):
        return tuple(_slot(claim, one) for one in value)
    if isinstance(value, TimeValue):
        span = _find(claim, value.text)
        start, end = (None, None) if span is None else span
        return replace(value, text=value.text if span is not None else "", start_char=start, end_char=end)
    return value


def _slot(claim: Claim, slot: Party | PlaceSlot | Speaker | AmountSlot) -> Party | PlaceSlot | Speaker | AmountSlot:
    if isinstance(slot, AmountSlot):
        span = _find(claim, number_text(slot.amount.high if slot.amount.low is None else slot.amount.low))
    else:
        span = _find(claim, slot.name if isinstance(slot, Speaker) else slot.text)
    start, end = (claim.trigger_start, claim.trigger_start) if span is None else span
    if span is None and isinstance(slot, Party | PlaceSlot):
        return replace(slot, start=start, end=end, text="")
    return replace(slot, start=start, end=end)


def _find(claim: Claim, words: str) -> tuple[int, int] | None:
    for evidence in claim.evidence if words else ():
        found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", evidence.text)
        if found is not None:
            return evidence.start + found.start(), evidence.start + found.end()
    return None


def _absent(claim: Claim, by_field: Mapping[str, Correction]) -> tuple[Absent, ...]:
    """Return why slots are empty: a person emptied it, or what the machine said of those that still are."""
    kept = [one for one in claim.absent if one.slot not in by_field]
    emptied = [
        Absent(slot=field, reason=f"{one.who} decided: {one.why}")
        for field, one in by_field.items()
        if field in _SLOTS and one.value == "none"
    ]
    return (*kept, *emptied)


def _reason(made: Correction) -> Reason:
    told = f"{made.who} corrected {made.field} from {made.machine} to {made.value}: {made.why}"
    return Reason(name="correction", score=1.0, sentence=told)


def _codes(claim: Claim) -> tuple[Code, ...]:
    type_ = claim_types()[claim.type]
    return (
        *codes(type_, modality=claim.modality, polarity=claim.polarity, agents=claim.agents, targets=claim.targets),
        refused("ucdp", type_, claim.modality, claim.polarity)
        or ucdp(
            type_.id,
            _verb(claim),
            agents=claim.agents,
            others=(*claim.targets, *claim.recipients),
            amounts=claim.amounts,
            places=claim.places,
            time=claim.time,
        ),
    )


def _verb(claim: Claim) -> str:
    """Return the verb of a death that the trigger is a form of, else the trigger itself."""
    for evidence in claim.evidence:
        if evidence.start <= claim.trigger_start and claim.trigger_end <= evidence.end:
            word = evidence.text[claim.trigger_start - evidence.start : claim.trigger_end - evidence.start].lower()
            stems = (word, *(word.removesuffix(ending) for ending in ("s", "es", "d", "ed", "ing")))
            return next((stem for stem in stems if stem in FATAL), word)
    return ""
