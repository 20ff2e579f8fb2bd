"""Who did it to whom: one construction a test, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.claims.reading import One


def names(parties):
    return [p.text for p in parties]


def places(claim):
    return {(p.text, p.role) for p in claim.places}


def test_an_active_clause_binds_subject_and_place(one):
    claim = one("Ukrainian forces captured the town of Izium on Saturday.", "capture")
    assert names(claim.agents) == ["Ukrainian forces"]
    assert {p.text for p in claim.places} == {"Izium"}


def test_a_passive_takes_its_agent_from_by(one):
    claim = one("Raqqa was retaken by the Syrian Democratic Forces.", "capture")
    assert names(claim.agents) == ["Syrian Democratic Forces"]
    assert [p.text for p in claim.places] == ["Raqqa"]


def test_a_passive_without_by_leaves_the_agent_empty_with_a_reason(one):
    claim = one("Tikrit was liberated from ISIS.", "capture")
    assert claim.agents == ()
    assert any(a.slot == "agents" and a.reason == "not told" for a in claim.absent)
    assert names(claim.targets) == ["ISIS"]


def test_joined_subjects_are_all_agents(one):
    claim = one("The Iraqi Army, the Federal Police and Hezbollah launched an operation near Hawija.", "operation")
    assert names(claim.agents) == ["Iraqi Army", "Federal Police", "Hezbollah"]


def test_a_bracketed_abbreviation_does_not_break_a_joined_subject(one):
    text = "The Iraqi Army, the Syrian Democratic Forces (SDF) and Hezbollah launched an operation near Hawija."
    assert len(one(text, "operation").agents) == 3


def test_a_joined_verb_shares_its_subject(read):
    claims = {c.type: c for c in read("Turkish troops advanced on Afrin and seized the village of Rajo.")}
    assert names(claims["capture"].agents) == ["Turkish troops"]


def test_failed_to_is_denied_and_keeps_the_subject(one):
    claim = one("The rebels failed to capture Hama.", "capture")
    assert claim.polarity == "denied"
    assert len(claim.agents) == 1


def test_managed_to_hands_the_subject_down(one):
    claim = one("Hezbollah managed to repel an attack by ISIS near Arsal.", "repel")
    assert names(claim.agents) == ["Hezbollah"]
    assert names(claim.targets) == ["ISIS"]


def test_a_repelled_attack_is_no_second_claim(read):
    assert [c.type for c in read("The Peshmerga repelled an ISIS attack on Kirkuk.")] == ["repel"]


def test_casualties_of_a_named_act_are_its_amounts(read):
    claims = read("An air strike on a market in Idlib killed 21 civilians.")
    assert [c.type for c in claims] == ["airstrike"]
    assert [a.amount.low for a in claims[0].amounts] == [21]


def test_a_relative_clause_binds_to_its_antecedent(one):
    claim = one("Officials visited Palmyra, which is controlled by Russia.", "control")
    assert [p.text for p in claim.places] == ["Palmyra"]
    assert names(claim.agents) == ["Russia"]


def test_a_held_compound_is_a_state_of_its_noun(one):
    claim = one("Shells fell near the rebel-held town of Douma.", "control")
    assert ["Douma" in p.text for p in claim.places] == [True]
    assert claim.aspect == "ongoing"


def test_a_backed_compound_is_one_claim_a_page(read):
    claims = read("US-backed forces entered Manbij. Later US-backed forces left.")
    assert sum(c.type == "backs" for c in claims) == 1


def test_the_place_of_a_participle_is_not_that_of_its_main_clause(read):
    claims = {c.type: c for c in read("The army advanced in Hama, capturing a hill near Salamiyah.")}
    assert [p.text for p in claims["capture"].places] == ["Salamiyah"]
    assert [p.text for p in claims["advance"].places] == ["Hama"]


def test_a_container_is_not_listed_but_a_shifting_locator_is(one):
    claim = one("Gunmen attacked Taza south of Kirkuk.", "attack")
    assert ("Kirkuk", "south_of") in places(claim)


def test_parties_behind_with_are_recipients(one):
    claim = one("Turkey coordinated with Russia in Idlib.", "coordinate")
    assert names(claim.agents) == ["Turkey"]
    assert names(claim.recipients) == ["Russia"]


def test_parties_joined_by_between_are_all_agents(one):
    claim = one("Clashes between Hezbollah and the Nusra Front erupted near Arsal.", "clash")
    assert names(claim.agents) == ["Hezbollah", "Nusra Front"]


def test_a_monitor_beside_an_act_of_arms_is_not_its_agent(one):
    claim = one("The Syrian Observatory air strikes killed ten people in Idlib.", "airstrike")
    assert claim.agents == ()
    assert any(a.slot == "agents" for a in claim.absent)


def test_a_place_told_by_a_definite_phrase_leads_back_to_the_words_that_name_it(one):
    text = "Rebels left the town of Manbij near Aleppo in Syria. On Friday the army entered the town."
    (place,) = one(text, "reach").places
    assert (place.text, text[place.antecedent_start : place.antecedent_end]) == ("town", "Manbij")


def test_a_place_that_only_holds_another_one_is_not_listed_beside_it(one):
    text = "In the eastern countryside of Hama, the army captured the town of Salamiyah on Saturday."
    assert [p.text for p in one(text, "capture").places] == ["Salamiyah"]
    text = "In Anbar, the army captured the town of Tal Afar on Saturday."
    assert {p.text for p in one(text, "capture").places} == {"Anbar", "Tal Afar"}


def test_an_operation_is_about_the_place_that_it_is_to_take(one):
    text = "Iraqi forces have paused their offensive to recapture Mosul from Islamic State."
    claim = one(text, "attack")
    assert places(claim) == {("Mosul", "at")} and names(claim.targets) == ["Islamic State"]
    assert one(text, "capture").modality == "planned"


def test_who_took_a_place_after_clashes_fought_in_them(one):
    claim = one("The Iraqi army entered Hawija after a night of fierce fighting with Islamic State.", "clash")
    assert names(claim.agents) == ["Iraqi army"] and names(claim.recipients) == ["Islamic State"]
    assert any(reason.name == "roles.fought_meanwhile" for reason in claim.reasons)
    claim = one("Islamic State left Hawija after clashes with Islamic State militants.", "clash")
    assert claim.agents == ()


def test_one_person_is_no_they(one):
    text = "A war correspondent who filmed the ruins wrote that they had captured Raqqa."
    assert not one(text, "capture").agents


def test_a_force_that_flees_withdraws_also_as_they(read):
    text = "Russian troops blew up the bridge at Tabqa as they fled."
    assert {c.type for c in read(text)} == {"destroy", "withdraw"}
    assert all([a.name for a in c.agents] == ["Russian Armed Forces"] for c in read(text))


def test_who_is_called_on_to_act_is_whose_act_it_would_be(one):
    claim = one("The UN appealed to the rebels to open the road to Taftanaz.", "open")
    assert ([a.text for a in claim.agents], claim.modality) == (["rebels"], "planned")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Russian air strikes hit the town of Sarmin on Friday.", "airstrike"),
        ("Shops opened in the Russian-held city of Kherson.", "control"),
        ("Beryslav is under Russian control.", "control"),
    ],
)
def test_a_nationality_that_acts_or_holds_is_the_state(one: One, text: str, type_: str) -> None:
    assert [(party.name, party.actor_id) for party in one(text, type_).agents] == [("Russia", "actor:ru")]


@pytest.mark.parametrize("how", ["found destroyed", "left destroyed", "reported destroyed"])
def test_what_is_found_destroyed_is_where_it_was_destroyed(one: One, how: str) -> None:
    claim = one(f"The Antonivsky bridge was {how} on Friday morning.", "destroy")
    assert [place.text for place in claim.places] == ["Antonivsky bridge"]
