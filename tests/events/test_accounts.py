"""What one text tells of one happening in several clauses, and how texts meet over it."""

from __future__ import annotations

from dataclasses import replace

from tests.events.make import claim, day, document, killed, party, place
from tests.events.test_linking import together
from tripoint.events import link
from tripoint.model import AmountSlot, Claim, Document

NEWS = "An air strike killed nine people. The attack hit a market. Shells fell on the road. Then it was quiet. " * 3


def nameless(name: str) -> object:
    return replace(party(name, kind="armed_group"), actor_id=None)


def test_what_a_strike_did_is_told_of_the_strike() -> None:
    claims = [
        claim("a", "d1", "airstrike", "An air strike killed nine people", at=("Stonewell",), start=3),
        claim("b", "d1", "kill", "killed nine people", targets=("People",), amounts=(killed(9),), start=14),
    ]
    assert together(claims, document("d1", NEWS)) == {frozenset("ab")}


def test_what_was_done_after_the_strike_is_not_what_the_strike_did() -> None:
    words = "The air strike came after raiders killed nine people at the mill."
    claims = [
        claim("a", "d1", "airstrike", words, agents=("Air Corps",), start=4),
        claim("b", "d1", "kill", "raiders killed nine people", agents=("Raiders",), start=33),
    ]
    assert together(claims, document("d1", words)) == {frozenset("a"), frozenset("b")}


def bombing(document_id: str = "d1") -> list[Claim]:
    return [
        claim("a", document_id, "bombing", "A bomb went off at Stonewell on Tuesday", at=("Stonewell",),
              time=day("2015-03-03"), start=2),
        claim("b", document_id, "bombing", "an attacker blew himself up", agents=(nameless("attacker"),), start=40),
    ]  # fmt: skip


def test_violence_without_place_and_day_leans_on_the_one_act_that_the_text_tells() -> None:
    assert together(bombing(), document("d1", NEWS)) == {frozenset("ab")}


def test_violence_told_as_the_next_act_does_not_lean() -> None:
    text = "A bomb went off. Twelve hours later an attacker blew himself up. " * 3
    first = claim("a", "d1", "bombing", text[:15], at=("Stonewell",), time=day("2015-03-03"), start=2)
    words = text[17:64]
    later = claim("b", "d1", "bombing", words, agents=(nameless("attacker"),), start=53)
    later = replace(later, evidence=(replace(later.evidence[0], start=17, end=64),))
    assert together([first, later], document("d1", text)) == {frozenset("a"), frozenset("b")}
    leans = replace(later, evidence=(replace(later.evidence[0], start=36, end=64, text=text[36:64]),))
    assert together([first, leans], document("d1", text)) == {frozenset("ab")}


def test_violence_with_a_day_of_its_own_does_not_lean_on_what_was_told_before() -> None:
    first, second = bombing()
    words = second.evidence[0].text + " on Friday"
    later = replace(second, evidence=(replace(second.evidence[0], text=words),))
    assert together([first, later], document("d1", NEWS)) == {frozenset("a"), frozenset("b")}


def test_a_text_of_several_acts_leans_on_none_of_them() -> None:
    raid = claim("c", "d1", "attack", agents=("Raiders",), at=("Harrow Bridge",), start=90)
    siege = claim("d", "d1", "attack", agents=("Rangers",), at=("Harrow Mill",), start=140)
    found = together([*bombing(), raid, siege], document("d1", NEWS))
    assert frozenset("ab") not in found


def test_texts_meet_over_all_that_each_tells_in_several_clauses() -> None:
    other = [
        claim("c", "d2", "bombing", "A blast shook Stonewell", at=("Stonewell",), start=2),
        claim("d", "d2", "kill", "killed nine people there", targets=("People",), time=day("2015-03-03"),
              amounts=(killed(9),), start=20),
    ]  # fmt: skip
    documents = document("d1", NEWS), document("d2", "A blast shook Stonewell and killed nine people there. " * 3)
    assert together([*bombing(), *other], *documents) == {frozenset("abcd")}
    found = link([*bombing(), *other], {doc.document_id: doc for doc in documents})
    across = [one for one in found if one.claim_a in "ab" and one.claim_b in "cd"]
    assert len(across) == 1
    assert "on the same day" in [reason.sentence for reason in across[0].reasons]
    assert "account" in [reason.name for reason in across[0].reasons]


