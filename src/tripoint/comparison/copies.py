"""Copies between documents: MinHash signatures in bands, then containment of word runs; which of two is the original.

Banding after Leskovec, Rajaraman and Ullman, *Mining of Massive Datasets*, ch. 3; sampled runs find a short text
inside a long one, which MinHash misses. A bucket of like documents is compared with a few leaders, never all with all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tripoint.comparison.wording import shingles
from tripoint.model import BlockRole, Copy, Document, Reason
from tripoint.text import fold, words

RUN = 5
"""Words in a shingle."""
ROWS = 4
"""Lanes of a signature in one band."""
SAMPLE = 16
"""One shingle in so many goes into the index that finds a text inside another."""
LEADERS = 6
"""Documents that the others of a bucket are compared with."""
CROWD = 200
"""A sampled shingle in more documents than this is a stock phrase and proposes nothing."""
COPIED = 0.6
"""Share of the smaller text that must stand in the other."""
LEAST_WORDS = 30


def body_words(document: Document) -> list[str]:
    """Return the words of a document's running text, without headline, byline and captions."""
    spans = [(b.start, b.end) for b in document.blocks if b.role in (BlockRole.BODY, BlockRole.PULL_QUOTE)]
    return words("\n".join(document.text[s:e] for s, e in spans) if spans else document.text)


def find(documents: Iterable[Document], *, lines: Mapping[str, str] | None = None) -> tuple[Copy, ...]:
    """Return, for each document that repeats another's text, the one it most likely repeats, with reasons.

    `lines`: by document, the first of the revisions that it is one of; a revision is no copy of another of its line.
    """
    line = lines if lines is not None else {}
    listed = sorted(documents, key=seniority)
    held = {doc.document_id: frozenset(shingles(body_words(doc), RUN)) for doc in listed}
    listed = [doc for doc in listed if len(held[doc.document_id]) >= LEAST_WORDS - RUN]
    best: dict[str, Copy] = {}
    for earlier, later in sorted(_candidates(listed, held)):
        one, two = listed[earlier].document_id, listed[later].document_id
        if line and line.get(one, one) == line.get(two, two):
            continue
        if listed[later].document_id in best and best[listed[later].document_id].similarity > 0.95:
            continue
        copy = _compare(listed[earlier], listed[later], held)
        if copy is None:
            continue
        known = best.get(copy.document_id)
        if known is None or copy.similarity > known.similarity:
            best[copy.document_id] = copy
    return tuple(best[key] for key in sorted(best))


def roots(copies: Iterable[Copy], *, lines: Mapping[str, str] | None = None) -> Mapping[str, str]:
    """Return for each document that copies, or is a later revision (`lines`), the text at the head of its chain."""
    step = {**(lines if lines is not None else {}), **{copy.document_id: copy.copy_of for copy in copies}}
    heads: dict[str, str] = {}
    for start in step:
        at, seen = start, {start}
        while at in step and step[at] not in seen:
            at = step[at]
            seen.add(at)
        heads[start] = at
    return heads


def seniority(document: Document) -> tuple[bool, str, bool, int, str]:
    """Return a sort key that puts originals before copies: no link to an original, earlier, no agency credit, fuller.

    An unknown date sorts after every known one.
    """
    published = document.published.start if document.published is not None else None
    return (
        document.original_url is not None,
        published or "9999",
        document.agency is not None and fold(document.agency) != fold(document.outlet or ""),
        -len(document.text),
        document.document_id,
    )


def _candidates(listed: list[Document], held: Mapping[str, frozenset[int]]) -> set[tuple[int, int]]:
    """Return pairs of indexes into `listed`, the senior first, that share a band or a sampled run of words."""
    pairs: set[tuple[int, int]] = set()
    lengths = {len(doc.signature) for doc in listed}
    banded = len(lengths) == 1 and 0 not in lengths
    buckets: dict[tuple[int, tuple[int, ...]], list[int]] = defaultdict(list)
    runs: dict[int, list[int]] = defaultdict(list)
    for index, doc in enumerate(listed):
        if banded:
            for at in range(0, len(doc.signature) - ROWS + 1, ROWS):
                buckets[at, doc.signature[at : at + ROWS]].append(index)
        for run in held[doc.document_id]:
            if run % SAMPLE == 0:
                runs[run].append(index)
    for members in buckets.values():
        pairs.update(_led(members))
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for members in runs.values():
        # Ten thousand copies share every run: only their leaders matter, and stock phrases are dropped by the rest.
        for pair in _led(members, leaders=LEADERS if len(members) <= CROWD else 1):
            shared[pair] += 1
    pairs.update(pair for pair, count in shared.items() if count >= 2)
    return pairs


def _led(members: list[int], leaders: int = LEADERS) -> Iterable[tuple[int, int]]:
    for place, leader in enumerate(members[:leaders]):
        for other in members[place + 1 :]:
            yield leader, other


def _compare(senior: Document, junior: Document, held: Mapping[str, frozenset[int]]) -> Copy | None:
    a, b = held[senior.document_id], held[junior.document_id]
    share = len(a & b) / min(len(a), len(b))
    if share < COPIED:
        return None
    reasons = [Reason(name="shared_text", score=share, sentence=f"{share:.0%} of the shorter text stands in the other")]
    if junior.original_url is not None:
        reasons.append(Reason(name="original_link", score=1.0, sentence="the page links to an original"))
    if junior.agency is not None:
        reasons.append(Reason(name="agency", score=0.5, sentence=f"the page credits {junior.agency}"))
    one = senior.published.start if senior.published is not None else None
    two = junior.published.start if junior.published is not None else None
    if one is not None and two is not None and one < two:
        reasons.append(Reason(name="earlier", score=0.6, sentence=f"published {one}, before {two}"))
    if len(reasons) == 1:
        reasons.append(Reason(name="undecided", score=0.0, sentence="nothing tells which came first"))
    return Copy(
        document_id=junior.document_id, copy_of=senior.document_id, similarity=round(share, 4), reasons=tuple(reasons)
    )
