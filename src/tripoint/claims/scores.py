"""How likely a claim is right in every slot: a literal table of named reasons, weights of a logistic regression.

`python evals/calibration.py` fits the weights on claims that were scored or read, and measures them on pages held back.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from tripoint.model import Modality, Party, PlaceSlot, Reason

BASE = -0.10
"""Log odds of a claim that no row speaks of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What the score looks at."""

    form: str
    agents: tuple[Party, ...]
    places: tuple[PlaceSlot, ...]
    modality: Modality
    shared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One reason: where `holds`, `weight` is added to the log odds, and a reader is told why."""

    name: str
    weight: float
    sentence: str
    holds: Callable[[Made], bool]


TABLE: tuple[Row, ...] = (
    Row(name="verb", weight=0.18, sentence="a verb tells it", holds=lambda made: made.form == "verb"),
    Row(name="compound", weight=0.28, sentence="a compound tells it", holds=lambda made: made.form == "held"),
    Row(
        name="not_a_fact",
        weight=-0.45,
        sentence="it is not told as a fact",
        holds=lambda made: made.modality is not Modality.HAPPENED,
    ),
    Row(name="agent", weight=0.39, sentence="its clause names who does it", holds=lambda made: bool(made.agents)),
    Row(name="place", weight=0.39, sentence="its clause names a place", holds=lambda made: bool(made.places)),
    Row(
        name="shared_subject",
        weight=-0.06,
        sentence="its subject is shared with another clause",
        holds=lambda made: made.shared,
    ),
)
"""What was tried and told nothing: a headline, a long sentence, another side, numbers, a voice that is quoted, several
places, an agent that no register holds."""


def score(made: Made) -> tuple[float, tuple[Reason, ...]]:
    """Return the likelihood in [0.05, 0.95] and the reasons behind it, each with its weight in log odds."""
    rows = [row for row in TABLE if row.holds(made)]
    likely = 1 / (1 + math.exp(-BASE - sum(row.weight for row in rows)))
    reasons = tuple(Reason(name=f"score.{row.name}", score=row.weight, sentence=row.sentence) for row in rows)
    return round(min(0.95, max(0.05, likely)), 3), reasons
