"""Quotations: any opening mark pairs with any closing mark, since real pages mix them."""

from __future__ import annotations

from tripoint.model import Document, Span

_MARKS = '"“”„‟″«»'


def quotations(doc: Document) -> list[Span]:
    """The quotations of each block, in order; an opening mark without a closing one runs to the end of its block.

    A mark opens when none is open in its block and the next character is no space; otherwise it closes.
    """
    found: list[Span] = []
    for block in doc.blocks:
        open_at: int | None = None
        for i in range(block.start, block.end):
            char = doc.text[i]
            if char == "\n" and open_at is not None:
                following = doc.text[i + 1 : block.end].lstrip()[:1]
                if following not in _MARKS or following == "":
                    found.append(Span(start=open_at, end=i))
                    open_at = None
            elif char in _MARKS:
                if open_at is None:
                    if i + 1 < block.end and not doc.text[i + 1].isspace():
                        open_at = i
                else:
                    found.append(Span(start=open_at, end=i + 1))
                    open_at = None
        if open_at is not None:
            found.append(Span(start=open_at, end=block.end))
    return [span for span in found if span.end - span.start > 2]
