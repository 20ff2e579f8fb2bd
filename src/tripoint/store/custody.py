"""Raw bytes in custody: write-once by SHA-256, with a manifest in which each entry carries the digest of the last."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import msgspec

from tripoint import __version__
from tripoint.errors import CaseError
from tripoint.model import Page, Sighting, bytes_digest
from tripoint.store.captures import fetched
from tripoint.store.replacing import replacing

FIRST = "0" * 64
"""What stands for the last entry in the first."""


class Custody:
    """The folder `pages/` of a case. Nothing in it is ever overwritten or removed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.manifest = root / "manifest.jsonl"

    def path(self, sha256_hex: str) -> Path:
        """Return where bytes of that digest lie."""
        return self.root / sha256_hex[:2] / sha256_hex

    def bytes_of(self, page: Page) -> bytes:
        """Return the raw bytes of `page`; raises CaseError when they are gone or are not what was taken in."""
        try:
            raw = self.path(page.sha256).read_bytes()
        except OSError as error:
            raise CaseError(
                f"the bytes of {page.source} are missing; restore {self.path(page.sha256)} or give it again"
            ) from error
        if bytes_digest(raw) != page.sha256:
            raise CaseError(f"the bytes of {page.source} were altered in the case; restore {self.path(page.sha256)}")
        return raw

    def keep(self, raw: bytes, sha256_hex: str) -> None:
        """Put `raw` in its place, unless it is there already."""
        target = self.path(sha256_hex)
        if _size(target) == len(raw):
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        with replacing(target) as beside:
            beside.write_bytes(raw)

    def holds(self, page: Page) -> bool:
        """Return whether as many bytes as `page` has lie in their place."""
        return _size(self.path(page.sha256)) == page.size

    def entries(self) -> Iterator[bytes]:
        """Yield the manifest's entries in order, as they lie there; a last line that a kill cut short is not one."""
        if not self.manifest.exists():
            return
        with self.manifest.open("rb") as file:
            for line in file:
                if line.endswith(b"\n"):
                    yield line

    def entered(self) -> Iterator[Page | Sighting]:
        """Yield every page that ever came in and every look that brought none, in the order of the manifest."""
        return (_told(_ENTRY(line)) for line in self.entries())

    def taken_in(self) -> Iterator[Page]:
        """Yield every page that ever came in, in that order."""
        return (one for one in self.entered() if isinstance(one, Page))

    def verify(self) -> str | None:
        """Return None when chain and bytes are whole, else a sentence that names the first broken link."""
        last = FIRST
        entries = enumerate(self.entries(), 1)
        while True:
            try:
                number, line = next(entries)
                entry, page = json.loads(line), _told(_ENTRY(line))
            except StopIteration:
                return None
            except (ValueError, TypeError):
                return f"the manifest holds what is no entry behind the one with the seal {last[:12]}"
            if entry.get("previous") != last:
                return f"entry {number} of the manifest ({page.source}) does not follow from the one before it"
            last = _seal(entry)
            if entry.get("seal") != last:
                return f"entry {number} of the manifest ({page.source}) was altered"
            if isinstance(page, Sighting):
                continue
            path = self.path(page.sha256)
            if not path.exists():
                return f"the bytes of {page.source} (entry {number}) are missing"
            if file_digest(path) != page.sha256:
                return f"the bytes of {page.source} (entry {number}) were altered"


class Intake:
    """Adds pages to a custody. Use as a context; one at a time, under the case's lock."""

    def __init__(self, custody: Custody) -> None:
        self._custody = custody
        custody.root.mkdir(parents=True, exist_ok=True)
        self._last = FIRST
        self._newest: dict[str, Page] = {}
        self._seen: set[Sighting] = set()
        end = 0
        for line in custody.entries():
            entry = _ENTRY(line)
            self._last = entry.seal
            told = _told(entry)
            if isinstance(told, Page):
                self._newest[told.source] = told
            else:
                self._seen.add(told)
        if custody.manifest.exists():
            whole = custody.manifest.read_bytes()
            end = whole.rfind(b"\n") + 1
        self._file = custody.manifest.open("r+b" if custody.manifest.exists() else "w+b")
        self._file.truncate(end)
        self._file.seek(end)

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
        self._last = _seal(entry)
        entry["seal"] = self._last
        self._file.write(json.dumps(entry, ensure_ascii=False).encode("utf-8") + b"\n")
        self._file.flush()

    def __enter__(self) -> Intake:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()


class _Entry(msgspec.Struct):
    """What is wanted of an entry of the manifest, more often than to check its seal."""

    seal: str
    page: Page | None = None
    sighting: Sighting | None = None


_ENTRY = msgspec.json.Decoder(_Entry).decode


def _told(entry: _Entry) -> Page | Sighting:
    """Return what an entry tells of; raises ValueError where it is nothing."""
    told = entry.page if entry.sighting is None else entry.sighting
    if told is None:
        raise ValueError("an entry that tells of no page and of no look at one")
    return told


def _size(path: Path) -> int | None:
    with suppress(OSError):
        return path.stat().st_size
    return None


def _seal(entry: dict[str, object]) -> str:
    sealed = {key: value for key, value in entry.items() if key != "seal"}
    return sha256(json.dumps(sealed, ensure_ascii=False, sort_keys=True).encode("utf-8")).hexdigest()


def file_digest(path: Path) -> str:
    """Return the SHA-256 of the file's bytes, read a piece at a time."""
    found = sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            found.update(piece)
    return found.hexdigest()
