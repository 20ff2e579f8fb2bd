from __future__ import annotations

from tests.mentions.reading import document
from train.corpora import Example, Marked
from train.shares import for_tuning, shared_out, trial
from tripoint.evals.heldback import held_back


def example(key: str) -> Example:
    return Example(
        corpus="re3d",
        key=key,
        text="Residents left.",
        tokens=((0, 9), (10, 14)),
        names=(),
        unsure=(),
        verbs=(),
        places=(),
    )


def marked(key: str) -> Marked:
    return Marked(corpus="re3d", key=key, doc=document("Residents left."))


def test_no_document_is_in_two_shares_and_none_is_lost() -> None:
    given = [example(f"doc-{number % 60}") for number in range(180)]
    shares = shared_out(given)
    keys = [{one.key for one in share} for share in (shares.learned, shares.tuned, shares.kept_back)]
    assert not keys[0] & keys[1] and not keys[0] & keys[2] and not keys[1] & keys[2]
    assert len(shares.known) + len(shares.kept_back) == len(given)


def test_what_chose_thresholds_counts_as_seen() -> None:
    tuned = next(key for key in (f"doc-{n}" for n in range(500)) if for_tuning(key) and not held_back(key))
    assert [one.key for one in shared_out([example(tuned)]).known] == [tuned]


def test_a_trial_takes_a_few_texts_to_learn_from_and_as_many_to_measure() -> None:
    taken = list(trial((marked(f"doc-{number}") for number in range(10_000)), 3))
    assert [sum(held_back(one.key) is share for one in taken) for share in (True, False)] == [3, 3]


def test_a_trial_reads_no_further_than_it_needs() -> None:
    given = (marked(f"doc-{number}") for number in range(10_000))
    list(trial(given, 3))
    assert next(given).key != "doc-9999"


def test_without_a_limit_every_text_is_taken() -> None:
    given = [marked(f"doc-{number}") for number in range(20)]
    assert list(trial(given, None)) == given
