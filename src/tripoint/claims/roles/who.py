"""*A spokesman for X, who fled*: *who* stands for the person, not for the body that the person belongs to."""

from __future__ import annotations

from tripoint.claims.arguments import Argument
from tripoint.claims.scene import Scene
from tripoint.model import MentionKind
from tripoint.resources.claims import words
from tripoint.syntax import Token

_BELONGING = frozenset("of for from in with at".split())


def person_behind(scene: Scene, at: int, verb: Token, subj: Argument | None) -> Token | None:
    """Return the noun of the person that *who* stands for, where the tree hangs the clause on the body behind it."""
    if subj is None or subj.how != "antecedent" or not any(kid.lower == "who" for kid in verb.kids):
        return None
    body = scene.on(at, subj.tok, MentionKind.ACTOR)
    if body is None:
        return None
    noun = body.head  # the clause may hang on the last word of the name
    if noun.dep != "pobj" or noun.head.lower not in _BELONGING:
        return None
    above = noun.head.head
    lexicon = words()
    alone = above.tag in {"NN", "NNP"} and (above.lemma in lexicon["titles"] or above.lemma in lexicon["unnamed_heads"])
    return above if alone or scene.headed(at, above, MentionKind.PERSON) is not None else None
