"""Rows of case.db tell a record once: in columns, and as JSON what these leave out."""

from __future__ import annotations

import json
from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from tripoint.model import Link, Mention, MentionKind, Reading, Reason, Verdict
from tripoint.store.rows import _Read, link_of, link_row, mention_row

MENTION = Mention(
    mention_id="m1",
    document_id="d1",
    kind=MentionKind.PLACE,
    start=4,
    end=9,
    head_start=4,
    head_end=9,
    text="Xorta",
    producer="mentions.places.v1",
)


@given(st.text(max_size=20), st.sampled_from(list(Verdict)), st.floats(0, 1), st.integers(0, 3))
def test_a_link_comes_back_from_its_row(by: str, verdict: Verdict, score: float, many: int) -> None:
    reasons = tuple(Reason(name=f"r{n}", score=score, sentence=f"sentence {n}") for n in range(many))
    link = Link(claim_a="a", claim_b="b", verdict=verdict, score=score, reasons=reasons, by=by)
    assert link_of(link_row(link)) == link


def test_of_a_reading_is_told_what_it_holds_and_no_column_tells() -> None:
    reasons = (Reason(name="only", score=1.0, sentence="the only place of that name"),)
    chosen = Reading(mention_id="m1", candidate_id="geo:1", name="Xorta", score=0.9, chosen=True, reasons=reasons)
    *_, name, candidate_id, score, told = mention_row(MENTION, [chosen])
    assert (name, candidate_id, score) == ("Xorta", "geo:1", 0.9)
    assert json.loads(str(told)) == {
        "reasons": [{"name": "only", "score": 1.0, "sentence": "the only place of that name"}]
    }


def test_a_mention_that_is_not_read_has_no_reading() -> None:
    assert mention_row(MENTION, [])[-4:] == (None, None, None, None)


def test_what_is_told_of_a_reading_and_its_columns_are_all_that_it_holds() -> None:
    columns = {"mention_id", "candidate_id", "name", "score", "chosen"}
    assert columns | set(_Read.__struct_fields__) == {field.name for field in fields(Reading)}
