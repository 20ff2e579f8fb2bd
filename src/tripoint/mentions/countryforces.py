"""Which body *Kenyan forces* are, by what else the document names of that country: its army; else they stay open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tripoint.mentions.actors import actor_reading
from tripoint.mentions.draft import Draft, because
from tripoint.model import MentionKind, Reading
from tripoint.resources.actors import register

_FORCES = "/forces"
_ARMED = frozenset({"army", "umbrella", "militia", "police", "border_force"})
_MEANT = frozenset({"army", "umbrella", "militia"})


def country_forces(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the forces of a country anew, where the document tells which body they are or may be."""
    named = {
        one.chosen.candidate_id: one.chosen
        for one in drafts
        if one.kind is MentionKind.ACTOR and not one.generic and one.chosen is not None and one.chosen.candidate_id
    }
    for draft in drafts:
        best = draft.chosen
        if draft.kind is not MentionKind.ACTOR or best is None or best.actor_country is None:
            continue
        state = f"actor:{best.actor_country.lower()}"
        if best.candidate_id != state + _FORCES:
            continue
        meant = _army(named, best.actor_country, state)
        if meant is not None:
            readings = [replace(meant, framing=best.framing), replace(best, chosen=False, score=min(best.score, 0.5))]
            yield replace(draft, weight=draft.weight + 1.0, readings=readings)
            continue
        perhaps = _only_body(named, best.actor_country, state)
        if perhaps is not None:
            yield replace(draft, weight=draft.weight + 1.0, readings=[*draft.readings, perhaps])


def _army(named: dict[str, Reading], iso2: str, state: str) -> Reading | None:
    """Return the army of the country, where the document names it in any words."""
    army = register().by_role.get((iso2, "army"))
    told = named.get(army.id if army is not None else f"{state}/army")
    if told is None:
        return None
    why = because("document", 0.7, f"the document names {told.name}, the core of the country's forces")
    return replace(told, score=0.7, reasons=(why,), antecedent_start=None, antecedent_end=None)


def _only_body(named: dict[str, Reading], iso2: str, state: str) -> Reading | None:
    """Return the one armed body of the state that the document names, as what may be meant and is not chosen."""
    bodies = [actor for name in named if (actor := register().get(name)) is not None and actor.country == iso2]
    bodies = [actor for actor in bodies if actor.kind in _ARMED]
    if len(bodies) != 1 or bodies[0].kind not in _MEANT:
        return None
    if not any(tie.actor_id == state for tie in bodies[0].parents):
        return None
    why = because("document", 0.5, f"the document names no other armed body of the country than {bodies[0].name}")
    return actor_reading(bodies[0], 0.45, (why,), chosen=False)
