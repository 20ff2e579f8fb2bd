"""Headlines that say more than the text under them."""

from __future__ import annotations

from dataclasses import replace

from tests.assess.make import case
from tests.events.make import claim, document, killed, party
from tripoint.model import BlockRole, Claim

HEAD = "Rangers and Marines storm Stonewell"
BODY = "Rangers and Wardens stormed Stonewell at dawn"
DOC = document("d1", f"{HEAD}. {BODY}.")


def head(**more: object) -> Claim:
    return claim("a", "d1", "attack", HEAD, at=("Stonewell",), block=BlockRole.HEADLINE, **more)  # type: ignore[arg-type]


def body(**more: object) -> Claim:
    return claim("b", "d1", "attack", BODY, at=("Stonewell",), start=40, **more)  # type: ignore[arg-type]


def entries(*claims: Claim) -> list[tuple[str, list[str], str | None]]:
    found = case(list(claims), DOC, merged=True)[1].contradictions
    return [(one.field, [side.value for side in one.sides], one.explained) for one in found]


def test_a_side_that_only_the_headline_names_is_kept_as_such() -> None:
    told = entries(head(agents=("Rangers", "Marines")), body(agents=("Rangers", "Wardens")))
    assert told == [
        ("actor", ["Rangers and Marines", "Rangers and Wardens"], "the headline of one page against its body")
    ]


def test_a_headline_that_names_fewer_is_only_short() -> None:
    assert entries(head(agents=("Rangers",)), body(agents=("Rangers", "Wardens"))) == []


def test_an_army_and_its_government_are_one_in_a_headline() -> None:
    army = party("Hill Army", kind="army", country="HL")
    state = party("Hill Government", kind="government", country="HL")
    assert entries(head(agents=(state,)), body(agents=(army,))) == []


def test_a_group_in_no_register_is_not_held_against_a_headline() -> None:
    fighters = replace(party("local fighters"), actor_id=None)
    assert entries(head(agents=("Marines",)), body(agents=(fighters,))) == []


def test_a_number_that_only_the_headline_gives() -> None:
    told = entries(head(amounts=(killed(30),)), body(amounts=(killed(20),)))
    assert [(field, sides) for field, sides, _ in told] == [("amount:killed", ["20 people", "30 people"])]


def test_a_headline_that_adds_up_the_numbers_of_its_text_or_counts_a_part_is_right() -> None:
    assert entries(head(amounts=(killed(30),)), body(amounts=(killed(20), killed(10)))) == []
    assert entries(head(amounts=(killed(7, unit="children"),)), body(amounts=(killed(20),))) == []
