"""One file of places: which format it has, and its places one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tripoint.errors import InputError
from tripoint.resources.gazetteer_sources import Entry
from tripoint.resources.placefiles.lines import LONGEST, opened
from tripoint.resources.placefiles.own import geojson, table
from tripoint.resources.placefiles.published import GEONAMES, WOF, geonames, wof

FORMATS = ("geonames", "wof", "geojson", "csv")
"""What a file of places may be."""


class PlaceFile:
    """The places of one file. `left_out` counts rows that are no places for us, by reason, once they were read."""

    def __init__(self, path: Path, *, format_: str | None = None, country: str | None = None) -> None:
        self.path = path
        self.format = format_ or guessed(path)
        self.country = country
        self.left_out: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Entry]:
        """Yield the places; raises InputError with the line of the first row that breaks a rule."""
        read: Callable[[PlaceFile], Iterable[Entry]] = _READERS[self.format]
        seen: dict[str, int] = {}
        for number, entry in enumerate(read(self), 1):
            if entry.id in seen:
                raise InputError(f"{self.path.name}: the id {entry.id} of place {number} is that of place "
                                 f"{seen[entry.id]} already; give each its own")  # fmt: skip
            seen[entry.id] = number
            if self.country is not None and self.country not in entry.country.split("|"):
                self.left_out["another country"] += 1
            else:
                yield entry

    def wrong(self, number: int, why: str) -> InputError:
        """Return the error for a row."""
        return InputError(f"{self.path.name}, line {number}: {why}")


def guessed(path: Path) -> str:
    """Return the format of a file by its name and its beginning; raises InputError when it is none of ours."""
    with opened(path) as lines:
        first = lines.readline(LONGEST)
    if first.lstrip().startswith("{"):
        return "geojson"
    cells = first.rstrip("\r\n").split("\t")
    if len(cells) == len(GEONAMES) and cells[0].isdigit():
        return "geonames"
    if set(cells) >= WOF:
        return "wof"
    if "," in first or ";" in first:
        return "csv"
    raise InputError(
        f"{path.name} is no file of places: expected a GeoNames dump, a Who's On First table, GeoJSON, or CSV with "
        "columns such as name, lat, lon"
    )


_READERS: dict[str, Callable[[PlaceFile], Iterable[Entry]]] = {
    "geonames": geonames,
    "wof": wof,
    "geojson": geojson,
    "csv": table,
}
