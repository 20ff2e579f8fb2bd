"""Acts of arms against somebody else, and what they are done to."""

from __future__ import annotations

from tripoint.resources.claims import verbs_of, words
from tripoint.syntax import Token

_HARMLESS = frozenset({"sweep", "advance"})
"""Acts of arms that are done to nobody."""


def struck(noun: Token, verb: Token) -> bool:
    """*Shelled its positions, fired at its posts*: the noun is what the verb is done to."""
    prep = noun.head
    return noun.dep == "dobj" or (noun.dep == "pobj" and prep.lower in {"at", "on", "upon"} and prep.head is verb)


def harms(verb: Token) -> bool:
    """Whether the act is done to somebody else: nobody shells *their positions* who stand in them."""
    return verb.lemma in verbs_of(words()["armed_acts"] - _HARMLESS)
