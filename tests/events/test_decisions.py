"""What people decided outlives ids: it is held by the words it was made on."""

from __future__ import annotations

from dataclasses import replace

from tests.events.make import claim, day, document
from tests.events.test_linking import together
from tripoint.events import assemble, link
from tripoint.events.decisions import anchor, attach, bearing, links, value
from tripoint.model import Claim, Decision, Verdict

WORDS = "The garrison took Harrow Bridge in the morning"
OTHER = "The bridge at Harrow fell to the garrison, residents said"


def pair() -> list[Claim]:
    return [
        claim("a", "d1", "capture", WORDS, agents=("Garrison",), at=("Harrow Bridge",), time=day("2015-03-03")),
        claim("b", "d2", "capture", OTHER, agents=("Garrison",), at=("Harrow Bridge",), time=day("2015-03-09")),
    ]


def decision(act: str, claims: list[Claim], *, name: str = "1", at: str = "2024-01-01T00:00:00Z") -> Decision:
    kept = value([anchor(claims[0])], [anchor(one) for one in claims[1:]])
    return Decision(
        decision_id=name, act=act, subject="event_x", other="event_y", value=kept, who="Ann", why="read both", at=at
    )


def test_a_merge_of_events_joins_the_claims_they_had() -> None:
    claims = pair()
    assert together(claims, document("d1"), document("d2")) == {frozenset("a"), frozenset("b")}
    made = (decision("merge", claims),)
    assert together(claims, document("d1"), document("d2"), decisions=made) == {frozenset("ab")}


def test_a_decision_finds_its_claims_again_by_their_words_when_ids_change() -> None:
    claims = pair()
    made = decision("merge", claims)
    anew = [replace(claims[0], claim_id="n1", document_id="d7"), replace(claims[1], claim_id="n2", document_id="d8")]
    found = attach([made], map(anchor, anew))[0]
    assert (found.a, found.b, found.moved, found.orphaned) == (("n1",), ("n2",), ("a", "b"), False)
    assert [(one.claim_a, one.claim_b, one.verdict) for one in links([found])] == [("n1", "n2", Verdict.SAME)]


def test_the_same_type_and_the_nearest_place_are_taken_before_others() -> None:
    claims = pair()
    made = decision("merge", claims)
    twice = [
        replace(claims[0], claim_id="n1", type="attack"),
        replace(claims[0], claim_id="n2"),
        replace(claims[0], claim_id="n3", evidence=tuple(replace(e, start=900) for e in claims[0].evidence)),
        claims[1],
    ]
    assert attach([made], map(anchor, twice))[0].a == ("n2",)


def test_a_decision_whose_words_are_gone_is_orphaned_and_does_nothing() -> None:
    claims = pair()
    found = attach([decision("merge", claims)], [anchor(claims[0])])[0]
    assert (found.orphaned, found.lost, links([found])) == (True, ("b",), [])


def test_the_last_word_holds_and_unsure_gives_the_pair_back_to_the_rules() -> None:
    claims = pair()
    merged = decision("same", claims)
    parted = decision("different", claims, name="2", at="2024-01-02T00:00:00Z")
    unsure = decision("unsure", claims, name="3", at="2024-01-03T00:00:00Z")
    known = [anchor(one) for one in claims]
    assert [one.verdict for one in links(attach([parted, merged], known))] == [Verdict.DIFFERENT]
    assert links(attach([merged, unsure, parted], known)) == []


def test_a_decision_taken_back_counts_no_more() -> None:
    claims = pair()
    back = Decision(
        decision_id="2",
        act="undo",
        subject="1",
        other=None,
        value=None,
        who="Ann",
        why="wrong",
        at="2024-02-01T00:00:00Z",
    )
    found = attach([decision("merge", claims), back], map(anchor, claims))
    assert [one.undone for one in found] == [True]
    assert links(found) == []


def test_an_older_decision_on_claim_ids_alone_still_counts() -> None:
    old = Decision(
        decision_id="1", act="merge", subject="a", other="b", value=None, who="Ann", why="", at="2024-01-01T00:00:00Z"
    )
    assert together(pair(), document("d1"), document("d2"), decisions=(old,)) == {frozenset("ab")}


def three(words: str, *, days: tuple[str, str, str]) -> list[Claim]:
    return [
        claim(name, f"d{name}", "capture", words, agents=("Garrison",), at=("Harrow Bridge",), time=day(told))
        for name, told in zip("abc", days, strict=True)
    ]


def test_a_rejected_claim_brings_no_others_together_and_stays_with_one_of_them() -> None:
    claims = three("The bridge fell", days=("2015-03-03", "2015-03-09", "2015-03-15"))
    documents = [document(f"d{name}") for name in "abc"]
    merged = (decision("merge", claims[:2]), decision("merge", claims[1:], name="2"))
    assert together(claims, *documents, decisions=merged) == {frozenset("abc")}
    rejection = replace(decision("reject", claims[1:2], name="3"), other=None)
    links_ = link(claims, {}, (*merged, rejection))
    found = assemble(claims, links_, {}, rejected={"b"})
    assert {frozenset(event.claims) for event in found} == {frozenset("ab"), frozenset("c")}


def test_a_rejected_claim_stands_for_no_others_that_are_told_in_its_words() -> None:
    words = "The garrison took Harrow Bridge in the morning of the third of March"
    claims = three(words, days=("2015-03-03",) * 3)
    rejection = replace(decision("reject", claims[:1]), other=None)
    found = link(claims, {}, (rejection,))
    assert ("b", "c", Verdict.SAME) in [(one.claim_a, one.claim_b, one.verdict) for one in found]
    events = assemble(claims, found, {}, rejected={"a"})
    assert {frozenset(event.claims) for event in events} == {frozenset("abc")}


def test_to_accept_what_nobody_rejected_changes_nothing_that_is_made() -> None:
    claims = pair()
    accepted = decision("accept", claims[:1])
    assert bearing([accepted]) == ()
    assert bearing([decision("reject", claims[:1], name="2"), accepted])[1] == accepted
