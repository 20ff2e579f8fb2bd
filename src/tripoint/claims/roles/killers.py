"""Who killed in an act that has a name of its own took part in it: *X killed ten in the battle*."""

from __future__ import annotations

from tripoint.claims.arguments import direct_object, subject
from tripoint.claims.predicates.casualties import DYING
from tripoint.claims.predicates.nouns import noun_type
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.predicates.spans import results
from tripoint.claims.roles.filled import Roles
from tripoint.claims.roles.parties import Cast
from tripoint.claims.tree import is_passive, is_verb, prepositions
from tripoint.model import Party, Reason
from tripoint.resources.claims import ClaimType
from tripoint.syntax import Token

LOSING = DYING | {"lose"}
"""Verbs of casualties whose subject is who suffers."""


def bind_killer(at: int, pred: Predicate, killing: list[Token], cast: Cast, found: Roles, type_: ClaimType) -> None:
    """*X killed ten in the battle*: who killed in an act took part in it."""
    for verb in killing:
        over = subject(verb)
        held = direct_object(verb)  # without one the subject is who died: *forty people die in a blast*
        if is_passive(verb):  # *were shot dead by X in a raid*
            slayers = [tok for word, tok in prepositions(verb) if word == "by" and noun_type(tok) is None]
            made = [one for tok in slayers for one in cast.of(at, tok)]
            if made and any(tok is pred.tok for _, tok in prepositions(verb)):
                _took_part(verb, made, found)
                return
            continue
        if over is None or held is None or verb.lemma in LOSING:
            continue
        if over.tok is pred.tok or pred.tok in over.tok.subtree():
            continue
        within = [*prepositions(verb), *prepositions(held.tok)]
        if not any(tok is pred.tok for _, tok in (*within, *results(within))):
            continue
        if held.tok.lemma == "other" and verb.dep == "conj" and is_verb(verb.head):
            held = direct_object(verb.head, joined_above=False) or held  # *killed a guard and wounded two others*
        made = cast.of(at, over.tok)
        if made:
            other = found.other(type_)
            if other is not None and not other:
                other.extend(p for p in cast.of(at, held.tok, loose=True) if p not in made)
            _took_part(verb, made, found)
            return


def taking_part(at: int, noun: Token, cast: Cast) -> list[Party]:
    """*X took part in strikes on Y*: X carried them out as well."""
    prep, verb = noun.head, noun.head.head
    if noun.dep != "pobj" or prep.lower != "in":
        return []
    verb = verb.head if verb.lemma == "part" else verb
    part = verb.lemma == "take" and any(kid.lemma == "part" for kid in verb.children("dobj"))
    over = subject(verb) if is_verb(verb) and (part or verb.lemma == "participate") else None
    nobody = over is not None and any(kid.lower == "no" or kid.dep == "neg" for kid in (*over.tok.kids, *verb.kids))
    return cast.of(at, over.tok) if over is not None and not nobody else []


def _took_part(verb: Token, made: list[Party], found: Roles) -> None:
    found.agents.extend(made)
    found.absent = [one for one in found.absent if one.slot != "agents"]
    sentence = f"who “{verb.text}” in it took part in it"
    found.reasons.append(Reason(name="roles.killer_in_it", score=0.0, sentence=sentence))
