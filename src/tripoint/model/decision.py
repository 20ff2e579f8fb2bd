"""Decisions are a person's: the only records that cannot be recomputed, never overwritten."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """`act` (accept, reject, correct, merge, split, undo) on `subject` (an id). `value`: JSON of what was set.

    `other` is the second claim or event of a merge or split. `at` is ISO 8601 in UTC.
    """

    decision_id: str
    act: str
    subject: str
    other: str | None
    value: str | None
    who: str
    why: str
    at: str
