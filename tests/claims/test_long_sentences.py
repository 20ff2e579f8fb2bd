"""Acts told in the middle of long sentences: in relative clauses, behind *of whom* and *whose*, by participles."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read, places, recipients, targets


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        ("Ten sailors taken prisoner there were handed over to the Red Cross after two weeks.", "arrest", "sailors"),
        ("Twelve policemen taken hostage in Goma were freed on Monday.", "abduct", "policemen"),
    ],
)
def test_who_was_taken_so_is_the_target_and_not_the_taker(one: One, text: str, type_: str, who: str) -> None:
    claim = one(text, type_)
    assert (targets(claim), claim.agents) == ([who], ())


@pytest.mark.parametrize(
    ("text", "who", "to"),
    [
        ("The pilots captured in Kassala were handed over to the Red Cross.", ["pilots"], 1),
        ("The colonel was swapped for twelve rebels on Friday.", ["colonel"], 0),
        ("The warlord was let out of prison in May.", ["warlord"], 0),
    ],
)
def test_people_handed_over_exchanged_or_let_out_are_released(one: One, text: str, who: list[str], to: int) -> None:
    claim = one(text, "release")
    assert (targets(claim), len(claim.recipients)) == (who, to)


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        ("The villagers, 200 of whom were killed in May, have fled.", "kill", "villagers"),
        ("The camp shelters refugees, most of whom were driven out of Goma by the army.", "displace", "refugees"),
    ],
)
def test_of_whom_counts_those_that_it_stands_behind(one: One, text: str, type_: str, who: str) -> None:
    assert targets(one(text, type_)) == [who]


@pytest.mark.parametrize(
    ("text", "type_", "where"),
    [
        ("The army besieged Kassala, whose inhabitants fled to Goma.", "displace", ("Kassala", "from")),
        ("Rebels fled Goma, whose airport was seized on Monday.", "capture", ("Goma", "at")),
    ],
)
def test_what_undergoes_the_act_lies_in_the_place_that_whose_stands_for(
    one: One, text: str, type_: str, where: tuple[str, str]
) -> None:
    assert where in places(one(text, type_))


def test_whose_soldiers_attack_elsewhere_do_not_attack_at_home(one: One) -> None:
    text = "The convoy reached Goma, whose soldiers attacked Kassala."
    assert [name for name, _ in places(one(text, "attack"))] == ["Kassala"]


@pytest.mark.parametrize(
    ("text", "type_", "dead"),
    [
        ("After the bombing of a market in Goma, in which 30 people died, the army shut the border.", "bombing", 30.0),
        ("The shelling of a school in Goma, in which nine children were killed, was condemned by France.", "shelling",
         9.0),
        ("The group said it had planted the mine that killed four soldiers near Goma.", "bombing", 4.0),
    ],
)  # fmt: skip
def test_those_whom_a_relative_clause_tells_as_dead_are_amounts_of_the_act(
    read: Read, text: str, type_: str, dead: float
) -> None:
    fit = [claim for claim in read(text) if claim.type in {type_, "kill"}]
    assert [(claim.type, [slot.amount.low for slot in claim.amounts]) for claim in fit] == [(type_, [dead])]


def test_what_is_shelled_or_bombed_may_stand_behind_of(one: One) -> None:
    assert targets(one("The bombing of a market in Goma was condemned by France.", "bombing")) == ["market"]


def test_who_lost_men_in_fighting_with_others_fought_them(one: One) -> None:
    claim = one("Uganda lost 20 soldiers in fighting with the rebels around Goma.", "clash")
    assert ([p.name for p in claim.agents], recipients(claim), places(claim)) == (
        ["Uganda"],
        ["rebels"],
        [("Goma", "near")],
    )


def test_those_in_their_post_are_who_was_attacked(one: One) -> None:
    claim = one("Eleven policemen had died in an assault upon their post in Goma.", "attack")
    assert targets(claim) == ["policemen"]


def test_a_mine_strikes_whom_it_explodes_under(one: One) -> None:
    claim = one("Four men died on Sunday when a mine exploded under a patrol of the Kenyan army in Goma.", "bombing")
    assert targets(claim) == ["Kenyan army"]


def test_a_building_that_houses_somebody_stands_where_the_words_behind_say(one: One) -> None:
    text = "A guard was killed when a truck packed with explosives blew up in front of a building that houses clinics in Goma."  # noqa: E501
    assert places(one(text, "bombing")) == [("Goma", "at")]


def test_the_day_before_the_sayer_is_that_of_the_act_in_which_they_died(one: One) -> None:
    text = "Six soldiers were killed in an attack on their camp at Goma, in the west, last Tuesday, the ministry announced."  # noqa: E501
    claim = one(text, "attack", published="2017-06-17")
    assert claim.time is not None
    assert claim.time.start == "2017-06-13"


def test_a_body_meets_through_the_envoy_whose_it_is_and_fights_through_its_soldiers(one: One) -> None:
    text = "The African Union, whose envoy met General Hemedti on Saturday, will decide on Monday."
    assert [party.name for party in one(text, "meet").agents] == ["African Union"]
    claim = one("Boko Haram, whose fighters killed ten farmers near Goma, denied it.", "kill")
    assert [party.name for party in claim.agents] == ["Boko Haram"]


def test_a_relative_clause_without_a_pronoun_tells_what_was_done_to_its_noun(one: One) -> None:
    claim = one("The European Union kept the sanctions it imposed on Eritrea in January.", "sanction")
    assert [party.name for party in claim.agents] == ["European Union"]


def test_talks_that_opened_somewhere_were_held_there(one: One) -> None:
    text = "Talks between the army and the rebels, which had begun in Goma in March, were broken off."
    claim = one(text, "meet", published="2017-06-17")
    assert places(claim) == [("Goma", "at")]
    assert claim.time is not None
    assert (len(claim.agents), claim.time.start) == (2, "2017-03-01")


def test_who_admits_to_dead_tells_how_many(one: One) -> None:
    assert [slot.amount.low for slot in one("The army admitted to nine dead in Goma.", "kill").amounts] == [9.0]
