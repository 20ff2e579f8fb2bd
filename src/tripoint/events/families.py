"""Which types of claims may tell one happening: a literal table of families, read by blocks and by `types`."""

from __future__ import annotations

from functools import lru_cache

SPEECH = frozenset({"accuse", "threaten", "demand", "reject"})
"""Acts done by speaking: one sentence may hold several."""

FAMILIES: dict[str, frozenset[str]] = {
    "ground": frozenset({"operation", "sweep", "attack"}),
    "clearing": frozenset({"sweep", "capture"}),
    "movement": frozenset({"advance", "reach"}),
    "fighting": frozenset({"attack", "repel", "clash", "kill", "operation"}),
    "fire": frozenset({"airstrike", "shelling", "bombing", "kill", "destroy", "attack", "harm_civilians"}),
    "taking": frozenset({"capture", "control", "reach"}),
    "leaving": frozenset({"withdraw", "transfer"}),
    "siege": frozenset({"besiege", "status"}),
    "talks": frozenset({"meet", "coordinate", "agree", "reach"}),
    "passage": frozenset({"open", "close", "status"}),
    "backing": frozenset({"backs", "support"}),
    "posting": frozenset({"deploy", "presence", "reach"}),
    "holding": frozenset({"control", "presence"}),
    "civilians": frozenset({"harm_civilians", "displace", "attack", "kill"}),
    "custody": frozenset({"arrest", "abduct"}),
    "freeing": frozenset({"release"}),
    "speech": SPEECH,
    "hostility": frozenset({"opposes"}),
    "membership": frozenset({"part_of", "join"}),
    "works": frozenset({"build"}),
    "finds": frozenset({"find"}),
    "measures": frozenset({"sanction"}),
    "crowds": frozenset({"protest"}),
}
"""Types in one family may be two words for one happening; types that share no family never are."""

STATES = frozenset({"control", "presence", "status", "backs", "opposes", "part_of"})
"""Types that hold over an interval (also told by `Claim.kind`)."""

OF_TYPE: dict[str, tuple[str, ...]] = {
    type_: tuple(name for name, members in FAMILIES.items() if type_ in members)
    for type_ in sorted({member for members in FAMILIES.values() for member in members})
}


def families(type_: str) -> tuple[str, ...]:
    """Return the families of a type; a type that the table lacks is a family of its own."""
    return OF_TYPE.get(type_, (type_,))


def wide_families(type_: str, *, prospective: bool) -> tuple[str, ...]:
    """Return the families of a type with the wide ones, which hold inside a text or for plans only."""
    wide = ("course",) if type_ in COURSE or type_ in HELP else ()
    accord = ("accord",) if prospective or type_ in ACCORDS else ()
    return (*families(type_), *wide, *(("goal",) if prospective and type_ in GOAL else ()), *accord)


@lru_cache(maxsize=4096)
def related(a: str, b: str) -> bool:
    """Return whether claims of the two types may tell one happening."""
    return a == b or not set(families(a)).isdisjoint(families(b))


WHOLE = frozenset({"operation", "sweep"})
"""Types that name a course of action of which other acts are parts."""

COURSE = frozenset({"operation", "sweep", "attack", "advance", "capture", "reach", "control"})
"""Acts that one text may tell as the course of one operation (launched, advanced, took, now holds)."""

MOVING = frozenset({"advance", "sweep", "operation", "withdraw", "deploy", "displace", "reach", "support"})
"""Acts that pass through places: two far places do not make two happenings of them."""

STRUCK = frozenset({"attack", "airstrike", "shelling", "bombing"})
"""Acts of violence that a text tells at one go."""

EFFECTS = frozenset({"kill", "harm_civilians", "destroy"})
"""What an act of violence does to people and things: told of it, it is no happening of its own."""

HELP = frozenset({"support"})
"""Acts beside another's: told of an operation (*an assault backed by gunships*), they are the helper's share in it."""

ACCORDS = frozenset({"agree"})
"""Acts whose content is a plan: an agreement and what was agreed on are one thing."""

TEXT_ONLY = frozenset({"course", "accord"})
"""Wide families: what holds inside one text only."""

GOAL = frozenset({"operation", "attack", "advance", "capture", "control", "reach"})
"""Acts by which one plan is spoken of: to move on a place, to attack it, to take it."""

MUTUAL = frozenset({"meet", "agree", "coordinate", "clash"})
"""Types whose sides are interchangeable: behind *with* or in front of it."""
