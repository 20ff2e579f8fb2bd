"""What newspapers let be seen, counted or held in passing: watched columns, bare tolls, hands that hold a town."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read, agents, counted, places, recipients, targets
from tripoint.model import Modality, Polarity


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nineteen soldiers were killed. The army speaks of 27.", ("killed", 27.0)),
        ("The toll is disputed: the rebels admit to 31.", ("killed", 31.0)),
        ("The junta counts twelve dead; witnesses speak of fifty.", ("killed", 50.0)),
    ],
)
def test_a_bare_number_behind_speaking_counts_the_dead_told_of_before(
    read: Read, text: str, told: tuple[str, float]
) -> None:
    claim = read(text)[-1]
    assert (claim.type, counted(claim), bool(claim.speakers), claim.agents) == ("kill", [told], True, ())


def test_a_number_of_dead_is_told_once(one: One) -> None:
    text = "The army speaks of 27 dead; sources in Kassala put the figure higher."
    assert counted(one(text, "kill")) == [("killed", 27.0)]


def test_a_bare_number_counts_nobody_where_no_dead_were_told_of(read: Read) -> None:
    assert read("The minister presented the plan. The opposition speaks of 27.") == ()


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("Reporters watched a column of Ukrainian tanks roll towards Huliaipole.", True, "Hulyaypole"),
        ("Villagers saw dozens of rebels march into Bunagana at noon.", True, "Bunagana"),
        ("Residents heard the army's tanks move towards Goma.", True, "Goma"),
    ],
)
def test_what_is_watched_moves_and_not_who_watches(one: One, text: str, who: bool, where: str) -> None:
    claim = one(text, "advance")
    assert (bool(claim.agents), [name for name, _ in places(claim)]) == (who, [where])
    assert not {"reporters", "residents", "villagers"} & {name.lower() for name in agents(claim)}


@pytest.mark.parametrize(
    ("text", "type_", "told"),
    [
        ("Two civilians were killed and eleven injured in Goma.", "kill", [("killed", 2.0), ("wounded", 11.0)]),
        ("Nine rebels were shot dead and dozens wounded near Goma on Friday.", "kill", None),
    ],
)
def test_a_bare_number_of_wounded_is_told_with_the_dead(
    one: One, text: str, type_: str, told: list[tuple[str, float]] | None
) -> None:
    claim = one(text, type_)
    assert told is None or counted(claim) == told
    assert [name for name, _ in places(claim)] == ["Goma"]


@pytest.mark.parametrize(
    ("text", "type_", "what"),
    [
        ("A truck packed with explosives went off at a junction in Mogadishu.", "bombing", []),
        ("The rebels overran the last outpost of the border guard at Goma.", "capture", []),
        ("Gunmen abducted nine loggers near Goma.", "abduct", ["loggers"]),
        ("A glide bomb fell on a hardware store in Kharkiv.", "airstrike", ["hardware store"]),
        ("At least seven farmers were torn apart by a landmine near Palma.", "bombing", ["farmers"]),
        ("The police picked up the editor of a newspaper in Bamako before dawn.", "arrest", ["editor"]),
        ("Gunmen put to death four men near Goma.", "harm_civilians", ["men"]),
        ("More than sixty bodies, many with their hands tied, have been found near Tarhuna.", "find", ["bodies"]),
    ],
)
def test_acts_told_by_common_verbs(one: One, text: str, type_: str, what: list[str]) -> None:
    claim = one(text, type_)
    assert (targets(claim), bool(claim.places)) == (what, True)


def test_who_runs_into_an_ambush_is_its_target(one: One) -> None:
    assert targets(one("An army patrol ran into an ambush near Djibo and lost eight men.", "attack")) == ["army patrol"]


def test_forces_that_run_into_each_other_clash(one: One) -> None:
    claim = one("A column of Chadian soldiers ran into Boko Haram fighters near Bosso.", "clash")
    assert recipients(claim) == ["Boko Haram"]


@pytest.mark.parametrize(
    "text",
    [
        "Several attempts to storm Goma have failed.",
        "The rebels' attempts to storm Goma failed.",
    ],
)
def test_attempts_that_failed_were_attacks(one: One, text: str) -> None:
    claim = one(text, "attack")
    assert (claim.modality, claim.polarity) == (Modality.HAPPENED, Polarity.AFFIRMED)


@pytest.mark.parametrize("text", ["Not one bomb fell on Goma.", "The group put no bomb in Goma."])
def test_no_bomb_is_a_denial(read: Read, text: str) -> None:
    assert [claim.polarity for claim in read(text)] == [Polarity.DENIED]


@pytest.mark.parametrize(
    "text",
    [
        "An observer group based in Britain said that Goma had been shelled.",
        "Nine people died in Goma, according to a monitor based in London.",
    ],
)
def test_where_those_who_tell_have_their_seat_is_no_presence(read: Read, text: str) -> None:
    assert "presence" not in {claim.type for claim in read(text)}


def test_the_deadliest_attack_of_a_country_is_what_an_act_told_elsewhere_is_called(read: Read) -> None:
    text = "A bomb killed 600 people in Mogadishu, which remains the deadliest attack in Somalia's history."
    assert [claim.type for claim in read(text)] == ["bombing"]


def test_a_persons_relative_is_not_the_person(one: One) -> None:
    assert "Khalifa Haftar" not in agents(one("General Haftar's nephew slipped out of Sirte by night.", "withdraw"))


def test_it_fell_where_the_town_stands_before_it(one: One) -> None:
    claim = one("Rockets had destroyed a third of the town of Goma before it fell to the rebels.", "capture")
    assert (agents(claim), places(claim)) == (["rebels"], [("Goma", "at")])


def test_back_in_a_town_is_a_presence(one: One) -> None:
    assert places(one("Government troops are back in Bor.", "presence")) == [("Bor", "at")]


@pytest.mark.parametrize(
    "text",
    [
        "Artillery hit a camp near Goma on Sunday, local volunteers said, killing nine and wounding thirty.",
        "A drone struck a bus in Kherson, the governor said, killing two women.",
        "Gunmen attacked a village near Djibo, residents reported, killing at least eleven people.",
    ],
)
def test_a_result_behind_the_sayer_is_the_acts(read: Read, text: str) -> None:
    claims = read(text)
    assert [bool(claim.amounts) for claim in claims] == [True]
    assert not {"local volunteers", "governor", "residents"} & set(agents(claims[0]))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The rebels have freed a French hostage, abducted three years ago from a hotel in Hombori.", "French hostage"),
        ("The army exchanged a captain, captured in May near Goma, for two rebels.", "captain"),
    ],
)
def test_who_was_taken_before_the_comma_is_not_who_frees_him(read: Read, text: str, who: str) -> None:
    claim = next(claim for claim in read(text) if claim.type in {"abduct", "arrest"})
    assert targets(claim) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine has lost Soledar, the head of the occupation authorities claimed.",
        "The rebels overran Goma, a spokesman for the governor said.",
    ],
)
def test_an_office_behind_the_place_says_it_and_the_place_is_lost(one: One, text: str) -> None:
    claim = one(text, "capture")
    assert (len(claim.places), len(claim.speakers)) == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "The army clashed with rebels near Goma, with 187 of the rebels killed.",
        "The police fought gunmen in Goma, with nine officers wounded.",
    ],
)
def test_the_dead_behind_with_are_those_of_the_battle(read: Read, text: str) -> None:
    assert [(claim.type, len(claim.amounts)) for claim in read(text)] == [("clash", 1)]


def test_at_least_forty_are_dead_counts_them(one: One) -> None:
    assert counted(one("The diocese says that at least forty are dead.", "kill")) == [("killed", 40.0)]


def test_days_given_to_leave_are_no_flight(read: Read) -> None:
    claims = read("The jihadists gave the inhabitants three days to leave Goma or be killed.")
    assert claims
    assert {claim.modality for claim in claims} == {Modality.PLANNED}
