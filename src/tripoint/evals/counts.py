"""Counts that add up: what was right, what was given, what was wanted; shards merge by addition."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self


class Summed:
    """Base of dataclasses that add up field by field."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Any]]

    def __add__(self, other: Self) -> Self:
        return type(self)(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts(Summed):
    """`right` of `given` answers are among the `wanted` ones. Partial credit makes `right` a fraction."""

    right: float = 0.0
    given: float = 0.0
    wanted: float = 0.0

    @property
    def precision(self) -> float:
        """Share of the given that is right; 0 when nothing is given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Share of the wanted that was given; 0 when nothing is wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.given + self.wanted
        return 2 * self.right / total if total else 0.0


NONE = Counts()
"""Nothing counted yet."""


def rounded(value: float) -> float:
    """Return `value` with four decimals: no figure here is known better."""
    return round(value, 4)


@dataclass(slots=True)
class Confusion:
    """Answers by class: macro scores of a classification. Adds up with `merge`."""

    by_class: dict[Hashable, Counts]

    @classmethod
    def empty(cls) -> Confusion:
        """Return one without any answer."""
        return cls(by_class={})

    def add(self, gold: Hashable, given: Hashable) -> None:
        """Count one item."""
        self._plus(given, Counts(given=1.0, right=float(gold == given)))
        self._plus(gold, Counts(wanted=1.0))

    def merge(self, other: Confusion) -> Confusion:
        """Return both together."""
        found = Confusion(by_class=dict(self.by_class))
        for name, counts in other.by_class.items():
            found._plus(name, counts)
        return found

    def of(self, name: Hashable) -> Counts:
        """Return the counts of one class."""
        return self.by_class.get(name, Counts())

    def macro_f1(self, classes: Iterable[Hashable] | None = None) -> float:
        """Return the mean F1 of `classes`, of those that gold knows when None."""
        names = [n for n, c in self.by_class.items() if c.wanted] if classes is None else list(classes)
        return sum(self.of(name).f1 for name in names) / len(names) if names else 0.0

    @property
    def accuracy(self) -> float:
        """Share of items with the right class."""
        wanted = sum(c.wanted for c in self.by_class.values())
        return sum(c.right for c in self.by_class.values()) / wanted if wanted else 0.0

    def _plus(self, name: Hashable, counts: Counts) -> None:
        self.by_class[name] = self.by_class.get(name, Counts()) + counts
