from __future__ import annotations

import gzip
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from tripoint.errors import InputError
from tripoint.model import Failure, Page, digest
from tripoint.pages import Limits, parts, read, tables
from tripoint.pages.record import Read

TEXT = "Harbour reopens after storm\n\nThe harbour reopened on Monday, officials said.\n"


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def sources(*paths: str | Path, **options: object) -> list[str]:
    return [one[0].source for one in read([str(path) for path in paths], **options) if not isinstance(one, Failure)]  # type: ignore[arg-type]


def only(path: Path, **options: object) -> Page | Failure:
    found = list(read([str(path)], **options))  # type: ignore[arg-type]
    assert len(found) == 1
    return found[0] if isinstance(found[0], Failure) else found[0][0]


def test_a_folder_is_read_recursively_in_sorted_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b.html", ".hidden.txt", ".git/x.txt"):
        write(tmp_path / name, TEXT)
    assert sources(tmp_path) == [f"{tmp_path}/a/b.html", f"{tmp_path}/a/z.txt", f"{tmp_path}/b.txt"]


def test_the_source_is_the_path_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "pages/one.txt", TEXT)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert sources("../pages") == ["../pages/one.txt"]
    assert sources("../pages/*.txt") == ["../pages/one.txt"]


def test_the_page_id_is_a_digest_of_source_and_bytes(tmp_path: Path) -> None:
    page = only(write(tmp_path / "one.txt", TEXT))
    assert isinstance(page, Page)
    assert page.page_id == digest("pag", page.source, page.sha256)


def test_one_file_given_twice_is_one_page(tmp_path: Path) -> None:
    path = write(tmp_path / "one.txt", TEXT)
    assert len(sources(path, path)) == 1


def test_a_missing_path_is_an_error_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        read([str(tmp_path / "nowhere")])


def test_a_pattern_that_matches_nothing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing matches"):
        read([str(tmp_path / "*.txt")])


