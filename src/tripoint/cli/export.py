"""`tripoint export`: a case in an exchange format."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tripoint.errors import InputError


def export(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="Folder of the case.")],
    format_: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help="pages-jsonl, documents-jsonl, claims-jsonl, events-jsonl or csv."
        ),
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write; standard output when not told, or for -.")
    ] = None,
    comments: Annotated[
        bool, typer.Option("--comments", help="Read the comments for claims; export only those: leads, never evidence.")
    ] = False,
) -> None:
    """Write a case in one format, in a stable order."""
    from tripoint import registry
    from tripoint.store.reading import CaseReader
    from tripoint.store.replacing import replacing

    kind = CaseReader
    if comments:
        from tripoint.run.leads import LeadReader

        kind = LeadReader
    exporter = registry.part("exporter", format_).load()
    with kind(case) as reader:
        if output is None or str(output) == "-":
            exporter(reader, sys.stdout, comments=comments)
            return
        try:
            with replacing(output) as beside, beside.open("w", encoding="utf-8", newline="") as out:
                exporter(reader, out, comments=comments)
        except OSError as error:
            raise InputError(
                f"cannot write {output}: {error.strerror}; give a file in a folder you may write to"
            ) from error
