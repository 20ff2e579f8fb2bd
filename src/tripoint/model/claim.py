"""A claim is one source saying one thing, every slot bound to its words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tripoint.model.page import BlockRole
from tripoint.model.values import AmountValue, PlaceValue, Reason, TimeValue


class ClaimKind(StrEnum):
    """An event happens; a state is true over an interval."""

    EVENT = "event"
    STATE = "state"


class Aspect(StrEnum):
    """Where in its course the happening stands."""

    BEGUN = "begun"
    ONGOING = "ongoing"
    COMPLETED = "completed"
    NONE = "none"


class Modality(StrEnum):
    """Whether it is told as fact. *Reportedly* stays `happened`, with an unnamed speaker and `hedged`."""

    HAPPENED = "happened"
    PLANNED = "planned"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    UNCONFIRMED = "unconfirmed"


class Polarity(StrEnum):
    """Whether the source affirms or denies it."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who fills a role. `text` is as written at [start, end) of the document, `name` canonical.

    `antecedent_start`, `antecedent_end`: the words that name it when `text` is a pronoun or definite phrase.
    """

    name: str
    actor_id: str | None
    text: str
    start: int
    end: int
    kind: str | None = None
    country: str | None = None
    antecedent_start: int | None = None
    antecedent_end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSlot:
    """A named place of the claim and its role: at, from, to, between, near, toward, along, in_area, north_of, ...

    `antecedent_start`, `antecedent_end`: the words that name it when `text` is a definite phrase (*the town*).
    """

    place: PlaceValue
    role: str
    text: str
    start: int
    end: int
    antecedent_start: int | None = None
    antecedent_end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountSlot:
    """A number of the claim, with its words."""

    amount: AmountValue
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A voice inside the document, never its outlet. `kind`: person, body, relay or unnamed (`unnamed:experts`).

    `cue` is the word that attributes (*said*, *according to*); [start, end) spans the voice's words.
    """

    name: str
    actor_id: str | None
    kind: str
    cue: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words of the claim: `document.text[start:end] == text`, always."""

    start: int
    end: int
    text: str
    block: BlockRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """A slot that stays empty, and why: `not told`, `unsafe binding`, `needs a publication date`, ..."""

    slot: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A projection into a codebook (plover, cameo, acled), or None with the reason why there is none."""

    book: str
    code: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A field that a person put right: what the machine had made of it and what it is now, in words; who, why, when.

    `decision_id` names the decision; `at` is ISO 8601 in UTC.
    """

    field: str
    machine: str
    value: str
    who: str
    why: str
    at: str
    decision_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One source saying one thing. `speakers` innermost first; empty when the outlet speaks in its own voice.

    `trigger_start`, `trigger_end`: the word that tells the act. `content_of`: the claim_id of the speech act whose
    content this is. `comment_id`: set when it comes from a comment (never exported with the article's).
    `score` in [0, 1]. `reasons`: which rules spoke, in sentences. `framing`: loaded words the source used.
    `corrections`: what a person put right in it; the machine's own record has none.
    """

    claim_id: str
    document_id: str
    source: str
    part: int
    kind: ClaimKind
    type: str
    aspect: Aspect
    modality: Modality
    polarity: Polarity
    hedged: bool
    agents: tuple[Party, ...]
    targets: tuple[Party, ...]
    recipients: tuple[Party, ...]
    places: tuple[PlaceSlot, ...]
    time: TimeValue | None
    said: TimeValue | None
    amounts: tuple[AmountSlot, ...]
    status: str | None
    speakers: tuple[Speaker, ...]
    evidence: tuple[Evidence, ...]
    trigger_start: int
    trigger_end: int
    absent: tuple[Absent, ...]
    score: float
    producer: str
    reasons: tuple[Reason, ...]
    codes: tuple[Code, ...] = ()
    framing: tuple[str, ...] = ()
    content_of: str | None = None
    comment_id: str | None = None
    corrections: tuple[Correction, ...] = ()
