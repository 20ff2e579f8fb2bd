"""Roles of a verb: its subject, object, *by*-phrase and prepositions."""

from __future__ import annotations

from tripoint.claims.arguments import Argument, direct_object, subject
from tripoint.claims.predicates.casualties import DYING, tells_dead
from tripoint.claims.predicates.nouns import noun_type
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.predicates.senses import done_to
from tripoint.claims.refuting import LETTING
from tripoint.claims.roles.doers import VEHICLES, acting, forcing, moving
from tripoint.claims.roles.filled import Roles, put
from tripoint.claims.roles.losing import LOST, who_lost_it
from tripoint.claims.roles.modifiers import sides_before
from tripoint.claims.roles.parties import Cast
from tripoint.claims.roles.prepositions import bind_prepositions
from tripoint.claims.roles.things import things
from tripoint.claims.roles.who import person_behind
from tripoint.claims.scene import Scene
from tripoint.claims.tree import is_passive, is_verb, prepositions
from tripoint.model import Absent, MentionKind, Party, Reason
from tripoint.resources.claims import ClaimType, words
from tripoint.syntax import Token

MOVING = {"withdraw", "advance", "deploy", "presence", "reach"}
"""Types whose passive subject is who moves (*the battalion was withdrawn*), unless a *by* names who moved it."""
FALSE_PASSIVES = {"ally", "affiliate", "base", "entrench", "locate", "position"}
"""Participles that tell a state of their subject: *is allied with*."""
FLEEING = {"flee", "escape", "cross", "leave", "seek", "take", "find", "reach", "move", "arrive"}


def bind_verb(scene: Scene, at: int, pred: Predicate, cast: Cast, found: Roles, type_: ClaimType) -> None:
    """Bind the sides of a verb."""
    verb = pred.tok
    subj = subject(verb)
    person = person_behind(scene, at, verb, subj)
    if person is not None:
        subj = Argument(tok=person, how="antecedent")
    with cast.as_person(at, person):
        if done_to(verb) and verb.lemma not in FALSE_PASSIVES:
            _passive(scene, at, pred, cast, found, type_, subj)
        else:
            _active(scene, at, pred, cast, found, type_, subj)
    bind_prepositions(scene, at, verb, prepositions(verb), pred, cast, found, type_)
    if (pred.type == "demand" or verb.lemma in LETTING or verb.lemma == "help") and not found.recipients:
        found.recipients.extend(_told_to(scene, at, verb, cast))
    held = direct_object(verb)
    if held is not None:
        wanted = {"from", "with", "against", "between", "to", "at", "on", "upon"}
        nested = [(word, tok) for word, tok in prepositions(held.tok) if word in wanted]
        if pred.type == "capture":  # *regained control of the hospital from X*
            of = [tok for word, tok in prepositions(held.tok) if word == "of"]
            nested += [(word, tok) for one in of for word, tok in prepositions(one) if word == "from"]
        bind_prepositions(scene, at, verb, nested, pred, cast, found, type_)
    if pred.type == "agree":  # *agreed to a ceasefire with X*
        deals = [tok for word, tok in prepositions(verb) if word in {"to", "on"} and noun_type(tok) == "agree"]
        nested = [(word, tok) for deal in deals for word, tok in prepositions(deal) if word in {"with", "between"}]
        bind_prepositions(scene, at, verb, nested, pred, cast, found, type_)


def _told_to(scene: Scene, at: int, verb: Token, cast: Cast) -> list[Party]:
    """*Demanded that X withdraw, helped X retake Y*: X is who it is demanded of, or who is helped."""
    for kid in verb.children("ccomp"):
        wanted = kid.tag == "VB" and not kid.children("auxpass")
        for tok in kid.children("nsubj") if wanted and kid.i > verb.i else ():
            named = scene.headed(at, tok, MentionKind.PLACE)
            if scene.kind_of(at, tok) == "people" or (named is not None and cast.of(at, tok)):
                return cast.of(at, tok)
    return []


def _passive(
    scene: Scene, at: int, pred: Predicate, cast: Cast, found: Roles, type_: ClaimType, subj: Argument | None
) -> None:
    verb = pred.tok
    lost = verb.lemma == "lose"
    for word, tok in prepositions(verb):
        if word == "by" and not is_verb(tok):
            side = found.targets if lost else found.agents
            side.extend(acting(scene, at, tok, cast))
    if not found.agents:  # *were rounded up and executed by X*: X did both
        found.agents.extend(_shared_by(scene, at, verb, cast))
    if subj is not None and pred.type in MOVING and not found.agents:
        found.agents.extend(cast.of(at, subj.tok, loose=True))
    elif subj is not None and lost:
        found.tokens.add(subj.tok.i)
    elif subj is not None and pred.type == "repel":
        _attackers(scene, at, subj.tok, cast, found)
    elif subj is not None:
        _undergo(scene, at, pred, subj.tok, cast, found, type_)
        if pred.type in {"support", "backs"} and not found.recipients:
            found.recipients.extend(p for p in acting(scene, at, subj.tok, cast) if p not in found.agents)
    if not found.agents and pred.type == "control":
        found.agents.extend(who_lost_it(at, verb, cast))
        if found.agents:
            found.reasons.append(Reason(name=LOST, score=0.0, sentence="who lost it held it"))
    if not found.agents:
        found.absent.append(Absent(slot="agents", reason="not told"))


def _shared_by(scene: Scene, at: int, verb: Token, cast: Cast) -> list[Party]:
    joined = [kid for kid in verb.children("conj") if kid.tag == "VBN" and not kid.children("nsubj", "nsubjpass")]
    if verb.dep == "conj" and verb.end - verb.start != len(verb.text):  # *X was taken by Y on Monday and Z on Tuesday*
        joined.append(verb.head)
    for kid in joined:
        if is_passive(kid):
            return [one for word, tok in prepositions(kid) if word == "by" for one in acting(scene, at, tok, cast)]
    return []


