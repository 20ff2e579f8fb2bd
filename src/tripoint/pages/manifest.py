"""Manifests: a table that says of each file where, when and by whom it was published."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from pathlib import Path

from tripoint.errors import InputError
from tripoint.model import Page

_FILE_COLUMNS = ("path", "file", "filename", "source")
_FACTS = ("url", "outlet", "captured_at", "published", "title")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is told of each file, by its full path and, where that is unambiguous, by its bare name."""

    by_path: dict[str, dict[str, str]]
    by_name: dict[str, dict[str, str] | None]
    path: Path | None = None

    def facts(self, path: Path) -> dict[str, str]:
        """Return what the manifest says of `path` (empty when it says nothing)."""
        if not self.by_path and not self.by_name:
            return {}  # to resolve a path takes a look at each folder above it
        told = self.by_path.get(str(path.resolve()))
        if told is None:
            told = self.by_name.get(path.name)
        return told if told is not None else {}

    def complete(self, page: Page, path: Path) -> Page:
        """Return `page` with the facts told of `path`."""
        told = self.facts(path)
        return replace(page, **told) if told else page  # type: ignore[arg-type]


EMPTY = Manifest({}, {})


def load(path: Path) -> Manifest:
    """Read the manifest `path`: a CSV with a column `path` or `file`; other known columns are url, outlet,
    captured_at, published and title; unknown ones are ignored. Raises InputError."""
    if not path.is_file():
        wrong = "is a folder" if path.is_dir() else "does not exist"
        raise InputError(f"the manifest {path} {wrong}; expected a CSV file with a column path or file")
    by_path: dict[str, dict[str, str]] = {}
    by_name: dict[str, dict[str, str] | None] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = csv.DictReader(stream)
            columns = {(name or "").strip().lower(): name for name in rows.fieldnames or ()}
            key = next((columns[name] for name in _FILE_COLUMNS if name in columns), None)
            if key is None:
                found = ", ".join(sorted(columns)) or "none"
                raise InputError(
                    f"the manifest {path} has no column path or file (found: {found}); add one that names each page"
                )
            for row in rows:
                name = (row.get(key) or "").strip()
                if not name:
                    continue
                told = {fact: (row.get(columns[fact]) or "").strip() for fact in _FACTS if fact in columns}
                told = {fact: value for fact, value in told.items() if value}
                by_path[str((path.parent / name).resolve())] = told
                bare = Path(name).name
                by_name[bare] = told if bare not in by_name else None
    except (UnicodeDecodeError, csv.Error, OSError, ValueError) as error:
        raise InputError(f"the manifest {path} cannot be read as a UTF-8 CSV file: {error}") from error
    return Manifest(by_path, by_name, path)
