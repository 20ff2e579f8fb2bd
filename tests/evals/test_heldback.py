from __future__ import annotations

from tripoint.evals.heldback import held_back, is_seen, mark, sentence_key
from tripoint.resources.encoder import seen


def test_about_a_fifth_is_held_back() -> None:
    share = sum(held_back(f"document {number}") for number in range(5000)) / 5000
    assert 0.18 < share < 0.22


def test_a_sentence_sent_twice_with_another_end_stays_on_one_side() -> None:
    opening = "Fighters of the group attacked a convoy on the road north of the town"
    assert sentence_key(f"{opening} on Monday.") == sentence_key(f"{opening.upper()},  police said.")


def test_nothing_held_back_was_trained_on() -> None:
    marks = seen()
    assert marks
    assert not [one for one in marks if int(one, 16) % 5 == 0]


def test_an_unknown_document_was_not_seen() -> None:
    assert not is_seen("a document of our own that no corpus holds")
    assert len(mark("x")) == 8
