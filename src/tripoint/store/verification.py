"""A whole case, or its first broken link: custody, record files and databases."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tripoint.store.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was found: entries of the manifest and record files checked; `broken` names the first broken link."""

    pages: int
    files: int
    rest: str
    broken: str | None


def verify(path: Path) -> Verification:
    """Check the case at `path`, from the raw bytes up; raises CaseError when there is none."""
    case = Case.open(path)
    broken = case.custody.verify()
    files = 0
    if broken is None:
        files, broken = case.records.verify()
    kept = [base for base in (case.database, case.decisions, case.proposals) if base.exists()]
    for base in kept:
        broken = broken or _fault(base)
    pages = 0 if broken is not None else sum(1 for _ in case.custody.taken_in())
    rest = " and ".join(base.name for base in kept) or "no database yet"
    return Verification(pages=pages, files=files, rest=rest, broken=broken)


def _fault(base: Path) -> str | None:
    try:
        with closing(sqlite3.connect(f"{base.resolve().as_uri()}?mode=ro", uri=True)) as db:
            (told,) = db.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.Error as error:
        return f"{base.name} cannot be read ({error})"
    return None if told == "ok" else f"{base.name} is damaged ({told})"
