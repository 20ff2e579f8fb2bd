"""Raw bytes in custody: write-once by SHA-256, with a manifest in which each entry carries the digest of the last."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from tripoint.errors import CaseError
from tripoint.model import Page, Sighting, bytes_digest
from tripoint.store.arrivals import Arrivals
from tripoint.store.entries import FIRST, read_entry, seal_of
from tripoint.store.replacing import replacing


class Custody:
    """The folder `pages/` of a case. Nothing in it is ever overwritten or removed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._root = str(root)
        self.manifest = root / "manifest.jsonl"
        self.arrivals = Arrivals(self.manifest)
        """All that came in, kept in memory for who asks more than once; `entered` keeps nothing."""

    def path(self, sha256_hex: str) -> Path:
        """Return where bytes of that digest lie."""
        return Path(self._where(sha256_hex))

    def _where(self, sha256_hex: str) -> str:
        return f"{self._root}/{sha256_hex[:2]}/{sha256_hex}"

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
        if _size(self._where(sha256_hex)) == len(raw):
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        with replacing(target) as beside:
            beside.write_bytes(raw)

    def holds(self, page: Page) -> bool:
        """Return whether as many bytes as `page` has lie in their place."""
        return _size(self._where(page.sha256)) == page.size

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
        return (read_entry(line).told() for line in self.entries())

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
                entry, page = json.loads(line), read_entry(line).told()
            except StopIteration:
                return None
            except (ValueError, TypeError):
                return f"the manifest holds what is no entry behind the one with the seal {last[:12]}"
            if entry.get("previous") != last:
                return f"entry {number} of the manifest ({page.source}) does not follow from the one before it"
            last = seal_of(entry)
            if entry.get("seal") != last:
                return f"entry {number} of the manifest ({page.source}) was altered"
            if isinstance(page, Sighting):
                continue
            path = self.path(page.sha256)
            if not path.exists():
                return f"the bytes of {page.source} (entry {number}) are missing"
            if file_digest(path) != page.sha256:
                return f"the bytes of {page.source} (entry {number}) were altered"


def _size(path: str) -> int | None:
    try:
        return os.stat(path).st_size  # noqa: PTH116 - a path of pathlib for each of a million pages takes as long again
    except OSError:
        return None


def file_digest(path: Path) -> str:
    """Return the SHA-256 of the file's bytes, read a piece at a time."""
    found = sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            found.update(piece)
    return found.hexdigest()
