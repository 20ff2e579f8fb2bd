"""Writing for people: tables and marked text in colour on a terminal, plain and tab-separated in a pipe.

Page content is never trusted: control characters, terminal escapes and marks that turn text around are taken out,
and nothing in it is read as markup.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_ESCAPES = re.compile("\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b]*(?:\x07|\x1b\\\\)?|[@-_])")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def safe(text: str) -> str:
    """Return `text` on one line, without anything that a terminal would obey."""
    return " ".join(_CONTROLS.sub("", _ESCAPES.sub("", text)).split())


def number_of(count: int, word: str) -> str:
    """Return how many there are in words: *1 claim*, *1,200 claims*."""
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def on_terminal() -> bool:
    """Tell whether a person looks at the output."""
    return sys.stdout.isatty()


@dataclass(frozen=True, slots=True)
class Marked:
    """Words with a label, which a pipe shows in brackets and a terminal by its style."""

    text: str
    label: str = ""
    style: str = ""


Piece = str | Marked


class Paper:
    """Lines of text with marked words."""

    def __init__(self) -> None:
        self._console: Any = None
        if on_terminal():
            from rich.console import Console

            self._console = Console(highlight=False)

    def line(self, *pieces: Piece, indent: int = 0) -> None:
        """Write one line. Texts of pages must have gone through `safe` or `safe_piece` before."""
        if self._console is None:
            print(" " * indent + "".join(_plain(piece) for piece in pieces))
            return
        from rich.padding import Padding
        from rich.text import Text

        text = Text()
        for piece in pieces:
            text.append(piece if isinstance(piece, str) else piece.text, "" if isinstance(piece, str) else piece.style)
        self._console.print(Padding(text, (0, 0, 0, indent)))

    def blank(self) -> None:
        """Write an empty line."""
        print()

    def columns(self, heads: Sequence[str], cells: Sequence[Sequence[Piece]]) -> None:
        """Write texts side by side: columns on a terminal, one after the other in a pipe."""
        if self._console is None:
            for head, pieces in zip(heads, cells, strict=True):
                print(f"  {head}")
                for piece in pieces:
                    print(f"    {_plain(piece)}")
            return
        from rich.table import Table
        from rich.text import Text

        table = Table(show_lines=False, expand=True)
        for head in heads:
            table.add_column(Text(head, style="bold"), ratio=1, overflow="fold")
        table.add_row(*(Text("\n\n").join(_rich(piece) for piece in pieces) for pieces in cells))
        self._console.print(table)


def _plain(piece: Piece) -> str:
    if isinstance(piece, str):
        return piece
    return f"[{piece.label}: {piece.text}]" if piece.label else piece.text


def _rich(piece: Piece) -> Any:
    from rich.text import Text

    return Text(piece) if isinstance(piece, str) else Text(piece.text, style=piece.style)


def write_table(rows: Iterable[Mapping[str, Any]], *, as_json: bool, narrow: Sequence[str] = ()) -> int:
    """Write rows as a table, tab-separated lines, or (with `as_json`) one JSON array; return their number.

    `narrow` names the columns that a terminal shows, where not all of them fit; a pipe and JSON get every column.
    """
    found = list(rows)
    if as_json:
        print(json.dumps([dict(row) for row in found], ensure_ascii=on_terminal(), indent=1))
    elif found and on_terminal():
        _draw(found, narrow or tuple(found[0]))
    elif found:
        print("\t".join(found[0]))
        for row in found:
            print("\t".join(cell(value) for value in row.values()))
    return len(found)


def _draw(rows: Sequence[Mapping[str, Any]], heads: Sequence[str]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(header_style="bold", pad_edge=False, box=None)
    shown = [head for head in heads if any(row[head] not in (None, "") for row in rows)]
    for head in shown:
        number = all(isinstance(row[head], int | float) or row[head] is None for row in rows)
        kept = number or head in _WHOLE
        table.add_column(
            _SHORT.get(head, head.replace("_", " ")),
            justify="right" if number else "left",
            overflow="fold",
            no_wrap=kept,
            min_width=_WIDE.get(head),
        )
    for row in rows:
        cells = (_begun(cell(row[head])) if head == "id" else cell(row[head]) for head in shown)
        table.add_row(*(Text(text, style=_STYLES.get(head, "")) for head, text in zip(shown, cells, strict=True)))
    Console().print(table)


_DIGEST = re.compile("([a-z]+_[0-9a-f]{10})[0-9a-f]{10}")


def _begun(name: str) -> str:
    """Return the beginning of an id that is a digest: it is enough for `explain`."""
    whole = _DIGEST.fullmatch(name)
    return name if whole is None else whole.group(1)


_WHOLE = frozenset({"id", "type", "since", "until", "published", "last_evidence", "modality", "field", "kind"})
"""Columns that are never folded."""

_WIDE = {"label": 30, "evidence": 30, "sides": 24, "headline": 24}
"""Columns of words, which keep so much room however narrow the terminal is."""

_SHORT = {"contradictions": "contr.", "origins": "orig."}

_STYLES = {"id": "cyan", "type": "bold", "modality": "yellow", "reason": "red", "sides": "magenta"}


def cell(value: Any) -> str:
    """Return one value as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4g}" if abs(value) < 1000 else f"{value:.2f}"
    return safe(str(value))
