"""What was judged before is used again, and the links are those of a build that knows nothing of an earlier one."""

from __future__ import annotations

import random
import tempfile
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.make import claim, day, document, killed
from tripoint.comparison.laid import InMemory
from tripoint.comparison.voices import heard
from tripoint.events import judged
from tripoint.events.judgements import Judgements
from tripoint.events.linking import Judged
from tripoint.model import Claim, Document

WORDS = "bridge market depot convoy dawn river gate mill tower guard night patrol shells dead wounded road camp".split()
SIDES = ("Garrison", "Rangers", "Raiders")
PLACES = ("Harrow Bridge", "Harrow Mill", "Stonewell", "Eastmark")
TYPES = ("shelling", "capture", "attack", "control", "meet", "withdraw")


def told(number: int) -> tuple[Document, list[Claim]]:
    """Return a document and its claims, the same for the same number."""
    rng = random.Random(number)
    text = " ".join(rng.choices(WORDS, k=9)) + f'. "{" ".join(random.Random(number % 5).choices(WORDS, k=9))}".'
    doc = document(f"d{number:03}", text, published=f"2015-03-{rng.randint(1, 28):02}", outlet=f"Outlet {number % 3}")
    made = []
    for at in range(rng.randint(1, 3)):
        type_ = rng.choice(TYPES)
        one = claim(f"c{rng.randrange(10**6):06}{number:03}{at}", doc.document_id, type_, text[: rng.randint(20, 60)],
                    agents=(rng.choice(SIDES),), at=(rng.choice(PLACES),), start=at * 30,
                    time=day(f"2015-03-{rng.randint(1, 9):02}") if rng.random() < 0.6 else None,
                    amounts=(killed(rng.randint(1, 9)),) if rng.random() < 0.3 else ())  # fmt: skip
        if rng.random() < 0.3:  # only words are left to tell it from others
            one = replace(one, agents=(), places=(), time=None, amounts=())
        made.append(one)
    return doc, made


class Held:
    """The rows of each document, kept from build to build."""

    def __init__(self, names: Sequence[str], before: Held | None = None) -> None:
        self.ranges = [range(at, at + 1) for at in range(len(names))]
        self._names = names
        self._kept: dict[str, tuple[bytes, bytes]] = (
            {} if before is None else {name: before._kept[name] for name in names if name in before._kept}
        )

    def has(self, number: int) -> bool:
        return self._names[number] in self._kept

    def rows(self, number: int) -> bytes | None:
        return self._kept[self._names[number]][0]

    def keep(self, number: int, rows: bytes, records: bytes) -> None:
        self._kept[self._names[number]] = rows, records

    def records(self, number: int, kind: Any, bounds: array[int]) -> Sequence[Any]:
        return InMemory(self._kept[self._names[number]][1], kind, bounds)


def linked(
    numbers: Iterable[int],
    before: Judgements | None = None,
    later: Mapping[str, Claim] | None = None,
    folder: Path | None = None,
    rows: Held | None = None,
) -> Judged:
    documents, claims = {}, []
    for number in numbers:
        doc, made = told(number)
        documents[doc.document_id] = doc
        claims.extend((later or {}).get(one.claim_id, one) for one in made)
    groups = [list(group) for _, group in groupby(claims, key=lambda one: one.document_id)]
    voices = heard(claims, documents)
    return judged(groups, list(documents), documents, voices=voices, before=before, folder=folder, portions=rows)


def kept(found: Judged, folder: Path | None = None) -> Judgements:
    with tempfile.TemporaryDirectory() as scratch:
        home = folder or Path(scratch)
        found.judging.write(home)
        again = Judgements.read(home, found.links)
    assert again is not None
    return again


@settings(max_examples=25)
@given(
    st.lists(st.integers(0, 60), min_size=12, max_size=40, unique=True),
    st.lists(st.integers(0, 60), max_size=6, unique=True),
    st.integers(0, 10),
)
def test_links_after_an_earlier_build_are_those_of_a_fresh_one(first: list[int], more: list[int], gone: int) -> None:
    before = kept(linked(first))
    now = sorted({*first[gone:], *more})
    moved = {one.claim_id: replace(one, time=day("2015-03-20")) for one in told(now[0])[1]} if now else {}
    fresh, again = linked(now, later=moved), linked(now, before, moved)
    assert list(again.links) == list(fresh.links)
    assert again.judging.anew <= fresh.judging.anew


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.integers(0, 200), min_size=60, max_size=120, unique=True),
    st.lists(st.lists(st.integers(201, 400), max_size=8, unique=True), min_size=1, max_size=3),
    st.integers(0, 3),
)
def test_builds_that_grow_from_one_another_link_as_a_fresh_one(
    first: list[int], more: list[list[int]], gone: int
) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folders = [Path(scratch) / str(at) for at in range(len(more) + 1)]
        for folder in folders:
            folder.mkdir()
        numbers = sorted(first)
        rows = Held([f"d{number:03}" for number in numbers])
        before = kept(linked(numbers, folder=folders[0], rows=rows), folders[0])
        for at, some in enumerate(more, 1):
            numbers = sorted({*numbers[gone:], *some})
            rows = Held([f"d{number:03}" for number in numbers], rows)
            found = linked(numbers, before, folder=folders[at], rows=rows)
            assert list(found.links) == list(linked(numbers).links)
            before = kept(found, folders[at])


def test_what_has_not_changed_is_not_judged_again() -> None:
    everything = list(range(40))
    first = linked(everything)
    again = linked(everything, kept(first))
    assert list(again.links) == list(first.links)
    assert first.judging.anew > 100
    assert again.judging.anew == 0


def test_one_document_more_leaves_what_it_does_not_touch_as_it_was_judged() -> None:
    first = linked(range(40))
    again = linked(range(41), kept(first))
    assert 0 < again.judging.anew < first.judging.anew


def test_what_cannot_be_read_was_never_judged(tmp_path: Path) -> None:
    assert Judgements.read(tmp_path, []) is None
    for name in ("ids", "stamps", "rare", "pairs", "codes"):
        (tmp_path / f"judged-{name}.npy").write_bytes(b"no numbers")
    assert Judgements.read(tmp_path, []) is None
