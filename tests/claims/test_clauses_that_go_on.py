"""Long sentences of agencies: counts by place, one more weapon, remarks inside, pronouns across clauses."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read, agents, counted, places, recipients, targets
from tripoint.model import Claim, Modality


def speakers(claim: Claim) -> list[str]:
    """The names of who says so."""
    return [one.name for one in claim.speakers]


def told(read: Read, text: str, type_: str) -> list[tuple[list[tuple[str, float | None]], list[str]]]:
    """The amounts and place names of each claim of a type."""
    return [(counted(one), [name for name, _ in places(one)]) for one in read(text) if one.type == type_]


def test_a_list_of_counts_by_place_gives_each_place_its_own(read: Read) -> None:
    text = "Gunmen killed nine people in three villages on Sunday, four in Goma, three in Sake and two in Rutshuru."
    assert told(read, text, "kill")[1:] == [
        ([("killed", 4.0)], ["Goma"]),
        ([("killed", 3.0)], ["Sake"]),
        ([("killed", 2.0)], ["Rutshuru"]),
    ]


def test_counts_behind_a_colon_are_those_of_their_places(read: Read) -> None:
    text = "Nine people were killed in shelling on Monday: four in Kherson, three in Nikopol and two in Odesa."
    assert told(read, text, "kill") == [
        ([("killed", 4.0)], ["Kherson"]),
        ([("killed", 3.0)], ["Nikopol"]),
        ([("killed", 2.0)], ["Odesa"]),
    ]
    assert told(read, text, "shelling")[0][0] == [("killed", 9.0)]


def test_a_place_set_off_behind_one_count_is_no_list(one: One) -> None:
    assert places(one("Three soldiers were killed, two in Goma, on Monday.", "kill")) == [("Goma", "at")]


def test_those_who_die_in_shelling_do_not_shell(one: One) -> None:
    assert agents(one("Nine people were killed in shelling on Monday.", "shelling")) == []


@pytest.mark.parametrize(
    ("text", "type_", "who", "what"),
    [
        ("Troops shot down nine drones over Odesa but one hit a fuel depot in Izmail.", "airstrike", [], "fuel depot"),
        ("A Houthi missile hit a tanker and another hit a carrier near Mocha.", "shelling", ["Houthis"], "carrier"),
    ],
)
def test_one_more_is_a_weapon_of_the_kind_that_was_told_of(
    read: Read, text: str, type_: str, who: list[str], what: str
) -> None:
    claim = [one for one in read(text) if one.type == type_][-1]
    assert (agents(claim), targets(claim)) == (who, [what])


def test_nine_of_twelve_are_nine(one: One) -> None:
    claim = one("Ukraine shot down nine of twelve drones on Monday.", "destroy")
    assert [slot.amount.low for slot in claim.amounts] == [9.0]


def test_nobody_would_bomb_their_own_positions(read: Read) -> None:
    text = "Serb gunners shelled Sarajevo while NATO warned that it would bomb their positions."
    claim = next(one for one in read(text) if one.type == "airstrike")
    assert (agents(claim), targets(claim)) == (["NATO"], ["Serb gunners"])


@pytest.mark.parametrize(
    ("text", "threatens"),
    [
        ("Israel warned on Monday that it would strike Beirut again.", True),
        ("The army warned residents that the rebels would attack Goma.", False),
        ("Kyiv warned that it would soon run out of shells.", False),
        ("Uganda warned that it would not attack Goma.", False),
    ],
)
def test_who_warns_that_he_would_strike_threatens(read: Read, text: str, threatens: bool) -> None:
    assert any(one.type == "threaten" for one in read(text)) == threatens


def test_fighter_jets_belong_to_no_fighters(one: One) -> None:
    assert agents(one("Fighter jets bombed Khartoum on Monday.", "airstrike")) == []


def test_the_defenders_of_a_base_are_not_those_who_shell_it(read: Read) -> None:
    text = "The rebels shelled the base at Loikaw until its defenders fled into Thailand."
    assert [agents(one) for one in read(text) if one.type == "withdraw"] == [["defenders"]]


def test_a_separatist_government_is_not_that_of_the_state_it_left(read: Read) -> None:
    text = "The offensive of Azerbaijan ended with the surrender of the separatist government."
    assert all("Azerbaijan" not in " ".join(recipients(one)) for one in read(text))


def test_the_killing_of_some_in_an_attack_is_one_claim(read: Read) -> None:
    text = "The mission condemned the killing of four policemen in an attack by gunmen near Mopti."
    claims = [one for one in read(text) if one.type in {"kill", "attack"}]
    assert [(one.type, agents(one), counted(one)) for one in claims] == [("attack", ["gunmen"], [("killed", 4.0)])]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The navy took away ten fishermen as prisoners on Monday.", "arrest"),
        ("The militants took six nurses as hostages in Maiduguri.", "abduct"),
    ],
)
def test_who_is_taken_as_a_prisoner_or_hostage_is_in_custody(one: One, text: str, type_: str) -> None:
    assert one(text, type_).modality == Modality.HAPPENED


def test_a_ceasefire_that_collapsed_was_not_agreed_then(read: Read) -> None:
    claims = read("The ceasefire collapsed on Tuesday when the army shelled Idlib.")
    assert [one.type for one in claims] == ["shelling"]


def test_neither_of_two_has_said_what_neither_has_said(one: One) -> None:
    assert speakers(one("Neither Israel nor Hamas has said how many fighters died in Rafah.", "kill")) == []


def test_the_car_in_which_a_bomber_dies_is_not_what_he_strikes(one: One) -> None:
    assert targets(one("A suicide bomber blew up his car near a barracks in Mogadishu.", "bombing")) == []


def test_what_is_destroyed_where_a_town_is_is_destroyed_there(one: One) -> None:
    text = "Fighting raged in Vuhledar, where gunners destroyed ten tanks."
    assert places(one(text, "destroy")) == [("Vuhledar", "at")]


def test_the_army_is_not_that_of_the_land_where_soldiers_of_another_were_named(read: Read) -> None:
    text = "Chadian soldiers fought Boko Haram in Nigeria and the army said it had killed ten fighters."
    claim = next(one for one in read(text) if one.type == "kill")
    assert "Nigerian Army" not in agents(claim)


def test_rebels_of_a_group_beside_the_army_are_its_rebels_and_the_army_is_not(one: One) -> None:
    text = "Fighting between the US-backed army and rebels of the Coalition of Patriots for Change spread to Bossangoa."
    assert agents(one(text, "clash")) == ["US-backed army", "Coalition of Patriots for Change"]


def test_what_sums_up_a_demand_is_no_word_of_it(read: Read) -> None:
    text = "Poland urged Germany to send tanks to Ukraine, a demand that Chancellor Olaf Scholz turned down on Friday."
    claim = next(one for one in read(text) if one.type == "reject")
    assert speakers(claim) == ["Olaf Scholz"]


def test_who_says_within_a_clause_behind_whose_what_troops_did_says_it(one: One) -> None:
    text = "Sudan's army, whose troops the United Nations said had massacred civilians in El Geneina, denied it."
    claim = one(text, "harm_civilians")
    assert (agents(claim), speakers(claim)) == (["Sudanese Armed Forces"], ["United Nations"])


def test_the_verb_behind_an_office_and_its_name_is_the_main_one(one: One) -> None:
    text = "Ethiopia's prime minister, Abiy Ahmed, called on residents of Addis Ababa to take up arms."
    claim = one(text, "demand")
    assert (agents(claim), recipients(claim)) == (["Abiy Ahmed"], ["residents"])


def test_the_operator_of_a_ship_tells_what_befell_it(one: One) -> None:
    assert speakers(one("The boat was attacked off Zawiya, its operator said.", "attack")) == ["unnamed:operator"]


def test_who_had_done_it_hours_before_did_it(read: Read) -> None:
    text = (
        "Police shot three men in Drenica, hours after guerrillas of the Kosovo Liberation Army had ambushed a patrol."
    )
    claim = next(one for one in read(text) if one.type == "attack")
    assert (agents(claim), targets(claim)) == (["Kosovo Liberation Army"], ["patrol"])


def test_posts_that_others_had_overrun_were_captured_by_them(read: Read) -> None:
    text = "Troops retook two border posts near Kafolo that jihadists had overrun in June."
    claims = [one for one in read(text) if one.type == "capture"]
    assert [agents(one) for one in claims] == [["troops"], ["jihadists"]]


def test_a_town_which_jets_were_bombing_was_bombed_by_them(read: Read) -> None:
    text = "The minister said that forces had retreated from Tskhinvali, which Russian jets were bombing."
    claim = next(one for one in read(text) if one.type == "airstrike")
    assert (agents(claim), len(claim.places)) == (["Russian Aerospace Forces"], 1)


def test_those_killed_where_they_sheltered_are_the_dead_of_the_strike(one: One) -> None:
    text = "Jets attacked a monastery in Sagaing where 150 villagers were sheltering, killing 23."
    assert counted(one(text, "airstrike")) == [("killed", 23.0)]


def test_a_town_from_which_troops_withdrew_is_where_they_withdrew_from(one: One) -> None:
    text = "Bucha, from which Russian troops withdrew last week, was shelled on Monday."
    assert places(one(text, "withdraw")) == [("Bucha", "from")]


def test_thousands_of_two_kinds_are_both(one: One) -> None:
    assert agents(one("Thousands of civilians and fighters surrendered in Baghuz.", "withdraw")) == [
        "civilians",
        "fighters",
    ]


def test_hostages_who_are_rescued_are_released(one: One) -> None:
    assert targets(one("Police rescued nine hostages in Kaduna on Monday.", "release")) == ["hostages"]


def test_who_is_held_captive_was_abducted(one: One) -> None:
    assert targets(one("The rebels had held three nuns captive near Goma.", "abduct")) == ["nuns"]


def test_of_whom_something_is_asked_may_have_done_it(one: One) -> None:
    text = "Russia urged Armenia to free the soldiers whom it had arrested near Lachin."
    assert agents(one(text, "arrest")) == ["Armenia"]


@pytest.mark.parametrize("before", ["the front", "the front near Goma"])
def test_soldiers_who_loot_as_they_flee_loot(one: One, before: str) -> None:
    claim = one(f"Soldiers fleeing {before} looted shops and raped several women.", "destroy")
    assert (agents(claim), targets(claim)) == (["soldiers"], ["shops"])


def test_displaced_people_who_are_killed_are_killed(one: One) -> None:
    claim = one("The militia shelled Goma on Friday, killing fourteen displaced people.", "shelling")
    assert counted(claim) == [("killed", 14.0)]


def test_a_town_held_by_some_is_held_and_not_those_who_bomb_it(read: Read) -> None:
    text = "Police fled a day after the army bombed a market in Nyala held by the rebels."
    assert [(one.type, agents(one)) for one in read(text) if one.type in {"control", "arrest"}] == [
        ("control", ["rebels"])
    ]


def test_what_is_agreed_where_sides_meet_is_not_done_there(one: One) -> None:
    text = "The ministers met in Sochi, where they agreed to withdraw their troops from the border."
    assert places(one(text, "withdraw")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Eritrea has been accused by witnesses of massacring hundreds of civilians in Axum.",
        "Witnesses accused Eritrea of massacring civilians in Axum.",
    ],
)
def test_what_somebody_is_accused_of_by_witnesses_is_said_by_them(one: One, text: str) -> None:
    claim = one(text, "harm_civilians")
    assert (agents(claim), speakers(claim), bool(claim.places)) == (["Eritrea"], ["unnamed:witnesses"], True)


def test_days_of_clashes_that_left_nine_dead_after_which_troops_came_are_clashes(one: One) -> None:
    text = "Lebanese troops set up checkpoints in Tripoli after two days of clashes between rivals left nine dead."
    assert counted(one(text, "clash")) == [("killed", 9.0)]


def test_rockets_fired_from_a_land_that_hit_a_town_hit_it(one: One) -> None:
    text = "Three rockets fired from southern Lebanon hit Kiryat Shmona, and Israeli artillery returned fire."
    assert ("Qiryat Shmona", "at") in places(one(text, "shelling"))


def test_those_who_died_in_attacks_are_counted_by_place(read: Read) -> None:
    text = "Seventeen people died on Sunday in rocket attacks in Idlib province, nine in Ariha and eight in Saraqib."
    assert told(read, text, "kill") == [([("killed", 9.0)], ["Ariha"]), ([("killed", 8.0)], ["Saraqib"])]


def test_what_others_say_meanwhile_is_no_word_of_the_first(read: Read) -> None:
    text = "Armenia said it had shot down two drones, while Baku admitted the loss of only one helicopter."
    assert [speakers(one) for one in read(text) if one.type == "destroy"] == [["Armenia"], ["Baku"]]


def test_the_dead_of_a_place_whose_bombing_is_denied_are_dead(read: Read) -> None:
    text = "The coalition denied bombing a funeral hall in Sanaa where 140 mourners died."
    assert [one.polarity.value for one in read(text) if one.type == "kill"] == ["affirmed"]


def test_the_crew_of_a_ship_is_not_those_who_sank_it(read: Read) -> None:
    text = "The navy said that its drones had sunk a ship off Alupka and that most of its crew had died."
    assert [targets(one) for one in read(text) if one.type == "kill"] == [["crew"]]


def test_a_ship_with_the_name_of_a_person_is_sunk(one: One) -> None:
    claim = one("Ukrainian drones sank the Russian ship Caesar Kunikov off Alupka.", "destroy")
    assert [party.text.split()[-1] for party in claim.targets] == ["ship"]


def test_gunfire_that_hits_is_no_fight(read: Read) -> None:
    claims = read("A helicopter was hit by gunfire near Rumangabo on Monday.")
    assert [(one.type, bool(one.places)) for one in claims] == [("attack", True)]


def test_a_parliament_that_is_stormed_is_attacked(one: One) -> None:
    assert targets(one("Protesters stormed the parliament in Baghdad on Monday.", "attack")) == ["parliament"]


def test_those_wounded_when_a_bomb_blew_up_their_vehicle_are_the_wounded_of_the_bombing(one: One) -> None:
    text = "Twelve peacekeepers were wounded when a roadside bomb blew up their vehicle between Gao and Ansongo."
    claim = one(text, "bombing")
    assert (counted(claim), agents(claim)) == ([("wounded", 12.0)], [])


def test_who_demands_that_another_pull_back_accuses_it(one: One) -> None:
    text = "Thailand demanded that Cambodia pull back its soldiers and accused it of laying mines."
    claim = one(text, "accuse")
    assert (agents(claim), claim.modality) == (["Thailand"], Modality.HAPPENED)
