"""Anatomy of HTML pages: wanted text kept, unwanted text out, comments found and not leaked into the article.

Layout: `evaldata.json`, an object of `address -> {"file", "with", "without", "comments"}` (lists of segments), beside
`html/FILE` or `html/FILE.gz`.
"""

from __future__ import annotations

import gzip
import html
import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import trafilatura

from tripoint.documents import compose
from tripoint.documents.decoding import decode
from tripoint.errors import InputError, UnreadablePage
from tripoint.evals.corpus import corpus_digest, limited
from tripoint.evals.counts import rounded
from tripoint.evals.evaluation import Evaluation, Row
from tripoint.model import BlockRole, Page, bytes_digest, digest

LABELLED_APART = frozenset({BlockRole.CAPTION, BlockRole.BYLINE, BlockRole.DATELINE})
"""Roles that belong to an article's document but are not its running text: no claim is ever made from them."""


_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\[nrt]")
_TAG = re.compile(r"<[^<>]+>")
_WARM = b"<html><body><article><h1>A title</h1><p>A page that only loads what a page needs.</p></article></body></html>"


@dataclass(slots=True)
class Score:
    """Counts of segments. `on_page`: comment segments that the page's visible text holds at all; `in_file`: those that
    the saved file holds in any form, also in scripts, attributes and what is hidden."""

    kept: int = 0
    lost: int = 0
    unwanted: int = 0
    found: int = 0
    leaked: int = 0
    comments: int = 0
    on_page: int = 0
    in_file: int = 0
    seconds: float = 0.0
    pages: int = 0
    failures: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """F1 of text segments: wanted ones kept against unwanted ones kept and wanted ones lost."""
        return 2 * self.kept / max(1, 2 * self.kept + self.unwanted + self.lost)

    def add(self, item: dict[str, Any], text: str, comments: str) -> None:
        """Count the segments of one page in its article's `text` and in its `comments`."""
        for segment in map(_plain, item.get("with") or ()):
            self.kept += segment in text
            self.lost += segment not in text
        self.unwanted += sum(segment in text for segment in map(_plain, item.get("without") or ()))
        for segment in map(_plain, item.get("comments") or ()):
            self.comments += 1
            self.found += segment in comments
            self.leaked += segment in text
        self.pages += 1


def evaluate(data: Path, *, limit: int | None = None) -> Evaluation:
    """Measure pages of `data`/evaldata.json, ours beside trafilatura in the same run; `limit` is a number of pages."""
    listing = data / "evaldata.json"
    if not listing.is_file():
        raise InputError(f"{data} holds no evaldata.json; expected it beside a folder html/ with the pages")
    for score in (Score(), Score()):  # models and tables are loaded before anything is timed, ours and theirs
        _ours("warm-up", _WARM, score)
        _trafilatura(_WARM, score)
    ours, peer = Score(), Score()
    paths = [listing]
    for url, item, path, raw in limited(_pages(data, listing), limit):
        paths.append(path)
        text, comments, visible = _ours(url, raw, ours)
        ours.add(item, text, comments)
        ours.on_page += sum(_plain(segment) in visible for segment in item.get("comments") or ())
        if item.get("comments"):
            file = _letters_of_file(raw)
            ours.in_file += sum(any(_letters(one) in form for form in file) for one in item["comments"])
        peer.add(item, *_trafilatura(raw, peer))
    return Evaluation(
        name="anatomy",
        data=str(data),
        digest=corpus_digest(paths, data),
        figures={
            "text_f1": rounded(ours.f1),
            "trafilatura_text_f1": rounded(peer.f1),
            "comments_found": rounded(ours.found / max(1, ours.comments)),
            "comments_leaked": rounded(ours.leaked / max(1, ours.comments)),
            "pages_per_second": round(ours.pages / max(1e-9, ours.seconds), 1),
            "trafilatura_pages_per_second": round(peer.pages / max(1e-9, peer.seconds), 1),
        },
        rows=tuple(_rows(ours, peer)),
        notes=(
            "text: blocks of the article other than captions, bylines and datelines, which are labelled apart",
            f"{ours.on_page} of {ours.comments} comment segments stand in the visible text of their pages at all; "
            f"{ours.in_file} in the saved files in any form, scripts and attributes included",
            *ours.failures[:5],
        ),
    )


