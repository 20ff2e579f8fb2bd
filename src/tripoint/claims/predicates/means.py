"""What an attack was made with, where only the one who made it tells: aircraft, or a bomber who died in it."""

from __future__ import annotations

from tripoint.claims.arguments import subject
from tripoint.claims.tree import is_passive, is_verb, prepositions
from tripoint.resources.claims import words
from tripoint.syntax import Token

_DYING = frozenset({"suicide", "car", "truck", "motorcycle", "motorbike", "bicycle", "vehicle", "bus"})
"""Words before *bomber* that make it a man and no plane; so does being one alone."""
_OPEN = frozenset({"strike", "raid", "attack", "sortie"})
"""Nouns that leave open what the act was made with."""


def flies(tok: Token) -> bool:
    """Whether the phrase headed by `tok` is aircraft, or those who fly them (*X's air force*)."""
    before = {kid.lemma for kid in tok.children("compound", "amod", "nmod")}
    if tok.lemma == "bomber" and (before & _DYING or tok.tag in {"NN", "NNP"}):
        return bool(before & words()["aircraft_nouns"])
    return bool(({tok.lemma, tok.lower.removesuffix("s")} | before) & words()["aircraft_nouns"])


def dies_in_it(tok: Token) -> bool:
    """Whether the phrase is a suicide bomber, or one who drove a bomb."""
    before = {kid.lemma for kid in tok.children("compound", "amod", "nmod")}
    return tok.lemma in {"bomber", "attacker"} and bool(before & _DYING) and not flies(tok)


def by_means(noun: Token, light: Token | None) -> str | None:
    """The type of the act that `noun` leaves open (*raids* that *warplanes* carry out), or None."""
    if noun.lemma not in _OPEN:
        return None
    for doer in _doers(noun, light):
        if flies(doer):
            return "airstrike"
        if dies_in_it(doer):
            return "bombing"
    return None


def _doers(noun: Token, light: Token | None) -> list[Token]:
    """Who carries the act out: behind *by*, as the subject of its verb, or as who killed in it."""
    found = [tok for word, tok in prepositions(noun) if word == "by"]
    for kid in noun.children("acl"):
        found += [tok for word, tok in prepositions(kid) if word == "by"]
    verbs = [light] if light is not None else []
    if noun.dep == "pobj" and noun.head.lower == "in" and is_verb(noun.head.head):
        verbs.append(noun.head.head)
    for verb in verbs:
        if is_passive(verb):
            found += [tok for word, tok in prepositions(verb) if word == "by"]
            continue
        over = subject(verb)
        found += [over.tok] if over is not None and over.tok is not noun else []
    return found
