"""Independent origins."""

from __future__ import annotations

from tests.events.make import claim, document, speaker
from tripoint.comparison.hostility import hostility
from tripoint.comparison.origins import origins
from tripoint.comparison.voices import Voices
from tripoint.model import Claim, Document


def grouped(claims: list[Claim], *documents: Document, copied: dict[str, str] | None = None) -> set[frozenset[str]]:
    voices = Voices({doc.document_id: doc for doc in documents}, copied or {})
    return {frozenset(origin.claims) for origin in origins(claims, voices)}


def test_two_outlets_with_their_own_words_are_two_origins() -> None:
    claims = [claim("a", "d1", "capture", "the bridge fell"), claim("b", "d2", "capture", "troops took the bridge")]
    assert grouped(claims, document("d1", outlet="Morning"), document("d2", outlet="Evening")) == {
        frozenset("a"),
        frozenset("b"),
    }


def test_the_same_quotation_is_one_origin_and_says_so() -> None:
    said = '"We crossed the river at dawn and nobody fired at us," the captain said.'
    claims = [claim("a", "d1", "reach", said), claim("b", "d2", "reach", said)]
    documents = {"d1": document("d1", said), "d2": document("d2", "From the front: " + said)}
    found = origins([claims[0], claim("b", "d2", "reach", said, start=16)], Voices(documents, {}))
    assert len(found) == 1
    assert "the same words are quoted" in found[0].why


def test_one_voice_on_one_occasion_is_one_origin_whatever_the_outlets() -> None:
    claims = [
        claim("a", "d1", "capture", speakers=(speaker("Garrison"),)),
        claim("b", "d2", "capture", speakers=(speaker("Garrison"),)),
    ]
    assert grouped(claims, document("d1", published="2015-03-03"), document("d2", published="2015-03-04")) == {
        frozenset("ab")
    }


def test_one_voice_months_apart_speaks_on_two_occasions() -> None:
    claims = [
        claim("a", "d1", "control", speakers=(speaker("Garrison"),)),
        claim("b", "d2", "control", speakers=(speaker("Garrison"),)),
    ]
    assert len(grouped(claims, document("d1", published="2015-03-03"), document("d2", published="2015-09-04"))) == 2


def test_unnamed_voices_are_not_one_voice() -> None:
    claims = [
        claim("a", "d1", "capture", speakers=(speaker("unnamed:local sources", "unnamed"),)),
        claim("b", "d2", "capture", speakers=(speaker("unnamed:local sources", "unnamed"),)),
    ]
    assert len(grouped(claims)) == 2


def test_an_agency_and_the_page_that_relays_it_are_one_origin() -> None:
    claims = [claim("a", "d1", "capture"), claim("b", "d2", "capture", speakers=(speaker("Hill Wire", "relay"),))]
    assert grouped(claims, document("d1", outlet="Hill Wire"), document("d2", outlet="Evening")) == {frozenset("ab")}


def test_copied_documents_are_one_origin() -> None:
    claims = [claim("a", "d1", "capture"), claim("b", "d2", "capture")]
    assert grouped(claims, copied={"d2": "d1"}) == {frozenset("ab")}


def test_a_comment_is_no_origin() -> None:
    assert grouped([claim("a", "d1", "capture", comment_id="k1")]) == set()


def test_pages_that_quote_one_statement_are_one_origin_even_where_they_use_their_own_words() -> None:
    quoted = '"Our patrols reached the last post before noon and met no fire," a statement said. '
    claims = [claim("a", "d1", "sweep", "The sweep is over"), claim("b", "d2", "sweep", "Patrols ended the sweep")]
    assert grouped(claims, document("d1", quoted), document("d2", "Elsewhere. " + quoted)) == {frozenset("ab")}


FOES = [claim("f", "d9", "attack", agents=("Rangers",), targets=("Garrison",))]


def heard(claims: list[Claim], *, foes: list[Claim]) -> set[frozenset[str]]:
    return {frozenset(o.claims) for o in origins(claims, Voices({}, {}, hostility(foes)))}


def test_opposed_sides_that_speak_in_one_document_are_two_origins_and_the_outlet_is_a_third() -> None:
    claims = [
        claim("a", "d1", "capture", speakers=(speaker("Rangers"),)),
        claim("b", "d1", "capture", speakers=(speaker("Garrison"),)),
        claim("c", "d1", "capture"),
        claim("d", "d1", "capture", speakers=(speaker("unnamed:residents", "unnamed"),)),
    ]
    assert heard(claims, foes=FOES) == {frozenset("a"), frozenset("b"), frozenset("cd")}


def test_two_voices_that_nothing_sets_against_each_other_are_one_documents_origin() -> None:
    claims = [
        claim("a", "d1", "capture", speakers=(speaker("Rangers"),)),
        claim("b", "d1", "capture", speakers=(speaker("River Guards"),)),
        claim("c", "d1", "capture"),
    ]
    assert heard(claims, foes=FOES) == {frozenset("abc")}


def test_a_voice_that_denies_what_another_affirms_is_another_origin() -> None:
    claims = [
        claim("a", "d1", "shelling", speakers=(speaker("Rangers"),)),
        claim("b", "d1", "shelling", polarity="denied", speakers=(speaker("River Guards"),)),
    ]
    assert heard(claims, foes=[]) == {frozenset("a"), frozenset("b")}


def test_the_same_voice_in_two_documents_stays_one_origin_where_foes_speak_too() -> None:
    claims = [
        claim("a", "d1", "capture", speakers=(speaker("Rangers"),)),
        claim("b", "d1", "capture", speakers=(speaker("Garrison"),)),
        claim("c", "d2", "capture", speakers=(speaker("Rangers"),)),
    ]
    assert heard(claims, foes=FOES) == {frozenset("ac"), frozenset("b")}


def test_two_revisions_of_one_page_are_one_origin_even_where_every_word_was_changed() -> None:
    claims = [claim("a", "d1", "capture", "the bridge fell"), claim("b", "d2", "capture", "troops took the bridge")]
    documents = {"d1": document("d1"), "d2": document("d2")}
    (found,) = origins(claims, Voices(documents, {}, lines={"d2": "d1"}))
    assert (found.claims, found.why) == (("a", "b"), "told by one page at two times")
