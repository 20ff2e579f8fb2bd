"""Tables in which one row is one page: CSV, TSV and JSON lines, with columns guessed from their names."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tripoint.errors import InputError, UnreadablePage
from tripoint.pages.limits import Limits

SUFFIXES = (".csv", ".tsv", ".jsonl", ".ndjson")

_COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("text", ("text", "body", "content", "article_content", "article_text", "article_body", "full_text", "fulltext",
              "article", "story", "html", "raw_html", "maintext", "main_text", "plain_text")),
    ("title", ("title", "headline", "article_title", "article_headline", "heading")),
    ("url", ("url", "link", "article_url", "source_url", "permalink", "uri", "href")),
    ("outlet", ("outlet", "source", "publisher", "publication", "site", "site_name", "news_source", "newspaper",
                "source_name", "domain")),
    ("published", ("published", "date", "published_at", "publication_date", "pub_date", "pubdate", "publish_date",
                   "date_published", "article_date", "datetime", "timestamp")),
    ("captured_at", ("captured_at", "crawled_at", "scraped_at", "retrieved_at", "fetched_at", "accessed_at")),
)  # fmt: skip

_NUMERIC = re.compile(r"\s*(\d{1,2})([/.\-])(\d{1,2})\2(\d{4})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column of a table was taken for what (None: no such column). `month_first` tells how 4/5/2017 is read:
    True, False, or None when no row decides; `decided_by` is the first row that does."""

    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    captured_at: str | None = None
    month_first: bool | None = None
    decided_by: int | None = None

    def sentence(self) -> str:
        """The guess in words, for a person."""
        taken = [f"{fact} from {getattr(self, fact)}" for fact, _ in _COLUMNS if getattr(self, fact) is not None]
        order = {True: "; dates such as 4/5/2017 are read month first", False: "; dates are read day first"}
        why = f" (row {self.decided_by} leaves no other choice)" if self.decided_by is not None else ""
        return ", ".join(taken) + (order[self.month_first] + why if self.month_first is not None else "")


def columns(path: Path, *, limits: Limits) -> Columns:
    """Guess the columns of the table `path` from their names and, for dates, its first 5,000 rows.

    Raises InputError when no column looks like a page's text.
    """
    names: dict[str, str] = {}
    for _, row in islice(_rows(path, limits), 50):
        if not isinstance(row, str):
            for name in row:
                names.setdefault(re.sub(r"[\s\-]+", "_", name.strip().lower()), name)
    guess: dict[str, str | None] = {}
    for fact, known in _COLUMNS:
        taken = set(guess.values())
        guess[fact] = next((names[name] for name in known if name in names and names[name] not in taken), None)
    text = guess.pop("text")
    if text is None:
        found = ", ".join(sorted(names)[:12]) or "none"
        hint = "; a table that only describes files belongs to --manifest" if {"path", "file"} & set(names) else ""
        raise InputError(
            f"{path} has no column that looks like a page's text (found: {found}); expected one named text, body, "
            f"content or article_content{hint}"
        )
    month_first, decided_by = (None, None)
    if guess["published"] is not None:
        month_first, decided_by = _order(path, guess["published"], limits)
    return Columns(text=text, month_first=month_first, decided_by=decided_by, **guess)


def _order(path: Path, column: str, limits: Limits) -> tuple[bool | None, int | None]:
    votes: dict[bool, list[int]] = {True: [], False: []}
    for number, row in islice(_rows(path, limits), 5000):
        match = None if isinstance(row, str) else _NUMERIC.match(row.get(column, ""))
        if match is not None:
            first, second = int(match[1]), int(match[3])
            if first <= 12 < second <= 31:
                votes[True].append(number)
            elif second <= 12 < first <= 31:
                votes[False].append(number)
    for order in (True, False):
        if votes[order] and not votes[not order]:
            return order, votes[order][0]
    return None, None


def dated(told: str, guess: Columns) -> str:
    """Return the published date `told` as an ISO day with the words it was read from, where the table's other rows
    decide an ambiguous order; else `told` unchanged."""
    match = _NUMERIC.match(told)
    if match is None or guess.month_first is None:
        return told
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    month, day = (first, second) if guess.month_first else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return told
    order = "month first" if guess.month_first else "day first"
    return f"{year:04d}-{month:02d}-{day:02d} ({told.strip()}, {order} as row {guess.decided_by} shows)"


def rows(path: Path, *, limits: Limits) -> Iterator[tuple[int, dict[str, str] | UnreadablePage]]:
    """Yield `(number from 1, column -> value)` for each row of `path`, or why the row cannot be read.

    Bytes that are not UTF-8 come as surrogate escapes: encode with `surrogateescape` to have them back.
    """
    for number, row in _rows(path, limits):
        yield number, UnreadablePage("bad_row", f"{path} row {number}: {row}") if isinstance(row, str) else row


def _rows(path: Path, limits: Limits) -> Iterator[tuple[int, dict[str, str] | str]]:
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        yield from _json_rows(path, limits)
        return
    csv.field_size_limit(limits.line_bytes)
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as stream:
        reader = csv.reader(stream, delimiter="\t" if path.suffix.lower() == ".tsv" else _delimiter(path))
        header: list[str] | None = None
        number = 0
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                number += 1
                yield number, f"is not a row of a table ({error})"
                continue
            if header is None:
                header = cells
            elif any(cell.strip() for cell in cells):
                number += 1
                yield number, dict(zip(header, cells, strict=False))


def _delimiter(path: Path) -> str:
    with path.open(encoding="utf-8-sig", errors="replace") as stream:
        head = stream.readline(65536)
    return max(",;\t|", key=lambda mark: (head.count(mark), mark == ","))


def _json_rows(path: Path, limits: Limits) -> Iterator[tuple[int, dict[str, str] | str]]:
    number = 0
    with path.open("rb") as stream:
        while line := stream.readline(limits.line_bytes + 1):
            if len(line) > limits.line_bytes:
                while line and not line.endswith(b"\n"):
                    line = stream.readline(limits.line_bytes)
                number += 1
                yield number, f"the line is longer than {limits.line_bytes:,} bytes"
                continue
            if not line.strip():
                continue
            number += 1
            try:
                row = json.loads(line.decode("utf-8-sig", "surrogateescape"))
            except (ValueError, RecursionError):
                yield number, "the line is not JSON"
                continue
            if isinstance(row, dict):
                yield number, {key: value if isinstance(value, str) else "" if value is None else str(value)
                               for key, value in row.items() if not isinstance(value, (dict, list))}  # fmt: skip
            else:
                yield number, "the line is not a JSON object"