def quarter(name: str) -> tuple[object, ...]:
    return place("Stonewell"), place(name)


def test_different_quarters_of_one_city_are_two_shellings() -> None:
    where = {"agents": ("Garrison",), "time": day("2015-03-03")}
    claims = [
        claim("a", "d1", "shelling", "shells fell on the Mill Quarter", at=quarter("Mill Quarter"), **where),
        claim("b", "d1", "shelling", "rockets hit the Old Quarter", at=quarter("Old Quarter"), start=60, **where),
    ]
    assert together(claims, document("d1", NEWS)) == {frozenset("a"), frozenset("b")}


def test_a_city_that_bears_the_name_of_its_province_may_be_the_province() -> None:
    city, town = place("Stonewell"), place("Harrow Bridge")
    seat = replace(city, place=replace(city.place, admin1="Stonewell", country="XX"))
    inside = replace(town, place=replace(town.place, admin1="Stonewell", country="XX"))
    words = "Gas killed at least 58 people at dawn, a monitor said"
    claims = [
        claim("a", "d1", "attack", words, at=(seat,), time=day("2015-03-03"), amounts=(killed(58),)),
        claim("b", "d2", "attack", words + " in town", at=(inside,), time=day("2015-03-03"), amounts=(killed(58),)),
    ]
    assert together(claims, document("d1"), document("d2")) == {frozenset("ab")}
    elsewhere = replace(claims[1], places=(town,))
    assert len(together([claims[0], elsewhere], document("d1"), document("d2"))) == 2


def test_dozens_is_no_number_that_two_texts_share() -> None:
    def dozens() -> tuple[AmountSlot]:
        slot = killed(24)
        return (replace(slot, amount=replace(slot.amount, high=None, wording="dozens")),)

    def reasons(amounts: tuple[AmountSlot, ...]) -> list[str]:
        claims = [
            claim(name, document_id, "bombing", "a blast at the market", at=("Stonewell",), time=day("2015-03-03"),
                  amounts=amounts)
            for name, document_id in (("a", "d1"), ("b", "d2"))
        ]  # fmt: skip
        return [reason.name for found in link(claims, {}) for reason in found.reasons]

    assert "amounts" not in reasons(dozens())
    assert "amounts" in reasons((killed(24),))


def test_one_outlets_bulletins_of_two_days_tell_two_shellings() -> None:
    def bulletin(name: str, published: str) -> Document:
        return document(name, f"Shells fell on Stonewell again, source {name}.", outlet="Bulletin", published=published)

    words = "terrorists fired rocket shells on Stonewell"
    claims = [
        claim("a", "d1", "shelling", words, agents=("Raiders",), at=("Stonewell",)),
        claim("b", "d2", "shelling", words + ", a source said", agents=("Raiders",), at=("Stonewell",)),
    ]
    apart = together(claims, bulletin("d1", "2015-03-03"), bulletin("d2", "2015-03-09"))
    assert apart == {frozenset("a"), frozenset("b")}
    assert together(claims, bulletin("d1", "2015-03-03"), bulletin("d2", "2015-03-03")) == {frozenset("ab")}


def test_a_place_that_no_slot_holds_keeps_violence_from_leaning() -> None:
    first, second = bombing()
    words = "an attacker blew himself up in the town of Lowgate"
    later = replace(second, evidence=(replace(second.evidence[0], text=words),))
    assert together([first, later], document("d1", NEWS)) == {frozenset("a"), frozenset("b")}


def test_what_is_told_of_many_acts_is_held_against_one_of_them() -> None:
    claims = [
        claim("a", "d1", "airstrike", "Stonewell is regularly bombed", at=("Stonewell",), aspect="ongoing"),
        claim("b", "d2", "airstrike", "Jets bombed Stonewell", at=("Stonewell",)),
    ]
    known = [document(name, published="2015-03-03") for name in ("d1", "d2")]
    assert together(claims, *known) == {frozenset("a"), frozenset("b")}
    again = replace(claims[0], evidence=claims[1].evidence, aspect=claims[1].aspect)
    assert together([again, claims[1]], *known) == {frozenset("ab")}
