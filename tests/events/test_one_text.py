"""What one text tells twice in other words: takings of one town, one toll, one relation, one government."""

from __future__ import annotations

from dataclasses import replace

from tests.events.make import claim, day, document, killed, party, place
from tests.events.test_linking import together
from tripoint.comparison import parties
from tripoint.events.profiling import is_thing
from tripoint.model import BlockRole, Claim, Document, Party

TEXT = document("d1", "The troops came in the night. Nobody fired at them. The town was quiet. " * 12)


def nameless(name: str, kind: str = "armed_group") -> Party:
    return replace(party(name, kind=kind), actor_id=None)


def one_event(*claims: Claim, doc: Document = TEXT) -> bool:
    return len(together(list(claims), doc)) == 1


def test_one_text_seldom_tells_two_takings_of_one_town() -> None:
    entered = claim("a", "d1", "reach", "troops entered Stonewell", agents=("Rangers",), at=("Stonewell",), start=9)
    fall = claim("b", "d1", "capture", "the fall of Stonewell", at=("Stonewell",), start=600)
    assert one_event(entered, fall)
    assert not one_event(entered, replace(fall, places=(place("Harrow Bridge"),)))
    assert not one_event(replace(entered, agents=(party("Raiders"),)), replace(fall, agents=(party("Rangers"),)))


def test_a_taking_that_a_text_looks_back_on_is_another_one() -> None:
    entered = claim("a", "d1", "reach", "troops entered Stonewell", agents=("Rangers",), at=("Stonewell",), start=9)
    fall = claim("b", "d1", "capture", "Stonewell had fallen several times in the past", at=("Stonewell",), start=90)
    assert not one_event(entered, fall)


def test_the_federal_government_is_the_one_that_the_text_names() -> None:
    head = claim("a", "d1", "agree", "Federal Government declares ceasefire so that farmers can plant",
                 agents=(nameless("Federal Government", "government"),), block=BlockRole.HEADLINE)  # fmt: skip
    named = party("Hill Government", kind="government", country="HL")
    body = claim("b", "d1", "agree", "The Hill government has declared a ceasefire in the east",
                 agents=(named,), at=("Eastmark",), start=90)  # fmt: skip
    assert one_event(head, body)
    assert not one_event(replace(head, agents=(nameless("Federal Guards", "militia"),)), body)


def test_one_text_seldom_gives_one_number_of_the_dead_of_two_acts() -> None:
    head = claim("a", "d1", "kill", "130 killed", amounts=(killed(130),), block=BlockRole.HEADLINE)
    body = claim(
        "b", "d1", "kill", "About 130 soldiers were killed", at=("Stonewell",), amounts=(killed(130),), start=90
    )
    assert one_event(head, body)
    assert not one_event(head, replace(body, amounts=(killed(60),)))
    mosque = replace(head, places=(place("Harrow Mill"),), targets=(nameless("worshippers"),))
    assert not one_event(mosque, replace(body, targets=(nameless("fishermen"),)))


def test_one_relation_may_be_told_of_its_other_party_by_two_nouns() -> None:
    one = claim("a", "d1", "backs", "Hill-backed militant groups", agents=("Hill",), recipients=(nameless("groups"),))
    two = claim("b", "d1", "backs", "Hill-backed militants", agents=("Hill",), recipients=(nameless("men"),), start=90)
    assert one_event(one, two)
    assert not one_event(one, replace(two, recipients=(party("Rangers"),)))


def test_the_lines_destroyed_near_a_town_are_those_destroyed_in_it() -> None:
    head = claim("a", "d1", "destroy", "power lines near Stonewell were damaged", targets=(nameless("power lines"),),
                 at=(place("Stonewell"),), time=day("2015-03-03"))  # fmt: skip
    body = claim("b", "d1", "destroy", "Rangers had destroyed the lines", agents=("Rangers",),
                 targets=(nameless("high-voltage lines"),), at=("Stonewell",), start=90)  # fmt: skip
    assert one_event(head, body)


def test_a_body_composed_of_a_known_one_is_a_part_of_it() -> None:
    coalition = frozenset({"actor:cjtf-oir"})
    assert parties.within(frozenset({"actor:cjtf-oir/air-force"}), coalition)
    assert not parties.within(frozenset({"actor:nobody/air-force"}), frozenset({"actor:nobody"}))


def test_a_sentence_that_names_two_sides_tells_two_withdrawals() -> None:
    text = "The Rangers abandoned Stonewell, which was theirs since the Raiders had fled it. Nobody fired at them."
    doc = document("d1", text)
    now = claim("a", "d1", "withdraw", text[:79], agents=("Rangers",), at=("Stonewell",), start=12)
    then = claim("b", "d1", "withdraw", text[50:79], agents=("Raiders",), at=("Stonewell",), start=72)
    assert not one_event(now, then, doc=doc)
    assert one_event(now, replace(then, agents=(party("Rangers"),)), doc=doc)


def test_a_hold_that_was_over_is_not_the_one_that_the_taking_made() -> None:
    taken = claim("a", "d1", "reach", "troops entered Stonewell", at=("Stonewell",), start=9)
    before = claim("b", "d1", "control", "Stonewell, which the Raiders had held for years", agents=("Raiders",),
                   at=("Stonewell",), aspect="completed", start=12)  # fmt: skip
    assert not one_event(taken, before)


def test_who_came_to_a_town_met_nobody_unless_told_so() -> None:
    came = claim("a", "d1", "reach", "Rangers entered Stonewell on Friday", agents=("Rangers",), at=("Stonewell",),
                 time=day("2015-03-06"))  # fmt: skip
    met = claim("b", "d2", "meet", "Rangers met crowds in Stonewell on Friday", agents=("Rangers",), at=("Stonewell",),
                time=day("2015-03-06"))  # fmt: skip
    docs = document("d1", published="2015-03-06"), document("d2", published="2015-03-06")
    assert len(together([came, met], *docs)) == 2
    linked = replace(came, recipients=(party("Wardens"),))
    assert len(together([linked, replace(met, recipients=(party("Wardens"),))], *docs)) == 1


def test_a_market_that_was_struck_is_no_side() -> None:
    assert is_thing("airstrike", nameless("crowded market"))
    assert is_thing("shelling", nameless("residential buildings"))
    assert not is_thing("destroy", nameless("crowded market"))
    assert not is_thing("airstrike", nameless("market traders"))
    assert not is_thing("airstrike", party("Market"))
