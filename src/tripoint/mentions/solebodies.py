"""Bodies told short, as the only one that the document names: *the Kenyan ministry, the UN mission, army units*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tripoint.mentions.draft import Draft, because
from tripoint.model import MentionKind, Reading
from tripoint.resources.actors import register

_MINISTRY = "/ministry"
_MISSION = "/mission"
_OF_THE_ARMY = frozenset({"army", "army units", "army unit", "army troops", "army soldiers", "army forces"})
"""Words of an army that a text sets without an article where it knows but one (*Army units advanced*)."""


def sole_bodies(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield armies, ministries and missions without a name of their own as the only one that the document names."""
    named = {
        one.chosen.candidate_id: one.chosen
        for one in drafts
        if one.kind is MentionKind.ACTOR and not one.generic and one.chosen is not None and one.chosen.candidate_id
    }
    armies = [
        one for name, one in named.items() if (actor := register().get(name)) is not None and actor.role == "army"
    ]
    for draft in drafts:
        best = draft.chosen
        if draft.kind is not MentionKind.ACTOR or best is None:
            continue
        if best.candidate_id is None:
            bare = draft.generic and not any(kid.dep == "det" for kid in draft.head.kids)
            if bare and best.name.lower() in _OF_THE_ARMY and len(armies) == 1:
                why = because("document", 0.6, f"the document names no other army than {armies[0].name}")
                made = replace(armies[0], score=0.6, reasons=(why,), framing=best.framing)
                yield replace(draft, weight=draft.weight + 1.0, generic=False, readings=[made])
            continue
        owner, _, what = best.candidate_id.rpartition("/")
        if f"/{what}" == _MINISTRY:
            meant = [one for one in named.values() if one is not best and _is_ministry(one, owner)]
        elif f"/{what}" == _MISSION:
            meant = [one for one in named.values() if _is_mission(one, owner)]
        else:
            continue
        if len(meant) == 1:
            why = because("document", 0.7, f"the document names no other {what} of its owner than {meant[0].name}")
            made = replace(
                meant[0],
                score=0.7,
                reasons=(why,),
                framing=best.framing,
                antecedent_start=None,
                antecedent_end=None,
            )
            yield replace(draft, weight=draft.weight + 1.0, readings=[made, replace(best, chosen=False, score=0.4)])


def _is_ministry(one: Reading, owner: str) -> bool:
    """Say whether a reading is a ministry with a name, of the state `owner`."""
    if one.actor_kind != "ministry" or one.actor_country is None or one.candidate_id is None:
        return False
    return owner == f"actor:{one.actor_country.lower()}" and not one.candidate_id.endswith(_MINISTRY)


def _is_mission(one: Reading, owner: str) -> bool:
    """Say whether a reading is a body of the register that is a mission of `owner`."""
    actor = register().get(one.candidate_id or "")
    if actor is None or not any(tie.actor_id == owner for tie in actor.parents):
        return False
    return any("mission" in name.lower().split() for name in (actor.name, *actor.aliases))
