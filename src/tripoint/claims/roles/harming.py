"""Acts of arms against somebody else, and what they are done to."""

from __future__ import annotations

from functools import lru_cache

from tripoint.resources.claims import triggers, words
from tripoint.syntax import Token


@lru_cache(maxsize=1)
def _harming() -> frozenset[str]:
    armed = words()["armed_acts"] - {"sweep", "advance"}
    return frozenset(lemma for lemma, rows in triggers().verbs.items() if any(row.type in armed for row in rows))


def struck(noun: Token, verb: Token) -> bool:
    """*Shelled its positions, fired at its posts*: the noun is what the verb is done to."""
    prep = noun.head
    return noun.dep == "dobj" or (noun.dep == "pobj" and prep.lower in {"at", "on", "upon"} and prep.head is verb)


def harms(verb: Token) -> bool:
    """Whether the act is done to somebody else: nobody shells *their positions* who stand in them."""
    return verb.lemma in _harming()
