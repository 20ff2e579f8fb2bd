"""Links judge pairs of claims; events are what claims and links say together, recomputable at any time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tripoint.model.claim import AmountSlot, Code, Party
from tripoint.model.values import PlaceValue, Reason, TimeValue


class Verdict(StrEnum):
    """Whether two claims tell one happening."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A judgement on two claims (`claim_a` < `claim_b`), append-only. `by`: a part's name, or `person:NAME`.

    A person's link outranks a rule's.
    """

    claim_a: str
    claim_b: str
    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventField:
    """One field of an event: the value shown, and every competing value with the claims behind it."""

    field: str
    value: str
    claims: tuple[str, ...]
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Claims on one happening, or on one state, with a merged view. `parts`: ids of its sub-events.

    `amounts` hold low, best and high as AmountSlots (best has the most independent origins, never the mean).
    """

    event_id: str
    type: str
    label: str
    time: TimeValue | None
    place: PlaceValue | None
    agents: tuple[Party, ...]
    targets: tuple[Party, ...]
    amounts: tuple[AmountSlot, ...]
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    fields: tuple[EventField, ...]
    codes: tuple[Code, ...] = ()
    parts: tuple[str, ...] = ()
