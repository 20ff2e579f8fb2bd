"""Spans against spans: exactly equal, or sharing characters, each used once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tripoint.evals.counts import Counts
from tripoint.syntax import Token

Stretch = tuple[int, int]


def overlap(one: Stretch, two: Stretch) -> int:
    """Return how many characters two half-open stretches share."""
    return max(0, min(one[1], two[1]) - max(one[0], two[0]))


def shared(ones: Sequence[Stretch], twos: Sequence[Stretch]) -> int:
    """Return how many characters two sets of stretches share."""
    return sum(overlap(one, two) for one in ones for two in twos)


def exact(given: Sequence[Stretch], wanted: Sequence[Stretch]) -> Counts:
    """Count spans that are equal."""
    return Counts(right=len(set(given) & set(wanted)), given=len(set(given)), wanted=len(set(wanted)))


def pairs(given: Sequence[Stretch], wanted: Sequence[Stretch]) -> list[tuple[int, int]]:
    """Return index pairs (given, wanted) of spans that overlap, each span used once, the largest overlap first."""
    candidates = sorted(
        (-overlap(one, two), abs((one[1] - one[0]) - (two[1] - two[0])), i, j)
        for i, one in enumerate(given)
        for j, two in enumerate(wanted)
        if overlap(one, two)
    )
    return sorted(each_once((i, j) for _, _, i, j in candidates))


def each_once(ranked: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the pairs, best first, that share no index on either side with a better one."""
    used_given: set[int] = set()
    used_wanted: set[int] = set()
    found: list[tuple[int, int]] = []
    for i, j in ranked:
        if i not in used_given and j not in used_wanted:
            used_given.add(i)
            used_wanted.add(j)
            found.append((i, j))
    return found


def overlapping(given: Sequence[Stretch], wanted: Sequence[Stretch]) -> Counts:
    """Count spans that share a character with one on the other side, each used once."""
    given, wanted = sorted(set(given)), sorted(set(wanted))
    return Counts(right=len(pairs(given, wanted)), given=len(given), wanted=len(wanted))


def tagged(tokens: Sequence[Token], labels: frozenset[str]) -> list[Stretch]:
    """Return the runs of tokens whose entity tag is one of `labels`: what the bare parser names."""
    found: list[Stretch] = []
    last: str | None = None
    before = -2
    for position, tok in enumerate(tokens):
        if tok.ent in labels:
            if found and last == tok.ent and before == position - 1:
                found[-1] = (found[-1][0], tok.end)
            else:
                found.append((tok.start, tok.end))
            last, before = tok.ent, position
    return found