def _active(
    scene: Scene, at: int, pred: Predicate, cast: Cast, found: Roles, type_: ClaimType, subj: Argument | None
) -> None:
    verb = pred.tok
    if subj is not None:
        if (pred.type == "kill" and verb.lemma in DYING) or (
            pred.type == "displace" and (verb.lemma in FLEEING or direct_object(verb) is None)
        ):
            put(scene, at, subj.tok, cast, found.targets, found, loose=True)
            found.agents.extend(p for p in forcing(scene, at, pred, cast) if p not in found.targets)
        elif (pred.sense is not None and pred.sense.loser) or (pred.type == "kill" and verb.lemma == "lose"):
            if pred.type == "kill":
                found.targets.extend(cast.of(at, subj.tok))
            else:  # *a bus hit a mine*
                put(scene, at, subj.tok, cast, found.targets, found, loose=True)
                if not found.targets:
                    found.targets.extend(things(scene, at, pred, subj.tok))
                return
        elif verb.lemma != "fall" or pred.type in {"withdraw", "shelling", "airstrike"}:
            sent = cast.sent_by(at, subj.tok) if type_.reciprocal else []
            found.agents.extend(sent or acting(scene, at, subj.tok, cast))
            if not found.agents and pred.type in MOVING and subj.tok.lemma in VEHICLES:
                found.agents.extend(moving(scene, at, subj.tok, cast))
        if subj.how != "subject":
            name = f"roles.{subj.how.replace(' ', '_')}"
            sentence = f"its subject “{subj.tok.text}” is the {subj.how}"
            found.reasons.append(Reason(name=name, score=0.0, sentence=sentence))
    if pred.type == "support":  # *gave X weapons*
        for kid in verb.children("dative"):
            if kid.tag.startswith("NN"):
                put(scene, at, kid, cast, found.recipients, found, loose=True, country=True)
    held = direct_object(verb)
    if held is None or (pred.type == "displace" and verb.lemma in FLEEING) or verb.lemma == "lose":
        return
    if pred.type == "repel":
        _attackers(scene, at, held.tok, cast, found)
        behind = [tok for word, tok in prepositions(verb) if word == "by" and not found.targets and not is_verb(tok)]
        found.targets.extend(made for tok in behind for made in cast.of(at, tok))
    else:
        _undergo(scene, at, pred, held.tok, cast, found, type_)


def _undergo(scene: Scene, at: int, pred: Predicate, tok: Token, cast: Cast, found: Roles, type_: ClaimType) -> None:
    """Who or what it is done to; a destroyed thing is named by its own words."""
    other = found.other(type_)
    if pred.type == "transfer":  # *handed over its positions to X*
        found.tokens.add(tok.i)
        return
    over = subject(pred.tok) if pred.type == "bombing" and pred.tok.lemma != "bomb" else None
    his = over is not None and any(kid.tag == "PRP$" for kid in tok.children("poss"))
    if over is not None and his and scene.kind_of(at, over.tok) == "people":
        found.tokens.add(tok.i)
        return  # *blew up his car*: what he did it with
    if tok.lemma in GIVEN and pred.type in {"support", "destroy"}:
        found.tokens.add(tok.i)
        if pred.type == "support" or tok.lemma == "fire":
            return
    if pred.tok.lemma in SENDING and tok.lemma in words()["weapon_nouns"]:
        found.tokens.add(tok.i)
        return  # *launched drones at X*: what is sent is not what is struck
    if pred.type in WITH_DEAD and tells_dead(pred.tok) and (_many(tok) or tok.tag == "CD"):
        found.tokens.add(tok.i)  # the dead of an act that has a type of its own are its amounts
        return
    put(scene, at, tok, cast, other, found, loose=pred.type != "destroy", country=type_.speech or pred.type in DEALING)
    if other is not None and not other:
        other.extend(things(scene, at, pred, tok))
    if pred.type == "accuse" and other is not None and not other and noun_type(tok) in words()["armed_acts"]:
        other.extend(sides_before(scene, at, tok, cast, by=True))  # *condemned the American strikes*


def _many(tok: Token) -> bool:
    """*Killed five farmers, dozens of them*: a number tells the dead."""
    counting = tok.lemma in words()["counting_nouns"]
    return counting or any(kid.tag == "CD" or kid.lower in {"several", "many", "a", "an"} for kid in tok.kids)


WITH_DEAD = frozenset({"bombing", "shelling"})
GIVEN = frozenset("jet tank plane aircraft helicopter missile shell weapon arm aid drone vehicle howitzer fire".split())
"""What is given or used is no side: *sent tanks, set fire*."""
SENDING = frozenset({"launch", "fire", "drop", "send", "fly"})
"""Verbs whose object, a weapon, is what is sent off."""
DEALING = {"support", "backs", "opposes", "sanction", "meet", "agree", "coordinate", "join", "harm_civilians"}
"""Types in which a country as object is a side, not a place."""


def _attackers(scene: Scene, at: int, tok: Token, cast: Cast, found: Roles) -> None:
    """The side behind a repelled attack; *repelled it* names nobody."""
    if tok.lower == "it":
        return
    found.targets.extend(sides_before(scene, at, tok, cast, by=True) or cast.of(at, tok))
    found.tokens.add(tok.i)
    for kid in tok.children("prep"):
        if kid.lower in {"of", "from"} and not found.targets:
            for pobj in kid.children("pobj"):
                found.targets.extend(cast.of(at, pobj))
