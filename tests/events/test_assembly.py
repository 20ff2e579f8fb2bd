"""The merged view of an event."""

from __future__ import annotations

from dataclasses import replace

from tests.events.make import claim, day, document, killed, party
from tripoint.comparison.voices import Voices
from tripoint.events.assembly import assemble
from tripoint.events.merging import event
from tripoint.model import AmountSlot, Claim, Document, Event


def merged(claims: list[Claim], *documents: Document) -> Event:
    return event(claims, Voices({doc.document_id: doc for doc in documents}, {}))


def test_the_best_number_is_the_one_most_origins_give_and_never_the_mean() -> None:
    claims = [
        claim("a", "d1", "bombing", amounts=(killed(12),)),
        claim("b", "d2", "bombing", amounts=(killed(12),)),
        claim("c", "d3", "bombing", amounts=(killed(30),)),
        claim("d", "d3", "bombing", amounts=(killed(30),)),
        claim("e", "d3", "bombing", amounts=(killed(8),)),
    ]
    found = merged(claims).amounts
    assert [slot.amount.low for slot in found] == [12, 8, 30]
    assert found[1].amount.wording.startswith("lowest told")


def test_competing_values_stay_with_the_claims_behind_them() -> None:
    claims = [
        claim("a", "d1", "capture", agents=("Garrison",), at=("Harrow Bridge",)),
        claim("b", "d2", "capture", agents=("Garrison",), at=("Harrow Bridge",)),
        claim("c", "d3", "capture", agents=("Raiders",), at=("Harrow Bridge",)),
    ]
    fields = {(f.field, f.value): (f.claims, f.shown) for f in merged(claims).fields}
    assert fields["agent", "Garrison"] == (("a", "b"), True)
    assert fields["agent", "Raiders"] == (("c",), False)


def test_the_time_is_what_all_dated_claims_allow_and_marked_inferred_when_nobody_says_it() -> None:
    claims = [
        claim("a", "d1", "capture", time=day("2015-03-01", "2015-03-05")),
        claim("b", "d2", "capture", time=day("2015-03-04", "2015-03-09")),
        claim("c", "d3", "capture"),
    ]
    time = merged(claims).time
    assert time is not None
    assert (time.start, time.end, time.inferred) == ("2015-03-04", "2015-03-05", True)


def test_a_day_that_a_claim_tells_is_not_inferred() -> None:
    claims = [
        claim("a", "d1", "capture", time=day("2015-03-04")),
        claim("b", "d2", "capture", time=day("2015-03-01", "2015-03-31")),
    ]
    time = merged(claims).time
    assert time is not None
    assert (time.start, time.end, time.inferred) == ("2015-03-04", "2015-03-04", False)


def test_what_no_claim_dates_had_happened_by_the_time_it_was_told() -> None:
    claims = [claim("a", "d1", "capture"), claim("b", "d2", "capture")]
    time = merged(claims, document("d1", published="2015-03-09"), document("d2", published="2015-03-04")).time
    assert time is not None
    assert (time.start, time.end, time.inferred) == (None, "2015-03-04", True)


def test_a_label_tells_who_what_where_when_and_by_how_many_origins() -> None:
    claims = [
        claim("a", "d1", "capture", agents=("Garrison",), at=("Harrow Bridge",), time=day("2015-03-04")),
        claim("b", "d2", "capture", targets=("Raiders",), at=("Harrow Bridge",), time=day("2015-03-04")),
    ]
    assert merged(claims).label == "Garrison captured Harrow Bridge from Raiders, 4 March 2015 (2 origins)"


def test_a_label_never_tells_a_plan_as_done() -> None:
    claims = [claim("a", "d1", "open", agents=("Garrison",), at=("Stonewell",), modality="planned", aspect="none")]
    assert merged(claims).label == "Planned: Opening of Stonewell by Garrison (1 origin)"


def test_a_label_says_that_an_event_is_disputed() -> None:
    claims = [
        claim("a", "d1", "airstrike", agents=("Garrison",)),
        claim("b", "d2", "airstrike", agents=("Garrison",), polarity="denied"),
    ]
    assert merged(claims).label.startswith("Disputed: Air strike")


def test_no_label_says_confirmed() -> None:
    for modality in ("happened", "planned", "possible", "conditional", "unconfirmed"):
        for polarity in ("affirmed", "denied"):
            found = merged([claim("a", "d1", "status", at=("Stonewell",), modality=modality, polarity=polarity)])
            assert "confirmed" not in found.label.replace("Unconfirmed", "")


def test_an_event_id_is_made_of_its_claims_alone() -> None:
    claims = [claim("a", "d1", "capture"), claim("b", "d2", "capture")]
    assert merged(claims).event_id == merged(list(reversed(claims)), document("d1")).event_id


def test_a_comments_claim_is_an_event_of_readers_comments_only() -> None:
    claims = [claim("a", "d1", "capture", agents=(party("Garrison"),), comment_id="k1")]
    found = assemble(claims, (), {})
    assert found[0].label.endswith("(readers' comments only)")


def test_who_attacked_did_not_kill_their_own() -> None:
    found = merged(
        [
            claim("a", "d1", "kill", targets=("Raiders",), amounts=(killed(130),)),
            claim("b", "d1", "kill", amounts=(killed(130),)),
            claim("c", "d1", "attack", agents=("Raiders",)),
        ]
    )
    assert ([one.name for one in found.targets], found.agents) == (["Raiders"], ())
    assert ("Raiders", False) in {(one.value, one.shown) for one in found.fields if one.field == "agent"}


def test_numbers_of_different_things_are_no_rivals() -> None:
    def vehicles(number: float, unit: str) -> AmountSlot:
        slot = killed(number, number, unit)
        return replace(slot, amount=replace(slot.amount, what="vehicles"))

    told = merged([claim("a", "d1", "kill", amounts=(vehicles(26, "tanks"), vehicles(2, "Su-25 aircraft")))])
    assert [one.amount.low for one in told.amounts] == [2, 26]
    assert not any("told" in one.amount.wording for one in told.amounts)


def test_those_counted_among_the_dead_are_no_lower_toll() -> None:
    told = merged(
        [
            claim("a", "d1", "kill", amounts=(killed(11, 11, "civilians"), killed(2, 2, "women"))),
            claim("b", "d2", "kill", amounts=(killed(12, 12, "people"),)),
        ]
    )
    lowest = [one.amount.low for one in told.amounts if "lowest" in one.amount.wording]
    assert sorted(one.amount.low for one in told.amounts if "told" not in one.amount.wording) == [2, 11]
    assert 2 not in lowest
