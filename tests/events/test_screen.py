"""The screen tells of pairs only what reading both profiles would tell, and reasons are asked only where they speak."""

from __future__ import annotations

import random
from collections.abc import Iterator

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.make import claim, day, document, killed
from tripoint.comparison.occasions import Occasions
from tripoint.comparison.voices import Voices
from tripoint.events.judgements import APART, NEW, NOTHING
from tripoint.events.judging import comparable, conflicting
from tripoint.events.profile import Profile
from tripoint.events.profiling import profile
from tripoint.events.reasons import BETWEEN_TEXTS, WITHIN_TEXT
from tripoint.events.screen import Screen
from tripoint.events.setting import Setting
from tripoint.model import Document, TimeValue

TYPES = ("shelling", "capture", "attack", "control", "meet", "withdraw", "open", "close", "status", "advance", "haggle")
SIDES = ((), ("Garrison",), ("Rangers",), ("Garrison", "Rangers"))
PLACES = ((), ("Harrow Bridge",), ("Stonewell",), ("Eastmark",), ("Nowhere Known",), ("Harrow Mill", "Stonewell"))
MODALITIES = ("happened", "happened", "happened", "planned", "unconfirmed")


def profiles(seed: int, size: int) -> tuple[list[Profile], dict[str, Document]]:
    """Return claims of a few texts as linking sees them."""
    rng = random.Random(seed)
    documents = {
        f"d{at}": document(
            f"d{at}",
            f"Guns were heard at the bridge {at}. The others left.",
            published=f"2015-{rng.randint(2, 5):02}-{rng.randint(1, 28):02}" if rng.random() < 0.7 else None,
            outlet=f"Outlet {at % 3}",
        )
        for at in range(5)
    }
    voices = Voices(documents, {})
    made = []
    for at in range(size):
        start = rng.randint(1, 20)
        since = TimeValue(start=f"2015-0{rng.randint(1, 4)}-{start:02}", end=None, precision="open_end", rule="test")
        one = claim(
            f"c{at}", f"d{rng.randrange(5)}", rng.choice(TYPES), f"word{rng.randrange(4)} guns were heard again",
            agents=rng.choice(SIDES), recipients=rng.choice(SIDES), at=rng.choice(PLACES), start=rng.randrange(40),
            time=rng.choice((None, None, day(f"2015-03-{start:02}"), day(f"2015-03-{start:02}", "2015-04-02"), since)),
            modality=rng.choice(MODALITIES), amounts=(killed(rng.randint(1, 900)),) if rng.random() < 0.3 else (),
        )  # fmt: skip
        made.append(profile(one, voices, documents))
    return made, documents


def pairs(made: list[Profile]) -> Iterator[tuple[int, int]]:
    return ((one, two) for one in range(len(made)) for two in range(one))


@settings(max_examples=60)
@given(st.integers(0, 10**9))
def test_what_the_screen_says_of_a_pair_is_what_reading_both_would_say(seed: int) -> None:
    made, _ = profiles(seed, 14)
    screen, texts = Screen(), {f"d{at}": at for at in range(5)}
    for held in made:
        screen.add(held, texts[held.claim.document_id])
    left, right = (np.array(side, dtype=np.uint32) for side in zip(*pairs(made), strict=True))
    for one, two, code in zip(left, right, screen.codes(left, right), strict=True):
        a, b = made[one], made[two]
        if code == NOTHING:
            assert a.claim.document_id == b.claim.document_id or not comparable(a, b)
        elif code == APART:
            assert comparable(a, b)
            assert conflicting(a, b) is not None
        else:
            assert code == NEW


def test_the_screen_spares_most_pairs_of_days_that_do_not_meet() -> None:
    made, documents = [], {}
    for at in range(20):
        doc = document(f"d{at}", "Guns were heard.", published="2015-03-01")
        documents[doc.document_id] = doc
        one = claim(f"c{at}", doc.document_id, "shelling", agents=("Garrison",), at=("Stonewell",),
                    time=day(f"2015-03-{1 + at:02}"))  # fmt: skip
        made.append(profile(one, Voices(documents, {}), documents))
    screen = Screen()
    for at, held in enumerate(made):
        screen.add(held, at)
    left, right = (np.array(side, dtype=np.uint32) for side in zip(*pairs(made), strict=True))
    assert (screen.codes(left, right) == APART).sum() > len(left) / 2


@settings(max_examples=40)
@given(st.integers(0, 10**9))
def test_a_reason_that_is_asked_within_texts_or_between_them_alone_says_nothing_elsewhere(seed: int) -> None:
    made, documents = profiles(seed, 10)
    setting = Setting(companions=frozenset({("d0", "d1")}), occasions=Occasions.of(documents), documents=documents)
    for one, two in pairs(made):
        a, b = made[one], made[two]
        together = a.claim.document_id == b.claim.document_id
        for judge in BETWEEN_TEXTS if together else WITHIN_TEXT:
            assert judge(a, b, setting) is None, judge.__name__
