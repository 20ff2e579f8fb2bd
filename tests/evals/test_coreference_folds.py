"""Weights that judge only topics that they did not see."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

import numpy as np
import pytest

from tests.events.make import claim, document
from tripoint.evals.coreference_folds import FOLDS, cross_fitted, fitted
from tripoint.evals.coreference_topic import Topic

WORDS = ("flood", "trial", "quake", "merger", "wedding", "fire", "goal", "launch", "storm", "strike")


def topic(number: int) -> Topic:
    """Return a topic of two texts that tell one happening twice, and use one word for two things."""
    found, name = Topic(), WORDS[number]
    for text in "ab":
        lines = (f"The {name} at Town{number} began.", f"The {name} went on.", "They came there.", "They came away.")
        made = document(f"{number}{text}", " ".join(lines))
        found.documents[made.document_id] = made
        at = 0
        for line, (word, cluster) in zip(lines, ((name, "1"), (name, "1"), ("come", "2"), ("come", text)), strict=True):
            key: Hashable = (made.document_id, at)
            told = claim(f"{number}{text}{at}", made.document_id, word, line, start=at)
            found.worded[told.claim_id] = replace(told, trigger_start=at + 4, trigger_end=at + 4 + len(word))
            found.worded_of[key] = told.claim_id
            found.gold[key] = (number, cluster)
            at += len(line) + 1
    return found


def topics() -> list[Topic]:
    return [topic(number) for number in range(2 * FOLDS)]


@pytest.mark.parametrize("fold", [0, 3])
def test_what_is_said_of_a_topic_does_not_come_from_its_own_gold(fold: int) -> None:
    given, other = topics(), topics()
    for one in other[fold::FOLDS]:
        one.gold = {mention: mention for mention in one.gold}
    found, again = cross_fitted(given), cross_fitted(other)
    assert found is not None and again is not None
    own, foreign = f"{fold}a", f"{(fold + 1) % FOLDS}a"
    assert found(own, own) == again(own, own)
    assert found(own, foreign) == found(foreign, own) == again(own, foreign)
    assert found(foreign, foreign) != again(foreign, foreign)


def test_too_few_topics_are_not_parted() -> None:
    assert cross_fitted(topics()[: FOLDS - 1]) is None


def test_topics_of_which_nothing_can_be_learned_give_no_weights() -> None:
    given = topics()
    for one in given:
        one.gold = {mention: mention for mention in one.gold}
    assert cross_fitted(given) is None


def test_weights_tell_what_the_rest_leaves_open() -> None:
    values = np.linspace(0, 1, 400)[:, None]
    same = (np.random.default_rng(3).random(400) < 1 / (1 + np.exp(4 - 8 * values[:, 0]))).astype(float)
    knots = (("x", (0.0, 1.0)),)
    alone, on_top = (fitted(values, same, rest, knots) for rest in (np.zeros(400), 2 + 0 * values[:, 0]))
    assert alone.score((1.0,)) == pytest.approx(4.0, abs=1.0) and alone.score((0.0,)) == pytest.approx(-4.0, abs=1.0)
    assert on_top.start == pytest.approx(alone.start - 2, abs=0.05)
