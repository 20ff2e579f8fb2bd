"""The claims of a sentence typed at the terminal."""

from __future__ import annotations

from shell import Run

SENTENCE = "On Saturday the Syrian army shelled Douma, killing 12 civilians."


def test_a_typed_sentence_shows_its_claims_with_day_and_codes(tripoint: Run) -> None:
    done = tripoint("try", SENTENCE, "--published", "2017-06-19")
    assert done.returncode == 0, done.stderr
    assert "shelling · completed · happened · affirmed" in done.stdout
    assert "2017-06-17" in done.stdout
    assert "ucdp: one-sided" in done.stdout


def test_a_sentence_without_a_claim_says_so(tripoint: Run) -> None:
    assert "no claim" in tripoint("try", "The weather was fine.").stdout


def test_wrong_words_are_one_sentence(tripoint: Run) -> None:
    for words in (("try", " "), ("try", SENTENCE, "--published", "Monday")):
        done = tripoint(*words)
        assert done.returncode == 2 or done.returncode == 1
        assert done.stderr.count("\n") == 1
