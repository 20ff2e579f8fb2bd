"""In which event each claim is, looked up when it is asked for: of a million claims few are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol, runtime_checkable

from tripoint.model import Claim


@runtime_checkable
class Placed(Protocol):
    """Claims of which it is known at which place each stands."""

    def place(self, name: str) -> int:
        """Return the place of a claim, by its id; raises KeyError where there is none."""


class Homes(Mapping[str, str]):
    """The event of each claim that nobody rejected.

    `ids` are those of the events; `homes` tell for each of the `claims`, in their order, the place of its event.
    """

    def __init__(
        self, claims: Mapping[str, Claim], ids: Sequence[str], homes: Sequence[int], rejected: AbstractSet[str]
    ) -> None:
        if len(homes) != len(claims):
            raise ValueError(f"{len(homes)} events for {len(claims)} claims")
        self._claims, self._ids, self._homes, self._rejected = claims, ids, homes, rejected
        self._place: Callable[[str], int] = (
            claims.place
            if isinstance(claims, Placed)
            else {claim_id: at for at, claim_id in enumerate(claims)}.__getitem__
        )

    def __getitem__(self, claim_id: str) -> str:
        if claim_id in self._rejected:
            raise KeyError(claim_id)
        return self._ids[self._homes[self._place(claim_id)]]

    def __iter__(self) -> Iterator[str]:
        return (claim_id for claim_id in self._claims if claim_id not in self._rejected)

    def __len__(self) -> int:
        return len(self._homes) - sum(claim_id in self._claims for claim_id in self._rejected)
