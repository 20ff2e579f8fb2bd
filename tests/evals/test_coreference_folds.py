"""A table that is scored on topics it did not see."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from itertools import groupby

import pytest

from tests.events.make import claim, document
from tripoint.evals.coreference_folds import FOLDS, held_out
from tripoint.evals.coreference_topic import Topic

WORDS = ("flood", "trial", "quake", "merger", "wedding", "fire", "goal", "launch", "storm", "strike")


def topic(number: int) -> Topic:
    """Return a topic of two texts, each of which tells one happening twice and another once."""
    found, name = Topic(), WORDS[number]
    for text in "ab":
        words = f"The {name} at Town{number} began on Day{number}. The {name}s went on. They hailed the {name}."
        made = document(f"{number}{text}", words)
        found.documents[made.document_id] = made
        for at, (word, cluster) in enumerate(((name, "one"), (name, "one"), ("hail", "two"))):
            key: Hashable = (made.document_id, at)
            told = claim(f"{number}{text}{at}", made.document_id, word, words, start=0)
            found.worded[told.claim_id] = replace(told, trigger_start=4, trigger_end=4 + len(name))
            found.worded_of[key] = told.claim_id
            found.gold[key] = (number, cluster)
    return found


def topics() -> list[Topic]:
    return [topic(number) for number in range(2 * FOLDS)]


def test_each_mention_of_each_topic_is_in_one_cluster() -> None:
    given = topics()
    found = held_out(given)
    assert found is not None
    assert set(found.clusters) == {mention for one in given for mention in one.gold}


@pytest.mark.parametrize("fold", [0, 3])
def test_what_is_said_of_a_topic_does_not_come_from_its_own_gold(fold: int) -> None:
    given, other = topics(), topics()
    for one in other[fold::FOLDS]:
        one.gold = {mention: mention for mention in one.gold}
    found, again = held_out(given), held_out(other)
    assert found is not None and again is not None
    scored = sorted(mention for one in given[fold::FOLDS] for mention in one.gold)  # type: ignore[type-var]
    assert together(found.clusters, scored) == together(again.clusters, scored)


def together(clusters: dict[Hashable, Hashable], some: list[Hashable]) -> set[frozenset[Hashable]]:
    ordered = sorted(some, key=lambda mention: str(clusters[mention]))
    return {frozenset(held) for _, held in groupby(ordered, key=lambda mention: str(clusters[mention]))}


def test_too_few_topics_are_not_parted() -> None:
    assert held_out(topics()[: FOLDS - 1]) is None
