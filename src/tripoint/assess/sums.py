"""What all events together tell, from the notes on each: of those of the last build, only what came and went."""

from __future__ import annotations

from collections.abc import Sequence

from tripoint.assess.before import AssessedBefore, Found
from tripoint.assess.matters import Matters
from tripoint.assess.noted import Notes
from tripoint.assess.tallies import Tallies
from tripoint.comparison.shelves import Listed


def summed(found: Sequence[Found], notes: Listed[Notes], before: AssessedBefore | None) -> tuple[Matters, Tallies]:
    """Return the matters to which events speak, and what each source tells; `found` and `notes` are of each event."""
    sums = None if before is None else before.sums
    if before is not None and sums is not None:
        matters, tallies = Matters(sums.matters), Tallies(sums.tallies)
        for gone, origins in before.gone(one.place for one in found):
            matters.drop(gone)
            tallies.drop(gone.shares, origins=origins)
        _take(matters, tallies, [at for at, one in enumerate(found) if one.place < 0], found, notes)
        if tallies.whole:
            return matters, tallies
    matters, tallies = Matters(), Tallies()
    _take(matters, tallies, range(len(found)), found, notes)
    return matters, tallies


def _take(
    matters: Matters, tallies: Tallies, places: Sequence[int], found: Sequence[Found], notes: Listed[Notes]
) -> None:
    for at, of_event in zip(places, notes.walk(places), strict=True):
        matters.take(of_event)
        tallies.take(of_event.shares, origins=found[at].origins)
