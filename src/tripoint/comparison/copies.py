"""Copies between documents: MinHash signatures in bands, then containment of word runs; which of two is the original.

Banding after Leskovec, Rajaraman and Ullman, *Mining of Massive Datasets*, ch. 3; sampled runs find a short text
inside a long one, which MinHash misses. A bucket of like documents is compared with a few leaders, never all with all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tripoint.comparison.compilations import Parts, brought
from tripoint.comparison.shared import Shared
from tripoint.comparison.texts import Card, Ranked, Texts
from tripoint.model import Copy, Document, Reason

COPIED = 0.6
"""Share of the smaller text that must stand in the other."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """What documents repeat of each other. `partly`: ids of two that share a part, the later first, and no copies.

    `outlets` tell who published each document that is a copy or has one.
    """

    copies: tuple[Copy, ...]
    partly: tuple[tuple[str, str], ...]
    outlets: Mapping[str, str | None]


def find(documents: Iterable[Document], *, lines: Mapping[str, str] | None = None) -> tuple[Copy, ...]:
    """Return, for each document that repeats another's text, the one it most likely repeats, with reasons.

    `lines`: by document, the first of the revisions that it is one of; a revision is no copy of another of its line.
    """
    return repeats(documents, lines=lines).copies


def repeats(documents: Iterable[Document], *, lines: Mapping[str, str] | None = None) -> Repeats:
    """Return the copies among the documents, and which others share passages. `lines`: as for `find`.

    A page that brings the texts of several others (a round-up, a digest) is a copy of none of them, nor they of it.
    """
    texts = Texts()
    for doc in documents:
        texts.add(doc)
    return repeated(texts, lines=lines)


def repeated(texts: Texts, *, lines: Mapping[str, str] | None = None, known: Shared | None = None) -> Repeats:
    """Return what the documents of these texts repeat of each other, as `repeats` does.

    How many runs pairs share is looked up where it is `known`; what was found out is put there.
    """
    shelf = texts.ranked()
    pairs, compiled = _sharing(shelf, lines if lines is not None else {}, known if known is not None else Shared())
    best: dict[int, tuple[float, float, int]] = {}
    partly: list[tuple[int, int]] = []
    for earlier, later, common in pairs:
        held = best.get(later)
        if held is not None and held[0] > 0.95:
            continue
        share = common / min(shelf.size(earlier), shelf.size(later))
        if share < COPIED or any(at in compiled and common / shelf.size(at) < COPIED for at in (earlier, later)):
            partly.append((earlier, later))
        elif held is None or round(share, 4) > held[0]:
            best[later] = (round(share, 4), share, earlier)
    found = [_copy(shelf.cards[at], shelf.cards[later], share) for later, (_, share, at) in best.items()]
    ids = [card.document_id for card in shelf.cards]
    return Repeats(
        copies=tuple(sorted(found, key=lambda copy: copy.document_id)),
        # What a copy shares with others is its original's.
        partly=tuple(sorted((ids[two], ids[one]) for one, two in partly if one not in best and two not in best)),
        outlets={
            card.document_id: card.outlet
            for later, (_, _, at) in best.items()
            for card in (shelf.cards[later], shelf.cards[at])
        },
    )


def _sharing(
    shelf: Ranked, line: Mapping[str, str], shared: Shared
) -> tuple[list[tuple[int, int, int]], frozenset[int]]:
    """Return the pairs of texts that may be copies, each with how many runs both have, and those that are compiled."""
    listed = shelf.candidates()
    keys = shelf.keys(listed)
    counts = shared.counts(keys)
    pairs: list[tuple[int, int, int]] = []
    parts = Parts()
    for at, (earlier, later) in enumerate(listed):
        one, two = shelf.cards[earlier].document_id, shelf.cards[later].document_id
        if line and line.get(one, one) == line.get(two, two):
            continue
        sizes = shelf.size(earlier), shelf.size(later)
        if counts[at] < 0 or brought(counts[at], min(sizes)):
            both = shelf.both(earlier, later)
            counts[at] = len(both)
            parts.add(earlier, both, of=sizes[0], whole=sizes[1])
            parts.add(later, both, of=sizes[1], whole=sizes[0])
        pairs.append((earlier, later, counts[at]))
    shared.take(keys, counts)
    return pairs, parts.compilations()


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


def _copy(senior: Card, junior: Card, share: float) -> Copy:
    reasons = [Reason(name="shared_text", score=share, sentence=f"{share:.0%} of the shorter text stands in the other")]
    if junior.linked:
        reasons.append(Reason(name="original_link", score=1.0, sentence="the page links to an original"))
    if junior.agency is not None:
        reasons.append(Reason(name="agency", score=0.5, sentence=f"the page credits {junior.agency}"))
    one, two = senior.published, junior.published
    if one is not None and two is not None and one < two:
        reasons.append(Reason(name="earlier", score=0.6, sentence=f"published {one}, before {two}"))
    if len(reasons) == 1:
        reasons.append(Reason(name="undecided", score=0.0, sentence="nothing tells which came first"))
    return Copy(
        document_id=junior.document_id, copy_of=senior.document_id, similarity=round(share, 4), reasons=tuple(reasons)
    )
