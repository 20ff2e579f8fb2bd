"""Pages that case.db was made of and that the custody of the case tells of no more."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tripoint.errors import CaseError
from tripoint.model import Page
from tripoint.store.case import Case
from tripoint.store.database import rows_of


def refuse_losses(case: Case, taken_in: Iterable[Page]) -> None:
    """Raise CaseError when the case has no page to be built from, or lost some that its case.db was made of."""
    ids = {page.page_id for page in taken_in}
    gone = lost_pages(case.database, ids)
    if gone:
        raise CaseError(
            f"{told_of(gone)}: case.db stays as it was; restore {case.custody.root}, or give these pages again under "
            f"the names they had: tripoint build PAGES --case {case.path}"
        )
    if not ids:
        raise CaseError(
            f"the case {case.path} holds no page to be built from; restore {case.custody.root}, or give it pages: "
            f"tripoint build PAGES --case {case.path}"
        )


def lost_pages(database: Path, held: set[str]) -> list[str]:
    """Return where the pages came from that the database tells of and that are not `held`, in order."""
    if all(page_id in held for (page_id,) in rows_of(database, "SELECT page_id FROM pages")):
        return []  # nearly always: ids lie in an index, and a page is not read for its source
    rows = rows_of(database, "SELECT page_id, source FROM pages ORDER BY source, page_id")
    return [str(source) for page_id, source in rows if page_id not in held]


def told_of(gone: list[str]) -> str:
    """Say how many pages are gone, and which comes first."""
    pages = "a page" if len(gone) == 1 else f"{len(gone):,} pages"
    first = gone[0] if len(gone) == 1 else f"the first is {gone[0]}"
    return f"case.db was made of {pages} that pages/manifest.jsonl does not tell of ({first})"
