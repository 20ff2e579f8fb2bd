"""Roles of an event noun: its light verb, the words before it, and what stands behind *of* and *by*."""

from __future__ import annotations

from tripoint.claims import goals
from tripoint.claims.arguments import BLAMING, direct_object, subject
from tripoint.claims.predicates.kinds import ARMED, is_any_of
from tripoint.claims.predicates.losses import counted_loss
from tripoint.claims.predicates.nouns import ENGAGED, PHASES
from tripoint.claims.predicates.outrank import aims
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.predicates.tolls import telling
from tripoint.claims.refuting import leaves_open
from tripoint.claims.roles.doers import acting
from tripoint.claims.roles.filled import Roles, put
from tripoint.claims.roles.killers import taking_part
from tripoint.claims.roles.modifiers import sides_before
from tripoint.claims.roles.parties import Cast
from tripoint.claims.roles.prepositions import bind_prepositions
from tripoint.claims.roles.things import struck, things
from tripoint.claims.scene import Scene, party
from tripoint.claims.tree import is_passive, is_verb, prepositions
from tripoint.model import MentionKind, Party, Reason
from tripoint.resources.claims import ClaimType, words
from tripoint.syntax import Token

AGENT_MODIFIER = frozenset(
    "attack airstrike shelling bombing operation sweep advance withdraw presence opposes support capture kill besiege "
    "deploy clash coordinate agree meet protest arrest abduct build control".split()
)


BOMBED = frozenset({"airstrike", "shelling", "bombing"})
"""Types whose *of* may lead to a thing without a name (*the shelling of a school*)."""


TELLING = {"witness", "see", "report", "describe", "cause", "hear", "feel", "film", "record"}
"""Verbs whose subject sees or tells the act and does not do it: *the city witnessed clashes*."""


def bind_noun(scene: Scene, at: int, pred: Predicate, cast: Cast, found: Roles, type_: ClaimType) -> None:
    """Bind the sides of an event noun."""
    noun = pred.tok
    other = found.other(type_)
    if counted_loss(noun) is not None:
        found.targets.extend(cast.of(at, noun, loose=True))
        return
    if noun.lemma == "loss" and pred.type == "destroy":
        found.targets.extend(_losers(scene, at, noun, cast))
        return
    if pred.light is not None:
        verb = pred.light
        subj = subject(verb)
        if is_passive(verb) and verb.lemma not in ENGAGED:
            for word, tok in prepositions(verb):
                if word == "by":
                    found.agents.extend(acting(scene, at, tok, cast))
        elif subj is not None and subj.tok is not noun and subj.tok.lemma not in PHASES and verb.lemma not in TELLING:
            told = telling(noun) or (verb.lemma == "announce" and not _its_own(scene, at, pred, subj.tok))
            made = [] if told else acting(scene, at, subj.tok, cast)
            if verb.lemma == "suffer" or verb.lemma == "face":
                (other if other is not None else found.targets).extend(made)
            else:
                found.agents.extend(made)
        held = direct_object(verb) if subj is not None and subj.tok is noun else None
        if held is not None:
            put(scene, at, held.tok, cast, other, found, loose=True)
            if other is not None and not other:
                other.extend(things(scene, at, pred, held.tok))
        bind_prepositions(scene, at, verb, prepositions(verb), pred, cast, found, type_)
    sufferer = found.agents if type_.reciprocal else other  # who lost men in a battle fought in it
    if sufferer is not None:
        sufferer.extend(p for p in _lost_in(at, noun, cast) if p not in sufferer)
    if type_.reciprocal and not found.agents and pred.light is not None:
        found.agents.extend(_between_below(scene, at, pred, cast))
    did = (*_blamed(at, noun, cast), *_owned(at, noun, cast), *taking_part(at, noun, cast))
    found.agents.extend(p for p in did if p not in found.agents)
    own = sides_before(scene, at, noun, cast, by=True)
    if pred.type not in AGENT_MODIFIER:  # *the massacre of villagers by X*
        doers = [p for word, tok in prepositions(noun) if word == "by" for p in cast.of(at, tok)]
        found.agents.extend(p for p in doers if p not in found.agents)
        own = [p for p in own if p not in doers]
    if own and pred.type in AGENT_MODIFIER and not telling(noun):
        if pred.light is None or not found.agents:
            found.agents.extend(p for p in own if p not in found.agents)
    elif own and other is not None:
        other.extend(p for p in own if p not in other)
    for word, tok in prepositions(noun):
        if word == "of" and not is_verb(tok):
            if pred.type in words()["of_is_agent"] and scene.kind_of(at, tok) == "people":
                found.agents.extend(p for p in cast.of(at, tok) if p not in found.agents)
            elif pred.type in {"control", "capture", "besiege"} and scene.kind_of(at, tok) == "people":
                continue
            elif other is not None and scene.kind_of(at, tok) != "place":
                made = cast.of(at, tok, loose=True) or (struck(scene, at, tok) if pred.type in BOMBED else [])
                other.extend(p for p in made if p not in other)
            elif other is not None and pred.type in BOMBED:  # *the bombing of a base*
                other.extend(struck(scene, at, tok))
    bind_prepositions(scene, at, noun, [(w, t) for w, t in prepositions(noun) if w != "of"], pred, cast, found, type_)
    if other is not None and not other:
        for kid in aims(noun):
            held = direct_object(kid)
            put(scene, at, held.tok if held is not None else kid, cast, other, found, loose=True)
    for_which = goals.goal(noun) if pred.type in goals.TYPES and other is not None and not other else None
    if for_which is not None and other is not None:
        losers = [tok for word, tok in prepositions(for_which) if word == "from" and scene.kind_of(at, tok) == "people"]
        other.extend(p for tok in losers for p in cast.of(at, tok))
    if type_.reciprocal and not found.agents and pred.light is None and (found.recipients or found.targets):
        _fighting_meanwhile(at, noun, cast, found)


