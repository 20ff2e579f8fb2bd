"""Reading what was given to `build`: files, folders, patterns, tables and other containers, one page at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tripoint.errors import InputError, UnreadablePage
from tripoint.model import Failure
from tripoint.pages import columns as columns_of
from tripoint.pages import formats, table, walk
from tripoint.pages import manifest as manifests
from tripoint.pages.columns import Columns
from tripoint.pages.limits import Limits
from tripoint.pages.manifest import Manifest
from tripoint.pages.record import Read
from tripoint.pages.web import links
from tripoint.pages.web.address import is_address


def read(
    paths: Sequence[str],
    *,
    manifest: Path | None = None,
    limits: Limits | None = None,
    columns: Mapping[str, str] | None = None,
    known: Callable[[str], bool] = lambda path: False,
) -> Read:
    """Yield each page of `paths` with its raw bytes, or a Failure that says why it cannot be read.

    A path is a text or HTML file, a folder (read recursively in sorted order, hidden files skipped), a pattern, a table
    (.csv, .tsv, .jsonl, .ndjson, .parquet) with one page a row, another container of `formats.FORMATS`, a web address,
    or a text file that holds nothing but web addresses (given by its name: one found in a folder is a page). `columns`
    says which column of tables is what (`{"text": "body", "url": "link"}`); the rest is guessed from names. Files that
    are `known` are left out. Raises InputError before anything is read when a path does not exist, a pattern matches
    nothing, or the manifest or `columns` is wrong.
    """
    told = manifests.EMPTY if manifest is None else manifests.load(manifest)
    mapping = columns_of.checked(columns)
    given = [match for path in paths for match in walk.expand(path)]
    return _read(given, told, limits if limits is not None else Limits(), mapping, frozenset(paths), known)


def is_table(path: str) -> bool:
    """Return whether a file has the name of a table."""
    return path.lower().endswith(table.SUFFIXES) and not is_address(path)


def tables(
    paths: Sequence[str], *, limits: Limits | None = None, columns: Mapping[str, str] | None = None
) -> dict[str, Columns]:
    """Return, for each table among `paths` (folders included), which of its columns were taken for what."""
    found: dict[str, Columns] = {}
    allowed = limits if limits is not None else Limits()
    for path in walk.files([match for given in paths for match in walk.expand(given)]):
        if isinstance(path, str) and is_table(path):
            try:
                found[path] = columns_of.choose(Path(path), limits=allowed, told=columns_of.checked(columns))
            except (InputError, UnreadablePage, OSError):
                continue
    return found


def _read(
    given: list[str],
    told: Manifest,
    limits: Limits,
    columns: Mapping[str, str],
    named: frozenset[str],
    known: Callable[[str], bool],
) -> Read:
    wanted: list[tuple[str, str]] = []
    for path in walk.once(given, aside=told.path):
        if isinstance(path, Failure):
            yield path
        elif path in named and links.leads_on(path):
            wanted += links.given([path])
        elif not known(path):
            yield from formats.pages(path, told, limits, columns)
    yield from links.read(wanted, limits)
