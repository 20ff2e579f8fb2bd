"""Text that lost its commas and apostrophes on the way, and other slips that cost a claim its voice, side or day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tripoint.model import Claim, Modality, Polarity

One = Callable[..., Claim]
Read = Callable[..., tuple[Claim, ...]]


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
    assert [[one.name for one in claim.agents] for claim in claims] == [["Islamic State"], ["Islamic State"]]
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
    assert [party.name for party in claim.targets] == ["Boko Haram"]
