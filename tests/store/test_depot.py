"""What goes through a depot comes out as it went in, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tripoint.errors import InputError, TripointError
from tripoint.model import Page, bytes_digest
from tripoint.store.case import Case
from tripoint.store.depot import Depot


def _pages(case: Case, *texts: bytes) -> list[Page]:
    """Keep the texts in the case and return their pages."""
    found = []
    for number, raw in enumerate(texts):
        sha = bytes_digest(raw)
        case.custody.keep(raw, sha)
        name = f"page {number}"
        found.append(Page(page_id=name, source=name, sha256=sha, size=len(raw), media_type="text/plain", origin="file"))
    return found


def _folder(case: Case) -> Path:
    with case.records.making("claims", "n1") as folder:
        (folder / "claims.parquet").write_bytes(b"PAR1 claims")
        (folder / "failures.parquet").write_bytes(b"PAR1 failures")
    return case.records.folder("claims", "n1")


@pytest.fixture
def here(tmp_path: Path) -> Case:
    return Case(tmp_path / "here.case")


@pytest.fixture
def there(tmp_path: Path) -> Case:
    return Case(tmp_path / "there.case")


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    found = Depot((tmp_path / "a place" / "depot").as_uri())
    found.check()
    return found


def test_pages_come_out_byte_for_byte(depot: Depot, here: Case, there: Case) -> None:
    pages = _pages(here, b"one \xff\x00", b"", b"two")
    depot.bring_pages(here, pages)
    depot.fetch_pages(there, pages)
    assert [there.custody.bytes_of(page) for page in pages] == [b"one \xff\x00", b"", b"two"]


def test_pages_that_nobody_brought_are_a_sentence(depot: Depot, here: Case, there: Case) -> None:
    with pytest.raises(TripointError, match="pages are missing from file://"):
        depot.fetch_pages(there, _pages(here, b"one"))


def test_a_stage_folder_comes_out_whole(depot: Depot, here: Case, there: Case) -> None:
    folder = _folder(here)
    assert not depot.has_folder("claims", "n1")
    depot.bring_folder(here, "claims", "n1")
    assert depot.has_folder("claims", "n1")
    depot.fetch_folder(there, "claims", "n1")
    fetched = there.records.folder("claims", "n1")
    assert {path.name: path.read_bytes() for path in fetched.iterdir()} == {
        path.name: path.read_bytes() for path in folder.iterdir()
    }


def test_a_stage_folder_without_its_digests_does_not_count(depot: Depot, here: Case, tmp_path: Path) -> None:
    _folder(here)
    depot.bring_folder(here, "claims", "n1")
    (tmp_path / "a place" / "depot" / "records" / "claims" / "n1" / "SHA256SUMS").unlink()
    assert not depot.has_folder("claims", "n1")


def test_what_was_altered_in_the_depot_never_gets_into_a_case(
    depot: Depot, here: Case, there: Case, tmp_path: Path
) -> None:
    _folder(here)
    depot.bring_folder(here, "claims", "n1")
    (tmp_path / "a place" / "depot" / "records" / "claims" / "n1" / "claims.parquet").write_bytes(b"PAR1 lies")
    with pytest.raises(TripointError, match=r"records/claims/n1 in .* was altered"):
        depot.fetch_folder(there, "claims", "n1")
    assert not there.records.has("claims", "n1")


@pytest.mark.parametrize("uri", ["nonsense", "ftp://far/away", ""])
def test_what_is_no_place_is_refused(uri: str) -> None:
    with pytest.raises(InputError, match=r"give file:///\.\.\., s3://\.\.\. or gs://"):
        Depot(uri)


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(TripointError, match=r"cannot be used .*; mend that and build again, nothing is lost"):
        Depot((tmp_path / "file" / "depot").as_uri()).check()
