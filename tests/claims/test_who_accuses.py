"""Who comments on what he tells of: *said two had been killed and accused X of it*."""

from __future__ import annotations

import pytest

from tests.claims.reading import agents, claims_of


@pytest.mark.parametrize(
    ("text", "sayer"),
    [
        ("The governor said two workers had been killed and accused Russia of targeting the plant.", "governor"),
        ("Hamas said the raid killed nine people and blamed Israel for it.", "Hamas"),
        ("The ministry said the shelling had destroyed a school and condemned it as a crime.", "ministry"),
        ("The monitor said the rebels had shelled the town and accused them of using children.", "monitor"),
    ],
)
def test_who_says_what_happened_is_the_one_who_accuses(text: str, sayer: str) -> None:
    (found,) = [claim for claim in claims_of(text) if claim.type == "accuse"]
    assert agents(found) == [sayer]


def test_those_told_of_may_accuse_too_where_nothing_else_is_told() -> None:
    text = "Residents said soldiers came at night and accused them of helping the rebels."
    (found,) = [claim for claim in claims_of(text) if claim.type == "accuse"]
    assert agents(found) == ["soldiers"]


def test_one_voice_that_says_and_accuses_is_told_once() -> None:
    text = "Ivan Petrenko said four people had died and accused the army of attacking people who were fleeing."
    (found,) = [claim for claim in claims_of(text) if claim.type == "attack"]
    assert [speaker.name for speaker in found.speakers] == ["Ivan Petrenko"]
