"""Proposals: what a large language model suggests beside the claims. Never a claim, never linked, never counted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedSlot:
    """Words that the model put into a slot, at [start, end) of the document."""

    slot: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedSlot:
    """Words that the model put into a slot and that the sentence does not hold, and why they were dropped."""

    slot: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One suggestion: an act of a known type that a sentence is said to tell.

    [start, end) is the sentence in the document; `slots` begin with the trigger and stand verbatim in it. `modality`
    and `polarity` are the model's word alone. `model` made it, `question` is the digest of what it was asked.
    """

    proposal_id: str
    document_id: str
    type: str
    modality: str
    polarity: str
    start: int
    end: int
    slots: tuple[ProposedSlot, ...]
    dropped: tuple[DroppedSlot, ...]
    model: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One passage put to a model: when, what came of it (`answered`, `refused`, `unreadable`) and what it cost.

    `told` counts what the answer held, `kept` how many of these stand in the words of the passage.
    """

    document_id: str
    start: int
    end: int
    model: str
    question: str
    at: str
    outcome: str
    prompt_tokens: int
    completion_tokens: int
    told: int
    kept: int
    detail: str | None = None
