"""Cases, sessions, search, the queue, exports and reports as they are answered."""

from __future__ import annotations

from typing import Literal

from tripoint.api.shapes.claims import EventField, EventRow, Verdict
from tripoint.api.shapes.values import Correction, Portion, Shape, Span


class Session(Shape):
    """Who is asking; `login` tells whether a password is asked for."""

    token: str
    user: str | None
    role: Literal["reader", "reviewer", "admin"] | None
    login: bool
    cases: list[str]


class Counts(Shape):
    """How many records of each kind a case holds."""

    pages: int
    documents: int
    comments: int
    claims: int
    events: int
    contradictions: int
    places: int
    actors: int
    sources: int
    failures: int


class CaseRow(Shape):
    """A case in the list; `problem` tells why it cannot be read."""

    case: str
    title: str
    built_at: str | None
    version: str | None
    counts: Counts | None
    problem: str | None


class CaseType(Shape):
    """A claim type that occurs."""

    type: str
    kind: Literal["event", "state"]
    events: int
    claims: int


class Interval(Shape):
    """From the first day to the last."""

    start: str | None
    end: str | None


class Word(Shape):
    """How a claim type is shown."""

    label: str
    group: str
    kind: Literal["event", "state"]
    meaning: str


class Building(Shape):
    """How far a build is; `of` is 0 where nobody knows."""

    stage: str
    done: int
    of: int


class BuildingAnswer(Shape):
    """The build at work."""

    building: Building | None


class CaseSheet(Shape):
    """A case at a glance."""

    case: str
    title: str
    built_at: str
    version: str
    counts: Counts
    types: list[CaseType]
    time: Interval
    bounds: list[float] | None
    vocabulary: dict[str, Word]
    modalities: list[str]
    building: Building | None


class Hit(Shape):
    """What a search found: `marked` are stretches of its text, each with whether it was asked for."""

    kind: Literal["claims", "documents"]
    id: str
    score: float
    title: str | None
    outlet: str | None
    published: str | None
    published_until: str | None
    known_by: str | None
    document_id: str
    type: str | None
    modality: str | None
    speakers: str | None
    marked: list[tuple[str, bool]]


class Making(Shape):
    """How many of the texts that are searched by meaning have a vector; `of` is 0 while they are being counted."""

    done: int
    of: int


class Found(Portion[Hit]):
    """A portion of what a search found; `making` tells by meaning how far the vectors are, null when all are made."""

    making: Making | None


class QueueItem(Shape):
    """What a person should look at; `value` grows with what hangs on it."""

    kind: Literal["contradiction", "control", "margin", "actor", "place"]
    id: str
    title: str
    why: str
    value: float
    claims: list[str]
    event_id: str | None


class Format(Shape):
    """A format of exports."""

    format: str
    gives: str


class Footnote(Shape):
    """A claim behind a report, with where its words stand."""

    number: int
    claim_id: str
    document_id: str
    text: str
    spans: list[Span]
    speakers: list[str]
    outlet: str | None
    headline: str | None
    published: str | None
    published_until: str | None
    known_by: str | None
    modality: str
    polarity: str
    decided: Verdict | None
    corrections: list[Correction]
    source: str
    sha256: str | None
    url: str | None
    captured_at: str | None


class ReportField(EventField):
    """A value of a field, with its footnotes."""

    notes: list[int]


class ReportOrigin(Shape):
    """One independent origin, with its footnotes."""

    why: str
    notes: list[int]
    outlets: list[str]


class ReportSide(Shape):
    """One side of a contradiction, with its footnotes."""

    value: str
    notes: list[int]


class ReportContradiction(Shape):
    """A contradiction in a report."""

    field: str
    why: str
    explained: str | None
    sides: list[ReportSide]


class ReportEvent(EventRow):
    """An event in a report."""

    origins: list[ReportOrigin]  # type: ignore[assignment]
    contradictions: list[ReportContradiction]  # type: ignore[assignment]
    origins_count: int | None
    notes: list[int]
    fields: list[ReportField]


class Report(Shape):
    """Some events in order of time, each claim behind them a footnote."""

    title: str
    built_at: str
    version: str
    caution: str
    events: list[ReportEvent]
    footnotes: list[Footnote]
