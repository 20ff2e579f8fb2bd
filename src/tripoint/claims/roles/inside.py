"""Who owns or makes up what a noun heads: *ISIS fighters*, *positions of the group*, *N. N.'s men*."""

from __future__ import annotations

from dataclasses import replace

from tripoint.claims.roles.antecedents import ACTORS
from tripoint.claims.roles.bodies import commanded
from tripoint.claims.roles.described import described
from tripoint.claims.roles.nationals import GROUND, stationed
from tripoint.claims.roles.rows import beside_and, row_of
from tripoint.claims.scene import Named, Scene, party
from tripoint.model import MentionKind, Party
from tripoint.resources.claims import words
from tripoint.syntax import Token

_TIED = frozenset("ally proxy partner opponent rival foe enemy backer supporter neighbour neighbor".split())
"""Those who are somebody's and not he himself."""


def inner(scene: Scene, at: int, tok: Token, outer: Named | None) -> list[Party]:
    """The named actors that own or makes up what `tok` heads: *ISIS fighters*, *positions of the group*.

    *Tehran's proxies* are not Tehran: they are named after it.
    """
    found = _inner(scene, at, tok, outer)
    if tok.lemma in _TIED and len(found) == 1 and found[0].text != scene.doc.text[tok.start : tok.end]:
        return [replace(described(scene, tok), name=f"{tok.lower} of {found[0].name}")]
    return found


def _inner(scene: Scene, at: int, tok: Token, outer: Named | None) -> list[Party]:
    for kid in tok.children("compound", "poss", "nmod", "amod"):
        named = scene.on(at, kid, *ACTORS)
        if outer is not None and kid.i < tok.i and beside_and(kid) and kid.end <= outer.mention.start:
            continue  # *X and government soldiers*: X stands beside them
        if named is not None and named is not outer and not named.mention.generic:
            person = kid.dep == "poss" and named.mention.kind is MentionKind.PERSON
            body = commanded(named) if person and tok.lemma in words()["force_nouns"] else None
            if body is not None:
                return [body]
            kin = person and tok.tag == "NN"
            return [described(scene, tok)] if kin and tok.lemma in words()["one_person"] else [party(named)]
    for prep in tok.children("prep"):
        if prep.lower in {"of", "from"}:
            for pobj in prep.children("pobj"):
                heads = [scene.headed(at, one, *ACTORS) for one in _with_modifiers(scene, at, pobj)]
                if tok.tag == "NN" and tok.lemma in words()["kin_nouns"] and any(_is_person(n) for n in heads):
                    return [described(scene, tok)]  # *the brother of the minister N. N.*
                found = [party(n) for n in heads if n is not None and not n.mention.generic]
                theirs = [scene.on(at, kid, *ACTORS) for kid in pobj.children("compound", "poss")]
                found = found or [party(n) for n in theirs if n is not None and not n.mention.generic]
                if found:
                    return found
    return stationed(scene, tok) if tok.lemma in GROUND else []


def _is_person(named: Named | None) -> bool:
    return named is not None and named.mention.kind is MentionKind.PERSON


def _with_modifiers(scene: Scene, at: int, tok: Token) -> list[Token]:
    """*Of the X and Y forces*: the group of the noun, and names before it that are joined to one another."""
    named = [kid for kid in tok.children("nmod") if scene.headed(at, kid, *ACTORS) is not None]
    called = [kid for kid in tok.children("appos") if scene.headed(at, kid, *ACTORS) is not None]
    return [*named, *row_of(scene, at, tok), *called]
