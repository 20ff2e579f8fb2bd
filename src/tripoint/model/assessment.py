"""Assessments: how many independent origins stand behind an event, who contradicts whom, who held what and when."""

from __future__ import annotations

from dataclasses import dataclass

from tripoint.model.values import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Claims that are not independent of each other (one statement, one text, one voice), and why."""

    claims: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a contradiction: the value and the claims that hold it."""

    value: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two sides that cannot both be right. `field`: occurred, actor, target, place, time, amount, holder, status.

    `explained`: why it may be only apparent (a change over time, another part, an update), else None.
    """

    contradiction_id: str
    event_id: str
    field: str
    sides: tuple[Side, ...]
    why: str
    explained: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What stands behind an event. Nothing is ever `confirmed`: it is claimed by so many independent origins.

    `credibility` is the Admiralty scale for information, 1 (best) to 6 (cannot be judged), with its arithmetic.
    """

    event_id: str
    origins: tuple[Origin, ...]
    adverse_origins: int
    contradictions: tuple[str, ...]
    credibility: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlSpan:
    """Who held a place (`status` None), or in what state it was (`holder` None), over an inclusive interval of days.

    `basis`: assessed, claimed_by_gainer, admitted_by_loser, reported, denied. `last_evidence`: day of the last claim.
    `known_since`: the day on which it was first told, so that *as known on a day* can be asked.
    """

    span_id: str
    place_id: str
    place: str
    holder_id: str | None
    holder: str | None
    status: str | None
    start: str | None
    end: str | None
    basis: str
    claims: tuple[str, ...]
    last_evidence: str | None
    reasons: tuple[Reason, ...]
    known_since: str | None = None
