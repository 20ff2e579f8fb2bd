"""Warnings that threaten: what somebody warns that he himself would do."""

from __future__ import annotations

from tripoint.syntax import Token

_ITSELF = frozenset({"it", "they", "he", "she", "we", "i"})
_WOULD = frozenset({"would", "will", "'ll", "shall"})


def warned_of(verb: Token) -> Token | None:
    """*Warned that it would bomb X*: what the one who warns would do himself; None of *warned that X would*."""
    for told in verb.children("ccomp") if verb.lemma == "warn" else ():
        subjects = told.children("nsubj")
        willing = any(kid.lower in _WOULD for kid in told.children("aux")) and not told.children("neg")
        if willing and subjects and subjects[-1].lower in _ITSELF:
            return told
    return None
