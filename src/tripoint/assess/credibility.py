"""Credibility of an event on the Admiralty scale, 1 (best) to 6 (cannot be judged), with its arithmetic in the open.

One origin that tells a thing as a fact stands at 3. Each row of the table moves it up or down and says why.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tripoint.assess.ledger import PROSPECTIVE
from tripoint.assess.sources import unnamed
from tripoint.model import Claim, Contradiction, Event, Modality, Origin, Polarity, Reason


@dataclass(frozen=True, slots=True)
class Standing:
    """What credibility looks at. `adverse`: for each origin a sentence when it is adverse, else empty."""

    event: Event
    claims: Sequence[Claim]
    origins: Sequence[Origin]
    adverse: Sequence[str]
    contradictions: Sequence[Contradiction]


Step = tuple[int, str] | None


def more_origins(held: Standing) -> Step:
    """A second independent origin lifts it by one."""
    count = len(held.origins)
    return (-1, f"{count} independent origins") if count > 1 else None


def adverse_origin(held: Standing) -> Step:
    """An origin that loses by what it says, or has no side, lifts it by one."""
    told = [sentence for sentence in held.adverse if sentence]
    return (-1, "; ".join(told)) if told else None


def open_contradiction(held: Standing) -> Step:
    """A contradiction about whether it happened, who did it or who holds it that nothing explains lowers it by one."""
    grave = [
        c
        for c in held.contradictions
        if c.explained is None and c.field in ("occurred", "actor", "responsibility", "holder", "status")
    ]
    return (1, f"{len(grave)} open contradiction(s): " + "; ".join(c.why for c in grave)) if grave else None


def only_denied(held: Standing) -> Step:
    """Only denials: nobody in the case says that it happened."""
    if all(claim.polarity is Polarity.DENIED for claim in held.claims):
        return 0, "only its denial is told; the scale judges the denial"
    return None


def nobody_named(held: Standing) -> Step:
    """Only unnamed voices stand behind it."""
    return (1, "only unnamed voices tell it") if all(unnamed(claim) for claim in held.claims) else None


def not_vouched(held: Standing) -> Step:
    """Every claim says that it is unconfirmed, or hedges."""
    if all(claim.modality is Modality.UNCONFIRMED or claim.hedged for claim in held.claims):
        return 1, "nobody vouches for it: hedged or unconfirmed wherever it is told"
    return None


STEPS: tuple[Callable[[Standing], Step], ...] = (
    more_origins,
    adverse_origin,
    open_contradiction,
    only_denied,
    nobody_named,
    not_vouched,
)
"""Every row of the arithmetic."""


def credibility(held: Standing) -> tuple[int, tuple[Reason, ...]]:
    """Return the grade and its arithmetic. A plan, a comment's word and a bare word of nobody cannot be judged: 6."""
    unjudged = _cannot_be_judged(held)
    if unjudged is not None:
        return 6, (Reason(name="cannot_be_judged", score=0.0, sentence=unjudged),)
    grade = 3
    reasons = [Reason(name="start", score=0.0, sentence="starts at 3: told as a fact by one origin")]
    for step in STEPS:
        found = step(held)
        if found is not None:
            grade += found[0]
            moved = f"{found[0]:+d}: {found[1]}" if found[0] else found[1]
            reasons.append(Reason(name=step.__name__, score=-found[0] / 2, sentence=moved))
    kept = min(5, max(1, grade))
    reasons.append(Reason(name="grade", score=0.0, sentence=f"comes to {kept}"))
    return kept, tuple(reasons)


def _cannot_be_judged(held: Standing) -> str | None:
    if not held.event.claims:
        return "a person rejected every claim of it"
    if not held.origins:
        return "only readers' comments tell it"
    if all(claim.modality in PROSPECTIVE for claim in held.claims):
        return "a plan or possibility: nothing has happened yet that could be judged"
    if all(claim.modality is Modality.UNCONFIRMED for claim in held.claims):
        return "told only as unconfirmed"
    bare = held.event.place is None and held.event.time is None and not held.event.agents
    return "one origin tells it without saying who, where or when" if bare and len(held.origins) == 1 else None
