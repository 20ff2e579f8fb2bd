"""Zip and tar files of pages, sound and hostile, written by the standard library."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pages.make import SMALL, TEXT, cut, everything, squeezed, tarred, zipped
from tripoint.pages import Limits

HTML = "<!DOCTYPE html><html><body><p>The harbour reopened on Monday, officials said.</p></body></html>"
PAGES = {"north/b.txt": TEXT, "a.html": HTML, ".hidden/x.txt": TEXT, "__MACOSX/._a.html": "junk"}


@pytest.mark.parametrize("name", ["pages.zip", "pages.tar", "pages.tar.gz", "pages.tgz"])
def test_each_file_of_an_archive_is_a_page(tmp_path: Path, name: str) -> None:
    make = zipped if name.endswith(".zip") else tarred
    path = make(tmp_path / name, PAGES)
    pages, failures = everything(path)
    assert sorted(page.source for page, _ in pages) == [f"{path}#member=a.html", f"{path}#member=north/b.txt"]
    assert {page.media_type for page, _ in pages} == {"text/html", "text/plain"}
    assert {raw for _, raw in pages} == {TEXT.encode(), HTML.encode()}
    assert failures == []


def test_a_manifest_tells_of_the_files_in_an_archive(tmp_path: Path) -> None:
    path = zipped(tmp_path / "pages.zip", {"north/b.txt": TEXT})
    manifest = tmp_path / "m.csv"
    manifest.write_text("path,outlet\nb.txt,Harbour Gazette\n")
    [(page, _)], _ = everything(path, manifest=manifest)
    assert page.outlet == "Harbour Gazette"


@pytest.mark.parametrize(
    "name", ["/etc/page.txt", "../../page.txt", "a/../../page.txt", "..\\page.txt", "C:\\page.txt"]
)
def test_a_name_that_leads_out_of_the_archive_is_a_failure(tmp_path: Path, name: str) -> None:
    for path in (zipped(tmp_path / "p.zip", {name: TEXT, "ok.txt": TEXT}), tarred(tmp_path / "p.tar", {name: TEXT})):
        pages, failures = everything(path)
        assert [failure.reason for failure in failures] == ["unsafe_name"]
        assert len(pages) == (path.suffix == ".zip")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["p.tar", "p.zip"]


def test_an_archive_in_an_archive_is_a_failure_and_is_not_opened(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"one.txt": TEXT}).read_bytes()
    path = zipped(tmp_path / "outer.zip", {"inner.zip": inner, "disguised.txt": inner, "ok.txt": TEXT, "t.csv": "a\n"})
    pages, failures = everything(path)
    assert len(pages) == 1
    assert sorted(failure.reason for failure in failures) == ["archive", "archive", "unsupported"]


def test_links_in_an_archive_are_failures(tmp_path: Path) -> None:
    pages, failures = everything(tarred(tmp_path / "p.tar.gz", {"ok.txt": TEXT}, links={"pw.txt": "/etc/passwd"}))
    assert (len(pages), [failure.reason for failure in failures]) == (1, ["not_a_file"])


@pytest.mark.parametrize("name", ["bomb.zip", "bomb.tar.gz"])
def test_an_archive_that_unpacks_without_end_is_one_failure(tmp_path: Path, name: str) -> None:
    make = zipped if name.endswith(".zip") else tarred
    path = make(tmp_path / name, {f"{i:02}.txt": b"a" * 90_000 for i in range(40)})
    pages, failures = everything(path, limits=SMALL)
    assert [failure.reason for failure in failures] == ["bomb"]
    assert len(pages) <= 3


def test_a_gzip_bomb_under_a_pages_name_is_one_failure(tmp_path: Path) -> None:
    _, failures = everything(squeezed(tmp_path / "page.html.gz", 3_000_000), limits=SMALL)
    assert [failure.reason for failure in failures] == ["bomb"]


def test_a_packed_page_is_a_page(tmp_path: Path) -> None:
    import gzip

    path = tmp_path / "page.txt.gz"
    path.write_bytes(gzip.compress(TEXT.encode()))
    [(page, raw)], failures = everything(path)
    assert (page.source, raw, failures) == (str(path), TEXT.encode(), [])


@pytest.mark.parametrize("name", ["p.zip", "p.tar.gz", "p.txt.gz"])
def test_an_archive_that_was_cut_off_is_one_failure(tmp_path: Path, name: str) -> None:
    noise = {f"{i}.txt": f"{TEXT}{hash((i, 'x'))}" * 40 for i in range(30)}
    path = tmp_path / name
    if name == "p.txt.gz":
        import gzip

        path.write_bytes(gzip.compress("".join(noise.values()).encode()))
    else:
        (zipped if name == "p.zip" else tarred)(path, noise)
    _, failures = everything(cut(path, 0.7))
    assert [failure.reason for failure in failures] in (["truncated"], ["bad_archive"])


def test_a_file_locked_by_a_password_is_a_failure(tmp_path: Path) -> None:
    path = zipped(tmp_path / "p.zip", {"one.txt": TEXT})
    raw = bytearray(path.read_bytes())
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    _, failures = everything(path)
    assert [failure.reason for failure in failures] == ["encrypted"]


def test_too_large_a_file_in_an_archive_is_a_failure_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = zipped(tmp_path / "p.zip", {"a.txt": "word " * 1000, "b.txt": TEXT})
    pages, failures = everything(path, limits=Limits(page_bytes=1000))
    assert (len(pages), [failure.reason for failure in failures]) == (1, ["too_large"])


def test_an_archive_without_pages_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "p.zip"
    zipfile.ZipFile(path, "w").close()
    assert [failure.reason for failure in everything(path)[1]] == ["empty"]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["x.zip", "x.tar", "x.tar.gz", "x.gz"]))
def test_any_bytes_under_an_archives_name_are_read_or_are_failures(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes, name: str
) -> None:
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(raw)
    everything(path)


def test_a_zip_file_of_a_version_that_nobody_knows_is_one_failure(tmp_path: Path) -> None:
    raw = zipped(tmp_path / "a.zip", {"a.txt": TEXT}).read_bytes()
    place = raw.index(b"PK\x01\x02") + 6  # the version that is needed, in the list of files
    (tmp_path / "a.zip").write_bytes(raw[:place] + b"\xc3\x00" + raw[place + 2 :])
    assert [one.reason for one in everything(tmp_path / "a.zip")[1]] == ["bad_archive"]


def test_a_file_without_a_name_in_a_zip_file_is_passed_over(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"?nameless": TEXT, "b.txt": TEXT})
    path.write_bytes(path.read_bytes().replace(b"?nameless", b"\0nameless"))  # readers end a name at such a byte
    pages, failures = everything(path)
    assert ([page.source.rpartition("=")[2] for page, _ in pages], failures) == (["b.txt"], [])
