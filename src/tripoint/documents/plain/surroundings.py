"""What stands around a line: what recurs, what follows, what runs on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tripoint.documents.dates import written
from tripoint.documents.furniture.row import Furniture
from tripoint.documents.line import Line
from tripoint.documents.plain import shapes
from tripoint.documents.threads import names
from tripoint.model import BlockRole


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The lines outside the thread with what is known of each: furniture, running text, how often its words recur."""

    lines: list[Line]
    rows: list[Furniture | None]
    running: list[bool]
    count: Counter[str]
    below: list[int]
    last_running: int
    sections: frozenset[int]

    @classmethod
    def of(cls, lines: list[Line], rows: list[Furniture | None]) -> Surroundings:
        """Look over `lines` once. `below`: words of running text from each line on."""
        running = [row is None and shapes.sentence_like(line) for line, row in zip(lines, rows, strict=True)]
        below = [0] * (len(lines) + 1)
        for i in range(len(lines) - 1, -1, -1):
            below[i] = below[i + 1] + (lines[i].size if running[i] else 0)
        last = max((i for i, runs in enumerate(running) if runs), default=-1)
        count = Counter(line.key for line in lines if line.key)
        return cls(lines, rows, running, count, below, last, _sections(lines, rows, running))


_SECTIONS = 3
"""Short lines over paragraphs that make them the sections of a page: one or two may be names."""


def _sections(lines: list[Line], rows: list[Furniture | None], running: list[bool]) -> frozenset[int]:
    """Return the lines that head a section: a few words, set apart from what is above, right on top of running text or,
    where blank lines part everything, between two paragraphs.
    """
    found = [
        i
        for i, (line, row) in enumerate(zip(lines[:-1], rows[:-1], strict=True))
        if row is None
        and line.size <= 6
        and line.gap > 0
        and not line.stops
        and (line.text[:1].isupper() or written.CLOCK.fullmatch(line.text) is not None)
        and running[i + 1]
        and (lines[i + 1].gap == 0 or (i > 0 and (running[i - 1] or shapes.dated_line(lines[i - 1]))))
        and not shapes.dated_line(line)
    ]
    apart = [i for i in found if lines[i + 1].gap > 0]
    if all(names.plausible(lines[i].text) for i in apart):  # signatures and names under pictures
        found = [i for i in found if i not in apart]
    return frozenset(found) if len(found) >= _SECTIONS else frozenset()


def credit_follows(page: Surroundings, i: int) -> bool:
    """Whether a byline or a dateline stands below, before the text goes on: then this was a standfirst."""
    for j in range(i + 1, min(i + 4, len(page.lines))):
        row = page.rows[j]
        below = page.lines[j]
        if j in page.sections:
            return False
        named = below.size <= 5 and (names.plausible(below.text) or shapes.STAFF.search(below.text) is not None)
        if (row is not None and row.role is BlockRole.BYLINE) or shapes.dated_line(below) or named:
            return page.last_running > j
        if page.running[j] or (row is None and below.size >= 4 and shapes.headline_like(below)):
            return False
    return False
