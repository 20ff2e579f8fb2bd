"""Write the reference from the code, so that it cannot say what the code does not do.

`python docs/generate.py` writes docs/reference/*.md and web/openapi.json; `--check` writes nothing and ends with 1
when one is stale.
"""

from __future__ import annotations

import ast
import dataclasses
import enum
import inspect
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import typer
import yaml

from tripoint import config, model, registry
from tripoint.api.application import application
from tripoint.cli.main import app
from tripoint.resources.files import resource

HERE = Path(__file__).resolve().parent
REFERENCE = HERE / "reference"
SOURCE = HERE.parent / "src" / "tripoint"
DESCRIPTION = HERE.parent / "web" / "openapi.json"
"""What the server tells of itself, for the types of the web app."""
MADE = "<!-- Made by docs/generate.py from the code; change the code, then run it. -->"

FAILURES: dict[str, str] = {
    "altered": "A record of a web archive does not have the digest that it gives. Get the archive again.",
    "archive": "An archive under the name of a page, or inside an archive. Unpack it and give the folder.",
    "bad_address": "The address is no http(s) address of a page. Give one without a name and password in it.",
    "bad_archive": "An archive is damaged. Get it again, or unpack what can be unpacked and give the folder.",
    "bad_feed": "A feed is not well-formed XML. Save it again.",
    "bad_json": "A .json file cannot be read as JSON. If it was cut off, export it again.",
    "bad_mail": "A message cannot be read, or has no text. Save it again.",
    "bad_row": "A row of a table cannot be read. Mend the row; the others were read.",
    "bad_table": "A Parquet file cannot be read. Write it again.",
    "binary": "The bytes are no text. Give the page's text or its HTML.",
    "bomb": "An archive unpacks to far more than pages of its size would. Nothing more of it was read.",
    "claims_error": "A defect of tripoint: the claims of a document could not be made. Please report the page.",
    "crashed": "The page ended the process that worked on it (out of memory, most likely). Please report it.",
    "documents_error": "A defect of tripoint: the page could not be taken apart. Please report it.",
    "empty": "There is nothing to read: an empty file or cell, often a capture that failed.",
    "empty_folder": "The folder holds no files. Check the path.",
    "encrypted": "A file in an archive is locked by a password. Unpack it first.",
    "entities": "A feed defines entities of its own, as attacks do and feeds do not. Save it without them.",
    "html": "The HTML could not be parsed. Save the page again.",
    "gone": "The server says that there is no such page (404, 410). A capture that the case holds is kept and marked.",
    "http_status": "The server answered, but not with a page (403, 500, ...). Look at the address in a browser.",
    "link_loop": "A link leads back to a folder that holds it. Its pages are read once.",
    "mentions_error": "A defect of tripoint: the mentions of a document could not be found. Please report the page.",
    "missing": "A collection of web archives tells of a file that it does not hold. Get it again.",
    "no_article": "No stretch of the page reads as an article: a list, a form, an error page.",
    "no_text": "The page shows no text. If a script writes it, capture the rendered page.",
    "no_text_column": "A table has no column that holds text. Name one `text`.",
    "not_a_file": "A device, pipe or socket. Give a regular file.",
    "not_html": "The file calls itself HTML and cannot be parsed as such. Save the page again, or as text.",
    "odd_name": "The file's name is not valid text. Rename it.",
    "parse_error": "A defect of tripoint or of the parser: a document could not be parsed. Please report the page.",
    "private_address": "The address leads into a private network: nothing is fetched there. Save the page by hand.",
    "reader_error": "A defect of tripoint: a file could not be read any further. Please report the file.",
    "redirects": "The address leads on to another one too many times. Give the last address.",
    "repeated_name": "A JSON object names one thing twice. Mend the file.",
    "robots": "The site's robots.txt closes the page to programs, or cannot be had. Save the page by hand.",
    "memory": "The page took far more memory than `--memory` leaves a worker. Give more, or leave the page out.",
    "timeout": "The page took longer than the setting `page_seconds`.",
    "too_large": "The page is larger than the setting `page_bytes`.",
    "truncated": "A file ends in the middle of its data. What stands before was read; get the file again.",
    "unproven": "A collection of web archives carries no digests, so nothing proves its files; they were read.",
    "unreachable": "The host is not known or gave no answer. Check the address, or try later.",
    "unreadable": "The operating system refused to open it. Check permissions.",
    "unsafe_name": "An archive names a file outside itself. The file was left out.",
    "unsupported": "A format that tripoint does not read yet.",
}
"""What a person can do about each failure reason; every reason in the code must stand here."""


