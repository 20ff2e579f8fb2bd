"""The filled roles of a predicate, with how each was bound."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tripoint.claims.roles.capitals import government_of
from tripoint.claims.scene import Scene
from tripoint.model import (
    Absent,
    MentionKind,
    Party,
    Reason,
)
from tripoint.resources.claims import ClaimType
from tripoint.syntax import Token

if TYPE_CHECKING:
    from tripoint.claims.roles.parties import Cast


@dataclass(slots=True)
class Roles:
    """The filled roles; `how` tells in sentences how each was bound, `absent` why a slot is empty."""

    agents: list[Party] = field(default_factory=list)
    targets: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    absent: list[Absent] = field(default_factory=list)
    tokens: set[int] = field(default_factory=set)

    def other(self, type_: ClaimType) -> list[Party] | None:
        """The list that the other side of this type goes to."""
        return {"target": self.targets, "recipient": self.recipients}.get(type_.other)


def put(
    scene: Scene,
    at: int,
    tok: Token,
    cast: Cast,
    slot: list[Party] | None,
    found: Roles,
    *,
    loose: bool,
    country: bool = False,
) -> None:
    """Put the parties of an object into `slot`; a place is left to the places, a thing marks its tokens as ours.

    `country`: a country named as a place is a side of this act (*urged Turkey*).
    """
    found.tokens.add(tok.i)
    if slot is None:
        return
    kind = scene.kind_of(at, tok)
    if kind == "place" and tok.tag == "PRP":
        slot.extend(p for p in cast.antecedents.fronted(at, tok) if p not in slot)
        return
    named = scene.headed(at, tok, MentionKind.PLACE)
    if named is not None and kind == "place":
        place = named.place
        if not country or place is None or place.precision != "country":
            ruling = government_of(named) if country else None
            slot.extend([] if ruling is None else [ruling])
            return
    slot.extend(p for p in cast.of(at, tok, loose=loose and named is None) if p not in slot)
