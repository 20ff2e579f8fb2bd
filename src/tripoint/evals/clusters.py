"""Coreference scores: MUC, B-cubed and CEAF-e (Pradhan et al., ACL 2014), as counts that add up over topics."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from tripoint.evals.alignment import best
from tripoint.evals.counts import Summed

Clusters = Mapping[Hashable, Hashable]
"""For each mention the name of its cluster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio(Summed):
    """Sums over and under the line of a precision and a recall."""

    p_over: float = 0.0
    p_under: float = 0.0
    r_over: float = 0.0
    r_under: float = 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        p = self.p_over / self.p_under if self.p_under else 0.0
        r = self.r_over / self.r_under if self.r_under else 0.0
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Conll(Summed):
    """The three measures whose mean is the CoNLL score."""

    muc: Ratio = Ratio()
    b_cubed: Ratio = Ratio()
    ceaf_e: Ratio = Ratio()

    @property
    def f1(self) -> float:
        """The mean of the three F1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def score(given: Clusters, gold: Clusters) -> Conll:
    """Return the counts of one topic; both sides cluster the same mentions (gold mentions), singletons included."""
    if set(given) != set(gold):
        raise ValueError("both sides must cluster the same mentions")
    ours, theirs = _sets(given), _sets(gold)
    p_over, p_under = _links(ours, gold)
    r_over, r_under = _links(theirs, given)
    size = float(len(gold))
    return Conll(
        muc=Ratio(p_over=p_over, p_under=p_under, r_over=r_over, r_under=r_under),
        b_cubed=Ratio(p_over=_cubed(ours, gold), p_under=size, r_over=_cubed(theirs, given), r_under=size),
        ceaf_e=_ceaf(ours, theirs, gold),
    )


def _sets(of: Clusters) -> list[frozenset[Hashable]]:
    found: dict[Hashable, set[Hashable]] = {}
    for mention, name in of.items():
        found.setdefault(name, set()).add(mention)
    return [frozenset(held) for held in found.values()]


def _links(clusters: list[frozenset[Hashable]], other: Clusters) -> tuple[float, float]:
    """Links of `clusters` that the other side keeps together, and all of their links."""
    over = sum(len(held) - len({other[mention] for mention in held}) for held in clusters)
    return float(over), float(sum(len(held) - 1 for held in clusters))


def _cubed(clusters: list[frozenset[Hashable]], other: Clusters) -> float:
    """For each mention the share of its cluster that the other side puts with it, summed."""
    total = 0.0
    for held in clusters:
        sizes: dict[Hashable, int] = {}
        for mention in held:
            sizes[other[mention]] = sizes.get(other[mention], 0) + 1
        total += sum(size * size for size in sizes.values()) / len(held)
    return total


def _ceaf(ours: list[frozenset[Hashable]], theirs: list[frozenset[Hashable]], gold: Clusters) -> Ratio:
    place = {mention: j for j, held in enumerate(theirs) for mention in held}
    weights: dict[tuple[int, int], float] = {}
    for i, held in enumerate(ours):
        for j in {place[mention] for mention in held if mention in gold}:
            weights[i, j] = 2 * len(held & theirs[j]) / (len(held) + len(theirs[j]))
    total = sum(weights[pair] for pair in best(weights))
    return Ratio(p_over=total, p_under=float(len(ours)), r_over=total, r_under=float(len(theirs)))
