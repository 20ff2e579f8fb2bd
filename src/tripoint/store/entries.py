"""Entries of a case's manifest: what each tells of, and the seal that chains it to the last."""

from __future__ import annotations

import json
from hashlib import sha256

import msgspec

from tripoint.model import Page, Sighting

FIRST = "0" * 64
"""What stands for the last entry in the first."""


class Entry(msgspec.Struct):
    """What is wanted of an entry of the manifest, more often than to check its seal. An intake `begins` with some."""

    seal: str
    page: Page | None = None
    sighting: Sighting | None = None
    begins: bool = False

    def told(self) -> Page | Sighting:
        """Return what the entry tells of; raises ValueError where it is nothing."""
        found = self.page if self.sighting is None else self.sighting
        if found is None:
            raise ValueError("an entry that tells of no page and of no look at one")
        return found


read_entry = msgspec.json.Decoder(Entry).decode


def seal_of(entry: dict[str, object]) -> str:
    """Return the digest of an entry without its seal."""
    sealed = {key: value for key, value in entry.items() if key != "seal"}
    return sha256(json.dumps(sealed, ensure_ascii=False, sort_keys=True).encode("utf-8")).hexdigest()
