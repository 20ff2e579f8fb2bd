"""What each line of a page sounds like, judged once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tripoint.documents import register
from tripoint.documents.furniture.row import Furniture
from tripoint.documents.line import Line
from tripoint.documents.threads import names


@dataclass(frozen=True, slots=True)
class Voices:
    """What each line of a page sounds like, judged once: `score` above 0 is a reader's, `informal` a reader's only."""

    score: tuple[float, ...]
    informal: tuple[bool, ...]
    head: tuple[bool, ...]
    name: tuple[bool, ...]


def listen(lines: Sequence[Line], rows: Sequence[Furniture | None]) -> Voices:
    """Judge each line that is no furniture (which scores 0)."""
    score, informal, head, name = [], [], [], []
    for line, row in zip(lines, rows, strict=True):
        value, reasons = (0.0, ()) if row is not None else register.judge(line)
        score.append(value)
        informal.append(any(reason.name in register.INFORMAL for reason in reasons))
        head.append(row is None and names.header(line) is not None)
        name.append(row is None and names.plausible(line.text))
    return Voices(tuple(score), tuple(informal), tuple(head), tuple(name))
