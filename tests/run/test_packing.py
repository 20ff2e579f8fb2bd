"""What is packed beside a record file is what the file tells; where it is not, the file is read."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.make import claim, day, document
from tripoint.model import Claim, Document
from tripoint.run import gathering
from tripoint.run.packing import Packing, claims_of, documents_of, every, read_packed
from tripoint.store.filed import OpenFiles
from tripoint.store.records import write

TYPES = st.sampled_from(["attack", "capture", "control"])
TOLD = st.lists(st.tuples(st.integers(0, 3), TYPES, st.booleans()), max_size=12)


def _written(folder: Path, told: list[tuple[int, str, bool]]) -> tuple[Path, list[Claim]]:
    """Write claims of documents with what is packed of them; some are made in comments."""
    path = folder / "claims.parquet"
    made = [
        replace(
            claim(f"clm_{at}", f"d{doc}", kind, agents=("Raiders",), targets=("Rangers",), time=day("2015-03-01")),
            comment_id=f"cmt_{at}" if comment else None,
        )
        for at, (doc, kind, comment) in enumerate(sorted(told))
    ]
    packing = Packing[Claim]()
    write(path, Claim, claims_of(made, packing))
    packing.write(path)
    return path, made


@settings(max_examples=30, deadline=None)
@given(TOLD)
def test_claims_come_back_as_they_were_and_those_of_comments_from_the_file_alone(
    told: list[tuple[int, str, bool]],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        path, made = _written(Path(name), told)
        articles = [one for one in made if one.comment_id is None]
        some = read_packed(path, Claim, OpenFiles())
        assert some is not None
        assert list(some.records) == articles
        assert list(some.under({"attack"})) == [one for one in articles if one.type == "attack"]
        assert [doc for doc, size in some.tellers for _ in range(size)] == [one.document_id for one in articles]
        assert len({doc for doc, _ in some.tellers}) == len(some.tellers)
        assert list(every(path, Claim)) == made


@settings(max_examples=15, deadline=None)
@given(TOLD.filter(bool), st.sampled_from([".index", ".msgpack"]), st.sampled_from(["gone", "cut", "foreign"]))
def test_what_is_packed_and_cannot_be_read_is_packed_again_from_the_file(
    told: list[tuple[int, str, bool]], file: str, fault: str
) -> None:
    with tempfile.TemporaryDirectory() as name:
        path, made = _written(Path(name), told)
        ((whole, pairs),) = gathering.claims(["a"], [path], OpenFiles(), None, None)
        articles = list(whole.records)
        packed = path.with_suffix(file)
        if fault == "gone":
            packed.unlink()
        else:
            packed.write_bytes(packed.read_bytes()[:-3] if fault == "cut" else b"12\nno such thing")
        assert not articles or read_packed(path, Claim, OpenFiles()) is None
        ((again, same),) = gathering.claims(["a"], [path], OpenFiles(), None, None)
        assert (list(again.records), again[:-1], same) == (articles, whole[:-1], pairs)
        assert list(every(path, Claim)) == made


def test_documents_are_packed_too(tmp_path: Path) -> None:
    path = tmp_path / "documents.parquet"
    made = [document("d1", outlet="Morning"), document("d2", outlet="Evening")]
    packing = Packing[Document]()
    write(path, Document, documents_of(made, packing))
    packing.write(path)
    (some,) = gathering.documents([path], OpenFiles())
    assert list(some.records) == list(every(path, Document)) == made
    path.with_suffix(".msgpack").unlink()
    (again,) = gathering.documents([path], OpenFiles())
    assert (list(again.records), again[:-1]) == (made, some[:-1])
