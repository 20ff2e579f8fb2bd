"""Taking in: pages and looks are entered in the manifest of a custody, each entry chained to the last."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime

import msgspec

from tripoint import __version__
from tripoint.model import Page, Sighting
from tripoint.store.captures import fetched
from tripoint.store.custody import Custody
from tripoint.store.entries import seal_of


class Intake:
    """Adds pages to a custody. Use as a context; one at a time, under the case's lock."""

    def __init__(self, custody: Custody) -> None:
        self._custody = custody
        custody.root.mkdir(parents=True, exist_ok=True)
        told = custody.arrivals.read_on()
        self._newest = {one.source: one for one in told if isinstance(one, Page)}
        self._seen = {one for one in told if isinstance(one, Sighting)}
        self._last = custody.arrivals.seal
        self._file = custody.manifest.open("r+b" if custody.manifest.exists() else "w+b")
        self._file.truncate(custody.arrivals.end)
        self._file.seek(custody.arrivals.end)
        self._begun = False

    def add(self, page: Page, raw: bytes) -> bool:
        """Keep the bytes and enter the page, unless its source's newest entry says the same; tell if it was new.

        What was fetched again and is as it was is entered, for its time, and is not new.
        """
        self._custody.keep(raw, page.sha256)
        newest = self._newest.get(page.source)
        if newest == page:
            return False
        self._enter("page", page)
        self._newest[page.source] = page
        return newest is None or newest.sha256 != page.sha256 or not fetched(page)

    def see(self, sighting: Sighting) -> None:
        """Enter a look at an address that brought no page, unless it is entered already."""
        if sighting not in self._seen:
            self._enter("sighting", sighting)
            self._seen.add(sighting)

    def _enter(self, kind: str, record: Page | Sighting) -> None:
        entry: dict[str, object] = {
            "previous": self._last,
            "added_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "tool": f"tripoint {__version__}",
            kind: msgspec.to_builtins(record),
        }
        if not self._begun:
            entry["begins"] = self._begun = True
        self._last = seal_of(entry)
        entry["seal"] = self._last
        self._file.write(json.dumps(entry, ensure_ascii=False).encode("utf-8") + b"\n")
        self._file.flush()

    def __enter__(self) -> Intake:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
