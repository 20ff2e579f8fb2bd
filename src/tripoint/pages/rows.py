"""Pages from the rows of a table: one row, one page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tripoint.errors import InputError, UnreadablePage
from tripoint.pages import columns as columns_of
from tripoint.pages import table
from tripoint.pages.columns import Columns
from tripoint.pages.limits import Limits
from tripoint.pages.manifest import Manifest
from tripoint.pages.record import FACTS, Read, failed, page, tidy


def read(path: str, told: Manifest, limits: Limits, *, columns: Mapping[str, str] | None = None) -> Read:
    """Yield the pages of the table `path`. `source` is `PATH#row=N`, from 1. `columns`: see `columns.choose`."""
    try:
        chosen = columns_of.choose(Path(path), limits=limits, told=columns)
    except InputError as error:
        yield failed(path, UnreadablePage("no_text_column", str(error)))
        return
    common = told.facts(Path(path))
    for number, row in table.rows(Path(path), limits=limits):
        source = f"{path}#row={number}"
        try:
            if isinstance(row, UnreadablePage):
                raise row
            raw = _bytes(row, chosen)
            if not raw.strip():
                raise UnreadablePage("empty", f"{source} has no text in the column {chosen.text}")
            yield page(source, raw, origin="row", limits=limits, facts={**common, **_facts(row, chosen)})
        except UnreadablePage as error:
            yield failed(source, error)


def _facts(row: dict[str, str], chosen: Columns) -> dict[str, str]:
    found: dict[str, str] = {}
    for fact in FACTS:
        column = getattr(chosen, fact)
        value = None if column is None else tidy(row.get(column, ""))
        if value is not None:
            found[fact] = columns_of.dated(value, chosen) if fact == "published" else value
    return found


def _bytes(row: dict[str, str], chosen: Columns) -> bytes:
    text = row.get(chosen.text, "")
    title = "" if chosen.title is None else row.get(chosen.title, "").strip()
    if text.strip() and title and not text.lstrip().startswith(title) and not text.lstrip().startswith("<"):
        text = f"{title}\n\n{text}"
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")
