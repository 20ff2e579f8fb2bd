"""Places, actors, sources, contradictions and control as they are answered."""

from __future__ import annotations

from pydantic import Field

from tripoint.api.shapes.claims import ClaimCard, EventRow
from tripoint.api.shapes.documents import DocumentRow
from tripoint.api.shapes.values import Portion, Reason, Shape, TypeCount


class PlaceHead(Shape):
    """What is known of a place."""

    id: str
    name: str
    country: str | None
    admin1: str | None
    precision: str
    lat: float | None
    lon: float | None
    radius_km: float | None
    claims: int
    since: str | None
    until: str | None


class PlaceRow(PlaceHead):
    """A place in a list."""

    events: int


class ControlRow(Shape):
    """Who held a place (`status` null), or in what state it was (`holder` null), over days."""

    id: str
    place_id: str
    place: str
    holder_id: str | None
    holder: str | None
    status: str | None
    start: str | None
    end: str | None
    basis: str
    claims: list[str]
    last_evidence: str | None
    reasons: list[Reason]
    known_since: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    wide: bool


class PlaceSheet(PlaceHead):
    """A place: who held it, in what state it was, and what happened there (the first events, and how many in all)."""

    written: list[str]
    types: list[TypeCount]
    control: list[ControlRow]
    statuses: list[ControlRow]
    events: list[EventRow]
    events_total: int


class ActorRow(Shape):
    """An actor in a list."""

    id: str
    name: str
    claims: int
    as_agent: int
    as_target: int
    as_recipient: int
    as_speaker: int
    since: str | None
    until: str | None


class Month(Shape):
    """How often an actor acts, is acted upon and speaks in a month."""

    month: str
    agent: int
    target: int
    recipient: int
    speaker: int


class Companion(Shape):
    """An actor that stands in the same claims."""

    id: str
    name: str
    n: int


class ActorSheet(ActorRow):
    """An actor: its roles over time, with whom it stands in claims, and its events."""

    written: list[str]
    activity: list[Month]
    types: list[TypeCount]
    with_: list[Companion] = Field(alias="with")
    events: list[EventRow]
    events_total: int


class Tallied(Shape):
    """A name and how often it was counted."""

    name: str
    count: int


class Framing(Shape):
    """The loaded words a source uses for one party."""

    party: str
    words: list[Tallied]


class SourceRow(Shape):
    """A source in a list."""

    id: str
    kind: str
    name: str
    documents: int
    claims: int
    events: int
    alone: int
    joined: int
    contradicted_by: str
    only_apparent: int
    words_used: str
    copies: str


class SaidClaim(Shape):
    """A claim of one side, in its words."""

    id: str
    text: str
    speakers: str
    outlet: str | None
    document_id: str
    modality: str
    polarity: str


class LedgerSide(Shape):
    """One side of a contradiction."""

    value: str
    claims: list[SaidClaim]


class LedgerRow(Shape):
    """A contradiction with both its sides."""

    id: str
    field: str
    why: str
    explained: str | None
    event_id: str
    event: str | None
    since: str | None
    until: str | None
    place: str | None
    sides: list[LedgerSide]


class Ledger(Portion[LedgerRow]):
    """A portion of the contradictions; `fields` counts those of all events that answer, by what they are about."""

    fields: dict[str, int]


class SideSheet(LedgerSide):
    """One side of a contradiction, with whole claims."""

    cards: list[ClaimCard]


class ContradictionSheet(Shape):
    """A contradiction with whole claims."""

    id: str
    field: str
    why: str
    explained: str | None
    event_id: str
    event: str | None
    since: str | None
    until: str | None
    place: str | None
    sides: list[SideSheet]


class SourceSheet(Shape):
    """A source: its profile, its claims and documents (the first of them), and the contradictions it stands in."""

    id: str
    source_id: str
    name: str
    kind: str
    documents: int
    claims: int
    events: int
    alone: int
    joined: int
    contradicted: list[Tallied]
    explained: int
    framing: list[Framing]
    copies: list[Tallied]
    claims_total: int
    told: list[ClaimCard]
    contradictions: list[LedgerRow]
    documents_list: list[DocumentRow]
