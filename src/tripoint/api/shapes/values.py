"""Small values that several answers share. Offsets count Unicode code points of the document's text."""

from __future__ import annotations

from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict

T = TypeVar("T")


class Shape(BaseModel):
    """An object with these fields and no others."""

    model_config = ConfigDict(extra="forbid")


class Portion(Shape, Generic[T]):
    """A portion of a list: `next` goes into `cursor` for the one behind it; null at the end."""

    items: list[T]
    next: str | None
    total: int


class ErrorText(Shape):
    """What was wrong, in a sentence, and what to do."""

    code: str
    message: str
    hint: str


class ErrorAnswer(Shape):
    """The one shape of errors."""

    error: ErrorText


class Span(Shape):
    """A half-open stretch of a text."""

    start: int
    end: int


class Reason(Shape):
    """Why a judgement fell as it did; below 0 speaks against."""

    name: str
    score: float
    sentence: str


class Party(Span):
    """An actor in a role, with its words and those that name it where these do not."""

    name: str
    actor_id: str | None
    text: str
    kind: str | None
    country: str | None
    antecedent_start: int | None
    antecedent_end: int | None


class Place(Shape):
    """A place, with its words and role where it fills a slot, and the words that name it where these do not."""

    name: str
    place_id: str | None
    text: str | None
    start: int | None
    end: int | None
    role: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    geometry: dict[str, Any] | None
    country: str | None
    admin1: str | None
    precision: str
    antecedent_start: int | None
    antecedent_end: int | None


class Time(Shape):
    """When, as an inclusive interval of days, with the words it rests on."""

    start: str | None
    end: str | None
    precision: str
    partial: str | None
    text: str
    start_char: int | None
    end_char: int | None
    rule: str
    inferred: bool


class Dated(Shape):
    """A date with how it is known; `span` points into the page's text."""

    start: str | None
    end: str | None
    precision: str
    evidence: list[str]
    span: Span | None


class Amount(Span):
    """A number with its wording."""

    what: str
    low: float | None
    high: float | None
    unit: str
    of: str | None
    wording: str


class Voice(Span):
    """Who says it, inside the document."""

    name: str
    actor_id: str | None
    kind: str
    cue: str


class Evidence(Span):
    """The words of a claim."""

    text: str
    block: str


class Correction(Shape):
    """A field that a person put right, and what the machine had; how far that counts in what is shown."""

    field: str
    machine: str
    value: str
    who: str
    why: str
    at: str
    decision_id: str
    state: Literal["counts", "from the next build on", "taken back"]


class Absent(Shape):
    """A slot that stays empty, and why."""

    slot: str
    reason: str


class Context(Span):
    """The sentences around the evidence."""

    text: str


class Decision(Shape):
    """What a person decided; `claims` it means now, and how it stands."""

    id: str
    act: str
    subject: str
    other: str | None
    field: str | None
    value: str | None
    who: str
    why: str
    at: str
    claims: list[str]
    standing: str
    holds: bool


class MadeDecision(Shape):
    """A decision as it was just made."""

    id: str
    act: str
    subject: str
    other: str | None
    field: str | None
    value: str | None
    who: str
    why: str
    at: str


class TypeCount(Shape):
    """A claim type and how often it occurs."""

    type: str
    n: int
