"""Raw bytes are kept as they came, and the chain tells when one was touched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.make import page as page_of
from tripoint.errors import CaseError
from tripoint.model import Found, Page, Sighting
from tripoint.store.captures import standing
from tripoint.store.custody import Custody
from tripoint.store.intake import Intake


def _standing(custody: Custody, source: str) -> Page:
    (found,) = (one.page for one in standing(custody.taken_in()) if one.page.source == source)
    return found


@pytest.fixture
def custody(tmp_path: Path) -> Custody:
    kept = Custody(tmp_path / "pages")
    with Intake(kept) as intake:
        for number in range(3):
            raw = f"page {number}".encode()
            assert intake.add(page_of(raw, source=f"{number}.txt"), raw)
    return kept


def test_a_page_is_entered_once_and_its_bytes_come_back(custody: Custody) -> None:
    raw = b"page 1"
    with Intake(custody) as intake:
        assert not intake.add(page_of(raw, source="1.txt"), raw)
    assert [one.page.source for one in standing(custody.taken_in())] == ["0.txt", "1.txt", "2.txt"]
    assert custody.bytes_of(_standing(custody, "1.txt")) == raw
    assert custody.verify() is None


def test_a_changed_source_counts_with_its_newest_bytes_and_the_old_ones_stay(custody: Custody) -> None:
    old = _standing(custody, "1.txt")
    with Intake(custody) as intake:
        assert intake.add(page_of(b"changed", source="1.txt"), b"changed")
    assert custody.bytes_of(_standing(custody, "1.txt")) == b"changed"
    assert custody.bytes_of(old) == b"page 1"
    assert custody.verify() is None


def test_an_entry_that_was_altered_is_named(custody: Custody) -> None:
    text = custody.manifest.read_text()
    custody.manifest.write_text(text.replace("1.txt", "9.txt"))
    assert "entry 2" in (custody.verify() or "")


def test_an_entry_that_was_taken_out_is_noticed(custody: Custody) -> None:
    first, _, third = custody.manifest.read_text().splitlines(keepends=True)
    custody.manifest.write_text(first + third)
    assert "does not follow" in (custody.verify() or "")


def test_bytes_that_were_altered_are_named_and_never_used(custody: Custody) -> None:
    page = _standing(custody, "2.txt")
    custody.path(page.sha256).write_bytes(b"page X")
    assert "2.txt" in (custody.verify() or "")
    with pytest.raises(CaseError, match="altered"):
        custody.bytes_of(page)


def test_a_line_that_a_kill_cut_short_is_dropped_and_the_chain_goes_on(custody: Custody) -> None:
    whole = custody.manifest.read_bytes()
    custody.manifest.write_bytes(whole[:-9])
    assert [one.page.source for one in standing(custody.taken_in())] == ["0.txt", "1.txt"]
    with Intake(custody) as intake:
        assert intake.add(page_of(b"page 2", source="2.txt"), b"page 2")
    assert len(standing(custody.taken_in())) == 3
    assert custody.verify() is None


def test_bytes_that_a_kill_cut_short_are_written_again(custody: Custody) -> None:
    page = _standing(custody, "0.txt")
    custody.path(page.sha256).write_bytes(b"pa")
    with Intake(custody) as intake:
        intake.add(page, b"page 0")
    assert custody.bytes_of(page) == b"page 0"


def test_facts_that_changed_make_a_new_entry(custody: Custody) -> None:
    page = replace(_standing(custody, "0.txt"), outlet="Northline Dispatch")
    with Intake(custody) as intake:
        assert intake.add(page, b"page 0")
    assert _standing(custody, "0.txt").outlet == "Northline Dispatch"


def test_two_captures_of_a_source_at_two_times_both_stand(custody: Custody) -> None:
    with Intake(custody) as intake:
        for raw, at in ((b"old", "2021-03-01"), (b"new", "2021-03-02")):
            assert intake.add(
                replace(page_of(raw, source="https://a.example/1"), origin="fetched", captured_at=at), raw
            )
    found = [one.page for one in standing(custody.taken_in()) if one.page.source == "https://a.example/1"]
    assert [custody.bytes_of(page) for page in found] == [b"old", b"new"]
    assert custody.verify() is None


def test_what_is_fetched_again_unchanged_is_no_new_page_but_a_later_sight_of_it(custody: Custody) -> None:
    days = ("2021-03-01", "2021-03-04", "2021-03-02")
    with Intake(custody) as intake:
        new = [
            intake.add(
                replace(page_of(b"same", source="https://a.example/1"), origin="fetched", captured_at=at), b"same"
            )
            for at in days
        ]
    assert new == [True, False, False]
    (found,) = (one for one in standing(custody.taken_in()) if one.page.source == "https://a.example/1")
    assert (found.page.captured_at, found.again) == ("2021-03-01", ("2021-03-02", "2021-03-04"))


def test_a_look_that_brought_no_page_is_entered_once_and_sealed(custody: Custody) -> None:
    seen = Sighting(source="b.warc", url="https://a.example/1", at="2021-03-09", found=Found.ABSENT, origin="record")
    for _ in range(2):
        with Intake(custody) as intake:
            intake.see(seen)
    assert [one for one in custody.entered() if isinstance(one, Sighting)] == [seen]
    assert len(list(custody.taken_in())) == 3
    assert custody.verify() is None
    custody.manifest.write_text(custody.manifest.read_text().replace("2021-03-09", "2021-03-08"))
    assert "was altered" in (custody.verify() or "")


def test_a_time_of_capture_that_was_put_right_makes_no_second_capture(custody: Custody) -> None:
    with Intake(custody) as intake:
        for at in ("2021-03-01", "2021-03-02"):
            intake.add(replace(page_of(b"same", source="a.txt"), captured_at=at), b"same")
    (found,) = (one for one in standing(custody.taken_in()) if one.page.source == "a.txt")
    assert (found.page.captured_at, found.again) == ("2021-03-02", ())
