"""`tripoint try`: the claims of a sentence typed at the terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from tripoint.cli import days
from tripoint.cli.claim_sheet import describe
from tripoint.cli.terminal import Paper
from tripoint.errors import InputError

_MOST = 100_000


def try_(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="One sentence or a few, in quotation marks.")],
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="The day it appeared, such as 2017-06-17.")
    ] = None,
) -> None:
    """Show the claims that a sentence makes, each slot with its words, its empty slots and its codes with reasons."""
    from tripoint.run.trial import read_text

    if not text.strip():
        raise InputError("there is nothing to read; give a sentence in quotation marks")
    if len(text) > _MOST:
        raise InputError(f"the text has {len(text):,} characters; expected {_MOST:,} at most: build a case of it")
    days.check("--published", published, whole=True)
    doc, claims = read_text(text, published=published)
    paper = Paper()
    for number, claim in enumerate(claims):
        if number:
            paper.blank()
        describe(claim, doc, paper)
    if not claims:
        print("no claim: nothing in it tells an act or a state of a known type with enough of its words")
