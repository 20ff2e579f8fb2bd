"""What one marked side does to another: the word that links them, and what other words make of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.reading import document
from tripoint.claims import extract
from tripoint.claims.coding import Coded, code_between
from tripoint.claims.coding.combine import AGAINST, COMBINE, FOR
from tripoint.errors import ResourceError
from tripoint.mentions import find
from tripoint.resources import codebooks
from tripoint.resources.parser import parse


def coded(marked: str) -> Coded | None:
    """Code a sentence whose sides are marked as [source] and {target}."""
    text = re.sub(r"[\[\]{}]", "", marked)
    plain = {"[": "{}", "{": "[]"}
    spans = {}
    for opening, closing in ("[]", "{}"):
        clean = re.sub("[" + re.escape(plain[opening]) + "]", "", marked)
        start = clean.find(opening)
        if start >= 0:
            spans[opening] = (start, clean.find(closing) - 1)
    doc = document(text)
    ((_, sentences),) = parse([doc])
    found = find(doc, sentences)
    claims = extract(doc, sentences, found.mentions, found.readings)
    return code_between(
        doc, sentences, found.mentions, found.readings, claims, source=spans.get("["), target=spans.get("{")
    )


def root(marked: str) -> str | None:
    """The root of a marked sentence."""
    one = coded(marked)
    return None if one is None else one.root


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Norway] praised {the mediators} in Doha.", "SUPPORT"),
        ("[The envoy] apologised to {the villagers}.", "SUPPORT"),
        ("[Parliament] ratified the border treaty with {Chad}.", "SUPPORT"),
        ("[A tribunal] convicted {two former officers}.", "ACCUSE"),
        ("[The miners] sued {the ministry}.", "ACCUSE"),
        ("[Prosecutors] opened an inquiry into {the governor}.", "ACCUSE"),
        ("[Peru] granted asylum to {the journalist}.", "AID"),
        ("[Denmark] suspended aid to {the junta}.", "SANCTION"),
        ("[Kenya] expelled {a Sudanese diplomat}.", "SANCTION"),
        ("[The council] imposed a curfew on {the city}.", "COERCE"),
        ("[Gunmen] kidnapped {three engineers}.", "ASSAULT"),
        ("[Farmers] marched against {the land law}.", "PROTEST"),
        ("[Ghana] vetoed {the resolution}.", "REJECT"),
        ("[Greece] deployed troops along {the river}.", "MOBILIZE"),
        ("[The premier] held talks with {the rebels}.", "CONSULT"),
        ("[Mali] resumed military exercises with {Niger}.", "COOPERATE"),
    ],
)
def test_words_and_deeds_of_the_codebook_are_coded(marked: str, expected: str) -> None:
    assert root(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{Two senators} were arrested by [the police].", "COERCE"),
        ("[The bishop]'s criticism of {the mayor} continued.", "ACCUSE"),
        ("{The ministry} faces criticism from [the teachers].", "ACCUSE"),
        ("[The navy], which shelled {the port}, denied any losses.", "ASSAULT"),
        ("[The general] visited Cairo and condemned {the rebels}.", "ACCUSE"),
        ("Talks between [Oman] and {Yemen} went on.", "CONSULT"),
        ("[Chad] expressed support for {the transitional council}.", "SUPPORT"),
    ],
)
def test_the_linking_word_is_found_through_passives_nouns_relatives_and_joined_verbs(
    marked: str, expected: str
) -> None:
    assert root(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[The militia] agreed to release {the hostages}.", "AGREE"),
        ("[The militia] refused to withdraw from {the valley}.", "REJECT"),
        ("[The militia] failed to help {the villagers}.", "REJECT"),
        ("[The militia] threatened to attack {the garrison}.", "THREATEN"),
        ("[Belgium] will send medicine to {the camp}.", "AGREE"),
        ("[Belgium] will impose a ban on {the party}.", "THREATEN"),
        ("[Belgium] did not recognise {the new government}.", "REJECT"),
        ("[Belgium] urged {the junta} to free the reporters.", "REQUEST"),
        ("[Belgium] lifted sanctions on {the junta}.", "CONCEDE"),
        ("[Activists] called for sanctions against {the junta}.", "THREATEN"),
        ("[The minister] said {the rebels} had attacked a market.", "ACCUSE"),
        ("[The minister] said {the rebels} should lay down their arms.", "REQUEST"),
    ],
)
def test_agreement_refusal_threat_request_and_end_make_another_act_of_it(marked: str, expected: str) -> None:
    assert root(marked) == expected


def test_the_root_is_none_where_no_act_is_told() -> None:
    assert coded("[Lima] lies west of {the Andes}.") is None


def test_the_date_after_called_is_no_call_on_anyone() -> None:
    assert root("[The president] called {his counterpart} on Tuesday.") == "CONSULT"
    assert root("[The president] called on {his counterpart} to step down.") == "REQUEST"


def test_a_word_before_a_noun_decides_what_the_noun_tells() -> None:
    assert root("[The pilots] began a hunger strike over {the closure}.") == "PROTEST"
    assert root("[The pilots] carried out a strike on {the depot}.") == "ASSAULT"


def test_the_reason_names_the_word_and_its_class() -> None:
    one = coded("[The court] jailed {the editor}.")
    assert one is not None
    assert one.how == "source and target"
    assert one.mode == "arrest"
    assert one.cameo == ("173",)
    assert "“jailed” is arrest" in one.reason.sentence


def test_an_act_turned_into_another_keeps_no_mode_and_no_cameo_code() -> None:
    one = coded("[The court] threatened to jail {the editor}.")
    assert one is not None
    assert (one.root, one.mode, one.cameo) == ("THREATEN", None, ())


def test_without_sides_nothing_is_coded() -> None:
    assert coded("Rain fell.") is None


def test_every_operator_has_its_rule_and_every_root_a_side() -> None:
    book = codebooks.plover()
    assert {one.effect for one in book.operators.values()} <= set(COMBINE) | {"call"}
    assert FOR | AGAINST == codebooks.ROOTS
    assert not FOR & AGAINST


def test_a_word_in_two_roots_is_refused_with_the_word_named(monkeypatch: pytest.MonkeyPatch) -> None:
    book = {
        "classes": [
            {"id": "one", "root": "AID", "cameo": ["07"], "meaning": "helps", "verbs": ["mend"]},
            {"id": "two", "root": "ASSAULT", "cameo": ["18"], "meaning": "harms", "verbs": ["mend"]},
        ],
        "operators": [],
    }
    monkeypatch.setattr(codebooks, "read_yaml", lambda name: book)
    codebooks.plover.cache_clear()
    try:
        with pytest.raises(ResourceError, match="'mend' stands in one and in two"):
            codebooks.plover()
    finally:
        codebooks.plover.cache_clear()


WORDS = "the army refused to agree that militias threatened stopping aid for talks , and said not will by of".split()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40), st.data())
def test_any_heap_of_words_and_any_sides_are_survived(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    spots = st.integers(min_value=0, max_value=len(text))
    doc = document(text)
    ((_, sentences),) = parse([doc])
    source, target = (tuple(sorted((data.draw(spots), data.draw(spots)))) for _ in range(2))
    one = code_between(doc, sentences, (), (), (), source=source, target=target)  # type: ignore[arg-type]
    assert one is None or one.root in codebooks.ROOTS


def test_a_very_long_sentence_is_read_in_bounded_time() -> None:
    text = "The army said that " + "the council said that it agreed to refuse to stop " * 250 + "aid to the port."
    doc = document(text)
    ((_, sentences),) = parse([doc])
    end = len(text)
    code_between(doc, sentences, (), (), (), source=(0, 8), target=(end - 9, end - 1))
