"""A whole case, or its first broken link: custody, record files and databases."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tripoint.store.case import Case
from tripoint.store.database import meta
from tripoint.store.losses import lost_pages, told_of
from tripoint.store.tables import SCHEMA_VERSION


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
    broken = broken or _unfit(case)
    held = [] if broken is not None else [page.page_id for page in case.custody.taken_in()]
    if broken is None and (gone := lost_pages(case.database, set(held))):
        broken = f"{told_of(gone)}; restore {case.custody.root}, or give these pages to tripoint build again"
    rest = " and ".join(base.name for base in kept)
    return Verification(pages=len(held), files=files, rest=rest, broken=broken)


def _unfit(case: Case) -> str | None:
    """Say why case.db cannot be read by this version though it is not damaged; None when it can."""
    mend = f"build the case again: tripoint build --case {case.path}"
    if not case.database.exists():
        return f"case.db is missing; {mend}"
    found = meta(case.database).get("schema_version")
    if found is None:
        return f"case.db tells no version, so it is not what a build made; {mend}"
    if found != str(SCHEMA_VERSION):
        return f"case.db is of version {found}, expected {SCHEMA_VERSION}; {mend}"
    return None


def _fault(base: Path) -> str | None:
    try:
        with closing(sqlite3.connect(f"{base.resolve().as_uri()}?mode=ro", uri=True)) as db:
            (told,) = db.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.Error as error:
        return f"{base.name} cannot be read ({error})"
    return None if told == "ok" else f"{base.name} is damaged ({told})"
