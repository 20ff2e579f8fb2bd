"""Which claims come together, where several ways are equally good."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, permutations

from tests.events.make import claim, day, document
from tripoint.events.clusters import clusters
from tripoint.model import Claim, Document, Link, Modality, TimeValue, Verdict

WORDS = ("rebels took the mill", "the mill fell", "the mill was shelled")


def test_equal_bonds_make_the_same_events_whatever_the_ids_of_the_claims() -> None:
    found = set()
    for ids in permutations("abc"):
        claims = [claim(name, "d", "capture", words) for name, words in zip(ids, WORDS, strict=True)]
        first, middle, last = ids
        links = [
            Link(claim_a=a, claim_b=b, verdict=verdict, score=score, by="test", reasons=())
            for a, b, verdict, score in (
                (first, middle, Verdict.SAME, 0.8),
                (middle, last, Verdict.SAME, 0.8),
                (first, last, Verdict.DIFFERENT, 0.0),
            )
        ]
        words = {held.claim_id: held.evidence[0].text for held in claims}
        found.add(tuple(sorted(tuple(sorted(words[name] for name in group)) for group in clusters(claims, links))))
    assert len(found) == 1


def joined(one: Claim, two: Claim, *documents: Document) -> bool:
    likes = Link(claim_a="a", claim_b="b", verdict=Verdict.SAME, score=0.9, by="test", reasons=())
    return len(clusters([one, two], [likes], {doc.document_id: doc for doc in documents})) == 1


def test_what_was_told_as_done_before_an_act_is_not_that_act() -> None:
    early, late = document("d1", published="2015-03-01"), document("d2", published="2015-03-09")
    one, two = claim("a", "d1", "capture"), claim("b", "d2", "capture", time=day("2015-03-08"))
    assert not joined(one, two, early, late)
    assert joined(one, two, replace(early, published=late.published), late)


def test_shellings_told_months_apart_without_a_day_are_two() -> None:
    one, two = claim("a", "d1", "shelling"), claim("b", "d2", "shelling")
    spring, autumn = document("d1", published="2015-04-04"), document("d2", published="2015-10-28")
    assert not joined(one, two, spring, autumn)
    assert joined(one, two, spring, replace(autumn, published=spring.published))


def test_a_chain_of_texts_does_not_make_one_event_of_the_news_of_a_year() -> None:
    names = [f"{month:02}" for month in range(1, 13)]
    claims = [claim(name, f"d{name}", "find", "bodies were recovered from the rubble") for name in names]
    documents = {f"d{name}": document(f"d{name}", published=f"2015-{name}-20") for name in names}
    links = [
        Link(claim_a=one, claim_b=two, verdict=Verdict.SAME, score=0.9, by="test", reasons=())
        for one, two in pairwise(names)
    ]
    assert max(map(len, clusters(claims, links, documents))) == 2
    assert len(clusters(claims, links, dict.fromkeys(documents, documents["d01"]))) == 1


def test_a_capture_may_be_told_years_later_where_its_place_is_told_too() -> None:
    spring, later = document("d1", published="2015-04-04"), document("d2", published="2018-10-28")
    one, two = (claim(name, doc, "capture", at=("Stonewell",)) for name, doc in (("a", "d1"), ("b", "d2")))
    assert joined(one, two, spring, later)
    assert not joined(replace(one, places=()), replace(two, places=()), spring, later)
    assert not joined(replace(one, modality=Modality.PLANNED), replace(two, modality=Modality.PLANNED), spring, later)


def test_a_siege_since_one_winter_is_not_the_siege_since_another() -> None:
    since = TimeValue(start="2015-01-10", end=None, precision="open_end", rule="test")
    one, two = (
        claim("a", "d1", "besiege", time=since),
        claim("b", "d2", "besiege", time=replace(since, start="2017-01-10")),
    )
    soon, late = document("d1", published="2015-02-01"), document("d2", published="2017-02-01")
    assert not joined(one, two, soon, late)
    assert joined(one, replace(two, time=since), soon, late)


def test_what_one_person_rejects_another_does_not() -> None:
    one, two = (
        claim(name, doc, "reject", agents=(who,))
        for name, doc, who in (("a", "d1", "Ann Marsh"), ("b", "d2", "Ed Poole"))
    )
    one, two = (replace(held, agents=tuple(replace(who, kind="person") for who in held.agents)) for held in (one, two))
    assert not joined(one, two)
    assert joined(one, replace(two, agents=tuple(replace(who, name="Marsh") for who in one.agents)))


def test_an_advance_goes_from_place_to_place_and_not_through_the_world() -> None:
    one = claim("a", "d1", "advance", at=("Stonewell",), time=day("2015-03-08"))
    assert joined(one, claim("b", "d2", "advance", at=("Harrow Mill",), time=day("2015-03-08")))
    (far,) = one.places
    far = replace(far, place=replace(far.place, place_id="p:far", name="Far", lat=15.0, lon=32.0))
    assert not joined(one, replace(claim("b", "d2", "advance", time=day("2015-03-08")), places=(far,)))


def test_a_text_that_looks_back_may_tell_of_an_old_shelling() -> None:
    one, two = claim("a", "d1", "shelling"), claim("b", "d2", "shelling", "as in the shelling in the past year")
    assert joined(one, two, document("d1", published="2015-04-04"), document("d2", published="2015-10-28"))


def test_a_day_without_its_year_is_no_day_of_another_month() -> None:
    one = claim("a", "d1", "sweep", time=TimeValue(start=None, end=None, precision="day", partial="--05-02", rule="x"))
    two = claim("b", "d2", "sweep", time=day("2017-11-01", "2017-11-30"))
    assert not joined(one, two)
    assert joined(one, replace(two, time=day("2017-05-01", "2017-05-31")))
    assert joined(one, replace(two, time=day("2017-01-01", "2018-11-30")))


def test_what_one_text_leaves_untied_is_doubted_once_however_many_clauses_tell_it() -> None:
    claims = [claim(name, "d1", "bombing") for name in "abc"] + [claim("x", "d2", "bombing")]

    def together(doubt: float) -> set[frozenset[str]]:
        scores = {"ab": 0.8, "ac": doubt, "bc": 0.3, "ax": 0.9, "cx": 0.75}
        links = [
            Link(claim_a=one, claim_b=two, verdict=Verdict.UNSURE, score=score, by="test", reasons=())
            for (one, two), score in scores.items()
        ]
        return {frozenset(group) for group in clusters(claims, links)}

    assert together(0.3) == {frozenset("abcx")}
    assert together(0.1) == {frozenset("abx"), frozenset("c")}
    assert together(0.0) == {frozenset("abx"), frozenset("c")}
