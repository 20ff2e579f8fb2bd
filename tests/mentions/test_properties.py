from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.mentions.reading import document
from tripoint.mentions import find
from tripoint.model import MentionKind
from tripoint.resources.parser import parse

WORDS = st.sampled_from(
    "Syria's Iraqi al-Qa’im US-led forces Daesh (FSA) PMU — “the at-Tanf border crossing 30 killed on Satuday May 2 "
    "of southern Deir ez-Zor between and Hezbollah, U.S. 2,500 km "
    "The group town . ; Abu الرقة é\u200f ’s - / 1/2/2017".split(" ")
)
NAMES = {MentionKind.ACTOR, MentionKind.PERSON, MentionKind.PLACE}


def check(text: str, published: str | None = None) -> None:
    doc, sentences = next(iter(parse([document(text, published=published)])))
    found = find(doc, sentences)
    ids = {mention.mention_id for mention in found.mentions}
    assert len(ids) == len(found.mentions)
    chosen: dict[str, int] = {}
    for reading in found.readings:
        assert reading.mention_id in ids
        assert reading.reasons
        assert 0 <= reading.score <= 1
        chosen[reading.mention_id] = chosen.get(reading.mention_id, 0) + reading.chosen
    for mention in found.mentions:
        assert doc.text[mention.start : mention.end] == mention.text
        assert mention.start <= mention.head_start < mention.head_end <= mention.end
        assert chosen[mention.mention_id] <= 1
    named = [m for m in found.mentions if m.kind in NAMES]
    for one, other in pairwise(named):
        if other.start < one.end:
            assert one.kind is MentionKind.ACTOR and other.kind is MentionKind.PLACE


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_spans_match_and_names_never_overlap_in_any_jumble_of_names(text: str) -> None:
    check(text, "2017-06-18")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120))
def test_no_text_whatever_breaks_the_finders(text: str) -> None:
    check(text)


def test_the_same_document_gives_the_same_ids() -> None:
    doc, sentences = next(iter(parse([document("Kenya accused Somalia on Monday.")])))
    assert find(doc, sentences) == find(doc, sentences)
