"""How many died, told as a number alone; and what is told beside an act by a set phrase."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read


@pytest.mark.parametrize(
    ("text", "targets", "speakers"),
    [
        ("The monitor put the number of dead at 43.", [], ["unnamed:monitor"]),
        ("The death toll rose to 52, medics said.", [], ["unnamed:medics"]),
        ("A monitoring group counts 28 dead civilians.", [], ["unnamed:monitoring group"]),
        ("A nurse in Tasil spoke of nine dead.", [], ["unnamed:nurse"]),
        ("A commander put the dead of the attackers at more than 140.", ["attackers"], ["unnamed:commander"]),
        ("General Yarallah put the number of terrorists slain at 302.", ["terrorists"], ["Yarallah"]),
    ],
)
def test_a_toll_is_a_claim_of_who_tells_it(one: One, text: str, targets: list[str], speakers: list[str]) -> None:
    claim = one(text, "kill")
    assert claim.agents == ()
    assert claim.places == ()
    assert [p.name for p in claim.targets] == targets
    assert [one.name for one in claim.speakers] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to give a toll.",
        "The losses of the army put the government under pressure.",
        "The number of schools rose to 52.",
    ],
)
def test_without_the_dead_or_a_number_there_is_no_toll(read: Read, text: str) -> None:
    assert [claim for claim in read(text) if claim.type == "kill"] == []


@pytest.mark.parametrize(
    ("text", "type_", "agents", "recipients"),
    [
        ("The YPG took Homs with the help of Russian artillery.", "support", ["Russia"], ["People's Protection Units"]),
        ("Homs was taken by the YPG with the support of Hezbollah.", "support", ["Hezbollah"],
         ["People's Protection Units"]),
        ("Coalition jets struck men at the request of the Iraqi army.", "demand", ["Iraqi Army"], ["coalition jets"]),
    ],
)  # fmt: skip
def test_help_and_requests_are_told_beside_the_act(
    one: One, text: str, type_: str, agents: list[str], recipients: list[str]
) -> None:
    claim = one(text, type_)
    assert [p.name for p in claim.agents] == agents
    assert [p.name for p in claim.recipients] == recipients


def test_an_attack_that_was_held_off_is_one_claim(read: Read) -> None:
    found = read("Peshmerga fighters held off an Islamic State attack on Palmyra.")
    assert [(c.type, [p.name for p in c.targets], [s.text for s in c.places]) for c in found] == [
        ("repel", ["Islamic State"], ["Palmyra"])
    ]


def test_them_is_the_object_of_the_verb_before(read: Read) -> None:
    found = read("The residents of Homs attacked the militants and expelled them from the town.")
    assert [[p.name for p in c.targets] for c in found if c.agents] == [["militants"], ["militants"]]