def _losers(scene: Scene, at: int, loss: Token, cast: Cast) -> list[Party]:
    """Whose arms were lost: who stands before the loss, or who speaks of it as its own (*X admitted the loss of*)."""
    own = sides_before(scene, at, loss, cast, by=False)
    over = subject(loss.head) if loss.dep == "dobj" and loss.head.lemma in OWNING else None
    return own or (cast.of(at, over.tok, loose=True) if over is not None else [])


OWNING = frozenset("acknowledge admit concede confirm suffer report announce".split())
"""Verbs by which one speaks of a loss of one's own."""


def _its_own(scene: Scene, at: int, pred: Predicate, announcer: Token) -> bool:
    """*The militia announced the start of the assault*: armed people who announce that an act begins begin it."""
    if pred.type != "operation" and pred.type not in words()["armed_acts"]:
        return True
    over = pred.tok.head.head
    begins = pred.tok.dep == "pobj" and over.lemma in {"start", "beginning", "launch"}
    return begins and is_any_of(scene, at, announcer, ("force",))


_TIMES = frozenset("night day hour week month morning evening weekend".split())
_AMID = frozenset({"after", "amid", "following", "during", "in", "before"})


def _fighting_meanwhile(at: int, noun: Token, cast: Cast, found: Roles) -> None:
    """*The army took X after fierce clashes with Y*: who did what the clashes led to fought in them."""
    prep = noun.head
    if noun.dep == "pobj" and prep.lower == "of" and prep.head.lemma in _TIMES:
        prep = prep.head.head
    if prep.lower not in _AMID or not is_verb(prep.head) or is_passive(prep.head):
        return
    over = subject(prep.head)
    made = cast.of(at, over.tok) if over is not None else []
    others = {p.name for p in (*found.recipients, *found.targets)}
    if made and not any(p.name in others for p in made):
        found.agents.extend(made)
        found.absent = [one for one in found.absent if one.slot != "agents"]
        sentence = f"who “{prep.head.text}” after it fought in it"
        found.reasons.append(Reason(name="roles.fought_meanwhile", score=0.0, sentence=sentence))


