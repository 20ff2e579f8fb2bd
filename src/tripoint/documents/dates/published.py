"""When an article was published: every piece of evidence on the page, the best first, the rest kept as rejected.

A day is only given where something tells it. Otherwise bounds: not before the latest past date that the text tells,
not after the page was captured, updated, or its calendar widget drawn.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from tripoint.documents.dates import apart, written
from tripoint.documents.dates.bounds import bound, of_year, past
from tripoint.documents.dates.piece import Piece, dated, inside, span_of
from tripoint.documents.dates.told import of_line, of_opening, of_page, read
from tripoint.documents.html.head import Head
from tripoint.documents.line import Line
from tripoint.model import BlockRole, Dated, Page

_ENTRIES = 3
"""Entries under the time of day alone that make a page the live blog of the day of its last update."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was decided: published, updated, and the evidence that lost."""

    published: Dated | None
    updated: Dated | None
    rejected: tuple[Dated, ...]


def decide(
    page: Page,
    head: Head,
    text: str,
    lines: Sequence[Line],
    roles: Sequence[BlockRole],
    parts: Sequence[int],
    *,
    part: int,
    several: bool,
    entry: str | None = None,
) -> Told:
    """Return when article `part` of `page` was published and updated, with evidence. `several`: the page holds more
    than one article, so that what is told of the page only bounds an article without a date of its own; `entry` is the
    time that the markup of one of its entries tells."""
    days: list[Piece] = []
    upper: list[Piece] = []
    lower: list[Piece] = []
    updated: list[Piece] = []
    rejected: list[Dated] = []
    itself = list(of_page(page, head))
    days.extend(read(entry or "", 0, f"the entry's markup says {entry}"))
    (upper if several and part > 1 else days).extend(itself)
    for value, why in head.updated:
        updated.extend(read(value, 2, f"{why} says {value}"))
    for i, (line, role) in enumerate(zip(lines, roles, strict=True)):
        if parts[i] == part and role is BlockRole.DATELINE:
            of_line(line, days, updated)
        elif role is BlockRole.NAVIGATION and len(line.text) < 60:
            for month in written.months(line.text):
                if line.size <= 3:
                    upper.append(
                        Piece(0, month.end_day, month.end_day, f"the page's calendar shows {month.text}", span_of(line))
                    )
    opening = of_opening(lines, roles, parts, part)
    if opening is not None:
        (updated if opening.rank == 9 else days).append(opening)
    captured = next(read(page.captured_at or "", 0, f"captured on {page.captured_at}"), None)
    if captured is not None:
        upper.append(captured)
    upper.extend(Piece(0, piece.end, piece.end, f"updated: {piece.why}", piece.span) for piece in updated)
    latest = min((piece.end for piece in upper if piece.rank == 0), default=None)
    lower.extend(past(text, lines, roles, parts, part, latest))
    days.sort(key=lambda piece: (piece.rank, (piece.end - piece.day).days))
    chosen = None
    for piece in days:
        if captured is not None and piece.day > captured.end + dt.timedelta(days=1):
            rejected.append(dated(piece, f"{piece.why}, but the page was captured before that day"))
        elif chosen is None or (piece.end == piece.day and chosen.end != chosen.day and inside(piece, chosen)):
            chosen = piece
        elif not inside(chosen, piece):
            rejected.append(dated(piece, f"{piece.why}, but {chosen.why}"))
    latest_update = max(updated, key=lambda piece: piece.end, default=None)
    entries = sum(
        of == part and written.CLOCK.fullmatch(line.text) is not None for line, of in zip(lines, parts, strict=True)
    )
    if chosen is not None:
        agreeing = [piece.why for piece in days if piece is not chosen and inside(chosen, piece)]
        published: Dated | None = dated(chosen, chosen.why, *dict.fromkeys(agreeing))
    elif latest_update is not None and entries >= _ENTRIES:
        published = dated(latest_update, f"{latest_update.why}, and its {entries} entries tell the time alone")
    else:
        own = [i for i, of in enumerate(parts) if of == part]
        opens = apart.opening([lines[i] for i in own], [roles[i] for i in own])
        published = of_year(opens.date if opens is not None else None, lower, upper) or bound(lower, upper)
    return Told(
        published,
        None if latest_update is None else dated(latest_update, latest_update.why),
        tuple(rejected),
    )
