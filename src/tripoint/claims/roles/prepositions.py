"""Sides behind prepositions: a table of rules, each a preposition, what it asks for and the role it fills."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.roles.filled import Roles
from tripoint.claims.roles.modifiers import sides_before
from tripoint.claims.roles.parties import Cast
from tripoint.claims.roles.things import struck, things
from tripoint.claims.scene import Scene
from tripoint.claims.tree import is_verb
from tripoint.model import MentionKind, Party
from tripoint.resources.claims import ClaimType, words
from tripoint.syntax import Token

STRIKES = frozenset({"attack", "airstrike", "shelling", "bombing", "kill", "harm_civilians", "sanction"})
"""Types whose *on* and *at* point at their target."""
ARMED = frozenset({"attack", "airstrike", "shelling", "bombing"})
"""Types whose target may be a thing without a name (*a raid on a market*)."""
PARTNERED = frozenset({"reach", "clash", "coordinate", "join", "backs", "meet", "agree", "part_of"})
FREED = frozenset({"capture", "sweep", "release"})
ADDRESSED = frozenset({"join", "support", "transfer", "demand", "threaten", "part_of", "backs", "opposes", "deploy"})
GOING = frozenset("resignation departure ouster removal withdrawal surrender retreat".split())
"""What is asked of those whose it is."""
SIDING = frozenset({"support", "backs", "join", "coordinate", "deploy", "part_of", "agree", "transfer"})
"""Types whose other side is stood by; whom that is against is another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """A phrase behind a preposition, with the predicate whose role it may fill."""

    scene: Scene
    at: int
    owner: Token
    word: str
    tok: Token
    pred: Predicate
    type_: ClaimType

    @property
    def is_place(self) -> bool:
        """Whether the phrase is a place."""
        return self.scene.kind_of(self.at, self.tok) == "place"

    @property
    def is_named_place(self) -> bool:
        """Whether the phrase names a place (*X positions* names a side)."""
        return self.is_place and self.scene.headed(self.at, self.tok, MentionKind.PLACE) is not None

    @property
    def is_side(self) -> bool:
        """Whether the phrase is people, or a country that may be a side."""
        return self.scene.kind_of(self.at, self.tok) == "people" or self.is_country

    @property
    def is_country(self) -> bool:
        """Whether the phrase names a country as a place."""
        named = self.scene.headed(self.at, self.tok, MentionKind.PLACE)
        place = named.place if named is not None else None
        return place is not None and place.precision == "country"


def _with(one: Behind, found: Roles) -> list[Party] | None:
    if any(kid.dep == "acl" and kid.lower in {"killed", "wounded", "injured"} for kid in one.tok.subtree()):
        return None  # *with 187 of the rebels killed*
    partner = one.word in {"with", "alongside", "beside"} or (one.word == "into" and one.owner.lemma == "run")
    return (
        found.recipients
        if partner and (one.type_.reciprocal or one.pred.type in PARTNERED or one.word != "with")
        else None
    )


_AT_WORK = frozenset("patrol duty guard leave foot board".split())


def _against(one: Behind, found: Roles) -> list[Party] | None:
    if one.pred.type == "repel":  # *repelled an attack on X*: X is who was attacked, and the target is who attacked
        return None
    if one.type_.other == "recipient" and one.pred.type in SIDING:  # *supported X against Y*: Y is not supported
        return None
    if one.word == "on" and one.tok.lemma in _AT_WORK and not one.tok.children("det", "poss", "amod"):
        return None  # *wounded soldiers on patrol*
    if one.tok.lemma in words()["asking_nouns"]:  # *struck militants at the request of X*
        return None
    strong = one.word in {"against", "targeting"} or (one.word in {"on", "upon", "at"} and one.pred.type in STRIKES)
    side = not one.is_named_place or (one.pred.type == "sanction" and one.is_country)
    return found.other(one.type_) if strong and side else None


def _on(one: Behind, found: Roles) -> list[Party] | None:
    return found.recipients if one.word in {"on", "upon"} and one.pred.type == "demand" and one.is_side else None


def _blamed_on(one: Behind, found: Roles) -> list[Party] | None:
    fits = one.word in {"on", "upon"} and one.pred.type == "accuse" and one.pred.tok.lemma in {"blame", "pin"}
    return found.recipients if fits and one.is_side else None


