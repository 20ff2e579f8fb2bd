"""`tripoint decide`: a person's judgement, kept apart and never overwritten."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tripoint.cli.terminal import safe, write_table
from tripoint.errors import InputError

_ACTS = ("accept", "reject", "unsure", "merge", "same", "split", "different", "correct", "undo")


def decide(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="Folder of the case.")],
    act: Annotated[
        str | None,
        typer.Argument(metavar="|".join(_ACTS), help="What is decided; undo takes back the decision with this id."),
    ] = None,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="ID...", help="Ids of claims or events, or their beginnings.")
    ] = None,
    who: Annotated[str, typer.Option("--who", "--by", help="Who decides.")] = "",
    why: Annotated[str, typer.Option("--why", help="The reason, in a sentence.")] = "",
    field: Annotated[
        str | None, typer.Option("--field", help="With correct: the field of the claim, such as agents or time.")
    ] = None,
    value: Annotated[
        str | None,
        typer.Option("--value", help="With correct: its value; lists are parted by ;, none empties it."),
    ] = None,
    listed: Annotated[
        bool, typer.Option("--list", help="List what was decided, and what has lost its claims.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="With --list: write one JSON array.")] = False,
) -> None:
    """Accept, reject or correct claims, accept or reject events, or say that two tell one happening (merge) or not."""
    from tripoint.cli.judgements import listing
    from tripoint.store.deciding import decide as keep
    from tripoint.store.judgements import standing
    from tripoint.store.reading import CaseReader

    if listed:
        if act is not None:
            raise InputError(f"--list lists what was decided; it takes no {act}")
        with CaseReader(case) as reader:
            write_table(listing(standing(reader)), as_json=as_json, narrow=_NARROW)
        return
    with CaseReader(case) as reader:
        decision = keep(reader, act, ids or [], who=who, why=why, field=field, value=value)
    shown = " and ".join(filter(None, (decision.subject, decision.other)))
    what = f"correct {field} of {shown} to {safe(value or '')}" if act == "correct" else f"{act} {shown}"
    later = "" if act == "accept" else "; it counts from the next tripoint build on"
    print(f"{what}, by {who}{later}")


_NARROW = ("id", "act", "subject", "other", "field", "value", "who", "why", "standing")
