"""Who says it: attribution, one construction a test."""

from __future__ import annotations

import pytest

from tests.claims.reading import document, recipients
from tripoint.claims.scene import Scene
from tripoint.claims.voices import Voices
from tripoint.mentions import find
from tripoint.model import BlockRole
from tripoint.resources.parser import parse


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
    last = next(c for c in read(text) if "fled" in c.evidence[0].text)
    assert voices(last) == ["Omar Nasser"]


def test_a_speech_act_names_its_agent_as_speaker(one):
    claim = one("Turkey accused Russia of attacking civilians in Idlib.", "accuse")
    assert voices(claim)[0] == claim.agents[0].name
    assert recipients(claim) == ["Russia"]


@pytest.mark.parametrize(
    "text",
    [
        "The Syrian army accused the rebels of killing ten civilians in Hama.",
        "The Syrian army accused the rebels of trying to kill ten civilians in Hama.",
    ],
)
def test_what_somebody_is_accused_of_is_their_act_in_the_accusers_voice(one, text):
    claim = one(text, "kill")
    assert [a.text for a in claim.agents] == ["rebels"]
    assert voices(claim) == ["Syrian Arab Army"]


def test_a_relay_stands_behind_the_inner_voice(one):
    text = "Reuters reported that the Defence Ministry said rebels captured Hama."
    assert len(voices(one(text, "capture"))) == 2


def about(read, text, words, **options):
    """The voices of the first claim whose evidence holds `words`."""
    return voices(next(c for c in read(text, **options) if words in c.evidence[0].text))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Government troops have taken Sarmin, which rebels had held since 2014, "
            "Interior Minister Nabil Farhan reported to the cabinet on Saturday.",
            "taken Sarmin",
            ["Nabil Farhan"],
        ),
        (
            "Colonel Samir Odeh told the agency Delta News that rebels attacked Hama, "
            "adding that soldiers had retaken Sarmin.",
            "retaken",
            ["Samir Odeh", "Delta News"],
        ),
        (
            "Colonel Samir Odeh told reporters that rebels attacked Hama, adding that soldiers had retaken Sarmin.",
            "retaken",
            ["Samir Odeh"],
        ),
        ("Clashes between the army and rebels were reported near Idlib.", "Clashes", ["unnamed:reports"]),
        ("UN observers complained of artillery shelling near Sarmin.", "shelling", ["UN observers"]),
        (
            "According to Syrian channels, rebels captured Sarmin, although this could not be confirmed.",
            "captured",
            ["unnamed:Syrian channels"],
        ),
        ("Residents said they saw soldiers attack Sarmin.", "attack", ["unnamed:residents"]),
        ("The agency quoted Samir Odeh as saying that rebels captured Hama.", "captured", ["Samir Odeh", "agency"]),
        ("Samir Odeh was quoted by SANA as saying that rebels captured Hama.", "captured", ["Samir Odeh", "SANA"]),
        ("Rebels claimed to have shot down a warplane near Hama.", "shot down", ["rebels"]),
        (
            "The rebels of the Free Syrian Army put their losses at four; "
            "they claimed to have shot down a plane near Hama in May.",
            "shot down",
            ["Free Syrian Army"],
        ),
        ("Rebels attacked Hama, the local clinic wrote.", "attacked", ["local clinic"]),
        (
            "Shrapnel killed six people in Hama, according to residents quoted by the agency Border Wire.",
            "killed",
            ["unnamed:residents", "Border Wire"],
        ),
        ("The army captured Hama, in the words of Samir Odeh.", "captured", ["Samir Odeh"]),
        ("As General Karim Hassan put it, rebels attacked Idlib.", "attacked", ["Karim Hassan"]),
        ("The army captured Hama, Thursday said.", "captured", []),
        (
            "Citing medics, Reuters said that gunmen killed nine people in Hama.",
            "killed",
            ["unnamed:medics", "Reuters"],
        ),
        ("The video, released by the rebels, shows soldiers attacking Hama.", "attacking", ["rebels"]),
        ("Rebels were repelled near Hama, the group's media office said.", "repelled", ["group's media office"]),
        (
            "“They ran out of bread,” said Padoh Saw Eh Doh, a spokesman. "
            "The fall of Sarmin had cut the road, he explained, and rebels had reached Hama.",
            "reached",
            ["Padoh Saw Eh Doh"],
        ),
        ("Troops still hold Hama; Ankara warned that Russia attacked Idlib.", "Troops", []),
        ("The US-backed group captured Hama, the Observatory said.", "backed", []),
        ("Soldiers, who attacked Idlib last week, captured Hama, the ministry said.", "last week", []),
        ("General Karim Hassan hailed the capture of Hama.", "capture", ["Karim Hassan"]),
        ("Witnesses saw soldiers attack Sarmin.", "attack", ["unnamed:witnesses"]),
        (
            "In an interview with Al Jazeera, General Karim Hassan said the army had captured Idlib.",
            "captured",
            ["Karim Hassan", "Al Jazeera"],
        ),
    ],
)
def test_general_constructions_give_their_content_a_speaker(read, text, words, expected):
    assert about(read, text, words) == expected


def test_the_content_of_an_accusation_has_the_accuser_as_its_voice(read):
    text = "Rights groups have blamed the army for a massacre of civilians in Hama."
    claim = next(c for c in read(text) if c.type == "harm_civilians")
    assert voices(claim) == ["unnamed:rights groups"]