def test_an_empty_folder_is_one_failure(tmp_path: Path) -> None:
    failure = only(tmp_path)
    assert isinstance(failure, Failure)
    assert failure.reason == "empty_folder"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\r\n", "empty"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00", "binary"),
        ("bomb.html", gzip.compress(b"0" * 5_000_000), "archive"),
        ("pages.html", b"PK\x03\x04" + b"\x00" * 60, "archive"),
        ("noise.txt", bytes(range(256)) * 20, "binary"),
        ("paper.pdf", b"%PDF-1.7\n%abc", "binary"),
        ("one.json", b'{"a": 1}', "unsupported"),
    ],
)
def test_what_is_no_page_is_one_failure_with_its_reason(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    write(tmp_path / "good.txt", TEXT)
    write(tmp_path / name, content)
    found = list(read([str(tmp_path)]))
    failures = [one for one in found if isinstance(one, Failure)]
    assert [failure.reason for failure in failures] == [reason]
    assert len(found) == 2
    assert name in failures[0].detail


def test_a_page_that_is_too_large_is_one_failure(tmp_path: Path) -> None:
    failure = only(write(tmp_path / "long.txt", "word " * 1000), limits=Limits(page_bytes=1000))
    assert isinstance(failure, Failure)
    assert failure.reason == "too_large"


def test_a_folder_that_links_back_to_itself_is_read_once(tmp_path: Path) -> None:
    write(tmp_path / "a/one.txt", TEXT)
    (tmp_path / "a/back").symlink_to(tmp_path / "a", target_is_directory=True)
    found = list(read([str(tmp_path)]))
    assert [one.reason for one in found if isinstance(one, Failure)] == ["link_loop"]
    assert len(found) == 2


def test_a_broken_link_and_a_pipe_are_failures_and_do_not_block(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "pipe.txt")
    assert [one.reason for one in read([str(tmp_path)]) if isinstance(one, Failure)] == ["unreadable", "not_a_file"]


def test_a_name_that_is_no_text_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(TEXT)
    failure = only(tmp_path)
    assert isinstance(failure, Failure)
    assert failure.reason == "odd_name"


def test_html_is_known_by_its_name_or_its_beginning(tmp_path: Path) -> None:
    page = only(write(tmp_path / "page.txt", "<!DOCTYPE html><html><body><p>Hello</p></body></html>"))
    assert isinstance(page, Page)
    assert page.media_type == "text/html"
    plain = only(write(tmp_path / "b/page.txt", "Prices < 3 and rising\n\nText."))
    assert isinstance(plain, Page)
    assert plain.media_type == "text/plain"


def test_a_manifest_gives_url_outlet_and_dates_by_path_or_name(tmp_path: Path) -> None:
    write(tmp_path / "pages/one.txt", TEXT)
    write(tmp_path / "pages/two.txt", TEXT)
    manifest = write(
        tmp_path / "m.csv",
        "path,url,outlet,published,captured_at,colour\n"
        "pages/one.txt,https://a.example/1,The Courier,2020-05-01,2020-05-03,red\ntwo.txt,,The Herald,,,\n",
    )
    one, two = [got[0] for got in read([str(tmp_path / "pages")], manifest=manifest) if not isinstance(got, Failure)]
    assert (one.url, one.outlet, one.published, one.captured_at) == (
        "https://a.example/1", "The Courier", "2020-05-01", "2020-05-03",
    )  # fmt: skip
    assert (two.url, two.outlet) == (None, "The Herald")


def test_a_manifest_without_a_file_column_is_an_error(tmp_path: Path) -> None:
    manifest = write(tmp_path / "m.csv", "url,outlet\nhttps://a.example,The Courier\n")
    with pytest.raises(InputError, match="no column path or file"):
        read([str(tmp_path)], manifest=manifest)


def test_a_row_of_a_table_is_a_page_with_its_columns_guessed(tmp_path: Path) -> None:
    table = write(
        tmp_path / "news.csv",
        'id,article_title,article_content,source,date\n1,Bridge closed,"The bridge closed.",courier,4/5/2017\n'
        '2,Road open,"Road open\n\nIt opened.",herald,4/25/2017\n3,Nothing,,herald,4/26/2017\n',
    )
    found = list(read([str(table)]))
    pages = [(one[0], one[1]) for one in found if not isinstance(one, Failure)]
    assert [page.source for page, _ in pages] == [f"{table}#row=1", f"{table}#row=2"]
    assert pages[0][1] == b"Bridge closed\n\nThe bridge closed."
    assert pages[1][1] == b"Road open\n\nIt opened."
    assert pages[0][0].outlet == "courier"
    assert (pages[0][0].published or "").startswith("2017-04-05")
    assert "month first" in (pages[0][0].published or "")
    guess = tables([str(tmp_path)])[str(table)]
    assert (guess.text, guess.title, guess.outlet, guess.published) == (
        "article_content", "article_title", "source", "date",
    )  # fmt: skip
    assert "article_content" in guess.sentence()


def test_a_table_whose_rows_contradict_each_other_on_the_order_leaves_dates_as_written(tmp_path: Path) -> None:
    table = write(tmp_path / "n.csv", "text,date\nA b c,4/5/2017\nD e f,25/4/2017\nG h i,4/26/2017\n")
    published = [one[0].published for one in read([str(table)]) if not isinstance(one, Failure)]
    assert published == ["4/5/2017", "25/4/2017", "4/26/2017"]


def test_json_lines_are_read_and_a_broken_line_is_a_failure_of_its_own(tmp_path: Path) -> None:
    table = write(tmp_path / "n.jsonl", '{"title": "A", "text": "B c d"}\n{broken\n[1]\n{"text": "E f"}\n')
    found = list(read([str(table)]))
    assert [one.reason if isinstance(one, Failure) else one[0].source[-5:] for one in found] == [
        "row=1", "bad_row", "bad_row", "row=4",
    ]  # fmt: skip


def test_a_table_without_text_is_a_failure_that_names_its_columns(tmp_path: Path) -> None:
    failure = only(write(tmp_path / "n.csv", "path,url\na.txt,https://a.example\n"))
    assert isinstance(failure, Failure)
    assert failure.reason == "no_text_column"
    assert "--manifest" in failure.detail


def test_bytes_that_are_no_utf8_survive_a_table(tmp_path: Path) -> None:
    table = write(tmp_path / "n.csv", b"text\nCaf\xe9 closed\n")
    [(_, raw)] = [one for one in read([str(table)]) if not isinstance(one, Failure)]
    assert raw == b"Caf\xe9 closed"


@pytest.mark.parametrize("source", [read, parts.tables, parts.links, parts.feeds])
def test_every_page_source_reads_a_path_once_and_names_what_has_no_valid_name(
    tmp_path: Path, source: Callable[..., Read]
) -> None:
    told = write(tmp_path / "told.csv", "path,url\n")
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.xyz")
    write(Path(odd), TEXT)
    plain = write(tmp_path / "a.xyz", TEXT)
    found = list(source([str(plain), str(plain), str(tmp_path)], manifest=told))
    reasons = [one.reason if isinstance(one, Failure) else one[0].source for one in found]
    assert len(found) == 2
    assert "odd_name" in reasons


@pytest.mark.parametrize(
    ("name", "head", "tail"),
    [
        ("a.csv", "text\n", "\nThe harbour reopened on Monday.\n"),
        ("a.jsonl", '{"text": "one"}\n', '\n{"text": "two"}\n'),
    ],
)
def test_a_line_without_end_is_one_failure_that_takes_no_memory(
    tmp_path: Path, name: str, head: str, tail: str
) -> None:
    with (tmp_path / name).open("w") as stream:
        stream.write(head)
        for _ in range(64):
            stream.write("a " * (1 << 19))
        stream.write(tail)
    tracemalloc.start()
    found = list(read([str(tmp_path / name)], limits=Limits(line_bytes=100_000)))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    failures = [one for one in found if isinstance(one, Failure)]
    assert ["longer than 100,000" in one.detail for one in failures] == [True]
    assert len(found) > len(failures)
    assert most < 16_000_000
