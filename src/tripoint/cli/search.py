"""`tripoint search`: claims or documents by their words or by what they mean."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tripoint.cli.terminal import write_table
from tripoint.errors import InputError

if TYPE_CHECKING:
    from tripoint.store.reading import CaseReader

_KINDS = ("claims", "documents")
_MODES = ("words", "meaning")
_NARROW = ("id", "score", "outlet", "published", "found")


def search(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="Folder of the case.")],
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS...", help='Words, "phrases", prefix*, headline:word, -word, OR; or a sentence.'),
    ],
    mode: Annotated[
        str, typer.Option("--mode", metavar="|".join(_MODES), help="By words, or by what is meant (English).")
    ] = "words",
    kind: Annotated[str, typer.Option("--in", metavar="|".join(_KINDS), help="What is searched.")] = "claims",
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many rows.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON array.")] = False,
) -> None:
    """Find claims or documents, the best first: by their words, or by meaning whatever words they choose.

    The first search by meaning reads the whole case, some hundred sentences a second; what it made is kept.
    """
    from tripoint.store.reading import CaseReader

    for name, told, known in (("--mode", mode, _MODES), ("--in", kind, _KINDS)):
        if told not in known:
            raise InputError(f"{name} is {told}; expected {' or '.join(known)}")
    query = " ".join(words)
    with CaseReader(case) as reader:
        rows = (_by_meaning if mode == "meaning" else _by_words)(reader, query, kind, limit)
    if write_table(rows, as_json=as_json, narrow=_NARROW) == 0 and not as_json:
        print(f"no {kind} in {case} answer this", file=sys.stderr)


def _by_words(reader: CaseReader, query: str, kind: str, limit: int) -> list[dict[str, Any]]:
    from tripoint.store import search

    names = search.spellings(reader)
    found = search.hits(reader, query, kind, names)[:limit]
    told = search.shown(reader, query, kind, [row for row, _ in found], names)
    return [_line(told[row], score) for row, score in found]


def _by_meaning(reader: CaseReader, query: str, kind: str, limit: int) -> list[dict[str, Any]]:
    from tripoint.store import meaning

    path = reader.case.path
    words = meaning.words_of(reader, kind)
    meaning.make(path, kind, reader, words, threads=os.cpu_count() or 1, watch=_Told())
    kept = meaning.shelf(path, kind)
    found = meaning.nearest(kept, words, meaning.ready(words, kept), query)[:limit]
    told = meaning.shown(reader, kind, found)
    return [_line(told[row], score) for row, _, score in found]


def _line(row: dict[str, Any], score: float) -> dict[str, Any]:
    shown = {name: value for name, value in row.items() if name not in ("row", "text", "marked")}
    return {**shown, "score": round(score, 3), "found": "".join(text for text, _ in row["marked"])}


class _Told:
    """Says on the error stream how many vectors there are, when some have to be made."""

    def __init__(self) -> None:
        self._last = -1

    def __call__(self, done: int, total: int) -> bool:
        tenth = 10 * done // total if total else 10
        if (done < total or self._last >= 0) and tenth != self._last:
            self._last = tenth
            print(f"vectors ({done:,} of {total:,} texts)", file=sys.stderr, flush=True)
        return True
