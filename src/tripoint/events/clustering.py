"""Clustering of components: what stood in the last build is asked of what changed, the rest is clustered by columns."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from tripoint.comparison.columns import places
from tripoint.comparison.shelves import picked
from tripoint.events.bonds import PERSON, VERDICTS, Bond, Bonds
from tripoint.events.clusters import Contracted, Single, clusters, contracted, odds
from tripoint.events.reach import LARGE, clusters_reached
from tripoint.events.trails import UNTOLD, Trail
from tripoint.model import Claim, Document, Verdict


class Clustering:
    """The clusters of components.

    `claims` stand in the order of their `ids`, with the `bonds` between them; `homes` are the clusters of those that
    nothing has touched, -1 of the others: None where there was no build before; `doubtful` are the pairs of these that
    are in doubt. `trail` tells how they came about, and of all that was asked for how it did. `singles` tell what is
    needed of claims, where linking has found it out.
    """

    def __init__(
        self,
        ids: Sequence[str],
        claims: Mapping[str, Claim],
        bonds: Bonds,
        rejected: AbstractSet[str],
        documents: Mapping[str, Document],
        homes: np.ndarray | None,
        doubtful: np.ndarray,
        trail: Trail,
        singles: Sequence[Single] | None = None,
    ) -> None:
        self._ids = ids
        self._claims = claims
        self._bonds = bonds
        self._rejected = rejected
        self._documents = documents
        self._homes, self._doubtful = homes, doubtful
        self.trail = trail
        self._told = singles
        self._singles: dict[int, Single] = {}

    def of(self, members: np.ndarray, between: np.ndarray) -> list[list[int]]:
        """Return the clusters of the claims of one component, with the bonds at some places between them."""
        if not len(between):
            return [members.tolist()]
        if self._rejected and not self._rejected.isdisjoint(map(self._ids.__getitem__, members.tolist())):
            self.trail.put(members, Trail.blank(len(members), UNTOLD))
            return self._with_rejected(members, between)
        self._singles.clear()  # what is known of claims is wanted again within one component
        if self._homes is not None and len(members) >= LARGE:
            known = (self._homes, self._doubtful, self.trail)
            return clusters_reached(members, between, self._bonds, *known, self.contracted)
        made = self.contracted(members, between, None)
        self.trail.put(members, made.trail)
        return made.groups

    def contracted(self, members: np.ndarray, between: np.ndarray, houses: np.ndarray | None) -> Contracted:
        """Return the clusters of some claims, all by their numbers, by the bonds at some places between them.

        Where `houses` tells which clusters some are in that stand, these are left out: see `contracted`.
        """
        listed, bonds, trail = members.tolist(), self._bonds, None
        if houses is not None:
            told = self.trail.of(members)
            taken, into = np.flatnonzero((houses >= 0) & (told.into >= 0)), np.full(len(members), -1, dtype=np.int64)
            into[taken] = places(told.into[taken], members)
            trail = told._replace(into=into)
        self._know(listed)
        one, two = (places(ends[between], members) for ends in (bonds.one, bonds.two))
        weights = _weights(bonds.scores[between], bonds.marks[between])
        singles = list(map(self._singles.__getitem__, listed))
        made = contracted(singles, one, two, weights, houses, trail)
        groups = [[listed[at] for at in group] for group in made.groups]
        return made._replace(groups=groups, trail=made.trail.named(members))

    def _know(self, numbers: Sequence[int]) -> None:
        """Find out what is needed of some claims, where it is not known yet."""
        missing = [number for number in numbers if number not in self._singles]
        found = map(self._made, missing) if self._told is None else picked(self._told, missing)
        self._singles.update(zip(missing, found, strict=True))

    def _made(self, number: int) -> Single:
        claim = self._claims[self._ids[number]]
        return Single.of(claim, self._documents.get(claim.document_id))

    def _with_rejected(self, members: np.ndarray, between: np.ndarray) -> list[list[int]]:
        named = {self._ids[one]: one for one in members.tolist()}
        links = self._bonds.listed(between, self._ids)
        found = _with_rejected(list(named), links, self._claims, self._rejected, self._documents)
        return [[named[one] for one in group] for group in found]


def _weights(scores: np.ndarray, marks: np.ndarray) -> np.ndarray:
    """Return what bonds weigh, as `weight` tells it of each."""
    known, places = np.unique(scores, return_inverse=True)
    found: np.ndarray = np.array([odds(score) for score in known.tolist()])[places]
    person = np.flatnonzero(marks & PERSON)
    same = marks[person] & 3 == VERDICTS.index(Verdict.SAME)
    found[person] = np.where(same, math.inf, -math.inf)
    return found


def _with_rejected(
    ids: Sequence[str],
    links: Sequence[Bond],
    claims: Mapping[str, Claim],
    rejected: AbstractSet[str],
    documents: Mapping[str, Document],
) -> list[list[str]]:
    """Return the clusters of the claims of these ids; what a person `rejected` brings no others together.

    A rejected claim goes where it would have gone: to the cluster that holds most of those it would have been with, or
    with others that were rejected.
    """
    told = (claims[claim_id] for claim_id in ids)
    standing = [link for link in links if link.claim_a not in rejected and link.claim_b not in rejected]
    found = clusters((claim for claim in told if claim.claim_id not in rejected), standing, documents)
    home = {claim_id: at for at, group in enumerate(found) for claim_id in group}
    for group in clusters((claims[claim_id] for claim_id in ids), links, documents):
        aside = [claim_id for claim_id in group if claim_id in rejected]
        homes = Counter(home[claim_id] for claim_id in group if claim_id not in rejected)
        if aside and homes:
            found[min(homes, key=lambda at: (-homes[at], found[at]))].extend(aside)
        elif aside:
            found.append(aside)
    return sorted(sorted(group) for group in found)
