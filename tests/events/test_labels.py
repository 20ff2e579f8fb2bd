"""Labels as a reader would write them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.events.make import killed, party, place
from tripoint.events.labels import label
from tripoint.events.phrases import PHRASES
from tripoint.model import Party, PlaceSlot


def told(
    type_: str,
    agents: tuple[str, ...] = (),
    others: tuple[str | Party, ...] = (),
    at: str | None = None,
    **options: Any,
) -> str:
    where: PlaceSlot | None = None if at is None else place(at)
    given: dict[str, Any] = {"role": "at", "status": None, "time": None, "standing": "", "origins": 1, **options}
    return label(
        type_,
        agents=tuple(party(name) for name in agents),
        others=tuple(party(other) if isinstance(other, str) else other for other in others),
        place=None if where is None else where.place,
        **given,
    ).removesuffix(" (1 origin)")


def people(name: str) -> Party:
    return Party(name=name, actor_id=None, text=name, start=0, end=1, kind="population")


@pytest.mark.parametrize("type_", sorted(PHRASES))
def test_no_label_ends_in_a_bare_preposition_or_verb(type_: str) -> None:
    phrase = PHRASES[type_]
    for standing in ("", "planned", "denied"):
        line = told(type_, ("Garrison",), standing=standing)
        assert line.rsplit(" ", 1)[-1] not in {"at", "of", "on", "with", "from", "by", "to", "for", "against", "in"}
        assert line.endswith(("named", "Garrison")) or (not phrase.needs and line == f"Garrison {phrase.verb}"), line


def test_a_place_that_is_taken_and_not_named_is_said_not_to_be_named() -> None:
    assert told("capture", ("Garrison",)) == "Garrison captured a place not named"
    assert told("capture", ("Garrison",), at="Stonewell", role="north_of") == (
        "Garrison captured a place north of Stonewell"
    )


def test_a_side_has_losses_and_people_are_killed() -> None:
    assert told("kill", (), ("Garrison",), "Stonewell") == "Losses of Garrison at Stonewell"
    assert told("kill", ("Raiders",), ("Garrison",)) == "Raiders inflicted losses on Garrison"
    assert told("kill", (), (people("villagers"),)) == "Killing of villagers"


def test_the_losses_of_a_side_say_what_was_lost() -> None:
    men, tanks = killed(560, unit="soldiers"), killed(26, unit="tanks")
    tanks = replace(tanks, amount=replace(tanks.amount, what="vehicles"))
    assert told("destroy", (), ("Garrison",), amounts=(men, tanks)) == "Losses of Garrison: 560 soldiers, 26 tanks"
    assert told("kill", ("Raiders",), ("Garrison",), amounts=(men, killed(570, unit="soldiers"), tanks)) == (
        "Raiders inflicted losses on Garrison: 26 tanks"
    )


def test_one_number_of_people_killed_is_told_and_two_are_not() -> None:
    nine, ten, hurt = killed(9, unit="villagers"), killed(10, unit="villagers"), killed(3, unit="villagers")
    hurt = replace(hurt, amount=replace(hurt.amount, what="wounded", wording="at least"))
    assert told("kill", amounts=(nine,)) == "Killing of 9 villagers"
    assert told("kill", amounts=(nine, ten)) == "Killing at a place not named"
    assert told("kill", amounts=(hurt,)) == "Wounding of at least 3 villagers"


def test_a_town_may_be_struck_itself_but_a_province_is_where_it_was() -> None:
    assert told("airstrike", ("Air Corps",), at="Stonewell") == "Air Corps struck Stonewell from the air"
    assert told("airstrike", ("Air Corps",), (people("drivers"),), "Stonewell") == (
        "Air Corps struck drivers from the air at Stonewell"
    )
    assert told("airstrike", ("Air Corps",), at="Eastmark") == "Air strike in Eastmark by Air Corps"


def test_who_moves_owns_the_move() -> None:
    assert told("withdraw", ("Garrison",), at="Stonewell", standing="planned") == (
        "Planned: Withdrawal of Garrison from Stonewell"
    )


def test_nobody_acts_upon_himself_and_a_pronoun_names_nobody() -> None:
    assert told("attack", ("Garrison",), ("Garrison",), "Stonewell") == "Garrison attacked Stonewell"
    assert told("destroy", (), (people("it"),), "Stonewell") == "Destruction at Stonewell"


def test_of_many_parties_a_few_are_named() -> None:
    names = ("Garrison", "Raiders", "Rangers", "Air Corps", "River Guards")
    assert told("meet", names, at="Stonewell") == "Garrison, Raiders, Rangers and 2 others met at Stonewell"


def test_what_a_person_rejected_says_so() -> None:
    line = told("capture", ("Garrison",), at="Stonewell", standing="rejected", origins=0)
    assert line == "Rejected: Capture of Stonewell by Garrison (by a person's decision)"
