"""Claims of the short reports that agencies, monitors and ministries write, about any war."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read, agents, counted, places, targets
from tripoint.model import Claim, Modality


def speakers(claim: Claim) -> list[str]:
    return [speaker.name for speaker in claim.speakers]


@pytest.mark.parametrize(
    "text",
    [
        "Uganda said on Tuesday it had pulled its troops out of Bunia.",
        "The ministry said Tuesday it had pulled its troops out of Bunia.",
    ],
)
def test_the_day_between_a_saying_and_what_is_said_dates_the_saying(one: One, text: str) -> None:
    claim = one(text, "withdraw", published="2024-03-15")
    assert claim.time is None
    assert claim.said is not None
    assert claim.said.start == "2024-03-12"


def test_those_killed_are_none_who_say_it(one: One) -> None:
    claim = one(
        "Rebels shelled the town of Dilling for two days, killing 12 people, the Nuba Relief Group said.", "shelling"
    )
    assert ("killed", 12) in counted(claim)
    assert speakers(claim) == ["Nuba Relief Group"]


def test_both_sides_behind_after_agree(one: One) -> None:
    claim = one("Traders came back after the SPLM-N and the army agreed to a truce in Kadugli.", "agree")
    assert agents(claim) == ["SPLM-N", "Sudanese Armed Forces"]


def test_who_is_believed_to_belong_to_a_group_has_killed(one: One) -> None:
    claim = one(
        "Men believed to be from the CODECO militia killed nine people in Ituri on Monday, a local chief said.", "kill"
    )
    assert (claim.modality, speakers(claim)) == (Modality.HAPPENED, ["unnamed:local chief"])


def test_residents_who_tell_of_shelling_have_not_shelled(one: One) -> None:
    claim = one("Residents told of shelling on Friday which killed three farmers.", "shelling")
    assert (agents(claim), speakers(claim)) == ([], ["unnamed:residents"])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A raid claimed by al-Shabaab killed four officers near Garissa.", ["al-Shabaab"]),
        ("The rebels claimed the attack on the barracks in Garissa.", ["rebels"]),
        ("No group claimed the attack on the barracks in Garissa.", []),
    ],
)
def test_who_claims_an_attack_did_it_and_no_group_is_nobody(one: One, text: str, who: list[str]) -> None:
    assert agents(one(text, "attack")) == who


def test_nobody_accuses_himself(one: One) -> None:
    text = "The ELN left the talks with the Colombian government, accusing it of backing a rival faction in Tibú."
    assert agents(one(text, "backs")) == ["Colombian government"]


def test_both_sides_accused_are_not_those_who_accuse(one: One) -> None:
    text = "The army and the Oromo Liberation Army have fought in Wollega, with both sides accused of burning huts."
    claim = one(text, "accuse")
    assert claim.agents == ()
    assert len(claim.recipients) == 2


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("A patrol of the UN mission hit an explosive device near Ber.", ["UN mission"]),
        ("An army truck struck a landmine near Ber.", ["army truck"]),
    ],
)
def test_who_hits_a_mine_is_whom_it_struck(one: One, text: str, whom: list[str]) -> None:
    claim = one(text, "bombing")
    assert (agents(claim), targets(claim)) == ([], whom)


def test_fighters_driven_out_of_what_they_took_are_not_displaced(read: Read) -> None:
    found = read("Fano fighters seized Merawi last week before troops drove them out.", published="2024-03-15")
    assert [claim.type for claim in found] == ["capture", "capture"]
    assert [claim.time is not None for claim in found] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "A fire broke out at a refinery in Odesa after a drone attack on Sunday.",
        "A depot in Odesa caught fire after a drone attack on Sunday.",
        "Parts of Odesa were left without power after drone attacks on Sunday.",
    ],
)
def test_what_burns_or_goes_dark_after_a_strike_is_where_it_struck(one: One, text: str) -> None:
    assert places(one(text, "airstrike")) == [("Odesa", "at")]


def test_a_president_held_at_his_residence_is_detained(one: One) -> None:
    claim = one("Soldiers have been holding the president, Mohamed Bazoum, at his residence since July.", "arrest")
    assert targets(claim) == ["Mohamed Bazoum"]


def test_a_saying_joined_by_a_comma_vouches_for_what_stands_before(one: One) -> None:
    text = "The port of Hodeidah was hit by two air strikes, the Houthi-run Al Masirah TV reported, blaming Britain."
    assert speakers(one(text, "airstrike")) == ["Houthi-run Al Masirah TV"]


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        ("The M23 and government soldiers clashed in Sake.", "clash", ["March 23 Movement", "government soldiers"]),
        ("Hezbollah and Syrian army troops entered Qusayr.", "reach", ["Hezbollah", "Syrian Arab Army"]),
    ],
)
def test_a_name_before_and_stands_beside_the_noun_behind_it(one: One, text: str, type_: str, who: list[str]) -> None:
    assert agents(one(text, type_)) == who


def test_both_of_two_provinces_before_their_noun_are_places(one: One) -> None:
    assert places(one("Jets bombed hideouts in Afghanistan's Paktika and Khost provinces.", "airstrike")) == [
        ("Paktika", "in_area"),
        ("Khost", "in_area"),
    ]


def test_names_of_peoples_before_people_are_no_places(one: One) -> None:
    assert places(one("Fighting between Nuer and Shilluk youths spread to Malakal.", "clash")) == [("Malakal", "to")]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The army and allied militias seized an outpost near Bhamo.", "capture"),
        ("The government in Kinshasa and the March 23 Movement signed a pact.", "agree"),
    ],
)
def test_allied_forces_and_a_body_behind_a_seat_act_too(one: One, text: str, type_: str) -> None:
    assert len(one(text, type_).agents) == 2


def test_those_of_which_some_were_shot_down_are_what_was_sent(one: One) -> None:
    claim = one("Russia launched 50 drones overnight, 40 of which were shot down over Odesa.", "destroy")
    assert targets(claim) == ["drones"]


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        ("The report described executions of captives by gunmen in Bunia.", "harm_civilians", ["gunmen"]),
        ("Two men were shot dead by police officers during a raid on a camp.", "attack", ["police officers"]),
        ("The militia said it was behind the blast in Bunia.", "bombing", ["militia"]),
    ],
)
def test_who_stands_behind_by_and_who_is_behind_an_act_did_it(one: One, text: str, type_: str, who: list[str]) -> None:
    assert agents(one(text, type_)) == who


@pytest.mark.parametrize("how", ["hacked {} to death", "beat {} to death"])
def test_what_is_done_to_death_kills(one: One, how: str) -> None:
    claim = one(f"Rebels {how.format('nine farmers')} near Beni.", "kill")
    assert ("killed", 9) in counted(claim)


def test_a_place_that_is_lost_only_to_be_taken_back_is_taken(read: Read) -> None:
    found = read("Al-Shabaab lost Adado in January, only to take it back in May.")
    assert [claim.modality for claim in found if claim.type == "capture"] == [Modality.HAPPENED] * 2


def test_troops_at_the_border_with_a_neighbour_are_at_the_border_of_both(one: One) -> None:
    assert places(one("Poland deployed soldiers along its border with Belarus.", "deploy")) == [
        ("Belarus-Poland border", "along")
    ]
    assert places(one("Libya moved tanks to Ghadames, near the border with Algeria.", "deploy")) == [("Ghadames", "to")]


def test_villages_around_a_town_are_near_it(one: One) -> None:
    assert places(one("Helicopters struck villages around Loikaw.", "airstrike")) == [("Loikaw", "near")]


def test_a_people_is_no_place(read: Read) -> None:
    found = read("The blockade has cut off 120,000 Armenians from food.")
    assert all(not claim.places for claim in found)


def test_people_named_by_their_people_are_counted_as_dead(one: One) -> None:
    assert ("killed", 30) in counted(one("Some 30 Hazaras were killed in a bombing in Kabul.", "bombing"))


@pytest.mark.parametrize("way", ["forced 3,000 people from their homes", "drove 3,000 people out of their homes"])
def test_people_forced_from_where_they_live_are_counted_as_displaced(one: One, way: str) -> None:
    assert ("displaced", 3000) in counted(one(f"The rebels {way} near Beni.", "displace"))


def test_agents_of_a_service_act_for_it(one: One) -> None:
    claim = one("Ukraine's military intelligence claimed its agents had blown up a bridge.", "destroy")
    assert len(claim.agents) == 1


def test_a_name_behind_to_is_no_verb(one: One) -> None:
    assert places(one("Jihadists laid siege to Djibo more than two years ago.", "besiege")) == [("Djibo", "at")]


def test_a_body_speaks_by_what_it_runs(one: One) -> None:
    claim = one("Clashes in Bor killed nine people, the IOM's displacement tracking matrix said.", "clash")
    assert speakers(claim) == ["International Organization for Migration"]


def test_the_land_in_the_name_of_an_outlet_is_not_spoken_of(one: One) -> None:
    text = "The authorities suspended Voice of America over its report on killings by the army."
    assert agents(one(text, "kill")) == ["army"]


def test_those_taken_and_found_shot_dead_are_whom_it_befell(one: One) -> None:
    claim = one("Nine miners were abducted in Harnai and found shot dead the next morning.", "kill")
    assert (agents(claim), targets(claim)) == ([], ["miners"])


def test_a_number_in_the_name_of_a_body_counts_nothing(one: One) -> None:
    claim = one("Haitian police pushed the 400 Mawozo gang out of Ganthier.", "capture")
    assert (targets(claim), claim.amounts) == (["400 Mawozo"], ())
