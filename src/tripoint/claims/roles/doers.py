"""Who acts: behind an event noun its own side, behind a weapon its owner, behind vehicles those whose they are."""

from __future__ import annotations

from tripoint.claims.arguments import subject
from tripoint.claims.elsewhere import forced
from tripoint.claims.predicates.byacts import act_behind
from tripoint.claims.predicates.nouns import light_verb, noun_type
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.roles.described import described
from tripoint.claims.roles.modifiers import sides_before
from tripoint.claims.roles.parties import Cast
from tripoint.claims.scene import Scene
from tripoint.claims.tree import is_passive
from tripoint.model import Party
from tripoint.resources.claims import words
from tripoint.syntax import Token

SIDES = frozenset(
    "government regime rebel opposition coalition army enemy junta occupation allied navy militia".split()
)
"""Words before aircraft that tell whose they are."""
VEHICLES = frozenset("truck lorry vehicle pickup tanker bus".split())
"""What moves for those who own it: *two trucks of the militia crossed*."""
INQUIRIES = frozenset("investigation inquiry probe report study statement".split())
"""What speaks for those who hold it: *an inquiry by X blamed Y*."""


def acting(scene: Scene, at: int, tok: Token, cast: Cast) -> list[Party]:
    """The parties behind an acting phrase.

    An event noun hands on its own side (*shelling by X killed*), a weapon its owner (*whose missiles hit*); a weapon
    without an owner is nobody.
    """
    tok = act_behind(tok)
    called = {tok.lemma, tok.lower.removesuffix("s")}  # *F-16s*, which the parser takes for a name
    suicide = any(kid.lower == "suicide" for kid in tok.children("compound", "amod"))
    flown = bool(called & words()["aircraft_nouns"]) and not cast.named(at, tok) and not suicide
    weapon = flown or tok.lemma in words()["weapon_nouns"]
    made = [] if weapon else cast.of(at, tok)
    if not made and tok.lemma in INQUIRIES:  # *an inquiry by X blamed Y*
        return sides_before(scene, at, tok, cast, by=True)
    if made or not (weapon or noun_type(tok) is not None):
        return made
    made = sides_before(scene, at, tok, cast, by=True) or (cast.owners(at, tok) if weapon else [])
    if flown and not made and any(kid.lemma in SIDES for kid in tok.children("compound", "amod", "nmod")):
        return cast.of(at, tok)  # *government warplanes*
    light = light_verb(tok)
    over = subject(light) if light is not None and not is_passive(light) and not made else None
    return cast.of(at, over.tok) if over is not None and over.tok is not tok else made


def moving(scene: Scene, at: int, tok: Token, cast: Cast) -> list[Party]:
    """Whose vehicles move: the convoy that they make up, their owner, or themselves."""
    whole = tok.head.head if tok.dep == "pobj" and tok.head.lower == "of" else tok
    return (cast.of(at, whole) if whole is not tok else []) or cast.owners(at, tok) or [described(scene, tok)]


def forcing(scene: Scene, at: int, pred: Predicate, cast: Cast) -> list[Party]:
    """*X entered the town, forcing thousands to flee*: X drove them out."""
    by = forced(pred.tok) if pred.type == "displace" else None
    over = subject(by) if by is not None and not is_passive(by) else None
    return acting(scene, at, over.tok, cast) if over is not None else []
