"""A piece of evidence on when an article was published."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tripoint.documents.line import Line
from tripoint.model import Dated, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Days from `day` to `end`, with the words that say why; the lowest `rank` is believed first."""

    rank: int
    day: dt.date
    end: dt.date
    why: str
    span: Span | None = None


def inside(one: Piece, other: Piece) -> bool:
    """Whether the days of `one` lie within those of `other`."""
    return other.day <= one.day and one.end <= other.end


def dated(piece: Piece, *evidence: str) -> Dated:
    """Return the piece as a value with its evidence."""
    return Dated(
        start=piece.day.isoformat(),
        end=piece.end.isoformat(),
        precision="day" if piece.day == piece.end else "month",
        evidence=evidence,
        span=piece.span,
    )


def span_of(line: Line) -> Span:
    """Return where `line` stands in the page."""
    return Span(start=line.start, end=line.end)


def date_of(year: str, month: str, day: str) -> dt.date | None:
    """Return the day that three numbers as written name, None when there is no such day."""
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
