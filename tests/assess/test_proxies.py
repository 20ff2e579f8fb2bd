"""Who acted: the side, or whoever stands behind it."""

from __future__ import annotations

from dataclasses import replace

from tests.assess.make import case
from tests.events.make import claim, document
from tripoint.model import Claim

HELP = claim("h", "d1", "support", "fighters of the Raiders, supported by the Empire", agents=("Empire",),
             recipients=("Raiders",), start=10)  # fmt: skip
PUSH = claim("a", "d1", "advance", "Raiders pushed north", agents=("Raiders",), start=40)
TAKEN = claim(
    "b", "d1", "capture", "the Empire's forces seized Stonewell", agents=("Empire",), at=("Stonewell",), start=90
)


def actors(*claims: Claim) -> list[tuple[list[str], bool]]:
    found = case(list(claims), document("d1"), document("d2"), merged=True)[1].contradictions
    return [([side.value for side in one.sides], one.explained is not None) for one in found if one.field == "actor"]


def test_a_taking_credited_to_the_backer_and_to_the_backed() -> None:
    assert actors(HELP, PUSH, TAKEN) == [(["Empire", "Raiders"], True)]


def test_sides_that_no_text_sets_behind_each_other_are_no_proxies() -> None:
    assert actors(PUSH, TAKEN) == []
    assert actors(replace(HELP, recipients=()), PUSH, TAKEN) == []


def test_what_another_text_tells_is_not_held_against_it() -> None:
    assert actors(HELP, PUSH, replace(TAKEN, document_id="d2")) == []


def test_a_joint_act_is_of_both() -> None:
    both = replace(TAKEN, agents=(*TAKEN.agents, *PUSH.agents))
    assert actors(HELP, PUSH, both) == []
