"""`tripoint decide`: a person's judgement, kept apart and never overwritten."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from tripoint.errors import InputError

ACTS = {"accept": 1, "reject": 1, "merge": 2, "split": 2}
"""What can be decided, with how many ids it takes."""


def decide(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="Folder of the case.")],
    act: Annotated[str, typer.Argument(metavar="|".join(ACTS), help="accept, reject, merge or split.")],
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="One id; two for merge and split.")],
    who: Annotated[str, typer.Option("--who", help="Who decides.")],
    why: Annotated[str, typer.Option("--why", help="The reason, in a sentence.")],
) -> None:
    """Accept or reject a claim or an event, or say that two tell one happening (merge) or do not (split)."""
    from tripoint.model import Decision, digest
    from tripoint.store import decisions
    from tripoint.store.reading import CaseReader

    if act not in ACTS:
        raise InputError(f"there is no decision {act}; expected one of {', '.join(ACTS)}")
    if len(ids) != ACTS[act]:
        raise InputError(f"{act} takes {ACTS[act]} id{'' if ACTS[act] == 1 else 's'}, {len(ids)} given")
    if not who.strip() or not why.strip():
        raise InputError("a decision needs who and why; give both some words")
    with CaseReader(case) as reader:
        found = [reader.find(name) for name in ids]
        path = reader.case.decisions
    for kind, name in found:
        if kind not in ("claim", "event"):
            raise InputError(f"{name} is a {kind}; decisions are on claims and events")
    if len({kind for kind, _ in found}) > 1:
        raise InputError(f"{act} takes two claims or two events, not one of each")
    subject, other = found[0][1], found[1][1] if len(found) == 2 else None
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    decision = Decision(
        decision_id=digest("dec", act, subject, other, who, why, at),
        act=act,
        subject=subject,
        other=other,
        value=None,
        who=who,
        why=why,
        at=at,
    )
    decisions.append(path, decision)
    print(f"{act} {' '.join(name for _, name in found)}, by {who}; it counts from the next tripoint build on")