def test_he_after_a_title_is_the_person_named_with_it(read):
    text = (
        "Brigadier Samir Odeh, the army's spokesman, said troops had captured Hama. "
        "The spokesman said rebels had attacked Idlib. He added that soldiers attacked Sarmin."
    )
    assert about(read, text, "Idlib") == ["Samir Odeh"]
    assert about(read, text, "Sarmin") == ["Samir Odeh"]


def test_another_mans_spokesman_is_another_voice(read):
    text = "Colonel Samir Odeh said the army captured Hama. His spokesman said that rebels had attacked Idlib."
    assert about(read, text, "Idlib") == ["unnamed:spokesman"]


def test_he_said_takes_up_an_unnamed_source(read):
    text = (
        "A military source told Delta News that the army had attacked Hama. "
        "Tanks led the way, he said, and rebels attacked Idlib in turn."
    )
    assert about(read, text, "Idlib") == ["unnamed:military source"]


def test_a_clause_behind_an_interruption_goes_on_with_what_is_said(read):
    text = "Drones guided the guns, a military source told Delta News, and a convoy was attacked near Idlib."
    assert about(read, text, "convoy") == ["unnamed:military source", "Delta News"]


def test_a_headline_gives_its_words_to_whom_it_names_before_a_colon(read):
    assert about(read, "Army: rebels repelled near Hama", "repelled", role=BlockRole.HEADLINE) == ["army"]


def test_a_dateline_is_no_voice(read):
    assert about(read, "MOSUL: The army captured Hama.", "captured") == []


def listed(text):
    """(source, cue, contents) of each attribution of `text`, in words."""
    doc = document(text)
    ((_, sentences),) = parse([doc])
    found = find(doc, sentences)
    return [
        (
            None if one.source is None else text[one.source.start : one.source.end],
            text[one.cue.start : one.cue.end],
            [text[span.start : span.end] for span in one.content],
        )
        for one in Voices(Scene(doc, sentences, found.mentions, found.readings)).attributions()
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor wants to rebuild the bridge.", ("The mayor", "wants", ["to rebuild the bridge"])),
        ("She called the raid a crime.", ("She", "called", ["the raid a crime"])),
        ("Villagers urged the army to leave.", ("Villagers", "urged", ["the army to leave"])),
        ("His claim that the road was cut surprised many.", ("His", "claim", ["that the road was cut"])),
        ("The mayor is confident that help will come.", ("The mayor", "confident", ["that help will come"])),
        ("A new poll shows that few trust the police.", ("A new poll", "shows", ["that few trust the police"])),
        (
            "“The bridge is gone. All of it,” said Nadia Karam, a nurse.",
            ("Nadia Karam, a nurse", "said", ["“The bridge is gone. All of it,”"]),
        ),
        (
            "“It is too early,” the nurse said. “We will see.”",
            ("the nurse", "said", ["“It is too early,”", "“We will see.”"]),
        ),
        (
            "Analysts said the harvest failed, citing the lack of rain.",
            ("Analysts", "citing", ["the lack of rain"]),
        ),
        (
            "The truth, the nurse said, is that nobody came.",
            ("the nurse", "said", ["The truth", "is that nobody came"]),
        ),
        ("“Nobody came to help us.” ― Nadia Karam", ("Nadia Karam", "―", ["“Nobody came to help us.”"])),
    ],
)
def test_attributions_are_listed_by_source_cue_and_content(text, expected):
    assert expected in listed(text)


def test_nothing_is_listed_where_nobody_speaks():
    assert listed("The bridge was built in 1950. It crosses the river.") == []


def test_the_lines_of_a_conversation_have_the_voice_they_open_with(read):
    text = (
        "Samir Odeh spoke to us.\n\nODEH: The army captured Hama on Monday.\n\n"
        "KARIM: And rebels attacked Idlib.\n\nNadia Karim hosts the show."
    )
    assert about(read, text, "captured") == ["Samir Odeh"]


def test_a_signed_quotation_has_the_voice_behind_the_dash(read):
    assert about(read, "“Rebels attacked Hama. Gunmen attacked Idlib.” ― Nadia Karam", "Hama") == ["Nadia Karam"]


def test_a_quotation_in_a_block_of_its_own_goes_on_with_the_last_speaker(read):
    text = "“Rebels attacked Hama,” Samir Odeh said in Idlib.\n\n“The army captured Sarmin.”"
    assert about(read, text, "Sarmin") == ["Samir Odeh"]


def test_a_turn_ends_with_its_quotation(read):
    text = "“Rebels attacked Hama,” Samir Odeh said.\n\nIn Idlib, gunmen killed six people."
    assert about(read, text, "six people") == []


def test_a_pull_quote_has_the_voice_of_the_words_it_repeats(read):
    text = (
        "“Rebels attacked Hama at dawn,” Samir Odeh said. It rained.\n\nIt was cold.\n\n“Rebels attacked Hama at dawn.”"
    )
    assert [voices(c) for c in read(text) if c.type == "attack"] == [["Samir Odeh"], ["Samir Odeh"]]


def test_the_group_is_the_last_body_that_spoke(read):
    text = "The Observatory said the army captured Hama. The group added that rebels attacked Idlib."
    assert about(read, text, "Idlib") == ["Observatory"]


def test_it_claimed_takes_up_the_voice_and_not_what_it_spoke_of(read):
    text = (
        "According to the ministry, columns on the road to Hama came under fire. "
        "Nine soldiers were killed in Idlib, it claimed."
    )
    assert about(read, text, "Idlib") == ["ministry"]
