"""`tripoint eval`: measures tripoint on a benchmark folder."""

from __future__ import annotations

import importlib
import json
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

import typer

from tripoint.cli.terminal import write_table
from tripoint.errors import InputError


def evaluate(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the evaluation.")],
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="Folder of the benchmark.")],
    json_: Annotated[Path | None, typer.Option("--json", metavar="OUT", help="File for the figures as JSON.")] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Only the first so many items.")] = None,
) -> None:
    """Run an evaluation and print its figures beside the floors and peers."""
    from tripoint import evals

    known: dict[str, str] = getattr(evals, "EVALUATIONS", {})
    if name not in known:
        near = get_close_matches(name, list(known), n=3) or sorted(known)
        hint = f"known: {', '.join(near)}" if near else "none is built in yet"
        raise InputError(f"there is no evaluation {name}; {hint}")
    if not data.is_dir():
        raise InputError(f"{data} is not a folder; give the benchmark's folder with --data")
    module, _, attribute = known[name].partition(":")
    report: dict[str, Any] = getattr(importlib.import_module(module), attribute)(data, limit=limit)
    write_table(report.pop("table"), as_json=False)
    if json_ is not None:
        json_.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
