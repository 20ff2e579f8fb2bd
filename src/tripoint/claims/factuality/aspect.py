"""Where in its course the act stands, from tense, light verb and type."""

from __future__ import annotations

from tripoint.claims.factuality.found import Factuality
from tripoint.claims.tree import is_verb
from tripoint.model import (
    Aspect,
    ClaimKind,
    Modality,
)
from tripoint.resources.claims import triggers
from tripoint.syntax import Sentence, Token

TELIC = frozenset(
    "capture kill repel airstrike shelling bombing withdraw reach arrest abduct release displace find agree destroy "
    "transfer open close join harm_civilians build deploy sanction".split()
)
"""Types whose participle tells a finished act (*capturing a checkpoint*); the others' tells one in progress."""


LASTING = frozenset({"advance", "clash", "attack", "operation", "besiege", "coordinate", "support", "shelling"})
"""Types that go on: told in the perfect with *since* and a time, they have not ended."""


def in_headline(sentence: Sentence, verb: Token) -> bool:
    """*Army Retakes Hill*: a headline tells in the present what has happened."""
    present = verb.tag in {"VBZ", "VBP"} and not verb.children("aux", "auxpass")
    return present and sentence.role in {"headline", "subheading"}


def _since(verb: Token) -> bool:
    return any(kid.lower == "since" and kid.children("pobj") for kid in verb.children("prep"))


def aspect_of(found: Factuality, anchor: Token, kind: ClaimKind, type_: str, noun: Token | None) -> Aspect:
    """Begun, ongoing, completed, or none for what is not told as happened."""
    if found.modality is not Modality.HAPPENED:
        return Aspect.NONE
    verb = anchor if is_verb(anchor) else None
    if kind is ClaimKind.STATE:
        had = verb is not None and any(kid.lower == "had" for kid in verb.children("aux"))
        still = verb is not None and any(kid.lower == "still" for kid in verb.children("advmod"))
        past = had or (verb is not None and verb.tag == "VBD" and verb.lemma not in {"be"} and not still)
        return Aspect.COMPLETED if past else Aspect.ONGOING
    if found.phase is not None and not found.denied:
        return found.phase
    if verb is None:
        over = next((tok for tok in anchor.ancestors() if is_verb(tok)), None)
        past = over is not None and over.tag in {"VBD", "VBN"}
        return Aspect.COMPLETED if type_ in TELIC or past else Aspect.ONGOING
    if noun is not None and type_ == "kill" and verb.lemma not in triggers().light:
        return Aspect.COMPLETED  # *counts 289 dead*
    if noun is not None and verb is not noun:
        lent = triggers().light.get(verb.lemma)
        if lent == "begun" and verb.lemma == "announce" and type_ in TELIC - {"agree"}:
            return Aspect.COMPLETED  # *announced its fall*
        if lent in {"begun", "ongoing"}:
            return Aspect(lent)
    auxiliaries = {kid.lower for kid in verb.children("aux", "auxpass")}
    if verb.tag == "VBG":
        if auxiliaries & {"is", "are", "'s", "'re", "been", "was", "were", "be", "am"}:
            return Aspect.ONGOING
        return Aspect.COMPLETED if type_ in TELIC else Aspect.ONGOING
    if verb.tag in {"VBZ", "VBP"} and not auxiliaries & {"has", "have", "had", "'ve"}:
        return Aspect.ONGOING
    if verb.tag == "VBN" and auxiliaries & {"is", "are"} and not auxiliaries & {"has", "have", "had", "been"}:
        return Aspect.ONGOING
    if type_ in LASTING and auxiliaries & {"have", "has", "'ve"} and _since(verb):
        return Aspect.ONGOING  # *have advanced along the river since February*
    if verb.dep == "acomp" and verb.head.tag in {"VBZ", "VBP"}:
        return Aspect.ONGOING
    return Aspect.COMPLETED
