"""Bonds: what the links between claims weigh, in columns, so that links need not be read to be clustered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from tripoint.model import Link, Verdict

VERDICTS = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)
PERSON, INSIDE, REPEAT = 4, 8, 16
"""What is added to a verdict's place: it is a person's, it is of two claims of one document, or of a repetition."""
_PERSON = "person:"


def mark(link: Link) -> int:
    """Return a number that tells the verdict of a link, and whether it is a person's."""
    return VERDICTS.index(link.verdict) + (PERSON if link.by.startswith(_PERSON) else 0)


class Bond(NamedTuple):
    """What clustering needs of a link."""

    claim_a: str
    claim_b: str
    verdict: Verdict
    score: float
    by: str


class Bonds:
    """Columns over links, in their order: both claims by number, the score, the mark."""

    def __init__(self, one: np.ndarray, two: np.ndarray, scores: np.ndarray, marks: np.ndarray) -> None:
        self.one = one
        self.two = two
        self.scores = scores
        self.marks = marks

    @staticmethod
    def of(ids: Sequence[str], links: Iterable[Link]) -> Bonds:
        """Return the bonds of links between claims of these `ids`; links with others are left out."""
        number = {claim_id: at for at, claim_id in enumerate(ids)}
        rows = [
            (number[link.claim_a], number[link.claim_b], link.score, mark(link))
            for link in links
            if link.claim_a in number and link.claim_b in number and link.claim_a != link.claim_b
        ]
        kinds = (np.uint32, np.uint32, np.float64, np.uint8)
        columns = zip(*rows, strict=True) if rows else ((),) * len(kinds)
        return Bonds(*(np.array(column, dtype=kind) for column, kind in zip(columns, kinds, strict=True)))

    def joins(self, places: np.ndarray | slice = slice(None)) -> np.ndarray:
        """Return which of those at some places are above nothing: a person's *same*, or a score that speaks for it."""
        marks = self.marks[places]
        same = marks & 3 == VERDICTS.index(Verdict.SAME)
        found: np.ndarray = np.where(marks & PERSON, same, self.scores[places] > 0.5)
        return found

    def listed(self, places: np.ndarray, ids: Sequence[str]) -> list[Bond]:
        """Return those at some places."""
        columns = (column[places].tolist() for column in (self.one, self.two, self.scores, self.marks))
        return [
            Bond(ids[one], ids[two], VERDICTS[told & 3], score, _PERSON if told & PERSON else "")
            for one, two, score, told in zip(*columns, strict=True)
        ]