def cell(text: object) -> str:
    """Return `text` fit for a cell of a Markdown table."""
    return " ".join(str(text).split()).replace("|", "\\|")


def table(heads: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> str:
    """Return a Markdown table."""
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    lines += [f"| {' | '.join(cell(value) for value in row)} |" for row in rows]
    return "\n".join(lines)


def commands(command: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield every command of the command line with its path of names, groups before what they hold."""
    yield path, command
    for name, below in sorted(getattr(command, "commands", {}).items()):
        if not below.hidden:
            yield from commands(below, (*path, name))


def command_line() -> str:
    """Return the page of all commands, arguments and options."""
    pieces = [
        "# Command line",
        "Exit codes: 0 done; 1 a run failed or nothing could be read; 2 wrong input (one sentence says what was "
        "wrong); 130 interrupted. Every command has `--help`.",
    ]
    for path, command in commands(typer.main.get_command(app), ("tripoint",)):
        if len(path) > 1 or not getattr(command, "commands", {}):
            pieces.append(f"## {' '.join(path)}")
        help_text = inspect.cleandoc(command.help or "")
        pieces.append(help_text)
        shown = [param for param in command.params if not getattr(param, "hidden", False) and param.name != "help"]
        arguments = [param for param in shown if param.param_type_name == "argument"]
        options = [param for param in shown if param.param_type_name == "option"]
        if not getattr(command, "commands", {}):
            words = " ".join(_argument(param) for param in arguments)
            pieces.append(f"```\n{' '.join(path)}{' ' if words else ''}{words}{' [OPTIONS]' if options else ''}\n```")
        if arguments:
            rows = ((f"`{_argument(param)}`", getattr(param, "help", "") or "") for param in arguments)
            pieces.append(table(("argument", "what it is"), rows))
        if options:
            pieces.append(table(("option", "what it does", "default"), (_option(param) for param in options)))
    return "\n\n".join(piece for piece in pieces if piece)


def _argument(param: Any) -> str:
    word = param.metavar or (param.name or "").upper()
    if param.nargs == -1 and not word.endswith("..."):
        word += "..."
    return word if param.required else f"[{word}]"


def _option(param: Any) -> tuple[str, str, str]:
    names = ", ".join(f"`{name}`" for name in (*param.opts, *param.secondary_opts))
    told = param.help or ""
    if param.required:
        told += " Required."
    default = param.default
    if default is None or default == "" or default is False or callable(default) or "UNSET" in repr(default):
        return names, told, ""
    return names, told, f"`{getattr(default, 'value', default)}`"


def settings() -> str:
    """Return the page of all settings."""
    rows = (
        (f"`{name}`", field.description or "", f"`{field.get_default(call_default_factory=True)!r}`")
        for name, field in config.Settings.model_fields.items()
    )
    return "\n\n".join(
        (
            "# Settings",
            "Settings stand in a TOML file: `tripoint build --settings FILE`. Every entry has a default; an unknown "
            "entry is refused. Settings that change what is made are part of the names of the record files, so that "
            "records made with others are never reused.",
            table(("setting", "what it is", "default"), rows),
        )
    )


def parts() -> str:
    """Return the page of all built-in parts."""
    pieces = [
        "# Parts",
        "What tripoint is put together from. `tripoint parts` lists the same, with those of other packages. Another "
        "part of a kind is chosen by the setting `parts`.",
    ]
    for kind, protocol in registry.KINDS.items():
        pieces.append(f"## {kind}")
        pieces.append(inspect.cleandoc(getattr(registry.kinds, protocol).__doc__ or ""))
        rows = [
            (f"`{part.name}`", part.needs, part.gives, ", ".join(f"`{name}`" for name in part.settings))
            for part in registry.BUILT_IN
            if part.kind == kind
        ]
        pieces.append(table(("part", "needs", "gives", "settings"), iter(rows)) if rows else "None built in as a part.")
    return "\n\n".join(pieces)


def claim_types() -> str:
    """Return the page of all claim types with their default codes."""
    types = yaml.safe_load(resource("claims/types.yaml").read_text(encoding="utf-8"))["types"]
    pieces = [
        "# Claim types",
        "An event happens; a state is true over an interval. *Other side* is the slot of who or what is acted upon or "
        "addressed. The codes are the default row, to be refined by mode and target; `none` means that the codebook "
        "has no place for it.",
    ]
    for kind, title in (("event", "Events"), ("state", "States")):
        rows = (
            (
                f"`{row['id']}`",
                row["meaning"],
                row.get("other", "none"),
                " ".join(piece for piece in row.get("plover") or () if piece) or "none",
                row.get("cameo") or "none",
                _acled(row.get("acled")),
            )
            for row in types
            if row["kind"] == kind
        )
        pieces += [f"## {title}", table(("type", "meaning", "other side", "PLOVER", "CAMEO", "ACLED"), rows)]
    return "\n\n".join(pieces)


def _acled(told: str | None) -> str:
    if told == "by_holder":
        return "Government regains territory, or Non-state actor overtakes territory"
    return told or "none"


def records() -> str:
    """Return the page of all records with their fields."""
    pieces = [
        "# Records",
        "Frozen dataclasses of `tripoint.model`; lists are tuples, categories are enums. Offsets count Unicode code "
        "points; `[start, end)` is half open.",
    ]
    for name in sorted(model.__all__):
        kind = getattr(model, name)
        if not inspect.isclass(kind):
            continue
        pieces += [f"## {name}", inspect.cleandoc(kind.__doc__ or "")]
        if issubclass(kind, enum.Enum):
            pieces.append(", ".join(f"`{entry.value}`" for entry in kind))
        elif dataclasses.is_dataclass(kind):
            rows = ((f"`{field.name}`", f"`{field.type}`") for field in dataclasses.fields(kind))
            pieces.append(table(("field", "type"), rows))
    return "\n\n".join(pieces)


def reasons() -> set[str]:
    """Return every failure reason that stands in the code."""
    found: set[str] = set()
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = _name(node.func)
            if called in MAKERS:
                given = [*node.args[:3], *(word.value for word in node.keywords if word.arg == "reason")]
                found |= {word for word in map(_word, given) if word.isidentifier()}
            elif called == "tried":
                found.add(f"{_word(node.args[0])}_error")
    return found


MAKERS = frozenset({"UnreadablePage", "Failure", "_failure", "_put_back"})
"""Calls that name a failure reason; `tried` makes one of its step when the code itself breaks."""


def _word(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _name(func: ast.expr) -> str:
    return func.id if isinstance(func, ast.Name) else func.attr if isinstance(func, ast.Attribute) else ""


def failures() -> str:
    """Return the page of all failure reasons; a reason without a meaning is an error."""
    missing = sorted(reasons() - FAILURES.keys())
    if missing:
        raise SystemExit(f"failure reasons without a meaning: {', '.join(missing)}; add them to FAILURES in {__file__}")
    rows = ((f"`{name}`", FAILURES[name]) for name in sorted(reasons()))
    return "\n\n".join(
        (
            "# Failure reasons",
            "A page that cannot be read becomes one failure; the rest goes on. `tripoint show CASE failures` lists "
            "them with a sentence each.",
            table(("reason", "what it means and what to do"), rows),
        )
    )


PAGES: dict[str, Callable[[], str]] = {
    "command-line.md": command_line,
    "settings.md": settings,
    "parts.md": parts,
    "claim-types.md": claim_types,
    "records.md": records,
    "failures.md": failures,
}


def main(*, check: bool) -> int:
    """Write the pages, or with `check` say which are stale; return the exit code."""
    stale = []
    made = {REFERENCE / name: f"{MADE}\n\n{make()}\n" for name, make in PAGES.items()}
    made[DESCRIPTION] = json.dumps(application([]).openapi(), indent=1, ensure_ascii=False) + "\n"
    for path, text in made.items():
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path.name)
        if not check:
            path.write_text(text, encoding="utf-8")
    if check and stale:
        sys.stderr.write(f"stale: {', '.join(stale)}; run python docs/generate.py\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(check="--check" in sys.argv[1:]))
