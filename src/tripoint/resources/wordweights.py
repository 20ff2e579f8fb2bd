"""What the evidence of words weighs: curves fitted on ECB+, for claims of one text and of two.

`train/wording.py` fits them, and `resources/models/wording` holds them with their card.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from tripoint.errors import ResourceError
from tripoint.resources.files import resource

FOLDER = "models/wording"


class Curve(NamedTuple):
    """What one piece of evidence weighs: straight lines between knots, level outside of them."""

    name: str
    knots: tuple[float, ...]
    scores: tuple[float, ...]

    def at(self, value: float) -> float:
        """Return what a value weighs."""
        right = bisect_right(self.knots, value)
        if right == 0:
            return self.scores[0]
        if right == len(self.knots):
            return self.scores[-1]
        low, high = self.knots[right - 1], self.knots[right]
        part = (value - low) / (high - low)
        return self.scores[right - 1] + part * (self.scores[right] - self.scores[right - 1])


class Weights(NamedTuple):
    """What a pair of claims weighs before its evidence is looked at, and a curve for each piece of it, in order."""

    start: float
    curves: tuple[Curve, ...]

    def score(self, evidence: Sequence[float]) -> float:
        """Return what some evidence weighs together, in log odds."""
        return self.start + sum(curve.at(value) for curve, value in zip(self.curves, evidence, strict=True))


class WordWeights(NamedTuple):
    """Weights for claims of one text, and for claims of two."""

    within: Weights
    between: Weights

    def told(self) -> dict[str, Any]:
        """Return them as JSON has them."""
        return {name: _told(weights) for name, weights in zip(("one text", "two texts"), self, strict=True)}

    @staticmethod
    def of(told: Mapping[str, Any]) -> WordWeights:
        """Return the weights that JSON tells of."""
        return WordWeights(*(_of(told[name]) for name in ("one text", "two texts")))


def _told(weights: Weights) -> dict[str, Any]:
    curves = {c.name: [list(point) for point in zip(c.knots, c.scores, strict=True)] for c in weights.curves}
    return {"start": weights.start, **curves}


def _of(told: Mapping[str, Any]) -> Weights:
    curves = (
        Curve(name, tuple(knot for knot, _ in points), tuple(score for _, score in points))
        for name, points in told.items()
        if name != "start"
    )
    return Weights(told["start"], tuple(curves))


def read_weights(path: Path) -> WordWeights:
    """Return the weights in a file; raises ResourceError when it is missing or holds none."""
    try:
        return WordWeights.of(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise ResourceError(f"{path} is missing; reinstall tripoint") from error
    except (ValueError, KeyError, TypeError) as error:
        raise ResourceError(f"{path} is damaged ({error}); reinstall tripoint") from error


@lru_cache(maxsize=1)
def word_weights() -> WordWeights:
    """Return the weights that tripoint ships."""
    return read_weights(resource(FOLDER) / "weights.json")


@lru_cache(maxsize=1)
def fitted_on() -> frozenset[str]:
    """Return the marks of the documents that the shipped weights were fitted on."""
    return frozenset((resource(FOLDER) / "seen.txt").read_text(encoding="ascii").split())
