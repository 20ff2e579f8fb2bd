"""A number that stands alone where the dead are told of: *the army speaks of 27, the rebels admit to two*."""

from __future__ import annotations

from tripoint.resources.claims import words
from tripoint.syntax import Token


def verb_over_number(number: Token) -> Token | None:
    """Return the verb that says so many of what the text told before; None where the number says no such thing."""
    over = number.head
    if number.dep == "dobj":
        return over if over.lemma in words()["claiming_verbs"] else None
    if number.dep != "pobj" or over.lower not in _BEHIND:
        return None
    return over.head if over.head.lemma in words()[_BEHIND[over.lower]] else None


_BEHIND = {"of": "speaking_of", "to": "owning_to"}
"""The lists of the verbs that have the number behind a preposition."""
