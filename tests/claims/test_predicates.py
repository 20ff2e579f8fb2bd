"""Which words tell which act: senses, light verbs, instruments, states, what outranks what."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Rebels took control of Hama.", "capture"),
        ("Rebels took up positions near Hama.", "deploy"),
        ("The army set up checkpoints near Hama.", "deploy"),
        ("Rebels slipped out of Hama at night.", "withdraw"),
        ("Soldiers abandoned their base near Hama.", "withdraw"),
        ("The air force struck Hama with barrel bombs.", "airstrike"),
        ("Rebels struck Hama with rockets.", "shelling"),
        ("Hezbollah launched rockets at Haifa.", "shelling"),
        ("The army drove the rebels from Hama.", "capture"),
        ("Gunmen drove residents from Hama.", "displace"),
        ("The army traded fire with the rebels near Hama.", "clash"),
        ("Turkey accused Russia of bombing Hama.", "accuse"),
        ("Russia turned down the proposal of Turkey.", "reject"),
        ("Turkey called on Russia to stop the attack.", "demand"),
        ("Iran sent troops to Hama.", "deploy"),
        ("Iran sent weapons to Hezbollah.", "support"),
        ("The rebels shot down a helicopter near Hama.", "destroy"),
        ("Residents fled from Hama.", "displace"),
        ("The rebels handed over Hama to the army.", "transfer"),
        ("Troops entered Hama on Sunday.", "reach"),
        ("The army used chlorine gas against rebels in Hama.", "attack"),
        ("Hama remained under the control of the rebels.", "control"),
        ("Hama is in the hands of the rebels.", "control"),
        ("Shells fell on Hama, a stronghold of the rebels.", "shelling"),
    ],
)
def test_a_sense_fits_by_its_arguments(read, text, type_):
    assert type_ in [c.type for c in read(text)], [(c.type, c.evidence[0].text) for c in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Troops entered the town without meeting resistance.",
        "The team beat its rivals on Sunday.",
        "Workers in Hama began a hunger strike.",
        "The minister took part in a rescue operation abroad.",
    ],
)
def test_everyday_senses_make_no_claim_of_war(read, text):
    assert not {"meet", "harm_civilians", "attack", "airstrike", "capture"} & {c.type for c in read(text)}


def test_a_light_verb_and_its_noun_are_one_claim(read):
    assert [c.type for c in read("Rebels launched an attack on Hama.")] == ["attack"]


def test_joined_verbs_of_one_type_are_one_claim(read):
    assert [c.type for c in read("Gunmen killed and wounded soldiers near Hama.")] == ["kill"]


def test_under_fire_makes_its_subject_the_target(one):
    claim = one("A convoy of the army came under artillery fire near Hama.", "shelling")
    assert len(claim.targets) == 1
    assert claim.agents == ()


def test_the_blamed_side_is_the_agent_of_what_it_is_blamed_for(one):
    claim = one("Turkey accused Russia of attacking villages near Hama.", "attack")
    assert [p.name for p in claim.agents] == ["Russia"]
    assert claim.speakers[0].name == "Turkey"


def test_a_weapon_hands_on_its_owner(one):
    claim = one("Iran, whose missiles hit an airbase near Hama on Tuesday, issued a warning.", "shelling")
    assert [p.name for p in claim.agents] == ["Iran"]


def test_a_weapon_without_an_owner_is_nobody(one):
    assert one("Drones hit the town of Salamiyah on Sunday.", "airstrike").agents == ()


def test_troops_that_were_withdrawn_are_who_moved(one):
    claim = one("Turkish troops were withdrawn from Hama.", "withdraw")
    assert len(claim.agents) == 1


def test_a_destroyed_thing_is_named_by_its_words(one):
    claim = one("Rebels destroyed three armoured vehicles near Hama.", "destroy")
    assert [p.text for p in claim.targets] == ["armoured vehicles"]


def test_an_aim_belongs_to_who_has_it(one):
    claim = one("The aim of the rebels is to capture Hama.", "capture")
    assert [p.text for p in claim.agents] == ["rebels"]
    assert claim.modality != "happened"


def test_both_countries_are_the_last_two_named_together(one):
    text = "Iraq and Jordan signed a treaty. Both countries reopened the crossing at Trebil."
    assert sorted(p.name for p in one(text, "open").agents) == ["Iraq", "Jordan"]


def test_a_refused_binding_leaves_no_claim(read):
    assert all(c.type != "kill" or not c.agents for c in read("Child killed, 9 civilians injured in Hama."))


@pytest.mark.parametrize("text", ["The rebels broke the truce in Daraa.", "The army violated a ceasefire near Hama."])
def test_a_broken_truce_is_no_agreement(read, text):
    assert [c.type for c in read(text)] == ["attack"]


def test_warplanes_sent_to_a_base_have_struck_nobody(read):
    assert [c.type for c in read("Moscow has sent warplanes to Hmeimim.")] == ["deploy"]


def test_nobody_is_reached_by_telephone(read):
    assert not read("A pensioner in Hama who was reached by telephone did not want to be named.")


def test_each_other_is_nobody(one):
    assert not one("The two groups attacked each other in Idlib.", "attack").targets
