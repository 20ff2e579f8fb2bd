"""Acts of arms as newspapers tell them at length: results behind commas, sayers at the end, numbers without a noun."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read, agents, counted, places, targets
from tripoint.model import Modality, Polarity


@pytest.mark.parametrize(
    ("text", "type_", "what"),
    [
        ("A missile slammed into an apartment block in Dnipro, killing nine.", "shelling", ["apartment block"]),
        ("Two rockets smashed into a bakery in Marib on Sunday.", "shelling", ["bakery"]),
        ("An Iranian-made drone ploughed into a factory near Kharkiv at dawn.", "airstrike", ["factory"]),
    ],
)
def test_what_a_weapon_slams_into_is_struck_and_the_weapon_is_nobody(
    one: One, text: str, type_: str, what: list[str]
) -> None:
    claim = one(text, type_)
    assert (agents(claim), targets(claim)) == ([], what)


@pytest.mark.parametrize(
    "text",
    [
        "Russia launched forty drones at Odesa overnight.",
        "The army fired three missiles at Goma on Sunday.",
        "Russia sent a dozen drones towards Odesa.",
    ],
)
def test_what_is_sent_off_is_not_what_is_struck(read: Read, text: str) -> None:
    claims = [claim for claim in read(text) if claim.type in {"airstrike", "shelling"}]
    assert [(targets(claim), bool(claim.places)) for claim in claims] == [([], True)]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Gunmen set fire to dozens of fuel tankers near Kayes.", ["fuel tankers"]),
        ("Soldiers set dozens of houses ablaze in Goma.", ["houses"]),
        ("Drones hit Odesa, setting a grain terminal on fire.", ["grain terminal"]),
    ],
)
def test_what_is_set_on_fire_is_destroyed(one: One, text: str, what: list[str]) -> None:
    assert targets(one(text, "destroy")) == what


@pytest.mark.parametrize(
    ("text", "type_", "where"),
    [
        (
            "Fighters went from house to house in Goma, executing men in front of their families.",
            "harm_civilians",
            "Goma",
        ),
        ("Officers drove through the streets of Goma, wounding thirty protesters.", "kill", "Goma"),
        ("A minibus was blown up as it crossed a bridge near Goma.", "bombing", "Goma"),
        ("Five policemen were shot dead while manning a checkpoint near Goma.", "kill", "Goma"),
    ],
)
def test_what_went_on_around_an_act_tells_where_it_was_done(one: One, text: str, type_: str, where: str) -> None:
    assert where in [name for name, _ in places(one(text, type_))]


@pytest.mark.parametrize(
    "text",
    [
        "Mortar rounds landed near the palace in Goma as lawmakers were debating a law, injuring seven people.",
        "A shell hit a school in Goma while pupils were sitting an exam, killing four of them.",
        "Rockets struck a market in Goma as women were queuing for bread, wounding eleven.",
    ],
)
def test_a_result_behind_a_comma_is_the_acts_and_not_that_of_those_who_were_there(read: Read, text: str) -> None:
    claims = read(text)
    assert [(claim.type, len(counted(claim)), agents(claim)) for claim in claims] == [("shelling", 1, [])]


@pytest.mark.parametrize(
    ("text", "whom", "speaker"),
    [
        (
            "Armed men abducted at least 87 people, including women and children, from the village of Kajuru on Sunday,"
            " residents and a local official said.",
            ["people"],
            "residents",
        ),
        (
            "Bandits killed nine farmers, among them two brothers, near Goma, relatives and a chief said.",
            ["farmers"],
            "",
        ),
    ],
)
def test_who_says_it_at_the_end_is_not_to_whom_it_was_done(
    read: Read, text: str, whom: list[str], speaker: str
) -> None:
    claim = next(claim for claim in read(text) if claim.type in {"abduct", "kill"})
    assert targets(claim) == whom
    assert any(speaker in one.name for one in claim.speakers)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Houthis shot down a drone over Marib, their spokesman, Yahya Saree, claimed on television.",
            "Yahya Saree",
        ),
        (
            "Rebels have surrounded a base near Goma, the movement's spokesman, Lawrence Kanyuka, said.",
            "Lawrence Kanyuka",
        ),
    ],
)
def test_a_spokesman_named_between_commas_behind_the_act_says_it(read: Read, text: str, speaker: str) -> None:
    assert [one.name for one in read(text)[0].speakers] == [speaker]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A local group put the dead at 17, among them a novice aged nine.", [("killed", 17.0)]),
        ("The army speaks of 27 dead.", [("killed", 27.0)]),
        ("Medics put the number of dead at 31.", [("killed", 31.0)]),
    ],
)
def test_a_number_of_the_dead_needs_no_noun(one: One, text: str, told: list[tuple[str, float]]) -> None:
    assert counted(one(text, "kill")) == told


def test_the_part_is_counted_and_not_the_whole(one: One) -> None:
    assert counted(one("The air force said it had destroyed 61 of 74 drones.", "destroy")) == [("vehicles", 61.0)]
    assert counted(one("Air defences shot down 19 of the 25 drones over Kyiv.", "destroy")) == [("vehicles", 19.0)]


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("The withdrawal of the troops from Goma is to be completed by Friday.", Modality.PLANNED, Polarity.AFFIRMED),
        ("A ground assault on Rafah would follow if talks failed.", Modality.CONDITIONAL, Polarity.AFFIRMED),
        ("An attack on Goma could cut off the last road.", Modality.POSSIBLE, Polarity.AFFIRMED),
        (
            "Had the rebels not pulled out of Goma, an officer said, they would have lost.",
            Modality.CONDITIONAL,
            Polarity.DENIED,
        ),
    ],
)
def test_what_is_planned_or_supposed_did_not_happen(
    read: Read, text: str, modality: Modality, polarity: Polarity
) -> None:
    claim = next(claim for claim in read(text) if claim.type in {"withdraw", "attack"})
    assert (claim.modality, claim.polarity) == (modality, polarity)


def test_those_who_were_driven_out_had_held_the_town(one: One) -> None:
    text = "The brigades drove the rebels from Goma, the last town that was still in their hands."
    assert agents(one(text, "control")) == ["rebels"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Sudanese army retook Sennar and its sugar factory last month.", ["Sudanese Armed Forces"]),
        ("The rebels retook Goma on Friday, the minister said.", ["rebels"]),
        ("Loyalist militias retook Goma and its airport in May.", ["Loyalist militias"]),
    ],
)
def test_who_retook_a_town_is_told_before_the_verb(one: One, text: str, who: list[str]) -> None:
    claim = one(text, "capture")
    assert [name.lower() for name in agents(claim)] == [name.lower() for name in who]


@pytest.mark.parametrize(
    "text",
    [
        "A drone believed to belong to the rebels struck a hospital in Goma on Tuesday.",
        "A missile thought to come from Belarus hit a school in Kyiv.",
        "A shell suspected to contain chlorine hit a house in Goma.",
    ],
)
def test_what_is_believed_of_a_weapon_is_said_in_passing_of_its_hit(read: Read, text: str) -> None:
    claim = next(claim for claim in read(text) if claim.type in {"airstrike", "shelling"})
    assert (claim.modality, bool(claim.places)) == (Modality.HAPPENED, True)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Militants attacked a police station in Cauca with rifles and cylinder bombs.", "attack"),
        ("Protesters attacked a post in Goma with petrol bombs and machetes.", "attack"),
        ("The army attacked Goma with bombs.", "airstrike"),
    ],
)
def test_bombs_carried_by_hand_fall_from_no_plane(one: One, text: str, type_: str) -> None:
    assert one(text, type_).places


def test_those_who_are_wounded_beside_the_dead_are_told_with_them(one: One) -> None:
    claim = one("The soldiers shot dead a guard and wounded two others near Lachin on Tuesday.", "kill")
    assert (targets(claim), counted(claim), bool(claim.places), claim.time is not None) == (
        ["guard"],
        [("wounded", 2.0)],
        True,
        True,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Pirates seized a Maltese trawler off Eyl.",
        "Gunmen seized a Bangladesh-flagged vessel near Eyl.",
        "The pirates hijacked an Iranian dhow off Eyl.",
    ],
)
def test_a_ship_that_is_seized_is_abducted_where_it_was_and_not_where_its_flag_is(one: One, text: str) -> None:
    claim = one(text, "abduct")
    assert ([name for name, _ in places(claim)], len(claim.targets)) == (["Eyl"], 1)


def test_a_battle_with_allies_of_somebody_is_fought_when_and_where_the_sentence_says(read: Read) -> None:
    text = "The army battled militias allied with Rwanda near Goma on Sunday."
    claim = next(claim for claim in read(text, published="2024-06-17") if claim.type == "clash")
    assert (places(claim), claim.time is not None) == ([("Goma", "near")], True)
