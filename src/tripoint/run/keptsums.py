"""What all events together told, kept so that the next build takes off what is gone and takes in what is new."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from tripoint.assess.before import Known, Name, Sides, Sums
from tripoint.assess.matters import Matters
from tripoint.assess.shares import Source
from tripoint.assess.tallies import Tallies, Tally
from tripoint.run.piles import Pile, pile_up, read_pile

_FILE, _SIDES = "kept-sums.msgpack", "kept-matters"


class _Kept(NamedTuple):
    """How many events and settled matters it is of; the matters and where each is settled; what each source tells."""

    events: int
    settled: int
    names: list[Name]
    places: list[int]
    tallies: list[tuple[Source, Tally]]


_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode
_DECODE = msgspec.msgpack.Decoder(_Kept).decode


def keep_sums(folder: Path, matters: Matters, tallies: Tallies, last: Sums | None, events: int) -> None:
    """Keep in `folder` what so many events told; `last` is what the last build kept."""
    listed = matters.all()
    open_ = np.array([matters.open(one) for one in listed], dtype=bool)
    places = np.where(open_, np.cumsum(open_) - 1, -1).tolist()
    again = np.array([one.then for one in listed], dtype=np.int64)
    sides = last.matters.sides if last is not None else None
    new = (_ENCODE(matters.told(one)) for one in listed if one.then < 0)
    pile_up(folder, _SIDES, again, sides if isinstance(sides, Pile) else None, new)
    names = [(one.kind, one.name) for one in listed]
    told = _Kept(events, int(np.count_nonzero(open_)), names, places, sorted(tallies.items()))
    (folder / _FILE).write_bytes(_ENCODE(told))


def read_sums(folder: Path, events: int, settled: int) -> Sums | None:
    """Return what the build that left `folder` kept of so many events and settled matters; None where it cannot be."""
    sides = read_pile(folder, _SIDES, Sides)
    try:
        told = _DECODE((folder / _FILE).read_bytes())
    except (OSError, msgspec.DecodeError):
        return None
    if sides is None or (told.events, told.settled) != (events, settled):
        return None
    if not len(told.names) == len(told.places) == len(sides):
        return None
    return Sums(Known(told.names, sides, told.places), dict(told.tallies))
