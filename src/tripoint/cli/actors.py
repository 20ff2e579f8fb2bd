"""`tripoint actors`: who is known under which names, and actors of your own beside them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tripoint.cli import days, own_files
from tripoint.cli.terminal import number_of, on_terminal, safe, write_table
from tripoint.errors import InputError

if TYPE_CHECKING:
    from tripoint.resources.actors import Actor, Register

app = typer.Typer(name="actors", no_args_is_help=True, help="Who is known under which names, and actors of your own.")

_JSON = Annotated[bool, typer.Option("--json", help="Write one JSON array.")]
_NARROW = ("id", "name", "kind", "country", "found_by", "part_of", "source")


@app.command()
def find(
    name: Annotated[str, typer.Argument(help="A name, an abbreviation or a loaded word, in any spelling; or an id.")],
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="What it was part of on that day.")] = None,
    as_json: _JSON = False,
) -> None:
    """Find who goes by a name. Where nobody does, those whose names are close."""
    from tripoint.resources.actors import register

    days.check("--on", on)
    known = register()
    rows = [_row(known, actor, how, on) for actor, how in _found(known, name)]
    if write_table(rows, as_json=as_json, narrow=_NARROW) == 0:
        if not as_json:
            print(f"nobody is known as {safe(name)}; add actors with: tripoint actors add FILE", file=sys.stderr)
        raise typer.Exit(1)


@app.command("list")
def list_(
    country: Annotated[str | None, typer.Option("--country", metavar="CC", help="Of this country, or at work "
                                                "there.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="Only of this kind (militia, army, monitor, ...).")] = None,
    as_json: _JSON = False,
) -> None:  # fmt: skip
    """List the register."""
    from tripoint.resources.actors import KINDS, register

    if kind is not None and kind not in KINDS:
        raise InputError(f"there is no kind of actor {kind}; expected one of {', '.join(sorted(KINDS))}")
    known = register()
    code = None if country is None else country.upper()
    wanted = (a for a in known if (kind is None or a.kind == kind) and (code in (None, a.country, *a.theatre)))
    rows = (_row(known, actor, None, None) for actor in wanted)
    if write_table(rows, as_json=as_json, narrow=_NARROW) == 0 and not as_json:
        print("no actor of the register is such a one", file=sys.stderr)


@app.command()
def add(
    file: Annotated[Path, typer.Argument(help="YAML: a list of actors as in resources/actors; see the guide.")],
    name: Annotated[str | None, typer.Option("--name", help="What to call it; the file's name when not told.")] = None,
) -> None:
    """Add the actors of a file, checked against all others. Adding it again under its name replaces it."""
    from tripoint.resources.actors import read_register
    from tripoint.resources.files import resource
    from tripoint.resources.own import own_actors, own_folder

    text = own_files.text_of(file)
    called = own_files.called(name or file.stem, otherwise="actors")
    target = own_folder() / "actors" / f"{called}.yaml"
    others = [path for path in own_actors() if path != target]
    before = len(read_register(resource("actors"), *others))
    after = len(read_register(resource("actors"), *others, file))
    if after == before:
        raise InputError(f"{file} holds no actor; expected a list of entries with id, name, kind and source")
    own_files.put(text, target)
    print(f"{number_of(after - before, 'actor')} added as {called}; build a case again to read its pages with them")


@app.command()
def remove(name: Annotated[str, typer.Argument(help="The name under which they were added.")]) -> None:
    """Take out actors that were added."""
    from tripoint.resources.own import own_actors

    own_files.take_out(name, own_actors(), what="actors")


@app.command()
def check(
    file: Annotated[
        Path | None, typer.Argument(help="A file to check against the register; all when not told.")
    ] = None,
    as_json: _JSON = False,
) -> None:
    """Check a register: double names, circles of parents and wrong dates are errors; the rest is listed as doubts."""
    from tripoint.resources.actorchecks import doubts
    from tripoint.resources.actors import read_register, register
    from tripoint.resources.files import resource
    from tripoint.resources.own import own_actors

    known = register() if file is None else read_register(resource("actors"), *own_actors(), file)
    only = None if file is None else file.name
    rows = [{"file": where, "id": id_, "doubt": doubt} for where, id_, doubt in doubts(known.actors, known.files)]
    rows = [row for row in rows if only in (None, row["file"])]
    write_table(rows, as_json=as_json)
    if not as_json and on_terminal():
        print(f"{number_of(len(known), 'actor')}, no errors, {number_of(len(rows), 'doubt')}")


def _found(known: Register, name: str) -> Iterator[tuple[Actor, str]]:
    """Yield who goes by `name` and how; those of close names where nobody does."""
    from tripoint.names import loose_key, strict_key

    exact = known.get(name)
    if exact is not None:
        yield exact, "id"
        return
    by_key: dict[str, list[tuple[Actor, str]]] = {}
    for actor in known:
        groups = (((actor.name,), "name"), (actor.aliases, "alias"), (actor.framing, "loaded word"),
                  (actor.ambiguous, "shared name"))  # fmt: skip
        for names, how in groups:
            for one in names:
                by_key.setdefault(strict_key(one), []).append((actor, how))
    seen: set[str] = set()
    found = by_key.get(strict_key(name), [])
    if not found:
        loose = loose_key(name)
        found = [(a, "spelling") for a in known if len(loose) > 3 and loose in map(loose_key, a.names)]
    if not found:
        part = strict_key(name)
        found = [(a, "part of a name") for a in known if part and any(part in strict_key(n) for n in a.names)]
    if not found:
        close = get_close_matches(strict_key(name), by_key, n=5, cutoff=0.75)
        found = [(actor, "close name") for one in close for actor, _ in by_key[one]]
    for actor, how in found:
        if actor.id not in seen:
            seen.add(actor.id)
            yield actor, how


def _row(known: Register, actor: Actor, how: str | None, on: str | None) -> dict[str, Any]:
    bonds = [
        f"{tie.office + ' of ' if tie.office else ''}{_name(known, tie.actor_id)}{_years(tie.since, tie.until)}"
        for tie in actor.parents
        if on is None
        or (
            (tie.since is None or tie.since[: len(on)] <= on)
            and (tie.until is None or tie.until >= on[: len(tie.until)])
        )
    ]
    return {
        "id": actor.id, "name": actor.name, "kind": actor.kind, "country": actor.country, "found_by": how,
        "aliases": "; ".join(actor.aliases), "loaded_words": "; ".join(actor.framing),
        "shared_names": "; ".join(actor.ambiguous), "part_of": "; ".join(bonds), "wikidata": actor.wikidata,
        "source": actor.source, "file": known.files[actor.id],
    }  # fmt: skip


def _name(known: Register, actor_id: str) -> str:
    actor = known.get(actor_id)
    return actor_id if actor is None else actor.name


def _years(since: str | None, until: str | None) -> str:
    return "" if since is None and until is None else f" ({since or '?'} to {until or 'now'})"
