"""What an act is done with: bombs from the air, bombs that were laid, arms that are carried by hand."""

from __future__ import annotations

from tripoint.claims.predicates.nouns import noun_type
from tripoint.syntax import Token

DROPPED = frozenset({"barrel", "cluster", "vacuum", "aerial", "aerially", "air"})
"""Words that tell of a bomb that it fell from the air."""


def heads(tok: Token) -> set[str]:
    """The lemmas of a noun and of what is joined or compounded to it."""
    return {tok.lemma, *(kid.lemma for kid in tok.children("compound", "conj"))}


def device(tok: Token) -> set[str]:
    """What a thing is struck with: a bomb that was laid or driven there is no bomb from the air."""
    if any(kid.lower in DROPPED for kid in tok.subtree()):
        return heads(tok)
    if _by_hand(tok):
        return heads(tok) - {"bomb"}
    explosive = tok.lemma == "device" and any(kid.lower == "explosive" for kid in tok.kids)
    return {"ied"} if explosive or noun_type(tok) == "bombing" else heads(tok)


def _by_hand(tok: Token) -> bool:
    """*Rifles and homemade bombs*: what no plane carries."""
    own = {kid.lower for one in (tok, *tok.children("conj")) for kid in one.children("compound", "amod", "nmod")}
    return bool(own & _HOMEMADE) or not heads(tok).isdisjoint(_SMALL_ARMS)


_HOMEMADE = frozenset("cylinder petrol pipe homemade home-made makeshift nail gas fire molotov hand".split())
_SMALL_ARMS = frozenset("rifle grenade machete pistol knife gunfire gun spear bow arrow".split())
"""Arms that are carried by hand."""
