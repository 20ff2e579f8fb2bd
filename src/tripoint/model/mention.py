"""Mentions are where a text names something; readings are what each mention may mean. Two records, on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tripoint.model.values import AmountValue, PlaceValue, Reason, TimeValue


class MentionKind(StrEnum):
    """What kind of thing is named."""

    ACTOR = "actor"
    PERSON = "person"
    PLACE = "place"
    TIME = "time"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of a document's text that names something. `head_start`, `head_end`: its head word.

    `producer` names the part that found it. `generic` marks a group without a name (*local residents, troops*).
    """

    mention_id: str
    document_id: str
    kind: MentionKind
    start: int
    end: int
    head_start: int
    head_end: int
    text: str
    producer: str
    generic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One candidate meaning of a mention; rejected candidates stay, with `chosen` False.

    `candidate_id` is the actor's or place's id, None for a name that no register holds.
    `actor_kind`: army, militia, government, ... as in resources/actors. `framing`: loaded words that were used.
    `antecedent_start`, `antecedent_end`: the earlier words that a pronoun or definite phrase stands for.
    """

    mention_id: str
    candidate_id: str | None
    name: str
    score: float
    chosen: bool
    reasons: tuple[Reason, ...]
    actor_kind: str | None = None
    actor_country: str | None = None
    framing: tuple[str, ...] = ()
    place: PlaceValue | None = None
    time: TimeValue | None = None
    amount: AmountValue | None = None
    antecedent_start: int | None = None
    antecedent_end: int | None = None
