"""Claims of some types, without a look at the others where it is known which those are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Protocol, runtime_checkable

from tripoint.model import Claim


@runtime_checkable
class Sorted(Protocol):
    """Claims whose types are known before they are read."""

    def labelled(self, labels: AbstractSet[str], /) -> Iterator[str]:
        """Yield the ids of the claims of these types."""


def of_types(claims: Mapping[str, Claim], types: AbstractSet[str]) -> Iterator[Claim]:
    """Yield the claims of these types."""
    if isinstance(claims, Sorted):
        yield from map(claims.__getitem__, claims.labelled(types))
    else:
        yield from (claim for claim in claims.values() if claim.type in types)
