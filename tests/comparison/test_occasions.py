"""Which documents speak of one occasion."""

from __future__ import annotations

import math
import random

import numpy as np
import pytest

from tests.events.make import claim, document
from tests.events.test_linking import together
from tripoint.comparison.occasions import CLOSE, NEAR, Occasions

FIRE = "The granary of Oldmere burned down on market day, and miller Tavish lost his carts and the northern stable."
AGAIN = "Miller Tavish watched the Oldmere granary burn; the northern stable and all the carts were lost on market day."
OTHER = [
    f"On road {n} the {word} patrol reached the {word} gate and spoke with the guards of the {word} company."
    for n, word in enumerate("amber birch cedar dune elm fern gorse heath iris juniper larch moss".split())
]

WORDS = [f"{one}{two}" for one in ("gran", "mill", "tow", "brid", "fie") for two in ("ary", "stone", "gate", "land")]


def known(*texts: str) -> Occasions:
    documents = {f"d{n}": document(f"d{n}", text) for n, text in enumerate(texts)}
    return Occasions.of(documents)


def test_texts_with_rare_words_in_common_speak_of_one_occasion() -> None:
    held = known(FIRE, AGAIN, *OTHER)
    assert held.likeness("d0", "d1") >= CLOSE
    assert held.likeness("d0", "d2") < NEAR
    assert set(held.filed_under("d0")) & set(held.filed_under("d1"))


def test_in_a_case_of_few_documents_nothing_can_be_said_to_be_rare() -> None:
    held = known(FIRE, AGAIN)
    assert (held.likeness("d0", "d1"), held.filed_under("d0")) == (0.0, ())


def test_the_order_of_documents_changes_nothing() -> None:
    documents = {f"d{n}": document(f"d{n}", text) for n, text in enumerate((FIRE, AGAIN, *OTHER))}
    mixed = list(documents.items())
    random.Random(3).shuffle(mixed)
    assert Occasions.of(documents).likeness("d0", "d1") == Occasions.of(dict(mixed)).likeness("d0", "d1")


def test_likeness_is_the_cosine_of_the_rarer_words_found_out_alone_or_together() -> None:
    texts = [" ".join(random.Random(n).choices(WORDS, k=40)) for n in range(30)]
    alone, together_ = known(*texts), known(*texts)
    pairs = [(a, b) for a in range(30) for b in range(30)]
    together_.know(*(np.array(side) for side in zip(*pairs, strict=True)))
    seen = {word: sum(word in text.split() for text in texts) for word in WORDS}
    weights = {word: math.log(31 / seen[word]) ** 2 for word in WORDS if seen[word]}

    def length(words: set[str]) -> float:
        return math.sqrt(sum(weights[word] for word in words))

    for a, b in pairs:
        like = alone.likeness(f"d{a}", f"d{b}")
        assert together_.likeness(f"d{a}", f"d{b}") == together_.likeness(f"d{b}", f"d{a}") == like
        one, two = set(texts[a].split()), set(texts[b].split())
        shared = sum(weights[word] for word in one & two)
        assert like == pytest.approx(0.0 if a == b else shared / (length(one) * length(two)))


def test_undated_pages_of_one_occasion_tell_one_happening() -> None:
    texts = (FIRE, AGAIN, *OTHER)
    documents = [document(f"d{n}", text) for n, text in enumerate(texts)]
    claims = [
        claim("a", "d0", "destroy", "raiders set the granary alight", agents=("Raiders",)),
        claim("b", "d1", "destroy", "lost to the torches of raiders", agents=("Raiders",)),
        *(claim(f"c{n}", f"d{n}", "meet", text) for n, text in enumerate(texts) if n > 1),
    ]
    assert frozenset("ab") in together(claims, *documents)
    assert frozenset("ab") not in together(claims[:2], *documents[:2])  # alone, nothing ties the two pages
