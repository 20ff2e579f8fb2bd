"""Whether enough is told, and safely enough, to make a claim."""

from __future__ import annotations

from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.roles.filled import Roles
from tripoint.model import (
    AmountSlot,
    PlaceSlot,
    TimeValue,
)
from tripoint.resources.claims import claim_types
from tripoint.syntax import Token


def worth(
    pred: Predicate, roles: Roles, where: tuple[PlaceSlot, ...], when: TimeValue | None, amounts: tuple[AmountSlot, ...]
) -> bool:
    """Whether enough of it is told: an act with nobody, nowhere, never and no number is only a word."""
    sides = bool(roles.agents or roles.targets or roles.recipients)
    type_ = claim_types()[pred.type]
    if type_.speech:
        return bool(roles.agents) or (bool(roles.recipients) and any(a.reason == "not told" for a in roles.absent))
    if pred.form == "noun" and pred.light is None:
        if pred.type in {"control", "presence", "support", "opposes", "coordinate", "agree", "meet"}:
            return bool(roles.agents) and bool(roles.recipients or where or len(roles.agents) > 1)
        return sides or bool(where) or bool(amounts)
    if pred.type in {"coordinate", "meet", "agree", "join", "backs", "opposes"} and pred.form == "verb":
        return bool(roles.agents) or (pred.type == "agree" and bool(where))
    if pred.type == "backs" and pred.form == "held":
        return bool(roles.agents)
    if type_.kind.value == "state" and pred.type in {"control", "presence", "status"}:
        return bool(where) and (pred.type == "status" or bool(roles.agents))
    return sides or bool(where) or (when is not None) or bool(amounts)


def unsafe(pred: Predicate, roles: Roles) -> bool:
    """A binding that a telegraphic passive makes likely to be backwards (*Child killed, 9 hurt*)."""
    victims = {
        "child",
        "civilian",
        "woman",
        "baby",
        "family",
        "resident",
        "student",
        "person",
        "people",
        "patient",
        "villager",
    }
    return (
        pred.type == "kill"
        and bool(roles.agents)
        and all(
            p.actor_id is None
            and p.text.split()[-1].lower().rstrip("s") in {v.rstrip("s") for v in victims} | {"children", "women"}
            for p in roles.agents
        )
    )


def stated_purpose(verb: Token) -> bool:
    """*In order to, in a bid to*: a purpose makes no claim that it happened, nor that it is planned beyond the wish."""
    above = verb.head
    return verb.dep == "acl" and above.lemma in {"order", "bid"} and above.dep == "pobj" and above.head.lower == "in"
