"""How far an event is borne out, with the arithmetic."""

from __future__ import annotations

import random

from tests.assess.make import case
from tests.events.make import claim, day, document, killed, speaker
from tripoint.assess import assess
from tripoint.events import assemble, link

DOCS = (document("d1", outlet="Morning"), document("d2", outlet="Evening"))
ON = day("2015-03-03")


def capture(claim_id: str, doc: str, **more: object):  # type: ignore[no-untyped-def]
    given = {"agents": ("Rangers",), "targets": ("Raiders",), "at": ("Stonewell",), "time": ON, **more}
    return claim(claim_id, doc, "capture", **given)


def test_one_origin_that_tells_it_as_a_fact_is_possibly_true() -> None:
    assert case([capture("a", "d1")], *DOCS)[1].assessments[0].credibility == 3


def test_a_second_origin_and_the_losers_word_lift_it() -> None:
    found = case([capture("a", "d1"), capture("b", "d2", speakers=(speaker("Raiders"),))], *DOCS)[1].assessments[0]
    assert (found.credibility, found.adverse_origins, len(found.origins)) == (1, 1, 2)
    assert "-1: Raiders says what tells against itself" in [reason.sentence for reason in found.reasons]


def test_who_is_accused_and_denies_it_lifts_nothing() -> None:
    raid = {"agents": ("Rangers",), "at": ("Stonewell",), "time": ON}
    denial = claim("b", "d2", "airstrike", polarity="denied", speakers=(speaker("Rangers"),), **raid)
    found = case([claim("a", "d1", "airstrike", **raid), denial], *DOCS, merged=True)[1].assessments[0]
    assert found.adverse_origins == 0
    (alone,) = case([denial], *DOCS)[1].assessments
    assert alone.adverse_origins == 0


def test_who_denies_a_gain_of_its_own_speaks_against_itself_where_nothing_else_is_told() -> None:
    denial = capture("b", "d2", polarity="denied", speakers=(speaker("Rangers"),))
    assert case([denial], *DOCS)[1].assessments[0].adverse_origins == 1
    assert case([capture("a", "d1"), denial], *DOCS, merged=True)[1].assessments[0].adverse_origins == 0


def test_ten_copies_lift_nothing() -> None:
    said = '"We are now in the middle of the town and hold its bridges," the captain said.'
    claims = [capture(f"c{n}", f"d{n}") for n in range(10)]
    from dataclasses import replace

    from tripoint.model import BlockRole, Evidence

    claims = [replace(c, evidence=(Evidence(start=0, end=len(said), text=said, block=BlockRole.BODY),)) for c in claims]
    found = case(claims, *(document(f"d{n}", said) for n in range(10)))[1].assessments
    assert [(len(one.origins), one.credibility) for one in found] == [(1, 3)]


def test_unnamed_voices_alone_lower_it() -> None:
    claims = [capture("a", "d1", speakers=(speaker("unnamed:local sources", "unnamed"),))]
    assert case(claims, *DOCS)[1].assessments[0].credibility == 4


def test_an_open_contradiction_lowers_it() -> None:
    claims = [capture("a", "d1"), capture("b", "d2", polarity="denied")]
    assert case(claims, *DOCS)[1].assessments[0].credibility == 3


def test_a_plan_cannot_be_judged() -> None:
    assert case([capture("a", "d1", modality="planned")], *DOCS)[1].assessments[0].credibility == 6


def test_a_comment_alone_cannot_be_judged() -> None:
    found = case([capture("a", "d1", comment_id="k")], *DOCS)[1].assessments[0]
    assert (found.credibility, found.origins) == (6, ())


def test_the_order_of_events_and_documents_changes_nothing() -> None:
    claims = [
        capture("a", "d1"),
        capture("b", "d2", speakers=(speaker("Raiders"),)),
        capture("c", "d3", agents=("Garrison",), amounts=(killed(4),)),
        claim("d", "d4", "control", agents=("Garrison",), at=("Stonewell",), time=ON),
        claim("e", "d5", "control", agents=("Raiders",), at=("Stonewell",), time=ON),
    ]
    documents = {doc.document_id: doc for doc in (*DOCS, document("d3"), document("d4"), document("d5"))}
    known = {c.claim_id: c for c in claims}
    events = list(assemble(claims, link(claims, documents), documents))
    first = assess(events, known, documents)
    for seed in range(5):
        random.Random(seed).shuffle(events)
        mixed = dict(sorted(documents.items(), key=lambda item: hash((seed, item[0]))))
        assert assess(events, dict(reversed(known.items())), mixed) == first
