"""What people decided, in lines and rows for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tripoint.cli.terminal import safe

if TYPE_CHECKING:
    from tripoint.events import Attached
    from tripoint.store.reading import CaseReader


def verdicts(reader: CaseReader) -> dict[str, str]:
    """Return in words what holds of each claim and event that was decided on."""
    from tripoint.store import judgements

    found = judgements.verdicts(reader, judgements.standing(reader))
    return {name: safe(one.sentence()) for name, one in found.items()}


def sheet(reader: CaseReader, subject: str) -> list[str]:
    """Return the decisions that bear on a claim or an event, a line each."""
    from tripoint.store import judgements

    found = judgements.bearing_on(reader, judgements.standing(reader), subject)
    made = [one.decision for one in found]
    return [f"{one.act} by {safe(one.who)}, {one.at[:10]}: {safe(one.why)}" for one in made]


def listing(attached: list[Attached]) -> list[dict[str, Any]]:
    """Return one row for each decision, with how it stands."""
    from tripoint.store.judgements import how_it_stands

    return [
        {
            "id": one.decision.decision_id,
            "act": one.decision.act,
            "subject": one.decision.subject,
            "other": one.decision.other,
            "who": one.decision.who,
            "why": one.decision.why,
            "at": one.decision.at,
            "claims": len(one.a) + len(one.b),
            "standing": how_it_stands(one),
        }
        for one in attached
    ]
