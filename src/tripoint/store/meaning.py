"""Search by meaning: which words of a case tell something like what is asked, whatever words they choose."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tripoint.errors import CaseError
from tripoint.resources import meaning as model
from tripoint.store.context import surroundings
from tripoint.store.reading import CaseReader
from tripoint.store.search import plain
from tripoint.store.stretches import stretches
from tripoint.store.vectors import Digests, VectorShelf, digests, missing, places

MOST_HITS = 200
"""Of what is like the question only so many are shown."""

LEAST = 0.25
"""Below this likeness two texts of a case have at most their theme in common."""

AT_ONCE = 256
"""Texts whose vectors are made before they are kept."""

_LONGEST = 600
_CANDIDATES = 20 * MOST_HITS

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What is searched by meaning in one version of a case: `keys` of its texts, and the rows in which they stand.

    `numbers` tells which stretch of its document a text is.
    """

    keys: Digests
    rows: Numbers
    numbers: Numbers


def shelf(case: Path, what: str) -> VectorShelf:
    """Return where the vectors of claims or documents of the case are kept."""
    return VectorShelf(case / "meaning" / model.VERSION, what, model.WIDTH)


def words_of(reader: CaseReader, what: str) -> Words:
    """Return what is searched by meaning: the words of the articles' claims, or the stretches of documents."""
    rows: list[int] = []
    numbers: list[int] = []

    def told() -> Iterator[str]:
        for row, number, text in _texts(reader, what):
            rows.append(row)
            numbers.append(number)
            yield text

    keys = digests(told())
    return Words(keys=keys, rows=np.array(rows, dtype=np.int64), numbers=np.array(numbers, dtype=np.int64))


def lacking(words: Words, known: Digests) -> Sequence[int]:
    """Return the numbers of the texts that have no vector yet, each text once."""
    return missing(known, words.keys)


def texts_at(reader: CaseReader, what: str, words: Words, wanted: Sequence[int]) -> list[str]:
    """Return the texts with these numbers."""
    if what == "claims":
        found = dict(reader.tuples(_CLAIMS + " AND rowid IN (SELECT value FROM json_each(?))", (_json(words, wanted),)))
        return [found[int(words.rows[number])] for number in wanted]
    texts = dict(
        reader.tuples(
            "SELECT rowid, text FROM documents WHERE rowid IN (SELECT value FROM json_each(?))", (_json(words, wanted),)
        )
    )
    cut = {row: [text[start:end] for start, end in stretches(text)] for row, text in texts.items()}
    return [cut[int(words.rows[number])][int(words.numbers[number])] for number in wanted]


def make(
    case: Path,
    what: str,
    reader: CaseReader,
    words: Words,
    *,
    threads: int = 1,
    watch: Callable[[int, int], bool] = lambda done, total: True,
) -> None:
    """Give every text a vector that has none; `watch` hears how many have one, and ends it by returning False.

    Raises CaseError when they cannot be kept.
    """
    kept = shelf(case, what)
    todo = lacking(words, kept.known())
    total = len(np.unique(words.keys))
    for first in range(0, len(todo), AT_ONCE):
        if not watch(total - len(todo) + first, total):
            return
        some = todo[first : first + AT_ONCE]
        vectors = model.meaning_model().vectors(texts_at(reader, what, words, some), threads=threads)
        try:
            kept.add(words.keys[list(some)], vectors)
        except OSError as error:
            raise CaseError(
                f"cannot keep vectors in {case / 'meaning'}: {error.strerror or error}; search by words instead,"
                " or make the case writable"
            ) from error
    watch(total, total)


def ready(words: Words, kept: VectorShelf) -> Numbers:
    """Return for each text where its vector stands, -1 where it has none yet."""
    return places(kept.known(), words.keys)


def nearest(kept: VectorShelf, words: Words, ready: Numbers, query: str) -> list[tuple[int, int, float]]:
    """Return `(row, number, likeness)` of the texts nearest to the query, each row once, the best first.

    `ready` tells where their vectors stand; texts that have none are left out.
    """
    there = np.flatnonzero(ready >= 0)
    if not query.strip() or len(there) == 0:
        return []
    vector = model.meaning_model().vectors([query])[0]
    scores = kept.scores(vector, int(ready.max()) + 1)[ready[there]]
    near = np.flatnonzero(scores >= LEAST)
    if len(near) > _CANDIDATES:
        near = near[np.argpartition(-scores[near], _CANDIDATES)[:_CANDIDATES]]
    rows, numbers, scores = words.rows[there[near]], words.numbers[there[near]], scores[near]
    found: dict[int, tuple[int, float]] = {}
    for place in np.lexsort((numbers, rows, -scores)):
        found.setdefault(int(rows[place]), (int(numbers[place]), float(scores[place])))
    return [(row, number, score) for row, (number, score) in found.items()][:MOST_HITS]


def shown(reader: CaseReader, what: str, found: Sequence[tuple[int, int, float]]) -> dict[int, dict[str, Any]]:
    """Return for each of these rows what is shown of it: the sentence, its words that are like the question marked."""
    told = {row["row"]: row for row in plain(reader, what, [row for row, _, _ in found])}
    for row, number, _ in found:
        if row in told:
            told[row]["marked"] = _claim(reader, told[row]) if what == "claims" else _stretch(reader, row, number)
    return told


_CLAIMS = "SELECT rowid, evidence FROM claims WHERE comment_id IS NULL"


def _texts(reader: CaseReader, what: str) -> Iterator[tuple[int, int, str]]:
    if what == "claims":
        for row, text in reader.tuples(f"{_CLAIMS} ORDER BY rowid"):
            yield row, 0, text
        return
    for row, text in reader.tuples("SELECT rowid, text FROM documents ORDER BY rowid"):
        for number, (start, end) in enumerate(stretches(text)):
            yield row, number, text[start:end]


def _claim(reader: CaseReader, told: dict[str, Any]) -> list[tuple[str, bool]]:
    (claim,) = reader.claims_of(told["id"])
    (text,) = next(reader.tuples("SELECT text FROM documents WHERE document_id = ?", (claim.document_id,)), ("",))
    start, end = surroundings(text, claim.evidence)
    pieces: list[tuple[str, bool]] = []
    for span in sorted(claim.evidence, key=lambda span: span.start):
        pieces += [(text[start : span.start], False), (text[span.start : span.end], True)]
        start = span.end
    return [piece for piece in (*pieces, (text[start:end], False)) if piece[0]]


def _stretch(reader: CaseReader, row: int, number: int) -> list[tuple[str, bool]]:
    (text,) = next(reader.tuples("SELECT text FROM documents WHERE rowid = ?", (row,)))
    start, end = list(stretches(text))[number]
    told = text[start:end]
    return [(told if len(told) <= _LONGEST else told[: _LONGEST - 1] + "…", True)]


def _json(words: Words, wanted: Sequence[int]) -> str:
    return str(sorted({int(words.rows[number]) for number in wanted}))
