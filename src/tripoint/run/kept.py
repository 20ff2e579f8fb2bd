"""What linking keeps for the builds to come: judged pairs, links, events; rows of documents are in `keptrows`.

It lies in the folder of the events beside them and is used again when the rules are the same.
"""

from __future__ import annotations

from collections import defaultdict
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from tripoint.comparison.shelves import every_encoded
from tripoint.model import Event, Link, Origin
from tripoint.run import versions
from tripoint.run.keeping import last_made
from tripoint.run.madeevents import MadeEvents
from tripoint.run.piles import Pile, pile_of, pile_up, read_pile
from tripoint.store.records import SUFFIX
from tripoint.store.volumes import RecordRows

if TYPE_CHECKING:
    from tripoint.events import Made, MadeBefore
    from tripoint.events.judgements import Judgements
    from tripoint.run.homes import Homes

EVENTS = "events"
"""The pile of the events of a build, in the order of their ids."""
_ORIGINS = "kept-origins"
_KEEPING = tuple(
    f"tripoint.run.{name}"
    for name in ("gathering", "homes", "keeping", "keptrows", "kepttexts", "packs", "piles", "whole")
)
"""Modules whose files of the last build are used again."""


class LastEvents:
    """The events folder of an earlier build whose rules are those of now."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.links: RecordRows[Link] | None = None
        """The links of that build, once its judgements are read."""

    def judgements(self) -> Judgements | None:
        """Return what that build judged; None when it cannot be read."""
        from tripoint.events.judgements import Judgements

        try:
            links = RecordRows(self.folder / f"links{SUFFIX}", Link)
            found = Judgements.read(self.folder, links)
            self.links = links if found is not None else None
            return found
        except (OSError, ValueError, pa.ArrowException):
            return None


def last_events(folder: Path) -> LastEvents | None:
    """Return the newest folder beside `folder` of a build by the same rules, None when there is none."""
    path = last_made(folder, judged_by())
    return None if path is None else LastEvents(path)


def judged_by() -> str:
    """Return the digest of all that judging two claims depends on, but for the claims and their documents."""
    code = versions.code_of("tripoint.events", *_KEEPING, __name__)
    return versions.name_of(code, versions.resources(), versions.libraries())


def made_before(last: LastEvents, case: bytes, homes: Homes | None) -> MadeBefore | None:
    """Return the events that a build left; None where they cannot be read, or where the `case` bears on all otherwise.

    `homes` tells where the claims of now were then.
    """
    from tripoint.events import MadeBefore

    events = read_pile(last.folder, EVENTS, Event)
    origins = read_pile(last.folder, _ORIGINS, tuple[Origin, ...])
    rows = _columns(last.folder)
    if homes is None or events is None or origins is None or rows is None:
        return None
    if not len(rows) == len(events) == len(origins) == len(homes.sizes) or _case(last.folder) != case:
        return None
    return MadeBefore(
        events,
        origins,
        list(map(bytes.decode, rows["id"].tolist())),
        rows["key"],
        rows["sort"],
        homes.sizes,
        rows["whole"].astype(np.int64),
        homes.homes,
        homes.same,
        homes.stands,
        homes.trail,
        homes.doubtful,
    )


def keep_events(folder: Path, made: Made, case: bytes, before: MadeBefore | None) -> None:
    """Keep the events of a build."""
    events, origins = (None, None) if before is None else (before.events, before.origins)
    for stem, records, again, last in (
        (EVENTS, made.events, made.again, events),
        (_ORIGINS, made.origins, made.stood, origins),
    ):
        new = every_encoded(records, np.flatnonzero(again < 0).tolist())
        pile_up(folder, stem, again, last if isinstance(last, Pile) else None, new)
    ids = np.array([one.encode() for one in made.ids], dtype=np.bytes_)
    kinds = [("id", ids.dtype if len(ids) else "S1"), ("key", "<u8", 2), ("sort", "u1"), ("whole", "<i4")]
    rows = np.zeros(len(ids), dtype=kinds)
    rows["id"], rows["key"], rows["sort"], rows["whole"] = ids, made.keys, made.sorts, made.wholes
    np.save(folder / f"{EVENTS}.columns.npy", rows, allow_pickle=False)
    (folder / f"{EVENTS}.case").write_bytes(case)


def events_in(folder: Path) -> MadeEvents:
    """Return the events that a build left in `folder`; raises CaseError where they cannot be read."""
    rows, events = _columns(folder), pile_of(folder, EVENTS, Event)
    ids = list(map(bytes.decode, rows["id"].tolist())) if rows is not None and len(rows) == len(events) else None
    return MadeEvents(events, [event.event_id for event in events] if ids is None else ids)


def event_keys(folder: Path) -> dict[str, bytes]:
    """Return by id what the events of a folder are known by, their parts with them; nothing where that cannot be read.

    The events stand in the order of their ids.
    """
    rows = _columns(folder)
    if rows is None:
        return {}
    ids = list(map(bytes.decode, rows["id"].tolist()))
    found = dict(zip(ids, each_key(rows["key"].tobytes()), strict=True))
    parts: dict[int, list[str]] = defaultdict(list)
    for at in np.flatnonzero(rows["whole"] >= 0).tolist():
        parts[int(rows["whole"][at])].append(ids[at])
    for at, some in parts.items():
        found[ids[at]] = blake2b(" ".join(some).encode(), digest_size=16, key=found[ids[at]]).digest()
    return found


def each_key(told: bytes) -> list[bytes]:
    """Return the keys of sixteen bytes that stand one after the other."""
    found: list[bytes] = np.frombuffer(told, dtype="V16").tolist()
    return found


def _columns(folder: Path) -> np.ndarray | None:
    try:
        rows: np.ndarray = np.load(folder / f"{EVENTS}.columns.npy", allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    return rows if rows.dtype.names == ("id", "key", "sort", "whole") else None


def _case(folder: Path) -> bytes:
    try:
        return (folder / f"{EVENTS}.case").read_bytes()
    except OSError:
        return b""
