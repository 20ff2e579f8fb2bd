"""Lists of web archives, as Common Crawl publishes them."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.pages.make import everything, warc
from tripoint.pages import Limits

ANSWERS = [("https://gazette.example/1", "text/html", b"<html><body><p>The harbour reopened.</p></body></html>")]
NAMES = ("crawl-data/CC-NEWS/2020/01/CC-NEWS-1.warc.gz", "crawl-data/CC-NEWS/2020/01/CC-NEWS-2.warc.gz")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder that holds two web archives where their list says."""
    for name in NAMES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        warc(tmp_path / name, ANSWERS)
    return tmp_path


@pytest.mark.parametrize("packed", [False, True])
def test_the_archives_of_a_list_are_read_in_its_order(root: Path, packed: bool) -> None:
    text = "\n".join(reversed(NAMES)).encode() + b"\n\n"
    listed = root / ("warc.paths.gz" if packed else "warc.paths")
    listed.write_bytes(gzip.compress(text) if packed else text)
    pages, failures = everything(listed)
    assert failures == []
    assert [page.source.partition("#")[0] for page, _ in pages] == [str(root / name) for name in reversed(NAMES)]


def test_archives_may_lie_elsewhere(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    listed = tmp_path_factory.mktemp("lists") / "warc.paths"
    listed.write_text("\n".join(NAMES))
    for place in (str(root), root.as_uri(), root.as_uri() + "/"):
        pages, failures = everything(listed, limits=Limits(archive_root=place))
        assert failures == []
        assert [(page.url, page.source.startswith(place.rstrip("/"))) for page, _ in pages] == [
            ("https://gazette.example/1", True)
        ] * 2


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("../secret.warc", "unsafe_name"),
        ("/etc/passwd.warc", "unsafe_name"),
        ("s3://elsewhere/a.warc", "unsafe_name"),
        ("photo.jpg", "unsupported"),
        ("not/there.warc.gz", "unreadable"),
    ],
)
def test_a_line_that_leads_nowhere_or_out_of_the_root_is_one_failure(root: Path, line: str, reason: str) -> None:
    (root / "warc.paths").write_text(f"{line}\n{NAMES[0]}\n")
    pages, failures = everything(root / "warc.paths")
    assert (len(pages), [failure.reason for failure in failures]) == (1, [reason])
    pages, failures = everything(root / "warc.paths", limits=Limits(archive_root=root.as_uri()))
    assert (len(pages), [failure.reason for failure in failures]) == (1, [reason])


def test_what_is_no_list_is_one_failure(root: Path) -> None:
    (root / "warc.paths").write_bytes(b"\0" * 100_000)
    assert [failure.reason for failure in everything(root / "warc.paths")[1]] == ["unsupported"]


def test_a_place_of_an_unknown_kind_is_a_sentence_for_each_line(root: Path) -> None:
    (root / "warc.paths").write_text(f"{NAMES[0]}\n")
    (failure,) = everything(root / "warc.paths", limits=Limits(archive_root="ftp://far/away"))[1]
    assert "archive_root is ftp://far/away" in failure.detail
