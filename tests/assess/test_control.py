"""Who held a place, as far as evidence bears it out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.assess.make import case
from tests.events.make import claim, day, document, place, speaker
from tripoint.model import Dated

DOCS = (
    document("d1", outlet="Morning", published="2015-03-05"),
    document("d2", outlet="Evening", published="2015-06-02"),
)


def test_a_capture_ends_one_hold_and_begins_another() -> None:
    claims = [
        claim("a", "d1", "control", agents=("Raiders",), at=("Stonewell",), time=day("2015-03-01")),
        claim("b", "d2", "capture", agents=("Rangers",), targets=("Raiders",), at=("Stonewell",),
              time=day("2015-06-01")),
    ]  # fmt: skip
    spans = case(claims, *DOCS)[1].control
    assert [(s.holder, s.start, s.end) for s in spans] == [
        ("Raiders", "2015-03-01", "2015-06-01"),
        ("Rangers", "2015-06-01", "2015-06-01"),
    ]
    assert "ended: Rangers took it" in " ".join(r.sentence for r in spans[0].reasons) or spans[0].claims == ("a", "b")


def test_a_hold_without_a_time_holds_on_the_day_it_was_told_and_no_longer() -> None:
    spans = case([claim("a", "d1", "control", agents=("Rangers",), at=("Stonewell",))], *DOCS)[1].control
    assert [(s.start, s.end, s.last_evidence) for s in spans] == [("2015-03-05", "2015-03-05", "2015-03-05")]


def test_an_undated_hold_in_an_undated_page_has_no_interval_and_says_so() -> None:
    spans = case([claim("a", "d9", "control", agents=("Rangers",), at=("Stonewell",))])[1].control
    assert [(s.start, s.end) for s in spans] == [(None, None)]
    assert "undated" in [reason.name for reason in spans[0].reasons]


def test_a_long_silence_is_not_filled() -> None:
    claims = [
        claim("a", "d1", "control", agents=("Rangers",), at=("Stonewell",), time=day("2015-01-01")),
        claim("b", "d2", "control", agents=("Rangers",), at=("Stonewell",), time=day("2016-01-01")),
    ]
    assert len(case(claims)[1].control) == 2


def test_the_basis_tells_who_says_so() -> None:
    def basis(*speakers: str) -> str:
        claims = [
            claim(f"c{n}", f"d{n}", "capture", agents=("Rangers",), targets=("Raiders",), at=("Stonewell",),
                  time=day("2015-03-03"), speakers=(speaker(name),) if name else ())
            for n, name in enumerate(speakers)
        ]  # fmt: skip
        spans = case(claims, document("d0", outlet="Morning"), document("d1", outlet="Evening"))[1].control
        return next(s.basis for s in spans if s.holder == "Rangers")

    assert basis("Rangers") == "claimed_by_gainer"
    assert basis("Raiders") == "admitted_by_loser"
    assert basis("") == "reported"
    assert basis("Rangers", "Raiders") == "assessed"


def test_a_denied_hold_is_kept_as_denied() -> None:
    claims = [claim("a", "d1", "control", agents=("Rangers",), at=("Stonewell",), polarity="denied")]
    assert [s.basis for s in case(claims, *DOCS)[1].control] == ["denied"]


def test_a_plan_to_take_a_town_gives_nobody_the_town() -> None:
    claims = [claim("a", "d1", "capture", agents=("Rangers",), at=("Stonewell",), modality="planned", aspect="none")]
    assert case(claims, *DOCS)[1].control == ()


def test_closed_since_lasts_until_the_day_it_was_told() -> None:
    from tripoint.model import TimeValue

    since = TimeValue(start="2012-01-01", end=None, precision="open_end")
    claims = [claim("a", "d1", "status", at=("Stonewell",), status="closed", time=since)]
    assert [(s.status, s.start, s.end) for s in case(claims, *DOCS)[1].control] == [
        ("closed", "2012-01-01", "2015-03-05")
    ]


def test_a_province_says_that_it_says_nothing_of_each_place_in_it() -> None:
    spans = case([claim("a", "d1", "control", agents=("Rangers",), at=("Eastmark",))], *DOCS)[1].control
    assert "wide" in [reason.name for reason in spans[0].reasons]


def test_a_capture_alone_tells_who_held_the_place_before() -> None:
    claims = [
        claim("a", "d1", "capture", agents=("Rangers",), targets=("Raiders",), at=("Stonewell",),
              time=day("2015-03-01", "2015-03-31")),
    ]  # fmt: skip
    spans = case(claims, *DOCS)[1].control
    assert [(s.holder, s.start, s.end) for s in spans] == [
        ("Raiders", None, "2015-03-31"),
        ("Rangers", "2015-03-01", "2015-03-31"),
    ]


def test_a_hold_already_known_is_not_told_again_by_its_loss() -> None:
    claims = [
        claim("a", "d1", "control", agents=("Raiders",), at=("Stonewell",), time=day("2015-03-01")),
        claim("b", "d2", "capture", agents=("Rangers",), targets=("Raiders",), at=("Stonewell",),
              time=day("2015-06-01")),
    ]  # fmt: skip
    assert [s.holder for s in case(claims, *DOCS)[1].control] == ["Raiders", "Rangers"]


def test_known_since_is_the_last_day_on_which_a_page_can_have_told_it() -> None:
    doc = document("d1")
    late = replace(doc, published=Dated(start="2015-01-01", end="2015-06-30", precision="bound"))
    claims = [claim("a", "d1", "control", agents=("Rangers",), at=("Stonewell",), time=day("2015-01-05"))]
    assert [(s.start, s.known_since) for s in case(claims, late)[1].control] == [("2015-01-05", "2015-06-30")]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Rangers hold most of Stonewell", True),
        ("areas under Rangers' control in the old town of Stonewell", True),
        ("Rangers now hold just nine percent of Stonewell", True),
        ("Rangers hold a small district of Stonewell", True),
        ("Rangers hold the district of Stonewell", False),
        ("Rangers hold Stonewell", False),
        ("As part of an offensive, Rangers took Stonewell", False),
    ],
)
def test_a_hold_of_a_part_says_nothing_of_the_rest(words: str, part: bool) -> None:
    slot = replace(place("Stonewell"), start=words.index("Stonewell"), end=len(words))
    spans = case([claim("a", "d1", "control", words, agents=("Rangers",), at=(slot,))], *DOCS)[1].control
    assert [any(reason.name == "part" for reason in span.reasons) for span in spans] == [part]
