"""Who is asked or blamed, what moves, what falls, and the things that are struck."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read, agents, counted, targets


@pytest.mark.parametrize(
    ("text", "type_", "asked"),
    [
        ("The Sudanese government demanded that Ethiopia withdraw its forces from Fashaga.", "demand", ["Ethiopia"]),
        ("The ministry condemned Eritrea over the raid, which it blamed on the rebels.", "accuse", ["rebels"]),
        ("The army blamed the shelling of Homs on rebels.", "accuse", ["rebels"]),
        ("A UN panel held Russia responsible for the attack.", "accuse", ["Russia"]),
    ],
)
def test_who_is_asked_or_blamed_is_the_recipient(read: Read, text: str, type_: str, asked: list[str]) -> None:
    assert asked in [[p.name for p in claim.recipients] for claim in read(text) if claim.type == type_]


def test_a_demand_that_something_be_done_names_nobody(one: One) -> None:
    assert one("The government demanded that the rebels be disarmed.", "demand").recipients == ()


@pytest.mark.parametrize(
    ("text", "fallen"),
    [
        ("The rebels denied on Sunday that the city of Homs had fallen.", ["Homs"]),
        ("Fighters entered Goma, which fell on Monday.", ["Goma"]),
        ("Prices in Homs fell by a third.", []),
        ("The town of Goma fell silent.", []),
    ],
)
def test_a_town_that_fell_was_taken_and_nobody_is_said_to_have_taken_it(
    read: Read, text: str, fallen: list[str]
) -> None:
    found = [claim for claim in read(text) if claim.type == "capture"]
    assert [slot.place.name for claim in found for slot in claim.places] == fallen
    assert [p for claim in found for p in claim.agents] == []


@pytest.mark.parametrize(
    ("text", "type_", "places"),
    [
        ("Ten trucks with civilians left the Rukban camp on Monday.", "withdraw", [("from", "Rukban camp")]),
        ("Russian soldiers left their post at the Kweires airfield.", "withdraw", [("from", "Kweires airfield")]),
        ("The convoy is on its way to Manbij.", "advance", [("toward", "Manbij")]),
        ("The column of 20 vehicles has been stuck at Saraqib for two days.", "presence", [("at", "Saraqib")]),
        ("A convoy of 20 vehicles entered from the Semalka crossing.", "advance", [("from", "Semalka crossing")]),
        ("Turkey maintains ten observation posts around Idlib.", "presence", [("near", "Idlib")]),
        (
            "Three lorries of the rebels crossed from Homs to Hama by night.",
            "advance",
            [("from", "Homs"), ("to", "Hama")],
        ),
        ("Hezbollah fighters guarded the town of Qusayr.", "presence", [("at", "Qusayr")]),
    ],
)
def test_what_moves_stands_or_guards_has_its_place(
    one: One, text: str, type_: str, places: list[tuple[str, str]]
) -> None:
    claim = one(text, type_)
    assert [(slot.role, slot.text) for slot in claim.places] == places
    assert len(claim.agents) == 1


def test_men_left_dead_were_killed_and_did_not_leave(read: Read) -> None:
    (claim,) = read("12 militants were left dead in Homs.")
    assert (claim.type, targets(claim)) == ("kill", ["militants"])
    assert counted(claim) == [("killed", 12.0)]


@pytest.mark.parametrize(
    ("text", "type_", "struck"),
    [
        ("The raid destroyed a command centre and an arms depot.", "destroy", ["command centre", "arms depot"]),
        ("Soldiers discovered a tunnel and a workshop in Homs.", "find", ["tunnel", "workshop"]),
        ("The army shelled the hospital in Homs.", "shelling", ["hospital"]),
        ("The army shelled the village of Tadef.", "shelling", []),
        ("The army fired rockets at Tadef.", "shelling", []),
    ],
)
def test_things_struck_or_found_are_told_by_their_own_words(one: One, text: str, type_: str, struck: list[str]) -> None:
    assert targets(one(text, type_)) == struck


def test_who_is_repelled_is_who_attacked(one: One) -> None:
    claim = one("A counter-attack by ISIS on Palmyra was repelled on Friday.", "repel")
    assert targets(claim) == ["Islamic State"]
    assert [slot.text for slot in claim.places] == ["Palmyra"]


def test_a_road_that_is_cut_lies_between_the_places_it_links(one: One) -> None:
    claim = one("The rebel army cut the highway that links Damascus with Aleppo.", "besiege")
    assert [(slot.role, slot.place.name) for slot in claim.places] == [("between", "Damascus"), ("between", "Aleppo")]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Some 400,000 people are still trapped in the Old City of Mosul.", "affirmed"),
        ("Some 400,000 people are still not trapped in the Old City of Mosul.", "denied"),
    ],
)
def test_those_who_are_still_trapped_are_besieged_now(one: One, text: str, polarity: str) -> None:
    claim = one(text, "besiege")
    assert (claim.polarity.value, claim.aspect.value) == (polarity, "ongoing")
    assert [slot.text for slot in claim.places] == ["Old City"]


def test_a_booby_trapped_house_is_a_bombing_unless_it_is_denied(one: One) -> None:
    told = one("The house had been booby-trapped by militants.", "bombing")
    assert (agents(told), told.polarity.value) == (["militants"], "affirmed")
    assert one("The house had not been booby-trapped by militants.", "bombing").polarity.value == "denied"


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Up to 300,000 may flee in the coming weeks.", "displace"),
        ("An IED targeted a vehicle of the police in Homs.", "bombing"),
        ("A rescue team pulled 21 bodies from the mass grave in Homs.", "find"),
        ("On Monday the army took Homs. On Tuesday it marched into Hama.", "advance"),
    ],
)
def test_more_words_tell_their_acts(one: One, text: str, type_: str) -> None:
    assert one(text, type_).evidence


def test_a_town_left_to_a_side_was_handed_to_it(one: One) -> None:
    claim = one("The Peshmerga left Sinjar to the militias.", "transfer")
    assert (agents(claim), [p.name for p in claim.recipients]) == (["Peshmerga"], ["militias"])
    assert [slot.text for slot in claim.places] == ["Sinjar"]


def test_a_convoy_crosses_with_its_vehicles_and_what_it_carries_is_support(read: Read) -> None:
    crossed, carried = read(
        "A Turkish convoy of some 50 vehicles, which crossed the border at Bab al-Hawa, was carrying ammunition to "
        "the rebels."
    )
    assert (crossed.type, carried.type) == ("advance", "support")
    assert [p.text for p in crossed.agents] == [p.text for p in carried.agents] == ["Turkish convoy"]
    assert [p.name for p in carried.recipients] == ["rebels"]


def test_what_a_raid_hit_is_its_target(one: One) -> None:
    claim = one("The raid hit the hospital shortly after the convoy had passed.", "attack")
    assert targets(claim) == ["hospital"]
