"""`tripoint eval`: measures tripoint on a benchmark folder."""

from __future__ import annotations

import importlib
import json
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tripoint.cli.terminal import safe, write_table
from tripoint.errors import InputError

if TYPE_CHECKING:
    from tripoint.evals.evaluation import Evaluation


def evaluate(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the evaluation.")],
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="Folder of the benchmark.")],
    json_: Annotated[Path | None, typer.Option("--json", metavar="OUT", help="File for the figures as JSON.")] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Only the first so many items.")] = None,
) -> None:
    """Run an evaluation and print its figures beside the floors and peers."""
    from tripoint import evals

    known: dict[str, str] = evals.EVALUATIONS
    if name not in known:
        near = get_close_matches(name, list(known), n=3) or sorted(known)
        hint = f"known: {', '.join(near)}" if near else "none is built in yet"
        raise InputError(f"there is no evaluation {name}; {hint}")
    if not data.is_dir():
        raise InputError(f"{data} is not a folder; give the benchmark's folder with --data")
    module, _, attribute = known[name].partition(":")
    found: Evaluation = getattr(importlib.import_module(module), attribute)(data, limit=limit)
    write_table(found.table(), as_json=False)
    for note in found.notes:
        print(safe(note))
    if json_ is not None:
        try:
            json_.write_text(json.dumps(found.report(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        except OSError as error:
            raise InputError(f"cannot write {json_}: {error.strerror}; give a file you may write to") from error
