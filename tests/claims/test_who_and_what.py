"""Who *who* is, whose act a battle is, what cost lives, and what UCDP would count."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read, counted


def test_who_behind_a_body_is_the_person_before_it(one: One) -> None:
    killed = one("A commander of Jaysh al-Islam who was killed on Friday had attacked Douma.", "kill")
    assert [party.text for party in killed.targets] == ["commander"]
    fled = one("A spokesman for the Syrian Observatory for Human Rights, who fled Aleppo, spoke of hunger.", "displace")
    assert [party.text for party in fled.targets] == ["spokesman"]


def test_fighters_of_a_group_stay_the_group(one: One) -> None:
    attack = one("A fighter from the Free Syrian Army who attacked the checkpoint in Homs was arrested.", "attack")
    assert [party.name for party in attack.agents] == ["Free Syrian Army"]


@pytest.mark.parametrize(
    "text",
    [
        "ISIS killed 30 soldiers in a Syrian gas field battle.",
        "Rebels killed 30 men in an Iraqi border town attack.",
    ],
)
def test_a_nationality_before_a_place_is_no_side_of_the_act_there(read: Read, text: str) -> None:
    agents = {party.text for claim in read(text) for party in claim.agents}
    assert agents.isdisjoint({"Syrian", "Iraqi"})


def test_a_nationality_before_an_act_is_its_side_still(one: One) -> None:
    assert [party.name for party in one("A Russian air strike hit Idlib.", "airstrike").agents] == ["Russia"]


def test_who_killed_in_a_battle_took_part_in_it(one: One) -> None:
    clash = one("Jihadists killed 270 in a gas field battle near Palmyra.", "clash")
    assert [party.text for party in clash.agents] == ["Jihadists"]
    assert counted(clash) == [("killed", 270.0)]


@pytest.mark.parametrize("text", ["The attack on Homs cost 12 lives.", "The attack on Homs claimed 12 lives."])
def test_lives_that_an_act_cost_are_people_killed(one: One, text: str) -> None:
    assert counted(one(text, "attack")) == [("killed", 12.0)]


@pytest.mark.parametrize(
    ("text", "type_", "code", "why"),
    [
        ("On 4 May 2017 the Syrian army shelled Douma, killing 12 civilians.", "shelling", "one-sided", "civilians"),
        (
            "On 4 May 2017 the Syrian army attacked ISIS near Palmyra, killing 12 fighters.",
            "attack",
            "state-based",
            "two",
        ),
        ("On 4 May 2017 Ahrar al-Sham clashed with ISIS near Idlib, killing 12.", "clash", "non-state", "two"),
        ("On 4 May 2017 the Syrian army shelled Douma.", "shelling", None, "no death told"),
        ("The Syrian army shelled Douma, killing 12 civilians.", "shelling", None, "no day"),
        ("On 4 May 2017 the Syrian army entered Douma.", "reach", None, "armed force"),
        ("The Syrian army plans to attack ISIS near Palmyra.", "attack", None, "planned"),
    ],
)
def test_what_ucdp_counts_is_told_with_its_reason(one: One, text: str, type_: str, code: str | None, why: str) -> None:
    (found,) = (one_ for one_ in one(text, type_).codes if one_.book == "ucdp")
    assert (found.code, why in found.reason) == (code, True), found.reason


@pytest.mark.parametrize(
    ("text", "type_", "dead", "hurt"),
    [
        ("Ten people were killed and 22 wounded in a car bomb attack in Homs.", "bombing", 10.0, 22.0),
        ("A car bomb left four dead and two injured in Homs.", "bombing", 4.0, 2.0),
        ("A mortar attack in Homs left 4 dead and 2 injured.", "shelling", 4.0, 2.0),
    ],
)
def test_the_dead_and_the_hurt_of_one_act_are_its_amounts_and_no_claim_beside_it(
    read: Read, text: str, type_: str, dead: float, hurt: float
) -> None:
    (claim,) = read(text)
    assert claim.type == type_
    assert {(slot.amount.what, slot.amount.low) for slot in claim.amounts} == {("killed", dead), ("wounded", hurt)}
    assert [slot.place.name for slot in claim.places] == ["Homs"]


def test_the_dead_of_another_day_stay_apart(read: Read) -> None:
    found = read("Ten people were killed on Monday and 22 wounded in a car bomb attack in Homs on Friday.")
    assert [(slot.amount.what, slot.amount.low) for c in found if c.type == "kill" for slot in c.amounts] == [
        ("killed", 10.0)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Forty Syrians die in ammo depot blast.",
        "At least 87 people including 31 children died in the attack on Idlib.",
        "Some of the children killed in the attack in Idlib were refugees.",
        "Militants lost 12 men in the battle for Homs.",
    ],
)
def test_who_dies_in_an_act_never_did_it(read: Read, text: str) -> None:
    assert [p.text for claim in read(text) if claim.type != "clash" for p in claim.agents] == []


def test_two_places_before_one_place_noun_are_both_taken(one: One) -> None:
    taken = one("The army took the Zabadani and Madaya area on Friday.", "capture")
    assert [(slot.text, slot.role) for slot in taken.places] == [("Zabadani", "in_area"), ("Madaya area", "in_area")]


def test_what_is_under_control_is_the_crossing_and_not_the_border_it_lies_on(one: One) -> None:
    words = "Troops want to liberate Al-Qaim, the last official crossing on the Syrian-Iraqi border, which is still"
    held = one(f"{words} under the control of ISIS.", "control")
    assert [slot.place.name for slot in held.places] == ["al-Qaim"]


@pytest.mark.parametrize("weapon", ["heavy artillery", "tank", "mortar"])
def test_what_is_fired_with_is_nobody(one: One, weapon: str) -> None:
    assert one(f"An adviser to the governor reported {weapon} fire on the village of Sarmin.", "shelling").agents == ()


def test_who_is_appointed_to_lead_a_campaign_has_not_led_it_that_day(one: One) -> None:
    text = "The general was appointed to lead the campaign in Kherson on 8 October."
    assert one(text, "operation").modality == "planned"
