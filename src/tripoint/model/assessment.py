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
    """Two sides that cannot both be right. `field`: occurred, actor, responsibility, target, place, time, amount:...,
    extent, speaker, holder, status, stance.

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallied:
    """A name and how often it was counted."""

    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Framing:
    """The loaded words that a source uses for one party, most frequent first; `party` is its canonical name."""

    party: str
    words: tuple[Tallied, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceProfile:
    """What one source did in this case: an outlet in its own voice, or a named voice wherever it was quoted.

    `events` it tells of: `alone`, where no independent origin tells the same, or `joined`. `contradicted`: the sources
    on the other side of its open contradictions, `explained` the number of those that are only apparent. `copies`: the
    outlets whose text it repeats. Counts of this case, never a grade: loaded words lower nothing.
    """

    source_id: str
    name: str
    kind: str
    documents: int
    claims: int
    events: int
    alone: int
    joined: int
    contradicted: tuple[Tallied, ...]
    explained: int
    framing: tuple[Framing, ...]
    copies: tuple[Tallied, ...]