def _blamed(at: int, noun: Token, cast: Cast) -> list[Party]:
    """*Blamed X for the massacre*: X is said to have done it."""
    prep = noun.head
    if noun.lemma in {"fall", "loss"}:  # *blamed the peacekeepers for the fall of X*: they did not take it
        return []
    over = next((tok for tok in prep.ancestors() if is_verb(tok)), prep)
    if noun.dep == "pobj" and prep.lower == "for" and over.lemma == "hold":  # *held X responsible for the deaths*
        held = direct_object(over)
        return cast.of(at, held.tok) if held is not None else []
    if noun.dep != "pobj" or prep.lower not in {"for", "of", "with"} or prep.head.lemma not in BLAMING:
        return []
    held = subject(prep.head) if prep.head.children("nsubjpass") else direct_object(prep.head)
    return cast.of(at, held.tok) if held is not None else []


def _lost_in(at: int, noun: Token, cast: Cast) -> list[Party]:
    """*X lost nine fighters in an ambush*: X was ambushed."""
    prep = noun.head
    if noun.dep == "pobj" and prep.lower == "into" and prep.head.lemma in {"run", "walk", "fall", "drive", "stumble"}:
        over = subject(prep.head)  # *ran into an ambush*
        return cast.of(at, over.tok) if over is not None else []
    if noun.dep != "pobj" or prep.lower not in {"in", "to", "during"} or prep.head.lemma not in {"lose", "suffer"}:
        return []
    over = subject(prep.head)
    return cast.of(at, over.tok) if over is not None else []


def _between_below(scene: Scene, at: int, pred: Predicate, cast: Cast) -> list[Party]:
    """*Clashes rage around the airport between X and Y*, where *between* hangs on the place."""
    for tok in pred.anchor.subtree():
        if tok.lower == "between" and tok.dep == "prep":
            for pobj in tok.children("pobj"):
                made = cast.of(at, pobj)
                inside = [n for n in scene.named(at, MentionKind.ACTOR) if n.head in pobj.subtree()]
                if len(made) < 2 and len(inside) == 2 and not any(k.dep == "relcl" for k in inside[0].head.subtree()):
                    made = [party(one) for one in inside]
                if len(made) > 1 and scene.kind_of(at, pobj) == "people":
                    return made
    return []


CLAIMED = frozenset({"attack", "bombing", "assault", "ambush", "raid", "killing", "shelling", "strike", "abduction"})
"""Acts that those who *claim* them say they did."""
_TAKINGS = frozenset("capture recapture seizure liberation".split())


def _owned(at: int, noun: Token, cast: Cast) -> list[Party]:
    """*X claimed responsibility for the attack, denied the raid*: X says that it did it, or did not."""
    prep = noun.head
    if noun.dep == "dobj" and prep.lemma in {"claim", "deny"} and noun.lemma in CLAIMED and not leaves_open(prep):
        over = subject(prep)
        return cast.of(at, over.tok) if over is not None and not _nobody(over.tok) else []
    if noun.dep == "dobj" and prep.lemma == "claim" and noun.lemma in _TAKINGS:
        over = subject(prep)  # a ministry that claims the capture of a town has not taken it
        return [p for p in cast.of(at, over.tok) if p.kind in ARMED | {"government"}] if over is not None else []
    if noun.dep == "pobj" and prep.lower == "behind" and prep.head.lemma == "be":  # *X said it was behind the blast*
        over = subject(prep.head)
        return cast.of(at, over.tok) if over is not None and not _nobody(over.tok) else []
    for kid in noun.children("acl", "relcl"):  # *an assault claimed by X, that was claimed by X*
        if kid.lemma == "claim" and kid.tag == "VBN":
            return [made for word, tok in prepositions(kid) if word == "by" for made in cast.of(at, tok)]
    if noun.dep != "pobj" or prep.lower != "for" or prep.head.lemma not in {"responsibility", "credit"}:
        return []
    verb = prep.head.head
    over = subject(verb) if is_verb(verb) and verb.lemma in {"claim", "accept", "admit", "take"} else None
    return [] if over is None or _nobody(over.tok) else cast.of(at, over.tok)


def _nobody(tok: Token) -> bool:
    """*No group, nobody, none of them claimed it*."""
    return any(kid.lower in {"no", "nobody", "none"} for kid in (tok, *tok.kids))
