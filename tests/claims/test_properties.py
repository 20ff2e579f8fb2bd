"""Whatever the words, a claim rests on its words and nothing crashes."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.claims.reading import claims_of, document

WORDS = (
    "the army rebels captured Hama and Russia said that it they its forces which who will not an attack on in near by "
    "operation launched , . “ ” ( ) SDF Turkey's of with from between according to reportedly killed 30 "
    "fighters held - "
    "backed US under control both countries he added failed to help retake if once before Aleppo north of"
).split()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=45).map(" ".join))
def test_every_slot_of_every_claim_stands_in_the_text(text):
    doc = document(text)
    for claim in claims_of(text):
        for evidence in claim.evidence:
            assert doc.text[evidence.start : evidence.end] == evidence.text
        assert doc.text[claim.trigger_start : claim.trigger_end]
        for party in (*claim.agents, *claim.targets, *claim.recipients):
            assert doc.text[party.start : party.end] == party.text
        for place in claim.places:
            assert doc.text[place.start : place.end] == place.text
        assert 0 < claim.score < 1


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=300).filter(lambda text: "\n\n" not in text))
def test_arbitrary_text_makes_no_crash(text):
    claims_of(text)


def test_the_same_text_makes_the_same_claims():
    text = "Turkish troops advanced on Afrin and seized the village of Rajo, the Anadolu agency said on Sunday."
    assert claims_of(text) == claims_of(text)


def test_a_sentence_of_three_thousand_words_is_read_in_bounded_time():
    claims_of("The army captured Hama and " * 600 + "left.")
