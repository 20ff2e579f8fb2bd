"""Whether a claim tells what UCDP counts as an event of organized violence, and of which of its three kinds.

After the definitions of the UCDP Georeferenced Event Dataset (Sundberg and Melander 2013): armed force by an organized
actor against another one or against civilians, with one direct death at least, at a place and a time. Whether a
conflict reaches 25 deaths in a year is not a claim's to tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from tripoint.model import AmountSlot, Code, Party, PlaceSlot, TimeValue
from tripoint.resources.claims import words

STATES = frozenset({"army", "police", "border_force", "government", "ministry", "intelligence", "country", "coalition"})
ORGANIZED = STATES | {"militia", "armed_group", "umbrella", "party"}
FATAL = frozenset("kill slay murder assassinate execute massacre behead slaughter die perish".split())
"""Verbs that tell a death though no number does."""
CIVILIANS = frozenset({"population", "civilian", "aid"})
UNARMED = frozenset(
    "civilian people person resident villager child woman man family worker journalist doctor student refugee "
    "protester demonstrator farmer patient shopper worshipper passer-by pedestrian".split()
)


def ucdp(
    type_: str,
    verb: str,
    *,
    agents: Sequence[Party],
    others: Sequence[Party],
    amounts: Sequence[AmountSlot],
    places: Sequence[PlaceSlot],
    time: TimeValue | None,
) -> Code:
    """Return the kind of event in UCDP's terms, or none with what is lacking. `verb`: the lemma that tells the act."""
    if type_ not in words()["armed_acts"]:
        return _none("no use of armed force")
    dead = [slot.amount for slot in amounts if slot.amount.what == "killed"]
    if dead and all(amount.high == 0 for amount in dead):
        return _none("nobody was killed: not a UCDP event")
    if not dead and (verb not in FATAL or not others):
        return _none("no death told: not a UCDP event")
    if not places:
        return _none("no place told in its clause")
    if time is None or (time.start is None and time.end is None):
        return _none("no day told in its clause")
    sides = [party for party in (*agents, *others) if party.kind in ORGANIZED]
    if not sides:
        return _none("no organized actor is named")
    states = sum(party.kind in STATES for party in sides)
    if len(sides) >= 2:
        kind = "state-based" if states else "non-state"
        return Code(book="ucdp", code=kind, reason=f"two organized sides, {states or 'none'} of a state, and a death")
    civilians = [party for party in others if party.kind in CIVILIANS or _unarmed(party.text)]
    counted = [amount for amount in dead if _unarmed(amount.unit)]
    if any(party.kind in ORGANIZED for party in agents) and (civilians or counted):
        return Code(book="ucdp", code="one-sided", reason="an organized actor, dead who are civilians, no second side")
    return _none("one organized side, and who died is not told to be its enemy or civilian")


def _unarmed(text: str) -> bool:
    last = text.lower().split()[-1:]
    return any(word in UNARMED or word.removesuffix("s") in UNARMED or word == "children" for word in last)


def _none(reason: str) -> Code:
    return Code(book="ucdp", code=None, reason=reason)
