"""Which documents train, which choose thresholds and which are held back; and a handful of each for a trial."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from train.corpora import Example, Marked
from tripoint.evals.heldback import held_back, mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Examples by what they are for. `known`: all that are not held back, whether they trained or chose thresholds."""

    learned: tuple[Example, ...]
    tuned: tuple[Example, ...]
    kept_back: tuple[Example, ...]

    @property
    def known(self) -> tuple[Example, ...]:
        """Whatever may not be measured on."""
        return (*self.learned, *self.tuned)


def shared_out(given: Iterable[Example]) -> Shares:
    """Return the examples by their documents' shares."""
    learned: list[Example] = []
    tuned: list[Example] = []
    kept_back: list[Example] = []
    for one in given:
        (kept_back if held_back(one.key) else tuned if for_tuning(one.key) else learned).append(one)
    return Shares(learned=tuple(learned), tuned=tuple(tuned), kept_back=tuple(kept_back))


def for_tuning(key: str) -> bool:
    """Say whether a document, not held back, is of the sixteenth on which thresholds were chosen."""
    return int(mark(key), 16) % 16 == 3


def trial(given: Iterable[Marked], few: int | None) -> Iterator[Marked]:
    """Yield at most `few` texts to learn from and as many held back, in their order; all of them when it is None."""
    seen: Counter[bool] = Counter()
    for one in given:
        back = held_back(one.key)
        seen[back] += 1
        if few is None or seen[back] <= few:
            yield one
        elif all(seen[share] >= few for share in (True, False)):
            return
