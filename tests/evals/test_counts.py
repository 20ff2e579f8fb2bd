"""Counts, spans, alignments and clusters: the arithmetic of the evaluations."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tripoint.evals.alignment import best
from tripoint.evals.clusters import score
from tripoint.evals.counts import Confusion, Counts
from tripoint.evals.spans import exact, overlapping, pairs

stretches = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 8)).map(lambda t: (t[0], t[0] + t[1])), max_size=8, unique=True
)


def test_counts_of_two_shards_add_up_to_the_counts_of_both() -> None:
    one, two = Counts(right=1, given=2, wanted=4), Counts(right=2, given=2, wanted=4)
    both = one + two
    assert (both.precision, both.recall) == (0.75, 0.375)
    assert both.f1 == pytest.approx(0.5)


def test_nothing_given_scores_nothing_and_divides_by_nothing() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1) == (0.0, 0.0, 0.0)


def test_macro_f1_weighs_each_class_of_the_gold_alike() -> None:
    found = Confusion.empty()
    for gold, answer in [("a", "a"), ("a", "a"), ("b", "a")]:
        found.add(gold, answer)
    assert found.macro_f1() == pytest.approx((0.8 + 0.0) / 2)
    assert found.accuracy == pytest.approx(2 / 3)
    assert found.merge(found).macro_f1() == pytest.approx(found.macro_f1())


@given(stretches, stretches)
def test_each_span_is_matched_at_most_once(ours: list[tuple[int, int]], theirs: list[tuple[int, int]]) -> None:
    found = pairs(ours, theirs)
    assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)
    assert all(max(ours[i][0], theirs[j][0]) < min(ours[i][1], theirs[j][1]) for i, j in found)


@given(stretches)
def test_the_same_spans_are_all_right_by_either_measure(spans: list[tuple[int, int]]) -> None:
    assert exact(spans, spans).right == overlapping(spans, spans).right == len(spans)


@given(st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(1, 9), max_size=12))
def test_no_other_alignment_weighs_more(weights: dict[tuple[int, int], int]) -> None:
    found = best(weights)
    assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)
    most = max(sum(weights.get((i, j), 0) for i, j in enumerate(order)) for order in permutations(range(4)))
    assert sum(weights[pair] for pair in found) == most


def test_an_alignment_finds_pairs_that_greed_would_miss() -> None:
    assert best({(0, 0): 3.0, (0, 1): 2.0, (1, 0): 2.0}) == [(0, 1), (1, 0)]


def test_equal_clusters_score_one_whatever_their_names() -> None:
    gold = {"a": 1, "b": 1, "c": 2}
    assert score({"a": "x", "b": "x", "c": "y"}, gold).f1 == pytest.approx(1.0)


def test_a_cluster_split_in_two_loses_links_and_entities() -> None:
    gold = {mention: 1 if mention in "abc" else 2 for mention in "abcdefg"}
    found = score(dict(zip("abcdefg", [1, 1, 2, 2, 3, 3, 3], strict=True)), gold)
    assert found.muc.r_over == 3 and found.muc.r_under == 5
    assert found.b_cubed.f1 < 1 and found.ceaf_e.f1 < 1


def test_singletons_have_no_links_to_score() -> None:
    gold = {"a": 1, "b": 1}
    assert score({"a": 1, "b": 2}, gold).muc.f1 == 0.0


def test_mentions_must_be_the_same_on_both_sides() -> None:
    with pytest.raises(ValueError, match="same mentions"):
        score({"a": 1}, {"b": 1})
