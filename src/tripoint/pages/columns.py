"""Which column of a table is what: told by a person, or guessed from names; and how its dates are written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tripoint.errors import InputError, UnreadablePage
from tripoint.pages import table
from tripoint.pages.limits import Limits

_NAMES: tuple[tuple[str, tuple[str, ...]], ...] = (
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

FACTS = tuple(fact for fact, _ in _NAMES)
"""What a column may be taken for."""

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
        """The choice in words, for a person."""
        taken = [f"{fact} from {getattr(self, fact)}" for fact in FACTS if getattr(self, fact) is not None]
        order = {True: "; dates such as 4/5/2017 are read month first", False: "; dates are read day first"}
        why = f" (row {self.decided_by} leaves no other choice)" if self.decided_by is not None else ""
        return ", ".join(taken) + (order[self.month_first] + why if self.month_first is not None else "")


def checked(mapping: Mapping[str, str] | None) -> Mapping[str, str]:
    """Return what a person said of the columns (`text` -> `body`), {} for nothing; raises InputError when a name on the
    left is none of ours."""
    told = {} if mapping is None else mapping
    unknown = sorted(set(told) - set(FACTS))
    if unknown:
        raise InputError(f"there is nothing called {', '.join(unknown)} to map a column to; known: {', '.join(FACTS)}")
    return told


def choose(path: Path, *, limits: Limits, told: Mapping[str, str] | None = None) -> Columns:
    """Return the columns of the table `path`: those that are told, and of the rest those whose names say what they are.

    Raises InputError when a column that was told is not there, or none looks like a page's text.
    """
    names: dict[str, str] = {}
    for _, row in islice(table.rows(path, limits=limits), 50):
        if not isinstance(row, UnreadablePage):
            for name in row:
                names.setdefault(re.sub(r"[\s\-]+", "_", name.strip().lower()), name)
    shown = ", ".join(sorted(names)[:12]) or "none"
    chosen: dict[str, str | None] = {}
    for fact, column in (told or {}).items():
        chosen[fact] = next((name for key, name in names.items() if column in (name, key)), None)
        if chosen[fact] is None:
            raise InputError(f"{path} has no column {column} (found: {shown}); it was to be its {fact}")
    for fact, known in _NAMES:
        if fact not in chosen:
            taken = set(chosen.values())
            chosen[fact] = next((names[name] for name in known if name in names and names[name] not in taken), None)
    text = chosen.pop("text")
    if text is None:
        hint = "; a table that only describes files belongs to --manifest" if {"path", "file"} & set(names) else ""
        raise InputError(
            f"{path} has no column that looks like a page's text (found: {shown}); expected one named text, body, "
            f"content or article_content{hint}"
        )
    month_first, decided_by = (None, None)
    if chosen["published"] is not None:
        month_first, decided_by = _order(path, chosen["published"], limits)
    return Columns(text=text, month_first=month_first, decided_by=decided_by, **chosen)


def _order(path: Path, column: str, limits: Limits) -> tuple[bool | None, int | None]:
    votes: dict[bool, list[int]] = {True: [], False: []}
    for number, row in islice(table.rows(path, limits=limits), 5000):
        match = None if isinstance(row, UnreadablePage) else _NUMERIC.match(row.get(column, ""))
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


def dated(told: str, chosen: Columns) -> str:
    """Return the published date `told` as an ISO day with the words it was read from, where the table's other rows
    decide an ambiguous order; else `told` unchanged."""
    match = _NUMERIC.match(told)
    if match is None or chosen.month_first is None:
        return told
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    month, day = (first, second) if chosen.month_first else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return told
    order = "month first" if chosen.month_first else "day first"
    return f"{year:04d}-{month:02d}-{day:02d} ({told.strip()}, {order} as row {chosen.decided_by} shows)"
