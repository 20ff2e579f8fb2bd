"""Datelines set apart from the sentences behind them, and found again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tripoint.documents import line as lines_of
from tripoint.documents.dates.datelines import Dateline, read
from tripoint.documents.line import Line
from tripoint.model import BlockRole
from tripoint.text import trim


def apart(
    text: str, lines: Sequence[Line], roles: Sequence[BlockRole], parts: Sequence[int]
) -> tuple[list[Line], list[BlockRole], list[int]]:
    """Split each body line that opens with a dateline in two: the dateline and the sentence."""
    pieces = list(_pieces(text, lines, roles, parts))
    return [one for one, _, _ in pieces], [role for _, role, _ in pieces], [part for _, _, part in pieces]


def _pieces(
    text: str, lines: Sequence[Line], roles: Sequence[BlockRole], parts: Sequence[int]
) -> Iterator[tuple[Line, BlockRole, int]]:
    begun: set[int] = set()
    for line, role, part in zip(lines, roles, parts, strict=True):
        if role is not BlockRole.BODY:
            yield line, role, part
            continue
        told = read(text[line.start : min(line.end, line.start + 600)], opens=part not in begun)
        begun.add(part)
        if told is None:
            yield line, role, part
            continue
        middle = line.start + told.end
        start, end = trim(text, line.start, middle)
        yield lines_of.within(text, start, end, index=line.index, gap=line.gap), BlockRole.DATELINE, part
        start, end = trim(text, middle, line.end)
        yield lines_of.within(text, start, end, index=line.index, gap=0), role, part


_FILLER = "Words that follow a dateline."


def opening(lines: Sequence[Line], roles: Sequence[BlockRole]) -> Dateline | None:
    """Return what the first dateline among `lines` names that was set apart from a sentence."""
    for line, role in zip(lines, roles, strict=True):
        if role is BlockRole.DATELINE:
            told = read(f"{line.text} {_FILLER}", opens=True)
            if told is not None and told.end == len(line.text) + 1:
                return told
    return None
