"""What stands of claims and events when people have rejected some of the claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from tripoint.comparison.sorts import Sorted
from tripoint.model import Claim, Event


class Remaining(Mapping[str, Claim]):
    """Claims without those that people rejected."""

    def __init__(self, claims: Mapping[str, Claim], rejected: AbstractSet[str]) -> None:
        self._claims = claims
        self._rejected = rejected

    def __getitem__(self, claim_id: str) -> Claim:
        if claim_id in self._rejected:
            raise KeyError(claim_id)
        return self._claims[claim_id]

    def labelled(self, labels: AbstractSet[str]) -> Iterator[str]:
        """Yield the ids of the claims of these types."""
        if isinstance(self._claims, Sorted):
            return (claim_id for claim_id in self._claims.labelled(labels) if claim_id not in self._rejected)
        return (claim.claim_id for claim in self.values() if claim.type in labels)

    def __iter__(self) -> Iterator[str]:
        return (claim_id for claim_id in self._claims if claim_id not in self._rejected)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def left_of(event: Event, rejected: AbstractSet[str]) -> Event:
    """Return an event with the claims that nobody rejected."""
    if rejected and not rejected.isdisjoint(event.claims):
        return replace(event, claims=tuple(c for c in event.claims if c not in rejected))
    return event
