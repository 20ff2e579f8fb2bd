"""States told by a noun phrase: *X-held town*, *X-backed forces*, *under the control of X*."""

from __future__ import annotations

from collections.abc import Iterator

from tripoint.claims.arguments import direct_object, subject
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.scene import Scene
from tripoint.claims.tree import is_verb, prepositions
from tripoint.model import (
    MentionKind,
)
from tripoint.resources.claims import triggers, words
from tripoint.resources.countries import nationality
from tripoint.syntax import Sentence, Token

HOLDING = {
    "under": frozenset("control rule authority command occupation siege blockade".split()),
    "in": frozenset({"hand", "hands", "control"}),
}
"""Nouns that tell a hold behind *under* or *in*: *under the control of X, in the hands of X*."""


BESIEGED = frozenset({"besieged", "encircled", "blockaded"})
"""*The besieged city of X*."""
SIDES = frozenset("government rebel opposition regime army militant insurgent junta enemy".split())
"""Sides told by one word (*back in government hands*)."""
PASSING = frozenset({"come", "fall", "bring", "pass"})
"""Verbs by which something gets under control: that is a taking, and no hold told."""


def under(scene: Scene, at: int, tok: Token) -> Predicate | None:
    """*under the control of X*, *under X's rule*, *under siege*: a state of what it is said of."""
    for noun in tok.children("pobj"):
        if noun.lemma not in HOLDING[tok.lower]:
            continue
        if tok.lower == "in" and noun.lemma == "control":
            return _in_control(tok, noun)
        holder: Token | None = None
        for kid in noun.kids:
            if kid.dep == "prep" and kid.lower in {"of", "by", "from"}:
                holder = next(iter(kid.children("pobj")), holder)
            elif (
                (holder is None and kid.dep in {"poss", "compound", "amod", "nmod"} and kid.lemma in SIDES)
                or (
                    kid.dep in {"poss", "compound", "amod", "nmod"}
                    and holder is None
                    and (scene.on(at, kid, MentionKind.ACTOR, MentionKind.PLACE) or nationality(kid.text) is not None)
                )
                or (kid.tag == "PRP$" and holder is None)
            ):
                holder = kid
            elif kid.dep == "acl":
                holder = next((t for word, t in prepositions(kid) if word == "by"), holder)
        type_ = "besiege" if noun.lemma in {"siege", "blockade"} else "control"
        if type_ == "control" and holder is None:
            return None
        above = tok.head.head if tok.head.lower == "back" else tok.head
        about: Token | None = above
        light: Token | None = None
        if is_verb(above):
            found = subject(above)
            held = direct_object(above) if above.lemma in {"bring", "put", "place", "have", "keep"} else None
            about = held.tok if held is not None else found.tok if found is not None else None
            light = above
        if about is None:
            return None
        if type_ == "besiege" and holder is None and light is not None:
            holder = next((t for word, t in prepositions(light) if word == "by"), None)
        if (
            type_ == "control"
            and light is not None
            and (light.lemma in PASSING or any(kid.lower == "back" for kid in light.kids))
        ):
            type_ = "capture"
        return Predicate(tok=noun, type=type_, form="under", light=light, about=about, holder=holder)
    return None


def _in_control(prep: Token, noun: Token) -> Predicate | None:
    """*X is in control of Y*: the subject holds what stands behind *of*."""
    about = next((pobj for kid in noun.children("prep") if kid.lower == "of" for pobj in kid.children("pobj")), None)
    found = subject(prep.head) if is_verb(prep.head) else None
    if about is None or found is None:
        return None
    return Predicate(tok=noun, type="control", form="under", light=prep.head, about=about, holder=found.tok)


def held(scene: Scene, at: int, sentence: Sentence) -> Iterator[Predicate]:
    """Compounds such as *X-held town*, *X-backed forces*, and participles *X controlled area*."""
    table = triggers().held
    for tok in sentence.tokens:
        if tok.lower in BESIEGED and tok.dep == "amod" and tok.head.i > tok.i:
            yield Predicate(tok=tok, type="besiege", form="held", about=tok.head)
            continue
        owner = _owner(scene, at, tok)
        if owner is not None:
            yield Predicate(tok=tok, type="control", form="held", about=tok, holder=owner)
            continue
        type_ = table.get(tok.lower)
        if type_ is None or tok.i < 2 or sentence.tokens[tok.i - 1].text not in {"-", "‑", "–"}:
            if "-" in tok.text and tok.lower.rsplit("-", 1)[-1] in table:
                type_ = table[tok.lower.rsplit("-", 1)[-1]]
                if tok.head is not tok:
                    yield Predicate(tok=tok, type=type_, form="held", about=_noun_over(tok), holder=tok)
            continue
        yield Predicate(tok=tok, type=type_, form="held", about=_noun_over(tok), holder=sentence.tokens[tok.i - 2])


def _owner(scene: Scene, at: int, tok: Token) -> Token | None:
    """*An X stronghold, the X bastion of Y*: who holds it."""
    if tok.lemma not in triggers().strongholds or tok.tag not in {"NN", "NNS", "NNP"}:
        return None
    for kid in tok.children("compound", "poss", "nmod", "amod"):
        named = scene.on(at, kid, MentionKind.ACTOR)
        if named is not None and named.head.i < tok.i:
            return kid
        if kid.dep == "poss" and kid.lemma in words()["force_nouns"]:
            return kid
    for prep in tok.children("prep"):
        for pobj in prep.children("pobj") if prep.lower == "of" else ():
            if scene.headed(at, pobj, MentionKind.ACTOR) is not None or pobj.lemma in words()["force_nouns"]:
                return pobj
    return None


def _noun_over(tok: Token) -> Token | None:
    above = tok.head
    while above.tag not in {"NN", "NNS", "NNP", "NNPS"} and above.head is not above:
        above = above.head
    return above if above.tag.startswith("NN") and above.i > tok.i else None
