"""`tripoint show`: what is in a case, as a table."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from tripoint.cli import days
from tripoint.cli.judgements import verdicts
from tripoint.cli.terminal import write_table
from tripoint.errors import InputError

THINGS = (
    *("events", "claims", "places", "actors", "documents", "revisions", "sources", "contradictions", "control"),
    "failures",
)
MODALITIES = ("happened", "planned", "possible", "conditional", "unconfirmed")

_NARROW = {
    "events": ("id", "label", "since", "claims", "origins", "contradictions"),
    "claims": ("id", "type", "modality", "agents", "targets", "places", "since", "speakers", "evidence"),
    "places": ("id", "name", "country", "precision", "latitude", "longitude", "claims", "events"),
    "documents": ("id", "outlet", "headline", "published", "copy_of", "claims", "speakers"),
    "revisions": ("id", "url", "number", "of", "captured_at", "seen_until", "added", "removed", "gone"),
    "sources": ("id", "kind", "name", "claims", "alone", "joined", "contradicted_by", "words_used", "copies"),
    "contradictions": ("id", "field", "sides", "why", "event"),
    "control": ("place", "holder", "status", "since", "until", "basis", "known_since", "claims"),
}
"""The columns that a terminal has room for."""


def show(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="Folder of the case.")],
    what: Annotated[str, typer.Argument(metavar="|".join(THINGS), help=f"What to list: {', '.join(THINGS)}.")],
    place: Annotated[
        str | None, typer.Option("--place", help="Only what happened there: part of a name, or an id.")
    ] = None,
    actor: Annotated[
        str | None, typer.Option("--actor", help="Only with this party: part of a name, or an id.")
    ] = None,
    type_: Annotated[str | None, typer.Option("--type", metavar="TYPE", help="Only claims of this type.")] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Not before 2017, 2017-06 or 2017-06-17.")
    ] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="Not after this date.")] = None,
    speaker: Annotated[
        str | None, typer.Option("--speaker", help="Only said by this voice: part of a name, or an id.")
    ] = None,
    modality: Annotated[
        str | None, typer.Option("--modality", metavar="MODALITY", help=f"One of {', '.join(MODALITIES)}.")
    ] = None,
    known: Annotated[
        str | None,
        typer.Option("--as-known-on", metavar="DATE", help="Control as it was known by this date, from nothing later."),
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="At most so many rows.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON array.")] = False,
) -> None:
    """List what is in a case. Filters work together; what is no claim or event is listed for the claims that match."""
    from tripoint.store.question import Question
    from tripoint.store.reading import CaseReader
    from tripoint.store.views import view

    if str(case) in THINGS and what not in THINGS:
        raise InputError(f"the case comes first: tripoint show {what} {case}")
    _known(what, THINGS, "thing to show")
    if modality is not None:
        _known(modality, MODALITIES, "modality")
    if type_ is not None:
        from tripoint.resources.claims import claim_types

        _known(type_, tuple(claim_types()), "claim type")
    for name, day in (("--since", since), ("--until", until), ("--as-known-on", known)):
        days.check(name, day)
    question = Question(
        place=place, actor=actor, type=type_, since=since, until=until, known=known, speaker=speaker, modality=modality
    )
    with CaseReader(case) as reader:
        rows = view(reader, what, question, limit=limit or -1)
        narrow = _NARROW.get(what, ())
        if what in ("events", "claims") and (decided := verdicts(reader)):
            rows = [{**row, "decided": decided.get(row["id"])} for row in rows]
            narrow = (*narrow, "decided")
    if write_table(rows, as_json=as_json, narrow=narrow) == 0 and not as_json:
        print(f"no {what} in {case}" + ("" if question.empty else " answer these filters"), file=sys.stderr)


def _known(name: str, names: tuple[str, ...], what: str) -> None:
    if name in names:
        return
    near = get_close_matches(name, names, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else f"known: {', '.join(names)}"
    raise InputError(f"there is no {what} {name}; {hint}")
