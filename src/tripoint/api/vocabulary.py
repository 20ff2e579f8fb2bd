"""Words and groups of claim types, as lists and legends show them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from tripoint.events.phrases import PHRASES
from tripoint.resources.claims import claim_types

GROUPS = {
    "fight": ("clash", "attack", "repel", "advance", "reach", "withdraw", "sweep", "operation", "besiege", "deploy"),
    "strike": ("airstrike", "shelling", "bombing", "destroy"),
    "hold": ("capture", "transfer", "control", "presence", "status", "open", "close", "build"),
    "people": ("kill", "arrest", "abduct", "release", "harm_civilians", "displace", "find", "protest"),
    "politics": (
        "meet",
        "agree",
        "coordinate",
        "support",
        "join",
        "accuse",
        "demand",
        "reject",
        "threaten",
        "sanction",
    ),
    "ties": ("backs", "opposes", "part_of"),
}
"""What types are drawn alike."""


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, dict[str, Any]]:
    """Return for each claim type its word, its group, its kind and its meaning."""
    group = {name: word for word, names in GROUPS.items() for name in names}
    return {
        entry.id: {
            "label": PHRASES[entry.id].noun.capitalize() if entry.id in PHRASES else entry.id.replace("_", " "),
            "group": group.get(entry.id, "other"),
            "kind": entry.kind.value,
            "meaning": entry.meaning,
        }
        for entry in claim_types().values()
    }
