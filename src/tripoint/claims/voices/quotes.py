"""Quotations: any opening mark pairs with any closing mark, since real pages mix them."""

from __future__ import annotations

import re

from tripoint.model import Document, Span

_MARKS = re.compile(r"[\"“”„‟″«»]|''|``|(?<!\w)‘|(?<=[.,!?…])’(?!\w)")
"""Single marks count only where no apostrophe stands: before a word, or after its full stop or comma."""


def quotations(doc: Document) -> list[Span]:
    """The quotations of each block, in order; an opening mark without a closing one runs to the end of its block.

    A mark opens when none is open in its block and the next character is no space; otherwise it closes.
    """
    found: list[Span] = []
    for block in doc.blocks:
        found.extend(_of_lines(doc.text, block.start, block.end))
    return [span for span in found if span.end - span.start > 2]


def _of_lines(text: str, low: int, high: int) -> list[Span]:
    found: list[Span] = []
    open_at: int | None = None
    single = False
    marks = list(_MARKS.finditer(text, low, high))
    for n, mark in enumerate(marks):
        if open_at is not None and "\n" in text[open_at : mark.start()]:
            line = text.index("\n", open_at)
            if not text[line + 1 : mark.start()].strip() and mark.end() < high and not text[mark.end()].isspace():
                continue  # a paragraph that opens with a mark goes on with the quotation of the one before
            found.append(Span(start=open_at, end=line))
            open_at = None
        if open_at is None:
            if mark.group() != "’" and mark.end() < high and not text[mark.end()].isspace():
                if mark.group() == "‘" and not any(one.group() == "’" for one in marks[n + 1 :]):
                    continue
                open_at, single = mark.start(), mark.group() == "‘"
        elif (mark.group() == "’") if single else (mark.group() not in {"‘", "’"}):
            found.append(Span(start=open_at, end=mark.end()))
            open_at = None
    if open_at is not None:
        line = text.find("\n", open_at, high)
        found.append(Span(start=open_at, end=line if line >= 0 else high))
    return found
