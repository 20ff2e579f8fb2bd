"""How two marked sides of a sentence hang together in its tree."""

from __future__ import annotations

from tripoint.claims.arguments import subject
from tripoint.claims.tree import is_passive, is_verb
from tripoint.syntax import Sentence, Token

OWNING = {"poss", "compound", "amod", "nmod"}
OWNERS = {"of", "by", "from", "between", "among", "with", "in"}
"""Prepositions behind an event noun whose object may be who acts: *criticism from X, talks between X and Y*."""


def head(sentence: Sentence, span: tuple[int, int]) -> Token | None:
    """The token that heads the words of `span`: the last whose own head lies outside it."""
    inside = [tok for tok in sentence.tokens if tok.start < span[1] and tok.end > span[0]]
    if not inside:
        return None
    within = {tok.i for tok in inside}
    tops = [tok for tok in inside if tok.head is tok or tok.head.i not in within]
    nouns = [tok for tok in tops if tok.dep not in {"punct", "det", "case", "prep", "cc"}]
    return max(nouns or tops or inside, key=lambda tok: (len(tok.subtree()), tok.i))


def path(above: Token, below: Token) -> list[Token] | None:
    """The tokens from a child of `above` down to `below`, or None when it does not stand under it."""
    found: list[Token] = []
    tok = below
    while tok is not above:
        found.append(tok)
        if tok.head is tok:
            return None
        tok = tok.head
    return found[::-1]


def acting(side: Token) -> list[tuple[Token, str]]:
    """The words that `side` may be the agent of, nearest first, with how: subject, agent, owner, patient, loose."""
    found: list[tuple[Token, str]] = []
    seen: set[int] = set()

    def add(tok: Token, how: str) -> None:
        if tok.i not in seen:
            seen.add(tok.i)
            found.append((tok, how))

    for kid in side.children("relcl", "acl"):
        held = subject(kid)
        if held is not None and held.tok is side:
            for verb in (kid, *_joined(kid)):
                add(verb, "patient" if is_passive(kid) else "subject")
    tok = side
    while tok.head is not tok:
        above = tok.head
        how = _how(tok, above)
        target = above.head if tok.dep == "pobj" else above
        if how is not None and target is not tok:
            add(target, how)
            if how in {"subject", "patient"}:
                for verb in _joined(target):
                    add(verb, "patient" if is_passive(verb) else "subject")
        tok = target if tok.dep == "pobj" else above
    return found


def _how(tok: Token, above: Token) -> str | None:
    if is_verb(above):
        if tok.dep == "nsubj":
            return "subject"
        if tok.dep == "nsubjpass":
            return "patient"
        return None
    if tok.dep == "pobj" and is_verb(above.head) and above.head is not above:
        if above.dep == "agent" or (above.lower == "by" and above.head.tag in {"VBN", "VBD"}):
            return "agent"
        return "loose" if above.lower in {"by", "from", "with", "under", "to"} else None
    if tok.dep == "pobj" and above.lower in OWNERS:
        return "owner"
    if tok.dep in OWNING:
        return "owner"
    return None


def _joined(verb: Token) -> list[Token]:
    """The verbs joined to `verb` that share its subject."""
    found: list[Token] = []
    for kid in verb.children("conj"):
        if is_verb(kid) and not kid.children("nsubj", "nsubjpass"):
            found.append(kid)
            found.extend(_joined(kid))
    return found
