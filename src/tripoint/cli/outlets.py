"""`tripoint outlets`: rules for the pages of single outlets, and rules of your own beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from tripoint.cli import own_files
from tripoint.cli.terminal import safe, write_table
from tripoint.errors import InputError

app = typer.Typer(name="outlets", no_args_is_help=True, help="Rules for the pages of single outlets, and your own.")

_JSON = Annotated[bool, typer.Option("--json", help="Write one JSON array.")]
_FILE = Annotated[Path, typer.Argument(help="YAML: a list of rules as in resources/outlets/rules; see the guide.")]


@app.command("list")
def list_(as_json: _JSON = False) -> None:
    """List the rules with their versions."""
    from tripoint.resources.outlet_rules import rules

    write_table(_rows(rules()), as_json=as_json)


@app.command()
def check(
    file: _FILE,
    page: Annotated[
        Path | None, typer.Option("--page", help="A saved page: say what the rules find on it, whatever its address.")
    ] = None,
    as_json: _JSON = False,
) -> None:
    """Check a file of rules, and what they find on a saved page."""
    from tripoint.resources.outlet_rules import read

    rules = read(file)
    if page is None:
        write_table(_rows(rules), as_json=as_json)
        return
    found = list(_found(rules, page))
    if write_table(found, as_json=as_json) == 0 and not as_json:
        print(f"no path of {file} finds anything on {page}")
        raise typer.Exit(1)


@app.command()
def add(
    file: _FILE,
    name: Annotated[str | None, typer.Option("--name", help="What to call it; the file's name when not told.")] = None,
) -> None:
    """Add the rules of a file; they are asked before the shipped ones. Adding it again under its name replaces it."""
    from tripoint.resources.outlet_rules import read
    from tripoint.resources.own import own_folder

    text = own_files.text_of(file)
    rules = read(file)
    called = own_files.called(name or file.stem, otherwise="outlets")
    own_files.put(text, own_folder() / "outlets" / f"{called}.yaml")
    told = ", ".join(safe(rule.name) for rule in rules)
    print(f"{told} added as {called}; build a case again to read its pages with them")


@app.command()
def remove(name: Annotated[str, typer.Argument(help="The name under which they were added.")]) -> None:
    """Take out rules that were added."""
    from tripoint.resources.own import own_outlets

    own_files.take_out(name, own_outlets(), what="rules")


def _rows(rules: Any) -> Iterator[dict[str, Any]]:
    for rule in rules:
        for version in rule.versions:
            yield {
                "rule": rule.name,
                "domains": "; ".join(rule.domains),
                "since": version.since,
                "until": version.until,
                "parts": "; ".join(version.paths),
                "source": rule.source,
            }


def _found(rules: Any, page: Path) -> Iterator[dict[str, Any]]:
    """Each part that a path finds on the page, with how often and how it begins."""
    from tripoint.documents.decoding import decode
    from tripoint.documents.html.markup import parse
    from tripoint.errors import UnreadablePage

    try:
        root = parse(decode(page.read_bytes(), html=True)[0])
    except (OSError, UnreadablePage) as error:
        raise InputError(f"cannot read {page} as a saved page: {error}; give its HTML") from error
    for rule in rules:
        for version in rule.versions:
            for part, paths in version.paths.items():
                told = [path(root) for path in paths]
                nodes = [one for found in told for one in (found if isinstance(found, list) else [found]) if one != ""]
                if nodes:
                    first = nodes[0] if isinstance(nodes[0], str) else " ".join("".join(nodes[0].itertext()).split())
                    yield {
                        "rule": rule.name,
                        "since": version.since,
                        "until": version.until,
                        "part": part,
                        "found": len(nodes),
                        "begins": str(first)[:80],
                    }
