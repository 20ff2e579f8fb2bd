"""The same address at two times: which capture of it a document is, and what was added or is gone since the last."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from tripoint.documents.addresses import Looks, address
from tripoint.model import Document, Page, Revision, Sighting, Span
from tripoint.text import fold, trim

_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s|$)[^\n.!?]*)*[.!?]*[\"'”’)]*")
_ALIKE = 0.2
"""Share of the sentences of the shorter text from which on two texts are one article at two times."""
_LONG = 3000
"""Sentences of one text that are compared."""


def find(
    pages: Iterable[Page],
    documents: Iterable[Document],
    *,
    again: Mapping[str, tuple[str, ...]] | None = None,
    sightings: Iterable[Sighting] = (),
) -> tuple[Revision, ...]:
    """Return a revision for each document of an address that was looked at more than once, oldest first.

    A capture needs its time; of captures at one time the first by digest counts as the earlier. `again`: by page, later
    times at which it was found unchanged; `sightings` tell of more such, and of when there was no such page. Of
    `documents` only those of such addresses are held.
    """
    looks = Looks(again if again is not None else {}, sightings)
    captures: dict[str, dict[tuple[str, str], Page]] = defaultdict(dict)
    for page in pages:
        if page.url is not None and page.captured_at is not None:  # one capture in two files is one
            captures[address(page.url)].setdefault((page.captured_at, page.sha256), page)
    several = {
        url: [told[key] for key in sorted(told)]
        for url, told in sorted(captures.items())
        if len(told) > 1 or looks.any_of(url, told.values())
    }
    articles: dict[str, list[Document]] = {page.page_id: [] for listed in several.values() for page in listed}
    for doc in documents if articles else ():
        if doc.page_id in articles:
            articles[doc.page_id].append(doc)
    return tuple(one for url, listed in several.items() for one in _of_address(url, listed, articles, looks))


def lines(revisions: Iterable[Revision]) -> Mapping[str, str]:
    """Return for each document that goes on from an earlier one the first of its line."""
    step = {one.document_id: one.previous for one in revisions if one.previous is not None}
    heads: dict[str, str] = {}
    for start in step:
        at = start
        while at in step:
            at = step[at]
        heads[start] = at
    return heads


def _of_address(
    url: str, listed: Sequence[Page], articles: Mapping[str, list[Document]], looks: Looks
) -> list[Revision]:
    found: list[Revision] = []
    before: list[_Text] = []
    again, absent = looks.beside(url, listed)
    for number, page in enumerate(listed, 1):
        now = [_Text.of(doc) for doc in sorted(articles[page.page_id], key=lambda doc: doc.part)]
        pairs = _pairs(before, now)
        if now:
            ended = {old.document.document_id for j, old in enumerate(before) if j not in pairs.values()}
            found = [
                replace(one, gone=min([*one.absent, page.captured_at or ""])) if one.document_id in ended else one
                for one in found
            ]
        for place, text in enumerate(now):
            previous = before[pairs[place]] if place in pairs else None
            added, removed = _difference(previous, text) if previous is not None else ((), ())
            found.append(
                Revision(
                    document_id=text.document.document_id,
                    url=url,
                    number=number,
                    of=len(listed),
                    captured_at=page.captured_at or "",
                    previous=None if previous is None else previous.document.document_id,
                    added=added,
                    removed=removed,
                    again=again[number - 1],
                    absent=absent[number - 1],
                )
            )
        before = now if now else before
    last = {text.document.document_id for text in before}
    return [replace(one, gone=_left(one)) if one.document_id in last else one for one in found]


def _left(last: Revision) -> str | None:
    """When the address of its `last` capture had no such page, and was not found as before later."""
    until = (last.captured_at, *last.again)[-1]
    return next((at for at in last.absent if at > until), None)


@dataclass(frozen=True, slots=True)
class _Text:
    document: Document
    spans: list[Span]
    keys: list[str]

    @classmethod
    def of(cls, document: Document) -> _Text:
        """The sentences of a document; one that differs in blanks, quotes or capitals only is the same."""
        spans: list[Span] = []
        keys: list[str] = []
        for match in _SENTENCE.finditer(document.text):
            start, end = trim(document.text, match.start(), match.end())
            key = fold(document.text[start:end])
            if key and len(keys) < _LONG:
                spans.append(Span(start=start, end=end))
                keys.append(key)
        return cls(document, spans, keys)


def _pairs(before: Sequence[_Text], now: Sequence[_Text]) -> dict[int, int]:
    """Which text of `before` each of `now` goes on from: the one it shares most sentences with; a lone text under one
    address goes on from the lone one before it, however much was written anew."""
    if len(before) == len(now) == 1:
        return {0: 0}
    scores: list[tuple[float, int, int]] = []
    held = [frozenset(text.keys) for text in before]
    for i, text in enumerate(now):
        keys = frozenset(text.keys)
        for j, other in enumerate(held):
            share = len(keys & other) / max(1, min(len(keys), len(other)))
            if share >= _ALIKE:
                scores.append((-share, i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(scores):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _difference(before: _Text, now: _Text) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    if before.document.text == now.document.text:
        return (), ()
    added: list[Span] = []
    removed: list[Span] = []
    moved = frozenset(before.keys) & frozenset(now.keys)
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before.keys, now.keys, autojunk=False).get_opcodes():
        if kind != "equal":  # a sentence that only moved is neither gone nor new
            removed += [before.spans[i] for i in range(i1, i2) if before.keys[i] not in moved]
            added += [now.spans[j] for j in range(j1, j2) if now.keys[j] not in moved]
    return tuple(added), tuple(removed)


def readable(revision: Revision, *, now: str, before: str) -> Iterable[str]:
    """Yield the change as lines in reading order, `- ` for what is gone and `+ ` for what is new.

    `now` and `before` are the texts.
    """
    told = [(at, "-", words) for at, words in _apart(before, revision.removed)]
    told += [(at, "+", words) for at, words in _apart(now, revision.added)]
    for _, mark, words in sorted(told, key=lambda line: (line[0], line[1] == "+")):
        yield f"{mark} {words}"


def _apart(text: str, spans: Sequence[Span]) -> Iterable[tuple[int, str]]:
    """Yield the words of each span with how many characters of what both texts share stand before it."""
    shared, last = 0, 0
    for span in spans:
        shared += len("".join(text[last : span.start].split()))
        last = span.end
        yield shared, " ".join(text[span.start : span.end].split())
