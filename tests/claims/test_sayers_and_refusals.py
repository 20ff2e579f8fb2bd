"""Long sentences of reported prose: who says what between commas, what is called untrue, whom nobody lets through."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, claims_of, targets
from tripoint.model import Claim, Modality, Polarity


def names(claim: Claim) -> list[str]:
    return [voice.name for voice in claim.speakers]


@pytest.mark.parametrize(
    ("text", "type_", "who", "voice"),
    [
        (
            "The bridge at Antonivka, the head of the regional council said on Friday, had been destroyed by rebels.",
            "destroy",
            ["rebels"],
            ["unnamed:head"],
        ),
        (
            "Ethiopian soldiers, three residents of Merawi said by telephone, went from house to house and killed at "
            "least 45 people.",
            "kill",
            ["Ethiopian National Defense Force"],
            ["unnamed:residents"],
        ),
        (
            "The army retook El Fula on Thursday; the militia, its spokesman claimed in a video, has shelled Babanusa.",
            "shelling",
            ["militia"],
            ["unnamed:spokesman"],
        ),
    ],
)
def test_a_saying_between_commas_leaves_the_sentence_its_subject(
    one: One, text: str, type_: str, who: list[str], voice: list[str]
) -> None:
    claim = one(text, type_)
    assert [party.name for party in claim.agents] == who
    assert names(claim) == voice


def test_an_act_joined_behind_a_saying_between_commas_is_that_of_those_who_are_spoken_of(one: One) -> None:
    claim = one(
        "Fighters of the Islamic State had overrun the base at Labbezanga, two security sources told Reuters, and "
        "killed forty soldiers there.",
        "kill",
    )
    assert [party.name for party in claim.agents] == ["Islamic State"]


@pytest.mark.parametrize(
    "text",
    [
        "The claim that our soldiers shelled the hospital is a lie, the spokesman, Nabil Abdallah, said.",
        "Claims that Turkish soldiers shelled Mekelle are baseless, Nabil Abdallah said on Sunday.",
        "There is no truth in reports that the army shelled Barsalogho, Nabil Abdallah said.",
        "It is not true that the army shelled Gao, Nabil Abdallah said.",
    ],
)
def test_what_the_sentence_calls_untrue_is_denied_by_who_calls_it_so(one: One, text: str) -> None:
    claim = one(text, "shelling")
    assert claim.polarity is Polarity.DENIED
    assert names(claim) == ["Nabil Abdallah"]


def test_who_rejects_a_report_denies_what_it_tells(one: One) -> None:
    claim = one("Rwanda rejected a UN report that its soldiers had shelled Goma.", "shelling")
    assert claim.polarity is Polarity.DENIED
    assert names(claim) == ["Rwanda"]


def test_a_charge_that_is_denied_or_called_a_lie_is_rejected(one: One) -> None:
    denied = one("The army denied the charge on Thursday.", "reject")
    assert [party.name for party in denied.agents] == ["army"]
    called = one("Yerevan accused Azerbaijan of shelling Jermuk, an accusation that Baku called a lie.", "reject")
    assert names(called) == ["Azerbaijan"]
    assert called.polarity is Polarity.AFFIRMED


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Kigali denies any role in the fall of Bukavu.", "capture"),
        ("Kigali denied any role in the strike on the prison in Goma.", "airstrike"),
    ],
)
def test_a_part_in_an_act_is_denied_and_not_the_act(one: One, text: str, type_: str) -> None:
    assert one(text, type_).polarity is Polarity.AFFIRMED
    assert not one(text, type_).speakers
    assert one(text, "reject").agents[0].name == "Rwanda"


def test_who_speaks_between_commas_may_have_a_clause_of_his_own(one: One) -> None:
    text = "Eritrean soldiers, two nuns who fled Axum told reporters, looted the hospital."
    assert [party.name for party in one(text, "destroy").agents] == ["Eritrean Defence Forces"]
    assert names(one(text, "destroy")) == ["unnamed:nuns"]


@pytest.mark.parametrize(
    "text",
    [
        "Militiamen did not allow the observers to enter Zugdidi.",
        "Militiamen would not let the observers into Zugdidi.",
        "Militiamen turned back the observers at Zugdidi.",
    ],
)
def test_whom_nobody_lets_through_is_refused_a_way(one: One, text: str) -> None:
    claim = one(text, "reject")
    assert [party.name.lower() for party in claim.agents] == ["militiamen"]
    assert claim.polarity is Polarity.AFFIRMED
    assert claim.modality is Modality.HAPPENED


def test_aid_that_is_turned_back_is_told_with_its_place_and_no_side(one: One) -> None:
    claim = one("Aid trucks were turned back at Gao on Sunday.", "reject")
    assert not claim.agents
    assert [place.text for place in claim.places] == ["Gao"]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The army has left Adwa, if the rebels are to be believed.", "rebels"),
        ("By the account of the rebels, the army has left Adwa.", "rebels"),
        ("The army has left Adwa, by the count of the rebels.", "rebels"),
    ],
)
def test_an_account_gives_a_voice_and_makes_no_condition(one: One, text: str, voice: str) -> None:
    claim = one(text, "withdraw")
    assert names(claim) == [voice]
    assert claim.modality is Modality.HAPPENED


def test_where_the_one_who_speaks_is_does_not_tell_where_it_happened(one: One) -> None:
    claim = one("In the words of one diplomat in Bamako, the rebels have taken Kidal.", "capture")
    assert [place.text for place in claim.places] == ["Kidal"]
    assert not claim.amounts


def test_a_withdrawal_that_is_to_be_completed_is_planned(one: One) -> None:
    claim = one("The withdrawal of the soldiers from Gao is to be completed by the end of the year.", "withdraw")
    assert claim.modality is Modality.PLANNED


def test_nobody_fires_at_positions_of_his_own() -> None:
    (claim,) = (c for c in claims_of("Azerbaijan said Armenian forces had fired at its positions.") if c.targets)
    assert targets(claim) == ["Azerbaijan"]
