"""The fields of a claim that people can correct: of what kind each is, and what it says in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tripoint.model import AmountSlot, Aspect, Claim, Modality, Party, PlaceSlot, Polarity, Speaker, TimeValue
from tripoint.store.wording import amounts_text, joined

KINDS: dict[str, Any] = {
    "type": str,
    "aspect": Aspect,
    "modality": Modality,
    "polarity": Polarity,
    "hedged": bool,
    "agents": tuple[Party, ...],
    "targets": tuple[Party, ...],
    "recipients": tuple[Party, ...],
    "places": tuple[PlaceSlot, ...],
    "time": TimeValue | None,
    "said": TimeValue | None,
    "amounts": tuple[AmountSlot, ...],
    "status": str | None,
    "speakers": tuple[Speaker, ...],
}
"""The fields that can be corrected, each with the kind of its values: what they are typed, kept and worded as."""


def worded(claim: Claim, field: str) -> str:
    """Return what the field says, in words; `none` where it is empty."""
    kind = KINDS.get(field, str | None)  # a decision that was written by hand may name any field
    return _WORDED[kind](getattr(claim, field)) or "none"


def _days(value: TimeValue | None) -> str:
    if value is None:
        return ""
    if value.start is None and value.end is None:
        return value.partial or value.text or value.precision
    return value.start or "" if value.start == value.end else f"{value.start or '…'} to {value.end or '…'}"


_WORDED: dict[Any, Callable[[Any], str]] = {
    str: str,
    str | None: lambda value: "" if value is None else str(value),
    Aspect: lambda value: str(value.value),
    Modality: lambda value: str(value.value),
    Polarity: lambda value: str(value.value),
    bool: lambda value: "yes" if value else "no",
    tuple[Party, ...]: joined,
    tuple[Speaker, ...]: joined,
    tuple[PlaceSlot, ...]: lambda slots: "; ".join(f"{slot.role} {slot.place.name}" for slot in slots),
    TimeValue | None: _days,
    tuple[AmountSlot, ...]: amounts_text,
}
