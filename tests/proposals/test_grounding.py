"""Whatever a model answers, only words that stand in their sentence are kept."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tripoint.proposals.grounding import grounded
from tripoint.proposals.passages import Passage
from tripoint.proposals.question import schema

TEXT = (
    "The Northern Brigade seized the mill at Larkhill on Monday.\nGen. Orr said his troops\nshelled Larkhill."
    " Talks were held elsewhere."
)
PASSAGE = Passage(document_id="doc_1", start=7, end=7 + len(TEXT), text=TEXT)


def entry(**told: Any) -> dict[str, Any]:
    blank: dict[str, Any] = {
        "sentence": "The Northern Brigade seized the mill at Larkhill on Monday.", "trigger": "seized",
        "type": "capture", "modality": "happened", "polarity": "affirmed", "agents": [], "targets": [],
        "recipients": [], "places": [], "amounts": [], "time": None, "speaker": None,
    }  # fmt: skip
    return blank | told


def kept(*entries: dict[str, Any]) -> list[Any]:
    return list(grounded(entries, PASSAGE, model="m", question="q"))


def test_slots_are_bound_to_their_words_in_the_document() -> None:
    (one,) = kept(entry(agents=["The Northern Brigade"], places=["Larkhill"], time="on Monday"))
    assert [(slot.slot, slot.text) for slot in one.slots] == [
        ("trigger", "seized"), ("agents", "The Northern Brigade"), ("places", "Larkhill"), ("time", "on Monday"),
    ]  # fmt: skip
    assert all((" " * 7 + TEXT)[slot.start : slot.end] == slot.text for slot in one.slots)


def test_words_that_the_sentence_does_not_hold_are_dropped_with_the_reason() -> None:
    (one,) = kept(entry(agents=["Gen. Orr", "Northern Brigades", "brigade"], targets=["the mill"]))
    assert [slot.text for slot in one.slots] == ["seized", "the mill"]
    assert [(slot.slot, slot.text) for slot in one.dropped] == [
        ("agents", "Gen. Orr"), ("agents", "Northern Brigades"), ("agents", "brigade"),
    ]  # fmt: skip


def test_an_entry_without_its_sentence_its_trigger_or_a_known_type_is_none() -> None:
    assert kept(entry(sentence="The Brigade fled.")) == []
    assert kept(entry(trigger="shelled")) == []
    assert kept(entry(type="conquest")) == []
    assert kept(entry(modality="certain")) == []


def test_two_sentences_given_as_one_are_none_and_a_title_does_not_end_one() -> None:
    assert kept(entry(sentence=TEXT, trigger="seized")) == []
    (one,) = kept(entry(sentence="Gen. Orr said his troops shelled Larkhill.", trigger="shelled", type="shelling"))
    assert one.end - one.start == len("Gen. Orr said his troops shelled Larkhill.")


def test_the_same_entry_twice_is_one() -> None:
    assert len(kept(entry(), entry())) == 1


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=30) | st.sampled_from(TEXT.split()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted(entry())), anything))
def test_nothing_that_a_model_may_say_breaks_it_or_comes_through_unfounded(told: dict[str, Any]) -> None:
    for one in kept(entry() | told):
        for slot in one.slots:
            assert (" " * 7 + TEXT)[slot.start : slot.end] == slot.text
            assert one.start <= slot.start <= slot.end <= one.end


def test_the_form_asked_for_names_every_slot_and_admits_nothing_else() -> None:
    claim = schema()["properties"]["claims"]["items"]
    assert sorted(claim["required"]) == sorted(claim["properties"]) == sorted(entry())
    assert claim["additionalProperties"] is False
