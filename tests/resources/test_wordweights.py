"""Fitted weights of words: curves that a reader can follow."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tripoint.errors import ResourceError
from tripoint.events.wordevidence import BETWEEN, WITHIN
from tripoint.resources.wordweights import Curve, WordWeights, fitted_on, read_weights, word_weights


@pytest.mark.parametrize(
    ("value", "score"), [(-1.0, 0.0), (0.0, 0.0), (1.0, 0.5), (2.0, 1.0), (3.0, -1.0), (9.0, -3.0)]
)
def test_a_curve_runs_straight_between_its_knots_and_level_outside(value: float, score: float) -> None:
    assert Curve("x", (0.0, 2.0, 4.0), (0.0, 1.0, -3.0)).at(value) == score


def test_the_shipped_weights_have_a_curve_for_each_piece_of_evidence() -> None:
    for part, knots in zip(word_weights(), (WITHIN, BETWEEN), strict=True):
        assert [(curve.name, curve.knots) for curve in part.curves] == list(knots)


def test_weights_are_read_as_they_were_written() -> None:
    assert WordWeights.of(json.loads(json.dumps(word_weights().told()))) == word_weights()


def test_it_is_told_which_documents_the_weights_were_fitted_on() -> None:
    assert len(fitted_on()) > 700


@pytest.mark.parametrize("held", [None, "", "[]", '{"one text": {}}'])
def test_missing_or_damaged_weights_say_what_to_do(tmp_path: Path, held: str | None) -> None:
    path = tmp_path / "weights.json"
    if held is not None:
        path.write_text(held, encoding="utf-8")
    with pytest.raises(ResourceError, match="reinstall tripoint"):
        read_weights(path)
