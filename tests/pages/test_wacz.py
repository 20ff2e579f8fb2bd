"""Web archive collections, put together as their makers do: a stored zip file of web archives, lists and digests."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from tests.pages.make import cut, everything, warc
from tripoint.pages import Limits

pytest.importorskip("warcio")

HTML = b"<!DOCTYPE html><html><body><p>The harbour reopened on Monday, officials said.</p></body></html>"
PAGES = (
    '{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}\n'
    '{"url": "https://gazette.example/1", "title": "Harbour reopens", "ts": "2021-03-04T05:06:07Z"}\n'
    "not a line of it\n"
)


def digest(raw: bytes) -> str:
    return f"sha256:{sha256(raw).hexdigest()}"


def collection(folder: Path, *, put: Mapping[str, bytes] | None = None, drop: tuple[str, ...] = ()) -> Path:
    """A collection of two web archives; `put` and `drop` change its files after their digests were taken."""
    files = {"pages/pages.jsonl": PAGES.encode()}
    for number in (1, 2):
        path = warc(folder / f"{number}.warc.gz", [(f"https://gazette.example/{number}", "text/html", HTML)])
        files[f"archive/{number}.warc.gz"] = path.read_bytes()
        path.unlink()
    resources = [
        {"name": Path(name).name, "path": name, "hash": digest(raw), "bytes": len(raw)} for name, raw in files.items()
    ]
    package = json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "resources": resources}).encode()
    files["datapackage.json"] = package
    files["datapackage-digest.json"] = json.dumps({"path": "datapackage.json", "hash": digest(package)}).encode()
    files.update(put or {})
    path = folder / "harbour.wacz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, raw in files.items():
            if name not in drop:
                archive.writestr(name, raw)
    return path


def test_each_answer_of_each_web_archive_is_a_page_with_its_listed_title(tmp_path: Path) -> None:
    path = collection(tmp_path)
    pages, failures = everything(path)
    assert failures == []
    assert [(page.url, page.title, page.captured_at, raw) for page, raw in pages] == [
        ("https://gazette.example/1", "Harbour reopens", "2021-03-04T05:06:07Z", HTML),
        ("https://gazette.example/2", None, "2021-03-04T05:06:07Z", HTML),
    ]
    source, _, offset = pages[0][0].source.partition("&record=")
    assert source == f"{path}#member=archive/1.warc.gz" and int(offset) > 0


def test_a_web_archive_with_another_digest_is_one_failure_and_the_others_are_read(tmp_path: Path) -> None:
    other = warc(tmp_path / "o.warc.gz", [("https://gazette.example/9", "text/html", HTML)])
    raw = other.read_bytes()
    other.unlink()
    pages, failures = everything(collection(tmp_path, put={"archive/1.warc.gz": raw}))
    assert [page.url for page, _ in pages] == ["https://gazette.example/2"]
    assert [(one.reason, one.source.partition("#")[2]) for one in failures] == [("altered", "member=archive/1.warc.gz")]


def test_a_web_archive_that_is_told_of_but_not_there_is_one_failure(tmp_path: Path) -> None:
    pages, failures = everything(collection(tmp_path, drop=("archive/2.warc.gz",)))
    assert (len(pages), [one.reason for one in failures]) == (1, ["missing"])


@pytest.mark.parametrize(
    ("put", "drop", "reason"),
    [
        ({"datapackage.json": b'{"resources": []}'}, (), "altered"),
        ({"datapackage.json": b"{"}, (), "bad_json"),
        ({"datapackage.json": b"[1]"}, (), "bad_json"),
        ({"datapackage-digest.json": b"[]"}, (), "bad_json"),
        ({}, ("datapackage.json",), "unproven"),
    ],
)
def test_digests_that_prove_nothing_are_one_failure_and_the_pages_are_read(
    tmp_path: Path, put: dict[str, bytes], drop: tuple[str, ...], reason: str
) -> None:
    pages, failures = everything(collection(tmp_path, put=put, drop=drop))
    assert (len(pages), [one.reason for one in failures]) == (2, [reason])


def test_a_collection_that_was_cut_off_is_one_failure(tmp_path: Path) -> None:
    pages, failures = everything(cut(collection(tmp_path), 0.6))
    assert (pages, len(failures)) == ([], 1)


def test_a_collection_without_web_archives_is_one_failure(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as archive:
        archive.writestr("datapackage.json", '{"resources": []}')
    assert [one.reason for one in everything(tmp_path / "a.wacz")[1]] == ["empty"]


def test_a_collection_that_unpacks_without_end_is_a_failure(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.wacz", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", '{"resources": []}')
        archive.writestr("archive/a.warc", b"0" * 4_000_000)
    limits = Limits(page_bytes=1000, unpacked_bytes=100_000, unpacked_ratio=2)
    assert [one.reason for one in everything(tmp_path / "a.wacz", limits=limits)[1]] == ["bomb"]
