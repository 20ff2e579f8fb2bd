"""Decisions are a person's: the only records that cannot be recomputed, never overwritten."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """`act` (merge or same, split or different, accept, reject, unsure, correct, undo) on `subject` (an id).

    `other` is the second claim or event where there is one. `value` is JSON of what was set: for claims and events
    `{"a": [claim ids], "b": [claim ids], "anchors": {...}}` with the words of each claim, by which it is found again;
    for a correction also `field`, `told` (the value in a person's words) and `value` (as it was read).
    `at` is ISO 8601 in UTC.
    """

    decision_id: str
    act: str
    subject: str
    other: str | None
    value: str | None
    who: str
    why: str
    at: str
