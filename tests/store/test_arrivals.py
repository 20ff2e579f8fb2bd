"""What a manifest tells is read once, and never trusted where another manifest lies there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.make import page as page_of
from tripoint.model import Found, Page, Sighting
from tripoint.store import arrivals as reading
from tripoint.store.arrivals import Arrivals
from tripoint.store.custody import Custody
from tripoint.store.entries import FIRST, Entry, read_entry
from tripoint.store.intake import Intake

SEEN = Sighting(source="b.warc", url="https://a.example/1", at="2021-03-09", found=Found.ABSENT, origin="record")


def _page(source: str) -> Page:
    return page_of(source.encode(), source=source)


def _enter(root: Path, *sources: str) -> None:
    """Enter pages as another process does: with a custody of its own."""
    with Intake(Custody(root)) as intake:
        for source in sources:
            intake.add(_page(source), source.encode())


def _sources(told: object) -> list[str]:
    assert isinstance(told, list)
    return [one.source for one in told]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The entries that were read since the test began."""
    lines: list[bytes] = []

    def noted(line: bytes) -> Entry:
        lines.append(line)
        return read_entry(line)

    monkeypatch.setattr(reading, "read_entry", noted)
    return lines


def test_only_what_was_added_is_read(tmp_path: Path, read: list[bytes]) -> None:
    _enter(tmp_path, "a.txt", "b.txt")
    arrivals = Arrivals(tmp_path / "manifest.jsonl")
    read.clear()
    assert _sources(arrivals.read_on()) == ["a.txt", "b.txt"]
    assert len(read) == 2
    assert _sources(arrivals.read_on()) == ["a.txt", "b.txt"]
    assert len(read) == 2
    with Intake(Custody(tmp_path)) as intake:
        intake.see(SEEN)
    read.clear()
    assert _sources(arrivals.read_on()) == ["a.txt", "b.txt", "b.warc"]
    assert len(read) == 1
    assert list(arrivals.read_on()) == list(Custody(tmp_path).entered())


def test_it_is_known_how_many_pages_there_were_when_an_intake_began(tmp_path: Path) -> None:
    arrivals = Arrivals(tmp_path / "manifest.jsonl")
    _enter(tmp_path, "a.txt", "b.txt")
    _enter(tmp_path, "a.txt", "b.txt")  # brings nothing
    with Intake(Custody(tmp_path)) as intake:
        intake.see(SEEN)
        intake.add(_page("c.txt"), b"c.txt")
    arrivals.read_on()
    _enter(tmp_path, "d.txt")
    arrivals.read_on()
    assert arrivals.intakes == [0, 2, 3]
    assert Custody(tmp_path).verify() is None


def test_where_there_is_no_manifest_nothing_came_in(tmp_path: Path) -> None:
    arrivals = Arrivals(tmp_path / "manifest.jsonl")
    assert (list(arrivals.read_on()), arrivals.seal, arrivals.end) == ([], FIRST, 0)
    _enter(tmp_path, "a.txt")
    assert _sources(arrivals.read_on()) == ["a.txt"]
    (tmp_path / "manifest.jsonl").unlink()
    assert (list(arrivals.read_on()), arrivals.seal, arrivals.end) == ([], FIRST, 0)


@pytest.mark.parametrize("sources", [(), ("c.txt",), ("c.txt", "d.txt"), ("c.txt", "d.txt", "e.txt")])
def test_another_manifest_in_its_place_is_read_as_a_whole(tmp_path: Path, sources: tuple[str, ...]) -> None:
    _enter(tmp_path / "one", "a.txt", "b.txt")
    _enter(tmp_path / "two", *sources)
    arrivals = Arrivals(tmp_path / "one" / "manifest.jsonl")
    arrivals.read_on()
    (tmp_path / "two" / "manifest.jsonl").replace(tmp_path / "one" / "manifest.jsonl")
    assert _sources(arrivals.read_on()) == list(sources)


def test_a_line_that_is_not_whole_yet_is_read_once_it_is(tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.jsonl"
    _enter(tmp_path, "a.txt", "b.txt")
    whole = manifest.read_bytes()
    arrivals = Arrivals(manifest)
    for cut in (1, 30):
        manifest.write_bytes(whole[:-cut])
        assert _sources(arrivals.read_on()) == ["a.txt"]
        assert arrivals.end == whole.index(b"\n") + 1
    manifest.write_bytes(whole)
    assert _sources(arrivals.read_on()) == ["a.txt", "b.txt"]
    assert arrivals.end == len(whole)


def test_what_is_no_entry_is_refused_each_time(tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.jsonl"
    _enter(tmp_path, "a.txt")
    whole = manifest.read_bytes()
    manifest.write_bytes(whole + b'{"seal": "0"}\n')
    arrivals = Arrivals(manifest)
    for _ in range(2):
        with pytest.raises(ValueError, match="tells of no page"):
            arrivals.read_on()
    manifest.write_bytes(whole)
    assert _sources(arrivals.read_on()) == ["a.txt"]


def test_pages_that_another_process_entered_since_are_neither_lost_nor_entered_again(tmp_path: Path) -> None:
    _enter(tmp_path, "a.txt")
    custody = Custody(tmp_path)
    custody.arrivals.read_on()
    _enter(tmp_path, "b.txt")
    with Intake(custody) as intake:
        assert not intake.add(_page("b.txt"), b"b.txt")
        assert intake.add(_page("c.txt"), b"c.txt")
    assert _sources(custody.arrivals.read_on()) == ["a.txt", "b.txt", "c.txt"]
    assert custody.verify() is None
