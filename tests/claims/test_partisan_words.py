"""What partisan pages and state agencies call it: the act behind their words."""

from __future__ import annotations

import pytest

from tests.claims.reading import targets

ACTS = [
    ("The brigade cleared the separatists out of Taldou.", "capture"),
    ("The marines kicked the rebels out of the village of Hader.", "capture"),
    ("The militia stole the town of Kilis from its people in 2013.", "capture"),
    ("Army units restored security and stability to the town of Saraqib.", "capture"),
    ("The army restored on Sunday order to Goma.", "capture"),
    ("The heroes of the army tightened their grip on the town of Hader.", "capture"),
    ("The military airport fell at dawn.", "capture"),
    ("Having sold Manbij to the regime, the militia left.", "transfer"),
    ("Seven of our comrades reached martyrdom in Kobani.", "kill"),
    ("Their supply line across the desert has been severed.", "besiege"),
    ("Both attempts were beaten back.", "repel"),
    ("Our heroes crossed the wall near Akçakale.", "advance"),
    ("The envoy Omar Nasser sat down with President Erdogan in Ankara.", "meet"),
    ("The rebels are begging the Russians to intervene.", "demand"),
    ("The ministry held Israel responsible for the escalation.", "accuse"),
    ("Turkish howitzers opened fire on Kobani.", "shelling"),
    ("Helicopters opened fire on the village of Kobo.", "airstrike"),
    ("ISIS militants murdered two journalists in Raqqa.", "harm_civilians"),
    ("Militants positioned in Douma fled.", "presence"),
    ("The front accepted the pause in Idlib.", "agree"),
]


@pytest.mark.parametrize(("text", "type_"), ACTS)
def test_the_act_behind_the_word(read, text, type_):
    assert type_ in {c.type for c in read(text)}, [(c.type, c.evidence[0].text) for c in read(text)]


NO_ACTS = [
    ("The ministry restored calm on the markets.", "capture"),
    ("They sold the house to a trader.", "transfer"),
    ("The attack was praised. The road was repaired.", "repel"),
    ("The army reached Palmyra.", "kill"),
    ("Thieves stole the car from its owner.", "capture"),
    ("Prices fell at dawn.", "capture"),
]


@pytest.mark.parametrize(("text", "type_"), NO_ACTS)
def test_the_plain_sense_makes_no_act_of_war(read, text, type_):
    assert type_ not in {c.type for c in read(text)}


def test_a_place_nobody_knows_behind_out_of_stands_in_the_claim(one):
    claim = one("The brigade drove the separatists out of Asadiya.", "capture")
    assert [p.text for p in claim.places] == ["Asadiya"]


def test_those_who_reach_martyrdom_are_the_dead(one):
    claim = one("Ali Hassan attained martyrdom on Tuesday in Daraa.", "kill")
    assert targets(claim) == ["Ali Hassan"]
    assert claim.agents == ()
