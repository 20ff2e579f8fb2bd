"""Roles of a verb: its subject, object, *by*-phrase and prepositions."""

from __future__ import annotations

from tripoint.claims.arguments import direct_object, subject
from tripoint.claims.predicates.nouns import light_verb
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.roles.filled import Roles, put
from tripoint.claims.roles.modifiers import sides_before
from tripoint.claims.roles.parties import Cast
from tripoint.claims.roles.prepositions import bind_prepositions
from tripoint.claims.scene import Scene
from tripoint.claims.tree import is_passive, is_verb, prepositions
from tripoint.model import (
    Absent,
    Party,
    Reason,
)
from tripoint.resources.claims import ClaimType
from tripoint.syntax import Token


def bind_verb(scene: Scene, at: int, pred: Predicate, cast: Cast, found: Roles, type_: ClaimType) -> None:
    """Bind the sides of a verb."""
    verb = pred.tok
    subj = subject(verb)
    other = found.other(type_)
    preps = prepositions(verb)
    if is_passive(verb):
        for word, tok in preps:
            if word == "by" and not is_verb(tok):
                found.agents.extend(_acting(scene, at, tok, cast))
        if subj is not None and pred.type == "presence":
            found.agents.extend(cast.of(at, subj.tok))
        elif subj is not None:
            put(scene, at, subj.tok, cast, other, found, loose=True)
            if pred.type in {"support", "backs"} and not found.recipients:
                found.recipients.extend(p for p in _acting(scene, at, subj.tok, cast) if p not in found.agents)
        if not found.agents:
            found.absent.append(Absent(slot="agents", reason="not told"))
    else:
        if subj is not None:
            if pred.type == "kill" and verb.lemma in {"die", "perish"}:
                put(scene, at, subj.tok, cast, found.targets, found, loose=True)
            elif pred.sense is not None and pred.sense.loser:
                found.targets.extend(cast.of(at, subj.tok))
            elif verb.lemma == "fall":
                pass
            else:
                found.agents.extend(_acting(scene, at, subj.tok, cast))
            if subj.how != "subject":
                found.reasons.append(
                    Reason(
                        name=f"roles.{subj.how.replace(' ', '_')}",
                        score=0.0,
                        sentence=f"its subject “{subj.tok.text}” is the {subj.how}",
                    )
                )
        obj = direct_object(verb)
        if obj is not None and not (pred.type == "displace" and verb.lemma == "flee"):
            if pred.type == "repel":
                _attackers(scene, at, obj.tok, cast, found)
            else:
                put(scene, at, obj.tok, cast, other, found, loose=True)
        if pred.type == "displace" and verb.lemma == "flee":
            found.targets, found.agents = found.agents, []
    bind_prepositions(scene, at, verb, preps, pred, cast, found, type_)
    obj_tok = direct_object(verb)
    if obj_tok is not None:
        nested = [(w, t) for w, t in prepositions(obj_tok.tok) if w in {"from", "with", "against", "between", "to"}]
        bind_prepositions(scene, at, verb, nested, pred, cast, found, type_)


def _acting(scene: Scene, at: int, tok: Token, cast: Cast) -> list[Party]:
    """The parties behind an acting phrase; an event noun as subject hands on its own side (*shelling by X killed*)."""
    made = cast.of(at, tok)
    if made or not tok.tag.startswith("NN"):
        return made
    made = sides_before(scene, at, tok, cast, by=True)
    light = light_verb(tok)
    over = subject(light) if light is not None and not is_passive(light) and not made else None
    return cast.of(at, over.tok) if over is not None and over.tok is not tok else made


def _attackers(scene: Scene, at: int, tok: Token, cast: Cast, found: Roles) -> None:
    """The side behind a repelled attack."""
    found.targets.extend(sides_before(scene, at, tok, cast, by=True) or cast.of(at, tok))
    found.tokens.update(t.i for t in [tok])
    for kid in tok.children("prep"):
        if kid.lower in {"of", "from"} and not found.targets:
            for pobj in kid.children("pobj"):
                found.targets.extend(cast.of(at, pobj))
