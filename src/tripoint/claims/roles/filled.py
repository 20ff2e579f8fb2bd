"""The filled roles of a predicate, with how each was bound."""

from __future__ import annotations

from dataclasses import dataclass, field

from tripoint.claims.roles.parties import Cast
from tripoint.claims.scene import Scene
from tripoint.model import (
    Absent,
    MentionKind,
    Party,
    Reason,
)
from tripoint.resources.claims import ClaimType
from tripoint.syntax import Token


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


def put(scene: Scene, at: int, tok: Token, cast: Cast, slot: list[Party] | None, found: Roles, *, loose: bool) -> None:
    """Put the parties of an object into `slot`; a place is left to the places, a thing marks its tokens as ours."""
    found.tokens.add(tok.i)
    if slot is None:
        return
    if scene.headed(at, tok, MentionKind.PLACE) is not None and scene.kind_of(at, tok) == "place":
        return
    kind = scene.kind_of(at, tok)
    slot.extend(p for p in cast.of(at, tok, loose=loose and kind != "place") if p not in slot)
