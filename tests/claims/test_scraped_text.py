"""Text that lost its commas and apostrophes on the way, and other slips that cost a claim its voice, side or day."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read, agents, recipients, targets
from tripoint.model import Claim, Modality, Polarity


def names(claim: Claim) -> list[str]:
    return [one.name.removeprefix("unnamed:") for one in claim.speakers]


@pytest.mark.parametrize(
    ("text", "type_", "voices"),
    [
        ("Ten people were killed in an attack on the market in Gao a monitoring group said.", "attack",
         ["monitoring group"]),
        ("Twelve people died in air raids that hit a camp in eastern Sudan UNICEF has said.", "airstrike", ["UNICEF"]),
        ("The army took the town of Ménaka on Monday a war monitor reported.", "capture", ["war monitor"]),
        ("A resident said soldiers shelled the market in Gedaref adding that the police arrested ten students.",
         "arrest", ["resident"]),
        ("The watchdog said the rebels had advanced overnight south of Khartoum.", "advance", ["watchdog"]),
    ],
)  # fmt: skip
def test_a_saying_at_the_end_holds_the_sentence_without_a_comma(
    one: One, text: str, type_: str, voices: list[str]
) -> None:
    assert names(one(text, type_)) == voices


def test_a_saying_that_ends_a_clause_of_its_own_holds_no_more(one: One) -> None:
    assert not one("Rebels shelled the village near what the army said.", "shelling").speakers


def test_a_day_before_who_says_it_is_the_day_of_the_act(one: One) -> None:
    claim = one("The army took the town of Ménaka on Monday a war monitor reported.", "capture", published="2023-05-17")
    assert claim.time is not None
    assert claim.time.start == "2023-05-15"
    assert claim.said is None


def test_the_line_with_the_date_of_the_page_dates_no_act(one: One) -> None:
    run_in = one("11 Oct 2023 Sudanese jets pounded eastern Khartoum.", "airstrike", published="2023-10-11")
    told = one("On 11 October 2023 Sudanese jets pounded eastern Khartoum.", "airstrike", published="2023-10-12")
    assert run_in.time is None
    assert told.time is not None


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Sudanese warplanes carried out raids on Omdurman.", "airstrike"),
        ("The air force targeted a convoy near Omdurman.", "airstrike"),
        ("Army jets pounded the eastern districts of Omdurman.", "airstrike"),
        ("A suicide bomber killed four people in an attack in Gao.", "bombing"),
        ("The shelling attacks on Omdurman killed ten people.", "shelling"),
        ("Army artillery targeted positions near Omdurman.", "shelling"),
        ("As a result of an air strike ten fighters were killed south of Gao.", "airstrike"),
    ],
)
def test_an_attack_is_what_its_means_make_it(one: One, text: str, type_: str) -> None:
    assert one(text, type_)


def test_a_suicide_bomber_is_no_aircraft(read: Read) -> None:
    assert "airstrike" not in {claim.type for claim in read("A suicide bomber attacked the barracks in Gao.")}


def test_capitals_in_running_text_are_a_name_and_no_verb(read: Read) -> None:
    claims = read("IS militants took the town of Sukhna. On 2 July IS said its militants had destroyed six statues.")
    assert [agents(claim) for claim in claims] == [["Islamic State"], ["Islamic State"]]
    assert [one.name for one in claims[1].speakers] == ["Islamic State"]


def test_a_happening_before_its_verb_is_the_subject(one: One) -> None:
    claim = one("Regime shelling kills 10 civilians including 6 children in Omdurman", "shelling")
    assert [slot.amount.low for slot in claim.amounts] == [10]


def test_the_narrower_of_two_places_side_by_side_is_the_place(read: Read) -> None:
    for claim in read("Jets bombed a market in rebel-held Gao northern Mali."):
        assert [slot.text for slot in claim.places] == ["Gao"], claim.type


def test_joined_places_stand_beside_one_another(one: One) -> None:
    claim = one("The army attacked fighters in Gao and neighbouring Kidal.", "attack")
    assert [slot.text for slot in claim.places] == ["Gao", "Kidal"]


def test_where_people_come_from_is_not_where_it_happened(one: One) -> None:
    claim = one("Ten mercenaries from Chad and Niger were killed near Gao.", "kill")
    assert [slot.text for slot in claim.places] == ["Gao"]


def test_begun_acts_keep_the_time_of_their_beginning(one: One) -> None:
    claim = one("On Monday the army began pushing towards Gao.", "advance", published="2023-05-17")
    assert claim.time is not None
    assert claim.time.start == "2023-05-15"


def test_the_dead_counted_by_a_noun_are_those_of_the_act(one: One) -> None:
    claim = one(
        "The group reported hundreds of civilians killed in operations against Boko Haram in Borno.", "operation"
    )
    assert [slot.amount.low for slot in claim.amounts] == [200]
    assert [slot.place.name for slot in claim.places] == ["Borno"]


def test_denying_the_accusation_denies_the_act(one: One) -> None:
    denied = one("The government has denied accusations it carried out the attack on Gao.", "attack")
    told = one("The report repeats accusations that the army carried out the attack on Gao.", "attack")
    assert denied.polarity is Polarity.DENIED
    assert told.polarity is Polarity.AFFIRMED
    assert told.modality is Modality.HAPPENED


def test_who_was_left_out_tells_of_no_act(read: Read) -> None:
    assert "abduct" not in {c.type for c in read("The villagers who were not kidnapped fled to Gao.")}


def test_what_a_repelled_attack_was_on_is_no_target(one: One) -> None:
    claim = one("The army repelled a Boko Haram attack on its positions near Maiduguri.", "repel")
    assert targets(claim) == ["Boko Haram"]


@pytest.mark.parametrize(
    ("text", "type_", "dead"),
    [
        ("Thirteen people had been killed and 25 injured in air strikes near Gao.", "airstrike", [13, 25]),
        ("At least 88 fighters were killed in two days of clashes in Gao.", "clash", [88]),
        (
            "A rocket shell landed in al-Salam neighborhood killing 2 children and injuring 9 others.",
            "shelling",
            [2, 9],
        ),
        ("5 Civilians Killed in Terrorist Rocket Attacks in Gao and Kidal.", "shelling", [5]),
        ("On Sunday army air strikes on the areas of Bor and Yei killed 17 civilians.", "airstrike", [17]),
    ],
)
def test_casualties_are_those_of_the_act_they_died_in(one: One, text: str, type_: str, dead: list[float]) -> None:
    assert [slot.amount.low for slot in one(text, type_).amounts] == dead


def test_the_day_of_joined_verbs_is_the_day_of_the_act_in_which_people_died(one: One) -> None:
    text = "On Tuesday seven civilians were killed and 13 others were injured in attacks on the market in Gao."
    claim = one(text, "attack", published="2023-05-17")
    assert claim.time is not None
    assert claim.time.start == "2023-05-16"


def test_a_sentence_without_a_main_verb_has_its_last_participle_for_one(one: One) -> None:
    claim = one("Groups affiliated to Boko Haram targeted with mortar shells the city of Maiduguri.", "shelling")
    assert [party.text for party in claim.agents] == ["Groups"]
    assert not claim.targets
    assert [slot.text for slot in claim.places] == ["Maiduguri"]


def test_where_the_doers_stand_is_not_where_it_happened(one: One) -> None:
    claim = one("Groups positioned in Kidal shelled Gao with mortars.", "shelling")
    assert [slot.text for slot in claim.places] == ["Gao"]


def test_who_is_never_a_thing(one: One) -> None:
    claim = one("He criticised the stance on Assad who continues to commit massacres against civilians.",
                "harm_civilians")  # fmt: skip
    assert agents(claim) == ["Bashar al-Assad"]


def test_what_somebody_tries_is_his_and_planned(one: One) -> None:
    claim = one("The raids were in response to the army's attempts to cut the Gao road.", "besiege")
    assert [party.text for party in claim.agents] == ["army"]
    assert claim.modality is Modality.PLANNED


def test_what_they_were_able_to_do_they_did(one: One) -> None:
    did = one("Troops were able to destroy the vehicle.", "destroy")
    may = one("Troops will be able to destroy the vehicle.", "destroy")
    assert (did.modality, [party.text for party in did.agents]) == (Modality.HAPPENED, ["Troops"])
    assert may.modality is not Modality.HAPPENED


def test_whom_support_is_against_is_not_supported(one: One) -> None:
    claim = one("Russia deployed jets to support the Syrian government against the Islamic State.", "support")
    assert recipients(claim) == ["Syrian government"]


def test_positions_that_were_hit_are_those_of_their_side(one: One) -> None:
    claim = one("Syrian Army positions were hit by coalition bombers.", "airstrike")
    assert targets(claim) == ["Syrian Arab Army"]


def test_in_the_south_of_a_land_lies_in_it_and_south_of_it_does_not(one: One) -> None:
    inside = one("The army attacked fighters in the south of Borno.", "attack")
    outside = one("The army attacked fighters south of Maiduguri.", "attack")
    assert [slot.role for slot in inside.places] == ["in_area"]
    assert [slot.role for slot in outside.places] == ["south_of"]


def test_its_allies_are_those_of_whom_they_are_joined_to(one: One) -> None:
    claim = one("The coalition deplored that the Syrian government and its allies shelled Idlib.", "shelling")
    assert agents(claim) == ["Syrian government", "allies of Syrian government"]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("According to information provided by a medic in Gao five people were killed.", "medic"),
        ("Human Rights Watch says in a report that soldiers killed ten civilians in Gao.", "Human Rights Watch"),
        ("The border is where the rebels came under attack from several fronts Press TV reports.", "Press TV"),
    ],
)
def test_papers_are_those_of_who_gave_them(read: Read, text: str, voice: str) -> None:
    assert {name for claim in read(text) for name in names(claim)} == {voice}


def test_a_happening_behind_its_side_is_what_people_died_in(one: One) -> None:
    text = "On Tuesday 11 people including six school children were killed in regime shelling on the town of Jisreen in"
    claim = one(f"{text} Eastern Ghouta.", "shelling")
    assert [slot.amount.low for slot in claim.amounts] == [11]
    assert [slot.text for slot in claim.places] == ["Jisreen"]


def test_who_stands_right_before_is_who_is_backed(one: One) -> None:
    claim = one("Army forces and rebels backed by the Islamic State clashed around Gao.", "backs")
    assert [party.text for party in claim.recipients] == ["rebels"]
