"""Constructions of running news: who was helped, what it is called, whom it killed without a number, where it was."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read, agents, counted, places, recipients, targets


@pytest.mark.parametrize(
    ("text", "helper", "helped", "act"),
    [
        ("The army helped the militia retake Goma.", "army", ["militia"], "capture"),
        ("French soldiers helped the Malian army drive rebels out of Gao.", "French", ["Malian"], "capture"),
        ("Advisers helped Somali troops recapture Barawe.", "Advisers", ["Somali"], "capture"),
    ],
)
def test_who_is_helped_to_do_a_thing_does_it(read: Read, text: str, helper: str, helped: list[str], act: str) -> None:
    claims = {claim.type: claim for claim in read(text)}
    support, done = claims["support"], claims[act]
    assert helper in support.agents[0].text or helper in support.agents[0].name
    assert [helped[0] in party.text for party in support.recipients] == [True]
    assert agents(done) == recipients(support)


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        ("Israel launched what it called a limited ground operation in southern Lebanon.", "operation", ["Israel"]),
        ("The army carried out what it described as a precision strike on Goma.", "airstrike", None),
    ],
)
def test_an_act_is_done_whatever_it_is_called(one: One, text: str, type_: str, who: list[str] | None) -> None:
    claim = one(text, type_)
    assert claim.modality.value == "happened"
    assert claim.agents
    assert who is None or agents(claim) == who


@pytest.mark.parametrize(
    ("text", "type_", "whom"),
    [
        ("Warplanes bombed Nyala, killing civilians and destroying homes.", "airstrike", ["civilians"]),
        ("An air strike on Gao killed mourners.", "airstrike", ["mourners"]),
        ("Shells hit Goma, wounding several people.", "shelling", []),
    ],
)
def test_the_dead_whom_no_number_counts_are_the_target(one: One, text: str, type_: str, whom: list[str]) -> None:
    assert targets(one(text, type_)) == whom


@pytest.mark.parametrize(
    ("text", "type_", "told"),
    [
        ("Shells hit Goma, killing a woman and wounding three children.", "shelling", [("killed", 1), ("wounded", 3)]),
        ("A watchman was killed when a car bomb exploded in Goma.", "bombing", [("killed", 1)]),
        ("Gunmen shot dead a journalist in Goma.", "kill", [("killed", 1)]),
    ],
)
def test_a_single_victim_counts_one(one: One, text: str, type_: str, told: list[tuple[str, float]]) -> None:
    assert counted(one(text, type_)) == told


def test_a_crowd_told_in_the_singular_is_not_one(one: One) -> None:
    assert counted(one("Soldiers killed a group of herders in Gao.", "kill")) == []


def test_what_aircraft_kill_is_an_air_strike(one: One) -> None:
    claim = one("A Turkish drone killed two fighters near Kobani.", "airstrike")
    assert (agents(claim), targets(claim), counted(claim)) == (["Turkey"], ["fighters"], [("killed", 2.0)])


@pytest.mark.parametrize(
    ("text", "who", "told"),
    [
        ("M23 rebels entered Sake, forcing thousands of residents to flee toward Goma.", ["March 23 Movement"], 2000),
        ("The fighting has forced 20,000 people to flee Sake.", [], 20_000),
    ],
)
def test_who_forces_people_to_flee_displaces_them(one: One, text: str, who: list[str], told: float) -> None:
    claim = one(text, "displace")
    assert (agents(claim), [slot.amount.low for slot in claim.amounts]) == (who, [told])


def test_numbers_told_for_two_places_stay_with_their_places(read: Read) -> None:
    claims = [claim for claim in read("The army killed four people in Goma and six in Bukavu.") if claim.type == "kill"]
    assert [(places(claim)[0][0], counted(claim)) for claim in claims] == [
        ("Goma", [("killed", 4.0)]),
        ("Bukavu", [("killed", 6.0)]),
    ]


def test_who_took_the_first_town_took_the_second_that_shares_its_verb(read: Read) -> None:
    claims = read("Sake was captured by the M23 on Monday and Masisi on Tuesday.", published="2024-03-15")
    assert [(agents(claim), claim.time.start if claim.time else None) for claim in claims] == [
        (["March 23 Movement"], "2024-03-11"),
        (["March 23 Movement"], "2024-03-12"),
    ]


def test_a_town_that_opens_a_sentence_is_no_adverb(one: One) -> None:
    assert places(one("Bakhmut was captured by Russia in May.", "capture")) == [("Bakhmut", "at")]


@pytest.mark.parametrize(
    ("text", "type_", "whom"),
    [
        ("The army shot dead the mayor of Goma.", "kill", ["mayor"]),
        ("Bandits shot dead the traditional ruler of Gobir.", "kill", ["traditional ruler"]),
        ("Bandits took his wife captive.", "abduct", ["wife"]),
    ],
)
def test_whom_it_befell_stands_behind_how_they_fared(one: One, text: str, type_: str, whom: list[str]) -> None:
    assert targets(one(text, type_)) == whom


def test_what_is_set_ablaze_is_burnt_where_the_sentence_ends(one: One) -> None:
    claim = one("A drone strike set an oil depot ablaze in Tuapse.", "destroy")
    assert (targets(claim), places(claim)) == (["oil depot"], [("Tuapse", "at")])


@pytest.mark.parametrize(
    "text",
    [
        "A strike on a school sheltering displaced people in Goma killed at least 33 pupils, the health ministry said.",
        "A strike hit a building sheltering families in Goma, killing 33.",
    ],
)
def test_those_who_sheltered_there_killed_nobody(read: Read, text: str) -> None:
    claims = read(text)
    assert [(claim.type, [slot.amount.low for slot in claim.amounts]) for claim in claims] == [("airstrike", [33.0])]


def test_a_committee_named_behind_a_town_says_it(read: Read) -> None:
    claims = read(
        "At least 14 people were killed and dozens wounded when a drone hit a crowded market in El Fasher, a local "
        "emergency committee said on Wednesday."
    )
    assert [one.name for one in claims[0].speakers] == ["local emergency committee"]


def test_who_said_that_people_had_fled_warns_as_well(read: Read) -> None:
    claims = read("A spokesman said residents had fled and warned that the rebels were advancing on Goma.")
    assert [[one.name for one in claim.speakers] for claim in claims] == [["unnamed:spokesman"]] * 2


def test_people_told_apart_by_mostly_are_those_who_died(one: One) -> None:
    assert targets(one("Kabul said 46 people, mostly women and children, died in Khost.", "kill")) == ["people"]
