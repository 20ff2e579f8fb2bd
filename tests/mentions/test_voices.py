from __future__ import annotations

from tests.mentions.reading import document, read
from tripoint.mentions import find_by_rules
from tripoint.mentions.producers import ENCODER
from tripoint.model import MentionKind, Reading
from tripoint.resources.parser import parse


def voices(reading: Reading) -> dict[str, float]:
    return {reason.name: reason.score for reason in reading.reasons}


def test_a_reading_says_what_parser_and_encoder_read() -> None:
    meant = read("Syrian envoys met the minister in Paris on Monday.").meant("Paris", MentionKind.PLACE)
    assert voices(meant)["parser"] > 0 and voices(meant)["encoder"] > 0
    assert all(reason.sentence for reason in meant.reasons)


def test_a_body_that_no_list_holds_is_heard() -> None:
    found = read(
        "The National Salvation Gathering rejected the truce, and the National Salvation Gathering accused the army of "
        "shelling villages in Yemen."
    )
    heard = [m for m in found.found.mentions if "Salvation Gathering" in m.text]
    assert heard and all(m.kind is MentionKind.ACTOR for m in heard)


def test_the_rules_alone_ask_no_encoder() -> None:
    doc, sentences = next(iter(parse([document("Colonel Samir Haddad fled to Latakia in Syria.")])))
    found = find_by_rules(doc, sentences)
    assert found.mentions
    assert not [m for m in found.mentions if m.producer == ENCODER]
    assert not [reason for reading in found.readings for reason in reading.reasons if reason.name == "encoder"]


def test_what_the_register_knows_is_not_voted_on() -> None:
    meant = read("The SDF entered Raqqa in Syria, Hezbollah said.").meant("Hezbollah", MentionKind.ACTOR)
    assert meant.candidate_id is not None


def test_described_people_are_not_heard_as_names() -> None:
    found = read("Some villagers fled; gunmen burned houses.")
    assert not [m for m in found.found.mentions if m.producer == ENCODER]
