"""What comes into a build: the pages in their order, within the limits of the settings, and into custody."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tripoint import registry
from tripoint.config import Settings
from tripoint.errors import TripointError
from tripoint.model import Failure, Page, Sighting
from tripoint.run import versions
from tripoint.run.outcome import Progress
from tripoint.run.untouched import Untouched
from tripoint.store.case import Case
from tripoint.store.intake import Intake

if TYPE_CHECKING:
    from tripoint.pages import Limits


class NothingRead(TripointError):
    """Nothing of what was given could be read."""


LIMITS = ("page_bytes", "line_bytes", "fetch_seconds", "fetch_tries", "host_delay", "allow_private", "archive_root")
"""The settings that bound what is read and fetched."""


def arriving_pages(
    given: Sequence[str],
    manifest: Path | None,
    columns: Mapping[str, str] | None,
    settings: Settings,
    known: Callable[[str], bool],
) -> Iterator[tuple[Page, bytes] | Failure]:
    """Yield what the page source of the settings reads from what is given, within the settings' limits.

    Files that are `known` it need not read.
    """
    source = registry.part("page source", settings.parts.get("page source")).load()
    return iter(source(given, manifest=manifest, limits=limits_of(settings), columns=columns, known=known))


def read_by(manifest: Path | None, columns: Mapping[str, str] | None, settings: Settings) -> str:
    """Return a name for all that the reading of a file depends on besides the file."""
    part = registry.part("page source", settings.parts.get("page source"))
    told = manifest.read_bytes() if manifest is not None and manifest.is_file() else None
    by = (part.name, versions.code_of(part.target.partition(":")[0]), versions.libraries())
    return versions.name_of("read", *by, limits_of(settings), sorted((columns or {}).items()), told)


def limits_of(settings: Settings) -> Limits:
    """Return the limits that the settings set for reading and fetching."""
    from tripoint.pages import Limits

    return Limits(**{name: getattr(settings, name) for name in LIMITS})


def noting_tables(known: Callable[[str], bool], met: list[str]) -> Callable[[str], bool]:
    """Return what tells whether a file is `known`, and puts down which ones are tables: nobody looks for them again."""
    from tripoint.pages import is_table

    def noted(path: str) -> bool:
        if is_table(path):
            met.append(path)
        return known(path)

    return noted


def guesses(met: Sequence[str], columns: Mapping[str, str] | None, settings: Settings) -> tuple[str, ...]:
    """Say of each table that was met, in words, which column was taken for what."""
    from tripoint.pages import tables

    found = tables(met, limits=limits_of(settings), columns=columns)
    return tuple(f"{path}: {table.sentence()}" for path, table in found.items())


def up_to_a_page(
    arriving: Iterator[tuple[Page, bytes] | Sighting | Failure], untouched: Untouched, *, held: bool
) -> list[tuple[Page, bytes] | Sighting | Failure]:
    """Return what arrives up to the first page, before a case is made for it; raises NothingRead when there is none.

    A case that is `held` already can take a sighting of one of its pages as well, and files that lie `untouched` are
    pages that it has.
    """
    first: list[tuple[Page, bytes] | Sighting | Failure] = []
    for item in arriving:
        first.append(item)
        if not isinstance(item, Failure) and (held or not isinstance(item, Sighting)):
            return first
    if untouched.met:
        return first
    failures = [item for item in first if isinstance(item, Failure)]
    if not failures:
        raise NothingRead("nothing could be read: there are no pages in what was given")
    more = f" (and {len(failures) - 1} more)" if len(failures) > 1 else ""
    raise NothingRead(f"nothing could be read: {failures[0].detail}{more}")


def take_in(
    case: Case,
    arriving: Iterable[tuple[Page, bytes] | Sighting | Failure],
    untouched: Untouched,
    failures: list[Failure],
    watch: Callable[[Progress], None],
    expect: Callable[[], None],
) -> int:
    """Enter what arrives, and tell who waits for work at the first page that is new."""
    new = number = 0
    with Intake(case.custody) as intake:
        for item in arriving:
            if isinstance(item, Failure):
                failures.append(item)
                continue
            if isinstance(item, Sighting):
                intake.see(item)
                continue
            number += 1
            new += intake.add(*item)
            untouched.take(item[0].source)
            if new == 1:
                expect()
            watch(Progress(phase="reading", done=number + untouched.met))
    untouched.keep()
    return new
