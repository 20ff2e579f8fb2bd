"""Passages that an earlier build found are used again where neither text has changed, and nowhere else."""

from __future__ import annotations

import random
import tempfile
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.make import document
from tripoint.model import Document, Passage
from tripoint.run.keptpassages import Passages
from tripoint.run.piles import pile_of
from tripoint.store.archive import RecordArchive

WORDS = "ferry pier mill salt depot orchard gate crates clerk river lantern harbour bridge school market snow".split()


def paper(number: int) -> Document:
    """Return a document of three paragraphs that others hold too."""
    rng = random.Random(number)
    parts = [" ".join(random.Random(f"part {rng.randrange(5)}").choices(WORDS, k=26)) for _ in range(3)]
    return document(f"d{number:02}", ". ".join(parts))


def passages(folder: Path, build: str, documents: list[Document], last: str | None = None) -> dict[str, bytes]:
    archive = RecordArchive(folder / f"{build}.scratch", Document)
    for doc in documents:
        archive.add(doc.document_id, doc)
    pairs = list(combinations(sorted(archive), 2))
    (folder / build).mkdir()
    Passages(None if last is None else folder / last, pairs, archive).write(folder / build)
    told = b"".join(map(msgspec.msgpack.encode, pile_of(folder / build, "passages", Passage)))
    return {"passages": told, "kept-passages.npy": (folder / build / "kept-passages.npy").read_bytes()}


@settings(max_examples=25, deadline=None)
@given(st.sets(st.integers(0, 30), min_size=2, max_size=8), st.sets(st.integers(0, 30), max_size=8), st.integers(0, 30))
def test_a_case_that_grew_shrank_and_changed_has_the_passages_of_a_fresh_build(
    first: set[int], later: set[int], changed: int
) -> None:
    after = [replace(paper(n), text=paper(n + 40).text) if n == changed else paper(n) for n in sorted(later)]
    with tempfile.TemporaryDirectory() as folder:
        passages(Path(folder), "first", [paper(n) for n in sorted(first)])
        assert passages(Path(folder), "second", after, "first") == passages(Path(folder), "fresh", after)


def test_passages_of_pairs_that_stand_are_not_looked_for_again(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    from tripoint.run import keptpassages

    papers = [paper(n) for n in range(6)]
    passages(tmp_path, "first", papers[:5])
    asked = []

    def between(pairs, documents):  # type: ignore[no-untyped-def]
        for pair in pairs:
            asked.append(pair)
            yield ()

    monkeypatch.setattr(keptpassages, "between", between)
    passages(tmp_path, "second", papers, "first")
    assert asked == [(f"d{n:02}", "d05") for n in range(5)]


def test_damaged_passages_are_found_anew(tmp_path: Path) -> None:
    papers = [paper(n) for n in range(5)]
    first = passages(tmp_path, "first", papers)
    for name in ("passages.npy", "passages-0.msgpack", "kept-passages.npy"):
        whole = (tmp_path / "first" / name).read_bytes()
        (tmp_path / "first" / name).write_bytes(whole[:50])
        assert passages(tmp_path, f"after {name}", papers, "first") == first
        (tmp_path / "first" / name).write_bytes(whole)
