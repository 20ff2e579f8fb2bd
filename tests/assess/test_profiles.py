"""What each source did in a case."""

from __future__ import annotations

from dataclasses import replace

from tests.assess.make import case
from tests.events.make import claim, day, document, party, speaker
from tripoint.model import SourceProfile, Tallied

ON = day("2015-03-03")
DOCS = (document("d1", outlet="Morning"), document("d2", outlet="Evening"))


def profile(found: tuple[SourceProfile, ...], name: str) -> SourceProfile:
    return next(one for one in found if one.name == name)


def test_an_outlet_told_it_alone_or_joined_and_a_voice_has_a_profile_of_its_own() -> None:
    claims = [
        claim("a", "d1", "airstrike", agents=("Air Corps",), at=("Stonewell",), time=ON),
        claim("b", "d2", "airstrike", agents=("Air Corps",), at=("Stonewell",), time=ON),
        claim("c", "d1", "meet", agents=("Rangers", "River Guards"), at=("Harrow Mill",), time=ON, start=99),
        claim("d", "d2", "kill", targets=("Raiders",), time=day("2014-01-01"), speakers=(speaker("Rangers"),)),
    ]
    sources = case(claims, *DOCS)[1].sources
    assert [(s.kind, s.name) for s in sources] == [("outlet", "Evening"), ("outlet", "Morning"), ("voice", "Rangers")]
    morning = profile(sources, "Morning")
    assert (morning.claims, morning.events, morning.alone, morning.joined) == (2, 2, 1, 1)
    assert profile(sources, "Rangers").claims == 1


def test_who_contradicts_whom_is_counted_on_both_sides() -> None:
    claims = [
        claim("a", "d1", "airstrike", agents=("Air Corps",), at=("Stonewell",), time=ON),
        claim("b", "d2", "airstrike", agents=("Air Corps",), at=("Stonewell",), time=ON, polarity="denied"),
    ]
    sources = case(claims, *DOCS)[1].sources
    assert profile(sources, "Morning").contradicted == (Tallied(name="Evening", count=1),)
    assert profile(sources, "Evening").contradicted == (Tallied(name="Morning", count=1),)


def test_loaded_words_are_kept_by_the_party_they_are_used_for() -> None:
    gang = replace(party("Raiders"), text="raider gangs")
    claims = [replace(claim("a", "d1", "attack", agents=(gang,), targets=("Rangers",)), framing=("gangs",))]
    framing = profile(case(claims, *DOCS)[1].sources, "Morning").framing
    assert [(one.party, one.words) for one in framing] == [("Raiders", (Tallied(name="gangs", count=1),))]


def test_a_comment_has_no_profile() -> None:
    assert case([claim("a", "d1", "attack", comment_id="k1")], *DOCS)[1].sources == ()