def _pages(data: Path, listing: Path) -> Iterator[tuple[str, dict[str, Any], Path, bytes]]:
    try:
        table = json.loads(listing.read_text(encoding="utf-8"))
        items = [(url, item, data / "html" / item["file"]) for url, item in table.items()]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError(f"{listing} is not an object of address -> {{file, with, without}}: {error}") from error
    for url, item, path in items:
        packed = path.with_name(path.name + ".gz")
        if path.is_file():
            yield url, item, path, path.read_bytes()
        elif packed.is_file():
            yield url, item, packed, gzip.decompress(packed.read_bytes())


def _ours(url: str, raw: bytes, score: Score) -> tuple[str, str, str]:
    sha = bytes_digest(raw)
    page = Page(
        page_id=digest("pag", url, sha),
        source=url,
        sha256=sha,
        size=len(raw),
        media_type="text/html",
        origin="file",
        url=url,
    )
    begun = time.process_time()
    try:
        found = compose(page, raw)
    except UnreadablePage as error:
        score.failures.append(f"{url}: {error.detail}")
        return "", "", ""
    finally:
        score.seconds += time.process_time() - begun
    text = "\n".join(
        doc.text[block.start : block.end]
        for doc in found.documents
        for block in doc.blocks
        if block.role not in LABELLED_APART
    )
    comments = "\n".join(comment.text for comment in found.comments)
    return _plain(text), _plain(comments), _plain(found.anatomy.text)


def _trafilatura(raw: bytes, score: Score) -> tuple[str, str]:
    begun = time.process_time()
    found: Any = trafilatura.bare_extraction(raw, include_comments=True)
    score.seconds += time.process_time() - begun
    if found is None:
        return "", ""
    return _plain(found.text or ""), _plain(found.comments or "")


def _plain(text: str) -> str:
    return " ".join(text.split())


def _letters(text: str) -> str:
    """Return the letters and digits alone, entities of HTML resolved."""
    return "".join(char for char in html.unescape(text).casefold() if char.isalnum())


def _letters_of_file(raw: bytes) -> tuple[str, str]:
    """Return the letters of a saved page, escapes of scripts resolved: with its tags, and without."""
    source, _ = decode(raw, html=True)
    source = _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else " ", source)
    return _letters(source), _letters(_TAG.sub("", source))


def _rows(ours: Score, peer: Score) -> Iterator[Row]:
    floor = "floor column: trafilatura"
    yield Row(measure="text F1", ours=rounded(ours.f1), floor=rounded(peer.f1), peers=floor)
    yield Row(measure="unwanted segments kept", ours=ours.unwanted, floor=peer.unwanted)
    yield Row(measure="wanted segments lost", ours=ours.lost, floor=peer.lost)
    for name, one, two in (
        ("comments found", ours.found, peer.found),
        ("comments leaked into the text", ours.leaked, peer.leaked),
    ):
        yield Row(measure=name, ours=rounded(one / max(1, ours.comments)), floor=rounded(two / max(1, peer.comments)))
    yield Row(
        measure="comments found, of those on the page", ours=rounded(ours.found / max(1, ours.on_page)), floor=None
    )
    yield Row(
        measure="comments found, of those in the files", ours=rounded(ours.found / max(1, ours.in_file)), floor=None
    )
    yield Row(
        measure="pages per second",
        ours=round(ours.pages / max(1e-9, ours.seconds), 1),
        floor=round(peer.pages / max(1e-9, peer.seconds), 1),
    )
