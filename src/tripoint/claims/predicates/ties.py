"""States told by what something is: *X is a branch of Y*, *X, an ally of Y*, *loyal to Y*, *the road is shut*."""

from __future__ import annotations

from collections.abc import Iterator

from tripoint.claims.arguments import subject
from tripoint.claims.predicates.kinds import is_any_of
from tripoint.claims.predicates.lacking import GOING, WORKING, lacking
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.scene import Scene
from tripoint.claims.tree import negated
from tripoint.model import MentionKind
from tripoint.resources.claims import Sense, triggers, words
from tripoint.syntax import Sentence, Token

LACKING = GOING | WORKING | {"cut"}
"""Verbs that may tell what a place lacks."""
BEING = frozenset({"be", "remain", "stay"})
LYING = frozenset({"in", "at", "inside", "near", "around", "on", "along", "outside"})
"""Prepositions that tell where somebody is."""
ACTIVE = frozenset({"active", "present"})
ACTORS = (MentionKind.ACTOR, MentionKind.PERSON)


def ties(scene: Scene, at: int, sentence: Sentence) -> Iterator[Predicate]:
    """Yield the states of sentence `at` that a copula, an apposition or an adjective tells."""
    kin = triggers().kin
    for tok in sentence.tokens:
        if tok.lemma in LACKING:
            yield from lacking(scene, at, tok)
        if tok.lemma in BEING and tok.dep not in {"aux", "auxpass"}:
            yield from _being(scene, at, tok)
        elif tok.dep == "appos" and tok.lemma in kin and scene.headed(at, tok.head, *ACTORS) is not None:
            yield from _of(scene, at, tok, holder=tok.head, light=None)
        elif tok.lower in triggers().leaning and tok.dep == "amod" and tok.i > tok.head.i:
            yield from _leaning(scene, at, tok, holder=tok.head, light=None)


def _being(scene: Scene, at: int, verb: Token) -> Iterator[Predicate]:
    own = verb.children("nsubj")
    over = own[-1] if own and own[-1].tag not in {"WDT", "WP"} else None
    if verb.children("expl"):
        yield from _there_is(scene, at, verb)
        return
    found = subject(verb) if over is None else None
    over = found.tok if found is not None else over
    if over is None:
        return
    for kid in verb.children("acomp", "attr", "prep", "advmod"):
        if kid.lower in triggers().statuses and kid.dep in {"acomp", "advmod"}:
            if scene.kind_of(at, over) == "place":
                sense = Sense(type="status", status=triggers().statuses[kid.lower])
                yield Predicate(tok=kid, type="status", form="under", sense=sense, light=verb, about=over)
        elif kid.lower in ACTIVE and kid.dep == "acomp":
            yield from _where(scene, at, verb, kid, kid, over)
        elif kid.lower in LYING and kid.dep == "prep" and not verb.children("acomp", "attr"):
            yield from _where(scene, at, verb, verb, kid, over)
        elif kid.lemma in triggers().kin and kid.dep == "attr":
            yield from _of(scene, at, kid, holder=over, light=verb)
        elif kid.lower in triggers().leaning and kid.dep == "acomp":
            yield from _leaning(scene, at, kid, holder=over, light=verb)


def _there_is(scene: Scene, at: int, verb: Token) -> Iterator[Predicate]:
    """*There are 200 militants in X*."""
    for noun in verb.children("attr", "nsubj"):
        if noun.tag != "EX" and not negated(noun):
            yield from _where(scene, at, verb, noun, verb, noun)
            yield from _where(scene, at, verb, noun, noun, noun)


def _where(scene: Scene, at: int, verb: Token, tok: Token, hung_on: Token, holder: Token) -> Iterator[Predicate]:
    """Armed people who are in a place that has a name."""
    if not is_any_of(scene, at, holder, ("force",)):
        return
    preps = [hung_on] if hung_on.dep == "prep" else hung_on.children("prep")
    for prep in preps:
        for place in prep.children("pobj") if prep.lower in LYING else ():
            below = [place]
            if place.lemma in words()["place_nouns"] or place.lemma in words()["shells"]:
                below += [pobj for kid in place.children("prep") for pobj in kid.children("pobj")]
            named = next((one for one in below if scene.headed(at, one, MentionKind.PLACE) is not None), None)
            if named is not None:
                yield Predicate(tok=tok, type="presence", form="under", light=verb, about=named, holder=holder)
                return


def _of(scene: Scene, at: int, noun: Token, *, holder: Token, light: Token | None) -> Iterator[Predicate]:
    """*A branch of Y*: what the holder is of."""
    for kid in noun.children("prep"):
        for pobj in kid.children("pobj") if kid.lower in {"of", "to"} else ():
            if scene.headed(at, pobj, *ACTORS, MentionKind.PLACE) is not None:
                type_ = triggers().kin[noun.lemma]
                yield Predicate(tok=noun, type=type_, form="tie", light=light, about=pobj, holder=holder)
                return


def _leaning(scene: Scene, at: int, word: Token, *, holder: Token, light: Token | None) -> Iterator[Predicate]:
    """*Loyal to Y, allied with Y*."""
    if scene.kind_of(at, holder) != "people":
        return
    for kid in word.children("prep"):
        for pobj in kid.children("pobj") if kid.lower in {"to", "with"} else ():
            yield Predicate(tok=word, type="backs", form="tie", light=light, about=pobj, holder=holder)
            return