def _whose(one: Behind, found: Roles) -> list[Party] | None:
    """*Called for his resignation*: he is asked."""
    fits = one.word == "for" and one.pred.type == "demand" and one.tok.lemma in GOING
    return found.recipients if fits and one.tok.children("poss") else None


def _from(one: Behind, found: Roles) -> list[Party] | None:
    return (
        found.targets if one.word == "from" and one.pred.type in FREED and one.is_side and not one.is_country else None
    )


def _cleared(one: Behind, found: Roles) -> list[Party] | None:
    fits = one.word == "of" and one.pred.form == "verb" and one.owner.lemma in {"clear", "cleanse", "rid"}
    return found.targets if fits and one.is_side else None


def _to(one: Behind, found: Roles) -> list[Party] | None:
    fits = one.word in {"to", "for", "of"} and one.type_.other == "recipient" and one.pred.type in ADDRESSED
    if one.pred.type == "deploy" and one.is_country:
        return None
    return found.recipients if fits and one.is_side else None


def _blown_up_under(one: Behind, found: Roles) -> list[Party] | None:
    fits = one.word in {"under", "beneath", "underneath", "below"} and one.pred.type == "bombing"
    return found.targets if fits and not one.is_named_place else None


def _slammed(one: Behind, found: Roles) -> list[Party] | None:
    """*A missile slammed into a house*."""
    fits = one.word in {"into", "through"} and one.pred.type in {"airstrike", "shelling"} and one.pred.form == "verb"
    return found.targets if fits and not one.is_named_place else None


def _freed_to(one: Behind, found: Roles) -> list[Party] | None:
    fits = one.word == "to" and one.pred.type == "release" and one.pred.form == "verb"
    return found.recipients if fits and one.is_side and not one.is_named_place else None


def _set_fire(one: Behind, found: Roles) -> list[Party] | None:
    fits = one.word == "to" and one.pred.type == "destroy" and one.owner.lemma == "set"
    return found.targets if fits and not one.is_place else None


def _fell(one: Behind, found: Roles) -> list[Party] | None:
    fits = (
        one.word in {"to", "under", "into"}
        and one.pred.type == "capture"
        and one.owner.lemma in {"fall", "lose", "loss"}
    )
    return found.agents if fits else None


RULES: tuple[Callable[[Behind, Roles], list[Party] | None], ...] = (
    _with,
    _against,
    _on,
    _blamed_on,
    _whose,
    _from,
    _cleared,
    _to,
    _blown_up_under,
    _slammed,
    _freed_to,
    _set_fire,
    _fell,
)


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
    """Put the sides behind `preps` into their roles; the first rule that claims a phrase has it."""
    for words_, tok in preps:
        if is_verb(tok) and not tok.tag.startswith("NN"):
            continue
        word = words_.split()[0]
        if word == "between":
            _between(at, tok, pred, cast, found, type_)
            continue
        one = Behind(scene=scene, at=at, owner=owner, word=word, tok=tok, pred=pred, type_=type_)
        slot = next((slot for rule in RULES if (slot := rule(one, found)) is not None), None)
        if slot is found.agents and tok.lemma in {"hand", "control"}:  # *fell into rebel hands*
            slot.extend(sides_before(scene, at, tok, cast, by=False) or cast.of_behind(at, tok))
        elif slot is not None and tok.lemma in GOING and pred.type == "demand":
            slot.extend(p for whose in tok.children("poss") for p in cast.of(at, whose) if p not in slot)
        elif slot is not None:
            slot.extend(p for p in cast.of(at, tok, loose=slot is not found.agents) if p not in slot)
            if not slot and slot is found.targets and pred.type in ARMED:
                slot.extend(struck(scene, at, tok, built=word != "at" or pred.type != "bombing"))
            elif not slot and slot is found.targets and pred.type == "destroy":  # *set fire to a depot*
                slot.extend(things(scene, at, pred, tok))


def _between(at: int, tok: Token, pred: Predicate, cast: Cast, found: Roles, type_: ClaimType) -> None:
    """Parties joined by *between* are all agents; of a hostility the first is the agent."""
    if not type_.reciprocal and pred.type != "opposes":
        return
    made = [p for p in cast.of(at, tok) if p not in found.agents]
    found.agents.extend(made if type_.reciprocal else made[:1])
    found.recipients.extend([] if type_.reciprocal else made[1:])
