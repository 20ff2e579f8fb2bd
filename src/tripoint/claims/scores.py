"""How sure the rules are of a claim: a literal table of named reasons, added to a base."""

from __future__ import annotations

from dataclasses import dataclass

from tripoint.model import Absent, Modality, Party, PlaceSlot, Reason

BASE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What the score looks at."""

    form: str
    headline: bool
    length: int
    agents: tuple[Party, ...]
    others: tuple[Party, ...]
    places: tuple[PlaceSlot, ...]
    absent: tuple[Absent, ...]
    modality: Modality
    shared: bool


def _form(made: Made) -> Reason | None:
    if made.form == "verb":
        return Reason(name="score.verb", score=0.08, sentence="a verb tells it")
    if made.form == "held":
        return Reason(name="score.compound", score=0.1, sentence="a compound tells it")
    return None


def _filled(made: Made) -> Reason | None:
    filled = bool(made.agents) + bool(made.others) + bool(made.places)
    return Reason(
        name="score.filled", score=0.06 * filled - 0.08, sentence=f"{filled} of its sides and places are named"
    )


def _long(made: Made) -> Reason | None:
    if made.length > 45:
        return Reason(name="score.long_sentence", score=-0.12, sentence=f"its sentence has {made.length} words")
    return None


def _shared(made: Made) -> Reason | None:
    return (
        Reason(name="score.shared_subject", score=-0.05, sentence="its subject is shared with another clause")
        if made.shared
        else None
    )


def _headline(made: Made) -> Reason | None:
    return Reason(name="score.headline", score=-0.15, sentence="a headline tells it") if made.headline else None


def _described(made: Made) -> Reason | None:
    if made.agents and all(p.actor_id is None for p in made.agents):
        return Reason(name="score.unregistered", score=-0.04, sentence="no register holds its agent")
    return None


TABLE = (_form, _filled, _long, _shared, _headline, _described)


def score(made: Made) -> tuple[float, tuple[Reason, ...]]:
    """Return the score in [0.05, 0.95] and the reasons behind it."""
    reasons = tuple(reason for row in TABLE if (reason := row(made)) is not None)
    return round(min(0.95, max(0.05, BASE + sum(r.score for r in reasons))), 3), reasons
