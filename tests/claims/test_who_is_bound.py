"""Who is bound where the sentence winds: nor, punished for, found dead, two sentences behind a semicolon, lists."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read, agents, counted, places, recipients, targets
from tripoint.model import Modality, Polarity


def test_nor_denies_what_stands_behind_it(one: One) -> None:
    fired = one("The army did not enter the camp, nor did it fire on civilians.", "attack")
    assert fired.polarity is Polarity.DENIED
    for type_ in ("shelling", "attack"):
        assert one("The army neither shelled nor stormed Goma.", type_).polarity is Polarity.DENIED


def test_who_is_punished_for_it_did_it(one: One) -> None:
    backs = one("The EU imposed sanctions on nine Rwandan officials for backing M23.", "backs")
    assert agents(backs) == ["Rwandan officials"]
    assert agents(one("Three rebels were jailed for killing a judge in Gao.", "kill")) == ["rebels"]


def test_who_is_found_dead_was_killed(one: One) -> None:
    claim = one("An Israeli soldier was found dead in a tunnel under Khan Younis.", "kill")
    assert targets(claim) == ["Israel Defense Forces"]
    assert [role for _, role in places(claim)] == ["at"]


def test_civilians_who_are_forced_back_are_displaced(one: One) -> None:
    assert targets(one("The coastguard forced 50 migrants back to Tripoli.", "displace")) == ["migrants"]
    assert targets(one("The army forced the rebels back to Sake.", "repel")) == ["rebels"]


def test_two_sentences_behind_a_semicolon_have_a_voice_each(read: Read) -> None:
    text = "Armenian forces shelled positions near Kalbajar, Baku said; Yerevan called the report disinformation."
    shelled, called = read(text)
    assert (shelled.modality, [one.name for one in shelled.speakers]) == (Modality.HAPPENED, ["Azerbaijan"])
    assert (called.type, agents(called)) == ("reject", ["Armenia"])


def test_the_seat_of_talks_is_not_where_the_offensive_resumes(one: One) -> None:
    claim = one("Should the talks in Doha fail, Israel will resume its offensive in Rafah.", "attack")
    assert [name for name, _ in places(claim)] == ["Rafaḩ"]


def test_what_was_overrun_does_not_say_it(one: One) -> None:
    text = "Soldiers crossed the border after Taliban fighters overran Badakhshan, the Tajik border guard service said."
    claim = one(text, "capture")
    assert [name for name, _ in places(claim)] == ["Badakhshan"]
    assert [one.name for one in claim.speakers] == ["Tajik border guard service"]


def test_who_stands_behind_the_place_acts(one: One) -> None:
    claim = one("On the outskirts of Sake, soldiers and Wazalendo militiamen were holding off the rebels.", "repel")
    assert agents(claim) == ["soldiers", "Wazalendo"]


def test_a_truce_that_is_suspended_is_not_agreed(read: Read) -> None:
    assert [claim.type for claim in read("Gustavo Petro suspended the truce with the EMC in Nariño.")] == []


def test_what_an_investigation_finds_is_said_by_it(one: One) -> None:
    claim = one("Gunmen killed 1,500 people along Syria's coast, a Reuters investigation found.", "kill")
    assert [speaker.name for speaker in claim.speakers] == ["Reuters investigation"]


def test_who_lays_mines_hurts_those_on_patrol(one: One) -> None:
    claim = one("Cambodian troops laid mines along the border, wounding three Thai soldiers on patrol.", "bombing")
    assert agents(claim) == ["Cambodian army"]
    assert counted(claim) == [("wounded", 3.0)]


def test_a_suicide_bomber_is_no_aircraft(one: One) -> None:
    assert agents(one("A suicide bomber killed 84 worshippers in a mosque in Peshawar.", "bombing")) == [
        "suicide bomber"
    ]


@pytest.mark.parametrize(
    "text", ["Islamabad-backed tribesmen attacked Gao.", "Pakistani-backed tribesmen attacked Gao."]
)
def test_a_capital_that_backs_is_the_state(one: One, text: str) -> None:
    claim = one(text, "backs")
    assert (agents(claim), recipients(claim)) == (["Pakistan"], ["tribesmen"])


def test_coast_guards_on_ships_act_near_shoals(one: One) -> None:
    text = "Chinese coast guard vessels fired water cannon at Philippine boats near Scarborough Shoal."
    claim = one(text, "attack")
    assert agents(claim) == ["Chinese navy"]
    assert places(claim) == [("Scarborough Shoal", "near")]


def test_what_is_hit_by_waves_of_strikes_is_struck_once(read: Read) -> None:
    (claim,) = read("Gao was hit by three waves of Israeli strikes late on Saturday, killing six people.")
    assert (claim.type, agents(claim)) == ("airstrike", ["Israel"])
    assert ("killed", 6.0) in counted(claim)


def test_days_of_shelling_by_a_side_killed(read: Read) -> None:
    (claim,) = read("Two days of shelling by Syrian government forces in Idlib have killed 14 civilians.")
    assert (claim.type, agents(claim), counted(claim)) == ("shelling", ["Syrian Arab Army"], [("killed", 14.0)])


def test_those_whom_a_video_shows_were_abducted(one: One) -> None:
    claim = one("Separatists released a video of three hostages, abducted near Kumba.", "abduct")
    assert targets(claim) == ["hostages"]


def test_positions_taken_over_are_taken_from_their_holder(one: One) -> None:
    claim = one("The Lebanese army took over five Hezbollah positions south of the Litani.", "capture")
    assert targets(claim) == ["Hezbollah"]
