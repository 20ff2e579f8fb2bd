"""Claims and events as they are answered."""

from __future__ import annotations

from typing import Any, Literal

from tripoint.api.shapes.values import (
    Absent,
    Amount,
    Context,
    Correction,
    Decision,
    Evidence,
    Party,
    Place,
    Reason,
    Shape,
    Span,
    Time,
    Voice,
)

Verdict = Literal["accepted", "rejected", "unsure"]


class ClaimCard(Shape):
    """A claim with all of its slots, its outlet and day, and the sentences around it."""

    claim_id: str
    document_id: str
    source: str
    part: int
    kind: Literal["event", "state"]
    type: str
    aspect: str
    modality: str
    polarity: str
    hedged: bool
    agents: list[Party]
    targets: list[Party]
    recipients: list[Party]
    places: list[Place]
    time: Time | None
    said: Time | None
    amounts: list[Amount]
    status: str | None
    speakers: list[Voice]
    evidence: list[Evidence]
    score: float
    producer: str
    codes: dict[str, str | None]
    reasons: list[Reason]
    code_reasons: dict[str, str]
    absent: list[Absent]
    trigger: Span
    framing: list[str]
    content_of: str | None
    comment_id: str | None
    corrections: list[Correction]
    outlet: str | None
    headline: str | None
    published: str | None
    published_until: str | None
    known_by: str | None
    event_id: str | None
    decided: Verdict | None
    context: Context


class ClaimSheet(ClaimCard):
    """A claim with what was decided on it."""

    decisions: list[Decision]


class EventRow(Shape):
    """An event in a list; `row` is its place in the order of time."""

    id: str
    row: int
    label: str
    type: str
    since: str | None
    until: str | None
    place: str | None
    place_id: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    agents: str
    targets: str
    amounts: str
    claims: int
    documents: int
    origins: int | None
    adverse_origins: int | None
    contradictions: int | None
    credibility: int | None
    decided: Verdict | None


class PointColumns(Shape):
    """Columns of equal length, one entry per event in order of time; days count from 1970-01-01.

    `type` points into `types`; `geometry` holds GeoJSON by row, of what is no point.
    """

    types: list[str]
    row: list[int]
    type: list[int]
    lat: list[float | None]
    lon: list[float | None]
    radius: list[float | None]
    geometry: dict[str, dict[str, Any]]
    since: list[int | None]
    until: list[int | None]
    origins: list[int]
    contested: list[int]
    claims: list[int]


class OriginGroup(Shape):
    """Claims that are not independent of each other, and why."""

    claims: list[str]
    why: str
    outlets: list[str]


class Side(Shape):
    """One side of a contradiction."""

    value: str
    claims: list[str]


class EventContradiction(Shape):
    """A contradiction of an event."""

    id: str
    contradiction_id: str
    field: str
    sides: list[Side]
    why: str
    explained: str | None


class EventField(Shape):
    """A value of one field of an event, with the claims behind it."""

    field: str
    value: str
    claims: list[str]
    shown: bool


class Link(Shape):
    """A judgement on two claims."""

    a: str
    b: str
    verdict: str
    score: float
    reasons: list[Reason]
    by: str


class EventSheet(Shape):
    """An event with all that stands behind it and against it.

    `elsewhere` are the claims of other events that its contradictions name.
    """

    event_id: str
    row: int
    type: str
    label: str
    time: Time | None
    place: Place | None
    agents: list[Party]
    targets: list[Party]
    amounts: list[Amount]
    claims: list[ClaimCard]
    elsewhere: list[ClaimCard]
    documents: list[str]
    origins: list[OriginGroup]
    contradictions: list[EventContradiction]
    credibility: int | None
    codes: dict[str, str | None]
    code_reasons: dict[str, str]
    adverse_origins: int | None
    reasons: list[Reason]
    fields: list[EventField]
    parts: list[EventRow]
    part_of: str | None
    links: list[Link]
    decided: Verdict | None
    decisions: list[Decision]
    near: list[EventRow]
