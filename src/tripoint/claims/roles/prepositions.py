"""Sides behind prepositions: *with, between, against, from, of, to*."""

from __future__ import annotations

from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.roles.filled import Roles
from tripoint.claims.roles.parties import Cast
from tripoint.claims.scene import Scene
from tripoint.claims.tree import is_verb
from tripoint.model import (
    MentionKind,
)
from tripoint.resources.claims import ClaimType
from tripoint.syntax import Token

AGAINST = {"against", "on", "upon", "at", "targeting"}


STRIKES = {"attack", "airstrike", "shelling", "bombing", "repel", "kill", "harm_civilians", "sanction"}
"""Types whose *on* and *at* point at their target."""


def bind_prepositions(
    scene: Scene,
    at: int,
    owner: Token,
    preps: list[tuple[str, Token]],
    pred: Predicate,
    cast: Cast,
    found: Roles,
    type_: ClaimType,
) -> None:
    """Put the sides behind `preps` into their roles."""
    other = found.other(type_)
    for word, tok in preps:
        if is_verb(tok) and not tok.tag.startswith("NN"):
            continue
        first = word.split()[0]
        if first == "with":
            if type_.reciprocal or pred.type in {"reach", "clash", "coordinate", "join", "backs"}:
                found.recipients.extend(p for p in cast.of(at, tok) if p not in found.recipients)
        elif first == "between":
            if type_.reciprocal or pred.type == "opposes":
                made = [p for p in cast.of(at, tok) if p not in found.agents]
                found.agents.extend(made if type_.reciprocal else made[:1])
                found.recipients.extend([] if type_.reciprocal else made[1:])
        elif first in AGAINST and other is not None and (first in {"against", "targeting"} or pred.type in STRIKES):
            if scene.kind_of(at, tok) != "place":
                other.extend(p for p in cast.of(at, tok, loose=True) if p not in other)
        elif first == "from" and pred.type in {"capture", "sweep", "release", "displace"}:
            if scene.kind_of(at, tok) == "people" and pred.type != "displace":
                found.targets.extend(p for p in cast.of(at, tok) if p not in found.targets)
        elif first == "of" and pred.form == "verb" and owner.lemma in {"clear", "cleanse", "rid", "accuse"}:
            if scene.kind_of(at, tok) == "people" and owner.lemma != "accuse":
                found.targets.extend(p for p in cast.of(at, tok) if p not in found.targets)
        elif (
            first in {"to", "for", "of"}
            and type_.other == "recipient"
            and pred.type in {"support", "transfer", "demand", "threaten", "part_of", "backs", "opposes", "agree"}
        ):
            named = scene.kind_of(at, tok) == "people" or scene.headed(at, tok, MentionKind.PLACE) is not None
            if named and pred.type != "agree":
                found.recipients.extend(p for p in cast.of(at, tok) if p not in found.recipients)
        elif first in {"to", "under"} and owner.lemma == "fall":
            found.agents.extend(cast.of(at, tok))
