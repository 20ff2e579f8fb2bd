"""Who says it: attribution, one construction a test."""

from __future__ import annotations


def voices(claim):
    return [s.name for s in claim.speakers]


def test_a_saying_verb_gives_its_content_a_speaker(one):
    claim = one("The Syrian Observatory for Human Rights said that rebels captured Hama.", "capture")
    assert voices(claim) == ["Syrian Observatory for Human Rights"]


def test_according_to_gives_the_clause_a_speaker(one):
    claim = one("According to local residents, gunmen attacked Hama.", "attack")
    assert voices(claim) == ["unnamed:local residents"]


def test_inverted_quotation_gives_its_content_a_speaker(one):
    claim = one("“Our soldiers captured the village of Taldou,” General Karim Hassan said.", "capture")
    assert voices(claim) == ["Karim Hassan"]


def test_the_outlets_own_words_have_no_speaker(one):
    assert one("Rebels captured Hama.", "capture").speakers == ()


def test_a_quotation_over_two_sentences_keeps_its_speaker(read):
    text = "“Gunmen attacked Hama. Our fighters killed nine militants in Salamiyah,” Colonel Omar Nasser said."
    assert all(voices(c) == ["Omar Nasser"] for c in read(text) if c.type in {"attack", "kill"})


def test_he_added_carries_the_last_person_on(read):
    text = "Colonel Omar Nasser said the army captured Hama. He added that rebels had fled to Idlib."
    last = next(c for c in read(text) if c.type == "displace")
    assert voices(last) == ["Omar Nasser"]


def test_a_speech_act_names_its_agent_as_speaker(one):
    claim = one("Turkey accused Russia of attacking civilians in Idlib.", "accuse")
    assert voices(claim)[0] == claim.agents[0].name
    assert [p.name for p in claim.recipients] == ["Russia"]


def test_a_relay_stands_behind_the_inner_voice(one):
    text = "Reuters reported that the Defence Ministry said rebels captured Hama."
    assert len(voices(one(text, "capture"))) == 2
