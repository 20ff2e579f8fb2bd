"""Copies between documents: MinHash signatures in bands, then containment of word runs; which of two is the original.

Banding after Leskovec, Rajaraman and Ullman, *Mining of Massive Datasets*, ch. 3; sampled runs find a short text
inside a long one, which MinHash misses. A bucket of like documents is compared with a few leaders, never all with all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tripoint.comparison.compilations import compilations
from tripoint.comparison.shared import Shared
from tripoint.comparison.texts import Card, Ranked, Texts
from tripoint.model import Copy, Document, Reason

COPIED = 0.6
"""Share of the smaller text that must stand in the other."""
NEARLY_ALL = 0.95
"""Share from which on nobody looks for a text that a copy repeats more of."""


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
    one, two, common, compiled = _sharing(shelf, lines or {}, known if known is not None else Shared())
    of_one, of_two = shelf.sizes[one], shelf.sizes[two]
    shares = common / np.minimum(of_one, of_two)
    brings = np.zeros(len(shelf.cards), dtype=bool)
    brings[list(compiled)] = True
    parts = (brings[one] & (common / of_one < COPIED)) | (brings[two] & (common / of_two < COPIED)) | (shares < COPIED)
    best: dict[int, tuple[float, float, int]] = {}
    for earlier, later, share in zip(*(column[~parts].tolist() for column in (one, two, shares)), strict=True):
        held = best.get(later)
        if held is None or (held[0] <= NEARLY_ALL and round(share, 4) > held[0]):
            best[later] = (round(share, 4), share, earlier)
    found = [_copy(shelf.cards[at], shelf.cards[later], share) for later, (_, share, at) in best.items()]
    ids = [card.document_id for card in shelf.cards]
    # What a copy shares with others is its original's.
    own = np.ones(len(ids), dtype=bool)
    own[list(best)] = False
    parts &= own[one] & own[two]
    return Repeats(
        copies=tuple(sorted(found, key=lambda copy: copy.document_id)),
        partly=_told(ids, two[parts], one[parts]),
        outlets={
            card.document_id: card.outlet
            for later, (_, _, at) in best.items()
            for card in (shelf.cards[later], shelf.cards[at])
        },
    )


def _told(ids: Sequence[str], one: np.ndarray, two: np.ndarray) -> tuple[tuple[str, str], ...]:
    """Return the ids of pairs, in their order."""
    order = sorted(range(len(ids)), key=ids.__getitem__)
    rank = np.empty(len(ids), dtype=np.int64)
    rank[order] = np.arange(len(ids))
    named = [ids[at] for at in order]
    first, second = np.divmod(np.sort(rank[one] * len(ids) + rank[two]), max(1, len(ids)))
    return tuple((named[a], named[b]) for a, b in zip(first.tolist(), second.tolist(), strict=True))


def _sharing(
    shelf: Ranked, line: Mapping[str, str], shared: Shared
) -> tuple[np.ndarray, np.ndarray, np.ndarray, frozenset[int]]:
    """Return the pairs of texts that may be copies, the senior first, how many runs both have, and who is compiled."""
    one, two = shelf.candidates()
    keys = shelf.keys(one, two)
    counts = shared.counts(keys)
    stands = np.ones(len(one), dtype=bool)
    if line:
        known: dict[str, int] = {}
        of = (line.get(card.document_id, card.document_id) for card in shelf.cards)
        lines = np.array([known.setdefault(name, len(known)) for name in of], dtype=np.int64)
        stands = lines[one] != lines[two]
    for at in np.flatnonzero(stands & (counts < 0)).tolist():
        counts[at] = len(shelf.both(int(one[at]), int(two[at])))
    shared.take(keys, counts)
    one, two, counts = one[stands], two[stands], counts[stands]
    return one, two, counts, compilations(one, two, counts, shelf.sizes, shelf.both)


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
