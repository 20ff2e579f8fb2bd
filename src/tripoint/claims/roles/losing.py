"""Who held what is lost: those who were driven out of it, and those who lost it or left it."""

from __future__ import annotations

from tripoint.claims.arguments import subject
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.roles.parties import Cast
from tripoint.claims.tree import is_passive, is_verb
from tripoint.model import Party
from tripoint.syntax import Token


def driven_out(at: int, pred: Predicate, cast: Cast) -> list[Party]:
    """*Drove X from Y, the last town in their hands*: it was in the hands of those who were driven out."""
    if pred.holder is None or pred.holder.lower != "their":
        return []
    for verb in pred.anchor.ancestors():
        if is_verb(verb) and verb.lemma in _DRIVING:
            return [made for tok in verb.children("dobj") for made in cast.of(at, tok)]
    return []


_DRIVING = frozenset("drive push oust dislodge expel flush force chase throw root kick".split())


def who_lost_it(at: int, verb: Token, cast: Cast) -> list[Party]:
    """*The rebels lost X, held since 2011*: it is they who held it."""
    over = next((one for one in verb.ancestors() if is_verb(one)), verb)
    if verb.dep != "acl" or over.lemma not in _LEAVING or is_passive(over):
        return []
    found = subject(over)
    return cast.of(at, found.tok) if found is not None and found.tok.i < verb.head.i else []


_LEAVING = frozenset("lose abandon leave withdraw pull retreat flee quit cede surrender evacuate".split())
LOST = "roles.who_lost_it"
"""The reason by which a claim tells that it was held until then."""
