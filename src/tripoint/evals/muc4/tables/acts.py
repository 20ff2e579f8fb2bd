"""Which acts are incidents, of which type, where and when."""

from __future__ import annotations

INCIDENT_OF = {
    "attack": "ATTACK",
    "shelling": "ATTACK",
    "airstrike": "ATTACK",
    "kill": "ATTACK",
    "harm_civilians": "ATTACK",
    "destroy": "ATTACK",
    "repel": "ATTACK",
    "bombing": "BOMBING",
    "abduct": "KIDNAPPING",
}
"""Claim type -> incident type. Clashes, captures, arrests and sweeps are acts of war or police, no incidents."""

TYPE_OF_WORD = {
    "burn": "ARSON", "torch": "ARSON", "incinerate": "ARSON", "arson": "ARSON",
    "rob": "ROBBERY", "steal": "ROBBERY", "loot": "ROBBERY", "robbery": "ROBBERY",
    "hijack": "HIJACKING", "hijacking": "HIJACKING",
    "dynamite": "BOMBING", "explosion": "BOMBING", "explode": "BOMBING",
}  # fmt: skip
"""Words of the act that settle its type whatever the claim's."""

EXPLOSIVES = frozenset("bomb dynamite explosive grenade explosion carbomb blast tnt charge device booby-trap".split())
"""What an attack or destruction is done with that makes it a BOMBING."""

EFFECT_CLAIMS = frozenset({"kill", "harm_civilians", "destroy"})
"""Claims that tell what an act did as often as an act of its own: they join a more telling incident nearby."""

NATIONS = {
    "El Salvador", "Guatemala", "Honduras", "Argentina", "Bolivia", "Chile", "Colombia", "Ecuador", "Peru",
}  # fmt: skip
"""Countries of interest (task documentation 1.0, 4)."""
NATION_NAMES = {"United States of America": "UNITED STATES", "Soviet Union": "USSR", "Russia": "USSR"}
OLD_DAYS = 60
"""An incident told to be older than this when the message was written is no news."""
