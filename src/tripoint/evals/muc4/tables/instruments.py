"""What an act was done with."""

from __future__ import annotations

INSTRUMENTS: tuple[tuple[str, frozenset[str]], ...] = (
    ("VEHICLE BOMB", frozenset({"car-bomb", "carbomb", "car bomb", "truck bomb", "bus bomb", "vehicle bomb"})),
    ("DYNAMITE", frozenset({"dynamite"})),
    ("AERIAL BOMB", frozenset({"aerial bomb", "napalm"})),
    ("MINE", frozenset({"mine", "landmine"})),
    ("MOLOTOV COCKTAIL", frozenset({"molotov", "cocktail"})),
    ("GRENADE", frozenset({"grenade", "handgrenade"})),
    ("ROCKET", frozenset({"rocket", "rpg"})),
    ("MISSILE", frozenset({"missile"})),
    ("MORTAR", frozenset({"mortar"})),
    ("BOMB", frozenset({"bomb"})),
    ("EXPLOSIVE", frozenset({"explosive", "tnt", "charge", "device", "gelignite"})),
    (
        "MACHINE GUN",
        frozenset({"machinegun", "machine-gun", "submachinegun", "submachine", "machine gun", "uzi", "machineguns"}),
    ),
    ("RIFLE", frozenset({"rifle", "ak-47", "m-16", "carbine"})),
    ("HANDGUN", frozenset({"pistol", "revolver", "handgun"})),
    ("GUN", frozenset({"gun", "firearm", "shotgun", "weapon", "bullet"})),
    ("CUTTING DEVICE", frozenset({"knife", "machete", "ax", "axe", "dagger"})),
    ("STONE", frozenset({"stone", "rock"})),
)
"""Kind of instrument by its word."""
INSTRUMENT_VERBS = {
    "shoot": "GUN", "gun": "GUN", "machinegun": "MACHINE GUN", "machine-gun": "MACHINE GUN", "riddle": "GUN",
    "shooting": "GUN", "stab": "CUTTING DEVICE", "torture": "TORTURE",
}  # fmt: skip
"""Acts that tell their instrument without naming it."""
NO_INSTRUMENT = frozenset({"KIDNAPPING", "ARSON"})
"""Incident types that have no instrument slots."""
