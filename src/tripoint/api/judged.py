"""Decisions as they are answered."""

from __future__ import annotations

from typing import Any

from tripoint.events import Attached
from tripoint.model import Decision
from tripoint.store.judgements import how_it_stands, set_by


def decision_row(one: Attached) -> dict[str, Any]:
    """Return a decision with how it stands now."""
    return {
        **made_row(one.decision),
        "claims": [*one.a, *one.b],
        "standing": how_it_stands(one),
        "holds": not one.undone and not one.orphaned,
    }


def made_row(made: Decision) -> dict[str, Any]:
    """Return a decision as it was just made."""
    return {
        "id": made.decision_id,
        "act": made.act,
        "subject": made.subject,
        "other": made.other,
        **set_by(made),
        "who": made.who,
        "why": made.why,
        "at": made.at,
    }
