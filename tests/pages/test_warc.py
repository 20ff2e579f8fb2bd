"""Web archives, written by warcio."""

from __future__ import annotations

import gzip
import time
from pathlib import Path

import pytest

from tests.pages.make import cut, everything, warc
from tripoint.model import Failure, Found, Sighting
from tripoint.pages import Limits, parts, read

pytest.importorskip("warcio")

HTML = b"<!DOCTYPE html><html><body><p>The harbour reopened on Monday, officials said.</p></body></html>"
ANSWERS = [
    ("https://gazette.example/1", "text/html; charset=utf-8", HTML),
    ("https://gazette.example/logo.png", "image/png", b"\x89PNG\r\n\x1a\n"),
    ("https://gazette.example/2", "text/plain", b"The ferry sails again.\n"),
]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_each_answer_with_text_is_a_page_that_keeps_its_offset(tmp_path: Path, name: str) -> None:
    path = warc(tmp_path / name, ANSWERS)
    pages, failures = everything(path)
    assert [raw for _, raw in pages] == [HTML, b"The ferry sails again.\n"]
    page = pages[0][0]
    assert (page.url, page.captured_at, page.media_type) == (
        "https://gazette.example/1", "2021-03-04T05:06:07Z", "text/html",
    )  # fmt: skip
    offset = int(page.source.partition("#record=")[2])
    assert page.origin == f"record at {offset}"
    rest = path.read_bytes()[offset:]
    assert (gzip.decompress(rest) if name.endswith(".gz") else rest).startswith(b"WARC/1.")
    assert failures == []


def test_answers_that_are_no_success_are_no_pages(tmp_path: Path) -> None:
    assert everything(warc(tmp_path / "a.warc", ANSWERS[:1], status="404 Not Found")) == ([], [])
    assert list(read([str(warc(tmp_path / "b.warc", ANSWERS[:1], status="500 Broken"))])) == []


def test_an_answer_that_there_is_no_such_page_and_a_revisit_are_sightings(tmp_path: Path) -> None:
    gone = warc(tmp_path / "a.warc", ANSWERS[:1], status="404 Not Found", at="2021-03-09T00:00:00Z")
    as_it_was = [("https://gazette.example/1", "2021-03-06T00:00:00Z", "2021-03-04T05:06:07Z")]
    seen = [*read([str(gone)]), *read([str(warc(tmp_path / "b.warc", [], unchanged=as_it_was))])]
    assert [(one.url, one.found, one.at, one.before) for one in seen if isinstance(one, Sighting)] == [
        ("https://gazette.example/1", Found.ABSENT, "2021-03-09T00:00:00Z", None),
        ("https://gazette.example/1", Found.SAME, "2021-03-06T00:00:00Z", "2021-03-04T05:06:07Z"),
    ]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_a_web_archive_that_was_cut_off_gives_what_it_holds_and_one_failure(tmp_path: Path, name: str) -> None:
    path = warc(tmp_path / name, [*ANSWERS, ("https://gazette.example/3", "text/html", HTML * 40)])
    raw = path.read_bytes()
    path.write_bytes(raw[: raw.rindex(b"\x1f\x8b") + 250 if name.endswith(".gz") else -1000])
    pages, failures = everything(path)
    assert len(pages) == 2
    assert [failure.reason for failure in failures] == ["truncated"]


def test_an_answer_that_is_not_what_its_digest_says_is_a_failure(tmp_path: Path) -> None:
    path = warc(tmp_path / "a.warc", ANSWERS)
    path.write_bytes(path.read_bytes().replace(b"on Monday", b"on Friday"))
    pages, failures = everything(path)
    assert (len(pages), [failure.reason for failure in failures]) == (1, ["altered"])


def test_a_web_archive_that_unpacks_without_end_is_one_failure(tmp_path: Path) -> None:
    path = warc(tmp_path / "a.warc.gz", [("https://a.example", "text/html", b"<p>" + b"0" * 4_000_000)])
    limits = Limits(page_bytes=1000, unpacked_bytes=100_000, unpacked_ratio=2)
    pages, failures = everything(path, limits=limits)
    assert (pages, [failure.reason for failure in failures]) == ([], ["bomb"])


def test_what_is_no_web_archive_is_one_failure(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"nothing of the kind\r\n" * 30)
    assert len(everything(path)[1]) == 1


def test_a_part_for_one_format_refuses_all_others(tmp_path: Path) -> None:
    warc(tmp_path / "a.warc", ANSWERS[:1])
    (tmp_path / "b.txt").write_text("The harbour reopened.")
    found = list(parts.web_archives([str(tmp_path)]))
    assert [one.reason if not isinstance(one, tuple) else one[0].url for one in found] == [
        "https://gazette.example/1", "unsupported",
    ]  # fmt: skip


def test_half_a_gzip_member_is_one_failure(tmp_path: Path) -> None:
    assert len(everything(cut(warc(tmp_path / "a.warc.gz", ANSWERS), 0.1))[1]) == 1


def test_the_encoding_that_the_server_named_is_kept(tmp_path: Path) -> None:
    pages, _ = everything(warc(tmp_path / "a.warc", [("https://a.example/1", "text/html; Charset='KOI8-R'", HTML)]))
    assert [page.charset for page, _ in pages] == ["koi8-r"]


@pytest.mark.parametrize("packed", [False, True])
def test_a_record_whose_head_does_not_end_is_read_no_further(tmp_path: Path, packed: bool) -> None:
    path = warc(tmp_path / ("a.warc.gz" if packed else "a.warc"), ANSWERS[:1])
    endless = b"WARC/1.0\r\nX: " + b"a " * 8_000_000
    path.write_bytes(path.read_bytes() + (gzip.compress(endless) if packed else endless))
    started = time.process_time()
    pages, failures = everything(path)
    assert len(pages) == 1
    assert packed or [failure.reason for failure in failures] == ["bad_archive"]
    assert time.process_time() - started < 5


def test_a_packed_web_archive_whose_last_record_is_damaged_gives_what_it_holds_and_one_failure(tmp_path: Path) -> None:
    path = warc(tmp_path / "a.warc.gz", ANSWERS)
    raw = path.read_bytes()
    last = raw.rindex(b"\x1f\x8b\x08") + 12
    path.write_bytes(raw[:last] + bytes(byte ^ 0xFF for byte in raw[last : last + 40]) + raw[last + 40 :])
    pages, failures = everything(path)
    assert len(pages) == 1
    assert len(failures) == 1 and failures[0].reason in ("truncated", "bad_archive", "altered")


def test_a_defect_on_one_file_costs_that_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("tripoint.pages.warc.pages", broken)
    warc(tmp_path / "a.warc", ANSWERS)
    (tmp_path / "b.txt").write_text("The harbour reopened on Monday, officials said.")
    failure, page = read([str(tmp_path)])
    assert isinstance(failure, Failure) and (failure.reason, "ZeroDivisionError" in failure.detail) == (
        "reader_error", True,
    )  # fmt: skip
    assert isinstance(page, tuple)
