"""Which claims tell one happening, on small situations of our own making."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.make import claim, day, document, killed, party, place, speaker
from tripoint.comparison.voices import Voices
from tripoint.events import assemble, link
from tripoint.events.conflicts import so_long_after
from tripoint.events.profiling import profile
from tripoint.model import Claim, Decision, Document, Verdict


def together(claims: list[Claim], *documents: Document, decisions: tuple[Decision, ...] = ()) -> set[frozenset[str]]:
    known = {doc.document_id: doc for doc in documents}
    return {frozenset(event.claims) for event in assemble(claims, link(claims, known, decisions), known)}


def test_two_outlets_on_one_capture_make_one_event() -> None:
    claims = [
        claim("a", "d1", "capture", "The garrison took Harrow Bridge", agents=("Garrison",), at=("Harrow Bridge",),
              time=day("2015-03-03")),
        claim("b", "d2", "capture", "Harrow Bridge has fallen to the garrison", agents=("Garrison",),
              at=("Harrow Bridge",), time=day("2015-03-03")),
    ]  # fmt: skip
    assert together(claims, document("d1"), document("d2")) == {frozenset("ab")}


def test_the_same_act_at_the_same_place_on_another_day_is_another_event() -> None:
    claims = [
        claim("a", "d1", "shelling", agents=("Garrison",), at=("Stonewell",), time=day("2015-03-03")),
        claim("b", "d2", "shelling", agents=("Garrison",), at=("Stonewell",), time=day("2015-03-09")),
    ]
    assert together(claims, document("d1"), document("d2")) == {frozenset("a"), frozenset("b")}


def test_a_plan_and_its_happening_are_two_events() -> None:
    claims = [
        claim("a", "d1", "attack", agents=("Garrison",), at=("Stonewell",), modality="planned", aspect="none"),
        claim("b", "d2", "attack", agents=("Garrison",), at=("Stonewell",)),
    ]
    assert together(claims, document("d1"), document("d2")) == {frozenset("a"), frozenset("b")}


def test_two_tellings_of_one_plan_are_one_event() -> None:
    claims = [
        claim("a", "d1", "open", "the gate at Stonewell will open", at=("Stonewell",), modality="planned"),
        claim("b", "d2", "open", "plans to open the gate at Stonewell", at=("Stonewell",), modality="planned"),
    ]
    assert together(claims, document("d1"), document("d2")) == {frozenset("ab")}


def test_another_attack_in_one_text_is_not_the_attack_it_told_before() -> None:
    claims = [
        claim("a", "d1", "repel", "The rangers beat off an attack at Stonewell", agents=("Rangers",),
              targets=("Raiders",), at=("Stonewell",), time=day("2015-03-03")),
        claim("b", "d1", "repel", "the rangers beat off another attack at Stonewell", agents=("Rangers",),
              targets=("Raiders",), at=("Stonewell",), time=day("2015-03-03"), start=80),
    ]  # fmt: skip
    assert together(claims, document("d1")) == {frozenset("a"), frozenset("b")}


def test_a_definite_phrase_takes_up_the_operation_told_before() -> None:
    claims = [
        claim("a", "d1", "operation", "The rangers launched an operation in Eastmark", agents=("Rangers",),
              at=(place("Eastmark", "in_area"),), aspect="begun"),
        claim("b", "d1", "operation", "the operation ended within a day", start=120),
    ]  # fmt: skip
    assert together(claims, document("d1")) == {frozenset("ab")}


def test_the_same_quotation_in_two_pages_is_one_happening() -> None:
    said = '"Our men walked into the depot and found nobody left inside," a captain said.'
    claims = [
        claim("a", "d1", "reach", said, agents=("Rangers",)),
        claim("b", "d2", "reach", said.replace("a captain said", "he told us"), agents=("Rangers",)),
    ]
    assert together(claims, document("d1", said), document("d2", said)) == {frozenset("ab")}


def test_the_same_sides_without_time_place_or_quotation_are_not_enough() -> None:
    claims = [
        claim("a", "d1", "meet", "Rangers met river guards", agents=("Rangers", "River Guards")),
        claim("b", "d2", "meet", "talks of both sides", agents=("Rangers",), recipients=("River Guards",)),
    ]
    assert len(together(claims, document("d1"), document("d2"))) == 2


def test_a_denial_belongs_to_the_event_it_denies() -> None:
    claims = [
        claim("a", "d1", "airstrike", "Jets hit Stonewell", agents=("Air Corps",), at=("Stonewell",),
              time=day("2015-03-03")),
        claim("b", "d2", "airstrike", "The air corps did not strike Stonewell", agents=("Air Corps",),
              at=("Stonewell",), time=day("2015-03-03"), polarity="denied"),
    ]  # fmt: skip
    assert together(claims, document("d1"), document("d2")) == {frozenset("ab")}


def test_two_holders_of_one_place_are_two_states() -> None:
    claims = [
        claim("a", "d1", "control", agents=("Rangers",), at=("Stonewell",)),
        claim("b", "d2", "control", agents=("Raiders",), at=("Stonewell",)),
    ]
    assert len(together(claims, document("d1"), document("d2"))) == 2


def test_one_holder_of_two_places_makes_two_states() -> None:
    claims = [
        claim("a", "d1", "control", agents=("Rangers",), at=("Harrow Bridge",)),
        claim("b", "d1", "control", agents=("Rangers",), at=("Harrow Mill",), start=60),
    ]
    assert len(together(claims, document("d1"))) == 2


def test_closed_and_not_opened_are_one_state() -> None:
    claims = [
        claim("a", "d1", "status", "the Stonewell gate is closed", at=("Stonewell",), status="closed"),
        claim("b", "d2", "open", "the Stonewell gate could not be opened", at=("Stonewell",), polarity="denied"),
    ]
    found = assemble(claims, link(claims, {}), {})
    assert [event.claims for event in found] == [("a", "b")]
    assert not found[0].label.startswith("Disputed")


def test_precise_places_far_apart_are_two_happenings() -> None:
    claims = [
        claim("a", "d1", "bombing", "A car bomb went off", at=("Stonewell",), time=day("2015-03-03")),
        claim("b", "d2", "bombing", "A car bomb went off", at=("Harrow Bridge",), time=day("2015-03-03")),
    ]
    assert len(together(claims, document("d1"), document("d2"))) == 2


def test_what_was_told_as_done_before_is_another_happening() -> None:
    claims = [
        claim("a", "d1", "capture", "Rangers took Stonewell", agents=("Rangers",), at=("Stonewell",)),
        claim("b", "d2", "capture", "Rangers took Stonewell", agents=("Rangers",), at=("Stonewell",),
              time=day("2015-06-01")),
    ]  # fmt: skip
    assert len(together(claims, document("d1", published="2015-03-03"), document("d2"))) == 2


def test_an_undated_claim_never_bridges_two_dated_events() -> None:
    where = {"agents": ("Garrison",), "at": ("Stonewell",)}
    claims = [
        claim("a", "d1", "shelling", "shells fell on Stonewell market", **where, time=day("2015-03-03")),
        claim("b", "d2", "shelling", "shells fell on Stonewell market", **where),
        claim("c", "d3", "shelling", "shells fell on Stonewell market", **where, time=day("2015-03-09")),
    ]
    found = together(claims, document("d1"), document("d2"), document("d3"))
    assert not any({"a", "c"} <= group for group in found)


def test_a_wars_toll_is_not_a_bombings() -> None:
    claims = [
        claim("a", "d1", "kill", "many people were killed at Stonewell", at=("Stonewell",), amounts=(killed(120_000),)),
        claim("b", "d2", "kill", "many people were killed at Stonewell", at=("Stonewell",), amounts=(killed(14),)),
    ]
    assert len(together(claims, document("d1"), document("d2"))) == 2


def test_a_claim_without_a_number_never_bridges_two_orders_of_tolls() -> None:
    words = "people were killed at Stonewell market in the morning"
    claims = [
        claim("a", "d1", "kill", words, at=("Stonewell",), amounts=(killed(120_000),)),
        claim("b", "d2", "kill", words, at=("Stonewell",)),
        claim("c", "d3", "kill", words, at=("Stonewell",), amounts=(killed(14),)),
    ]
    found = together(claims, document("d1"), document("d2"), document("d3"))
    assert not any({"a", "c"} <= group for group in found)


def test_the_crossing_takes_up_the_crossing_named_before() -> None:
    claims = [
        claim("a", "d1", "open", "to open the Lowgate crossing next spring", at=("Lowgate crossing",),
              modality="planned"),
        claim("b", "d1", "open", "the crossing will open in spring", modality="planned", start=90),
    ]  # fmt: skip
    assert together(claims, document("d1")) == {frozenset("ab")}


def test_a_crossing_is_the_same_under_any_word_for_a_crossing() -> None:
    claims = [
        claim("a", "d1", "capture", agents=("Rangers",), at=("Lowgate crossing",), time=day("2015-03-03")),
        claim("b", "d2", "capture", agents=("Rangers",), at=("Lowgate border post",), time=day("2015-03-03")),
    ]
    assert together(claims, document("d1"), document("d2")) == {frozenset("ab")}


def test_a_text_that_names_two_places_taken_tells_two_captures() -> None:
    claims = [
        claim("a", "d1", "capture", agents=("Rangers",), at=("Harrow Bridge",), time=day("2015-03-03")),
        claim("b", "d1", "capture", agents=("Rangers",), at=("Harrow Mill",), time=day("2015-03-03"), start=50),
    ]
    assert len(together(claims, document("d1"))) == 2


def test_a_hold_told_beside_the_capture_that_made_it_belongs_to_it() -> None:
    claims = [
        claim("a", "d1", "capture", agents=("Rangers",), at=("Stonewell",)),
        claim("b", "d1", "control", agents=("Rangers",), at=("Stonewell",), start=80),
    ]
    found = assemble(claims, link(claims, {}), {})
    assert [(event.type, event.claims) for event in found] == [("capture", ("a", "b"))]


def test_a_hold_told_elsewhere_a_year_later_is_not_the_capture() -> None:
    claims = [
        claim("a", "d1", "capture", agents=("Rangers",), at=("Stonewell",), time=day("2015-03-03")),
        claim("b", "d2", "control", agents=("Rangers",), at=("Stonewell",), time=day("2016-03-03")),
    ]
    assert len(together(claims, document("d1"), document("d2"))) == 2


def test_an_army_and_its_state_are_one_side_where_the_register_says_so() -> None:
    from dataclasses import replace

    army = replace(party("Iraqi Army"), actor_id="actor:iq-army")
    state = replace(party("Iraq"), actor_id="actor:iq")
    claims = [
        claim("a", "d1", "capture", "Stonewell was taken", agents=(army,), at=("Stonewell",), time=day("2015-03-03")),
        claim("b", "d2", "capture", "Iraq took Stonewell", agents=(state,), at=("Stonewell",), time=day("2015-03-03")),
    ]
    assert together(claims, document("d1"), document("d2")) == {frozenset("ab")}


def decision(act: str, one: str, two: str, at: str = "2024-01-01T00:00:00Z") -> Decision:
    return Decision(
        decision_id=f"{act}{at}", act=act, subject=one, other=two, value=None, who="Ann", why="I read both", at=at
    )


def alike() -> list[Claim]:
    return [
        claim("a", "d1", "capture", agents=("Garrison",), at=("Harrow Bridge",), time=day("2015-03-03")),
        claim("b", "d2", "capture", agents=("Garrison",), at=("Harrow Bridge",), time=day("2015-03-03")),
        claim("c", "d3", "protest", at=("Stonewell",)),
    ]


def test_a_person_who_splits_outranks_every_reason() -> None:
    assert frozenset("ab") not in together(alike(), decisions=(decision("split", "a", "b"),))


def test_a_person_who_merges_outranks_every_conflict() -> None:
    assert frozenset("abc") in together(alike(), decisions=(decision("merge", "b", "c"),))


def test_the_later_decision_on_a_pair_holds() -> None:
    decisions = (decision("merge", "a", "b", "2024-01-02T00:00:00Z"), decision("split", "b", "a"))
    assert frozenset("ab") in together(alike(), decisions=decisions)


def test_claims_of_comments_are_linked_with_nothing() -> None:
    claims = [*alike()[:1], claim("b", "d1", "capture", agents=("Garrison",), at=("Harrow Bridge",), comment_id="k")]
    assert link(claims, {}) == ()


def test_every_link_says_why() -> None:
    found = link(alike(), {})
    assert [(one.claim_a, one.claim_b, one.verdict) for one in found] == [("a", "b", Verdict.SAME)]
    assert "on the same day" in [reason.sentence for reason in found[0].reasons]


def test_ten_thousand_copies_cost_one_link_each() -> None:
    words = "On Tuesday the garrison took the old bridge at Harrow after a short fight"
    claims = [
        claim(f"c{n:05}", f"d{n}", "capture", words, agents=("Garrison",), at=("Harrow Bridge",)) for n in range(10_000)
    ]
    found = link(claims, {})
    assert len(found) == 9_999
    assert len(assemble(claims, found, {})) == 1


def test_near_copies_in_one_crowded_block_stay_bounded() -> None:
    claims = [claim(f"c{n:04}", f"d{n}", "shelling", f"shells number {n} fell", at=("Stonewell",)) for n in range(1000)]
    assert len(link(claims, {})) < 60 * len(claims)


def test_a_place_on_the_antimeridian_meets_its_neighbour_across_it() -> None:
    east = place("Stonewell")
    from dataclasses import replace

    one = replace(east, place=replace(east.place, place_id="p:e", name="Cape East", lat=10.0, lon=179.99))
    two = replace(east, place=replace(east.place, place_id="p:w", name="Cape West", lat=10.0, lon=-179.99))
    words = "A patrol boat was bombed off the cape at night"
    claims = [
        claim("a", "d1", "bombing", words, agents=("Raiders",), at=(one,), time=day("2015-03-03")),
        claim("b", "d2", "bombing", words + " by raiders", agents=("Raiders",), at=(two,), time=day("2015-03-03")),
    ]
    assert together(claims, document("d1"), document("d2")) == {frozenset("ab")}


NAMES = st.sampled_from(["Garrison", "Rangers", "Raiders"])
CLAIMS = st.lists(
    st.builds(
        lambda i, doc, kind, who, where, when, mode, denied: (i, doc, kind, who, where, when, mode, denied),
        *(st.integers(0, 10**6), st.sampled_from(["d1", "d2", "d3", "d4"])),
        st.sampled_from(["capture", "attack", "control", "operation", "meet", "status", "clash"]),
        st.lists(NAMES, max_size=2, unique=True),
        st.sampled_from([None, "Harrow Bridge", "Harrow Mill", "Stonewell", "Nowhere"]),
        st.sampled_from([None, "2015-03-03", "2015-03-04", "2015-05-01", "0001-01-01", "2015-99-99"]),
        st.sampled_from(["happened", "planned", "possible", "unconfirmed"]),
        st.booleans(),
    ),
    max_size=14,
)


@settings(max_examples=40, deadline=None)
@given(CLAIMS, st.randoms())
def test_the_order_of_the_input_changes_nothing(drawn: list[tuple], rng: random.Random) -> None:
    claims = [
        claim(
            f"c{n}-{i}",
            doc,
            kind,
            f"{kind} at {where} by {' '.join(who)} told here",
            agents=tuple(party(name) for name in who),
            at=(where,) if where else (),
            time=day(when) if when else None,
            modality=mode,
            polarity="denied" if denied else "affirmed",
            start=n * 40,
            amounts=(killed(i % 50),),
            speakers=(speaker("Rangers"),) if i % 3 == 0 else (),
        )
        for n, (i, doc, kind, who, where, when, mode, denied) in enumerate(drawn)
    ]
    documents = {name: document(name, published="2015-03-05") for name in ("d1", "d2", "d3")}
    links = link(claims, documents)
    events = assemble(claims, links, documents)
    mixed, mixed_links = list(claims), list(links)
    rng.shuffle(mixed)
    rng.shuffle(mixed_links)
    assert link(mixed, dict(reversed(documents.items()))) == links
    assert assemble(mixed, mixed_links, documents) == events
    assert sorted(claim_id for event in events for claim_id in event.claims) == sorted(c.claim_id for c in claims)


def test_wide_bounds_on_publication_neither_tie_nor_hide_two_tellings() -> None:
    from dataclasses import replace

    from tripoint.model import Dated

    bound = Dated(start="2012-01-01", end="2016-06-30", precision="bound")
    one, two = (replace(document(name), published=bound) for name in ("d1", "d2"))
    same_place = [
        claim("a", "d1", "open", "the gate at Stonewell will open", at=("Stonewell",), modality="planned"),
        claim("b", "d2", "open", "plans to open the gate at Stonewell", at=("Stonewell",), modality="planned"),
    ]
    assert together(same_place, one, two) == {frozenset("ab")}
    no_place = [
        claim("a", "d1", "meet", "Rangers met river guards", agents=("Rangers", "River Guards")),
        claim("b", "d2", "meet", "talks of both sides", agents=("Rangers", "River Guards")),
    ]
    assert len(together(no_place, one, two)) == 2


def test_two_known_sides_that_killed_at_no_common_place_are_two_events() -> None:
    claims = [
        claim("a", "d1", "airstrike", "The air corps killed fifteen people in a raid", agents=("Air Corps",),
              time=day("2015-03-03"), amounts=(killed(15),)),
        claim("b", "d2", "airstrike", "Raiders killed eighteen people in a raid", agents=("Raiders",),
              time=day("2015-03-03"), amounts=(killed(18),)),
        claim("c", "d3", "airstrike", "Eighteen people were killed in a raid", time=day("2015-03-03"),
              amounts=(killed(18),)),
    ]  # fmt: skip
    found = together(claims, document("d1"), document("d2"), document("d3"))
    assert not any({"a", "b"} <= one for one in found)


def test_what_lies_a_week_before_in_one_sentence_is_another_happening() -> None:
    words = "a week after ten rangers were killed there"
    doc = document("d1", f"Raiders ambushed a convoy at Stonewell {words}.")
    voices = Voices({"d1": doc}, {})
    ambush, before, same = (
        profile(one, voices, {"d1": doc})
        for one in (
            claim("a", "d1", "attack", doc.text, agents=("Raiders",), at=("Stonewell",)),
            claim("b", "d1", "kill", words, targets=("Rangers",), start=40),
            claim("c", "d1", "kill", "ten rangers were killed there", targets=("Rangers",), start=40),
        )
    )
    assert so_long_after(ambush, before) is not None
    assert so_long_after(ambush, same) is None


def test_strikes_two_days_apart_are_two_where_both_days_are_told() -> None:
    claims = [
        claim("a", "d1", "airstrike", agents=("Air Corps",), at=("Stonewell",), time=day("2015-03-03")),
        claim("b", "d2", "airstrike", agents=("Air Corps",), at=("Stonewell",), time=day("2015-03-05")),
    ]
    assert together(claims, document("d1"), document("d2")) == {frozenset("a"), frozenset("b")}


def test_a_town_north_of_another_was_not_reached_with_it() -> None:
    claims = [
        claim("a", "d1", "reach", "Rangers entered Harrow Bridge, north of Stonewell", agents=("Rangers",),
              at=("Harrow Bridge", place("Stonewell", "north_of"))),
        claim("b", "d2", "reach", "Rangers entered Stonewell on Tuesday", agents=("Rangers",), at=("Stonewell",)),
    ]  # fmt: skip
    texts = document("d1", published="2015-03-03"), document("d2", published="2015-03-04")
    assert together(claims, *texts) == {frozenset("a"), frozenset("b")}


def test_two_undated_texts_on_the_fall_of_one_town_tell_one() -> None:
    gain = claim("a", "d1", "capture", "Rangers took Harrow Bridge on Monday", agents=("Rangers",),
                 at=("Harrow Bridge",), time=day("2015-03-02"))  # fmt: skip
    loss = claim("b", "d2", "capture", "the village, whose loss opened the road", at=("Harrow Bridge",))
    assert together([gain, loss], document("d1"), document("d2")) == {frozenset("ab")}
    months = document("d1", published="2015-03-03"), document("d2", published="2015-08-03")
    assert together([gain, loss], *months) == {frozenset("a"), frozenset("b")}
    before = replace(loss, evidence=(replace(loss.evidence[0], text="previously lost Harrow Bridge"),))
    assert together([gain, before], document("d1"), document("d2")) == {frozenset("a"), frozenset("b")}
    wide = replace(gain, places=(place("Eastmark"),)), replace(loss, places=(place("Eastmark"),))
    assert together(list(wide), document("d1"), document("d2")) == {frozenset("a"), frozenset("b")}


def test_two_charges_of_one_accuser_are_not_one_because_one_voice_tells_both() -> None:
    said = (speaker("Hill"),)
    claims = [
        claim("a", "d1", "accuse", "Hill accused raiders of shelling the mill to provoke an answer, denied by Eastmark",
              agents=("Hill",), speakers=said),
        claim("b", "d2", "accuse", "Hill accuses foreigners of paying for the guns with which raiders hold the river",
              agents=("Hill",), speakers=said),
    ]  # fmt: skip
    texts = document("d1", published="2015-03-03"), document("d2", published="2015-03-09")
    assert together(claims, *texts) == {frozenset("a"), frozenset("b")}
