"""`tripoint gazetteer`: which places are known, and places of your own beside them."""

from __future__ import annotations

import csv
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from tripoint.cli import own_files
from tripoint.cli.terminal import number_of, safe, write_table
from tripoint.errors import InputError

app = typer.Typer(name="gazetteer", no_args_is_help=True, help="Which places are known, and places of your own.")

_JSON = Annotated[bool, typer.Option("--json", help="Write one JSON array.")]


@app.command("list")
def list_(as_json: _JSON = False) -> None:
    """List what the gazetteer is made of: what is shipped, and the files that were added."""
    from tripoint.resources.gazetteer_sources import added, entries
    from tripoint.resources.own import own_places

    shipped = Counter("supplement" if e.supplement else "province or county" if e.region == "" or e.kind != "town"
                      else "towns of 500 people and more" for e in entries())  # fmt: skip
    rows = [{"name": name, "kind": "shipped", "places": n, "file": None} for name, n in sorted(shipped.items())]
    rows += [
        {"name": path.stem, "kind": "added", "places": sum(1 for _ in added(path)), "file": str(path)}
        for path in own_places()
    ]
    write_table(rows, as_json=as_json)


@app.command()
def find(
    name: Annotated[str, typer.Argument(help="A name of a place, in any spelling.")],
    country: Annotated[str | None, typer.Option("--country", metavar="CC", help="Only in this country (IQ).")] = None,
    as_json: _JSON = False,
) -> None:
    """Find the places of a name: first those spelled so, then those that transliterations may spell so."""
    from tripoint.names import loose_key, strict_key
    from tripoint.resources.places import gazetteer

    code = None if country is None else _code(country)
    known = gazetteer()
    found: dict[str, dict[str, Any]] = {}
    for places, how in ((known.strict(strict_key(name)), "name"), (known.loose(loose_key(name)), "spelling")):
        for place in places:
            if code is None or code in place.countries:
                found.setdefault(
                    place.id,
                    {
                        "id": place.id, "name": place.name, "kind": place.kind, "country": place.country,
                        "admin1": place.admin1, "latitude": place.lat, "longitude": place.lon,
                        "radius_km": place.radius_km, "population": place.population or None, "found_by": how,
                    },
                )  # fmt: skip
    if write_table(found.values(), as_json=as_json) == 0:
        if not as_json:
            print(f"no place is called {safe(name)}; add places with: tripoint gazetteer add FILE", file=sys.stderr)
        raise typer.Exit(1)


@app.command()
def add(
    file: Annotated[str, typer.Argument(metavar="FILE|ADDRESS", help="A GeoNames dump, a Who's On First table, "
                                        "GeoJSON points, or CSV with name, lat and lon; also .gz and .zip.")],
    format_: Annotated[str | None, typer.Option("--format", help="geonames, wof, geojson or csv; guessed when not "
                                                "told.")] = None,
    country: Annotated[str | None, typer.Option("--country", metavar="CC", help="Only places of this country; what "
                                                "CSV without a country lies in.")] = None,
    name: Annotated[str | None, typer.Option("--name", help="What to call it; the file's name when not told.")] = None,
    source: Annotated[str | None, typer.Option("--source", help="Where its facts can be read.")] = None,
) -> None:  # fmt: skip
    """Add the places of a file; cases built from then on know them. Adding it again under its name replaces it."""
    from tripoint.resources.gazetteer_sources import ADDED, row_of
    from tripoint.resources.own import own_folder
    from tripoint.resources.placefiles.placefile import FORMATS, PlaceFile
    from tripoint.store.replacing import replacing

    if format_ is not None and format_ not in FORMATS:
        raise InputError(f"there is no format {format_}; expected one of {', '.join(FORMATS)}")
    code = None if country is None else _code(country)
    with _fetched(file) as path:
        called = own_files.called(name or Path(file.rstrip("/")).name.split(".")[0])
        read = PlaceFile(path, format_=format_, country=code)
        target = own_folder() / "places" / f"{called}.csv"
        target.parent.mkdir(parents=True, exist_ok=True)
        kept = 0
        with replacing(target) as beside:
            with beside.open("w", encoding="utf-8", newline="") as out:
                table = csv.DictWriter(out, ADDED)
                table.writeheader()
                for entry in read:
                    table.writerow(row_of(entry, source=source or f"{read.format} file {Path(file).name}"))
                    kept += 1
            if not kept:
                raise InputError(f"{file} holds no place that is taken in{_reasons(read.left_out)}")
    print(f"{number_of(kept, 'place')} added as {called}{_reasons(read.left_out)}")
    print("cases built from now on know them; build a case again to read its pages with them")


@app.command()
def remove(name: Annotated[str, typer.Argument(help="A name that `tripoint gazetteer list` shows as added.")]) -> None:
    """Take out places that were added."""
    from tripoint.resources.own import own_places

    own_files.take_out(name, own_places(), what="places")


def _code(country: str) -> str:
    from tripoint.resources.countries import countries

    code = country.upper()
    if code not in countries():
        raise InputError(f"{country} is no country code; expected two letters such as IQ (ISO 3166)")
    return code


def _reasons(left_out: Counter[str]) -> str:
    told = ", ".join(f"{count:,} {why}" for why, count in left_out.most_common(4))
    more = sum(left_out.values()) - sum(count for _, count in left_out.most_common(4))
    return f"; left out: {told}{f' and {more:,} more' if more else ''}" if told else ""


@contextmanager
def _fetched(told: str) -> Iterator[Path]:
    """Give the file itself, or what was fetched from an address."""
    from tripoint.pages.limits import Limits
    from tripoint.pages.web.address import is_address
    from tripoint.pages.web.visits import visit

    if not is_address(told):
        path = Path(told)
        if not path.is_file():
            raise InputError(f"there is no file {told}; give a file of places, or the web address of one")
        yield path
        return
    largest = 500_000_000
    for one in visit([told], Limits(page_bytes=largest, fetch_seconds=600)):
        if isinstance(one.answer, Exception):
            raise InputError(f"cannot fetch {told}: {one.answer.detail}")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / (Path(one.final).name or "places")
            path.write_bytes(one.answer.body)
            yield path
        return
