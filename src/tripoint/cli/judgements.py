"""What people decided, in lines and rows for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tripoint.cli.terminal import safe

if TYPE_CHECKING:
    from tripoint.events import Attached
    from tripoint.model import Decision
    from tripoint.store.reading import CaseReader


def verdicts(reader: CaseReader) -> dict[str, str]:
    """Return in words what holds of each claim and event that was decided on."""
    from tripoint.store import judgements

    return {name: safe(told) for name, told in judgements.told(reader, judgements.standing(reader)).items()}


def sheet(reader: CaseReader, subject: str) -> list[str]:
    """Return the decisions that bear on a claim or an event, a line each."""
    from tripoint.store import judgements

    found = judgements.bearing_on(reader, judgements.standing(reader), subject)
    return [
        f"{_act(one.decision)} by {safe(one.decision.who)}, {one.decision.at[:10]}: {safe(one.decision.why)}"
        for one in found
    ]


def _act(made: Decision) -> str:
    from tripoint.events import change

    sets = change(made)
    return made.act if sets is None else f"correct {sets.field} to {safe(sets.told)}"


def listing(attached: list[Attached]) -> list[dict[str, Any]]:
    """Return one row for each decision, with how it stands."""
    from tripoint.store import judgements

    return [
        {
            "id": one.decision.decision_id,
            "act": one.decision.act,
            "subject": one.decision.subject,
            "other": one.decision.other,
            **judgements.set_by(one.decision),
            "who": one.decision.who,
            "why": one.decision.why,
            "at": one.decision.at,
            "claims": len(one.a) + len(one.b),
            "standing": judgements.how_it_stands(one),
        }
        for one in attached
    ]
