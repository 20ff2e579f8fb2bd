"""Who died in an act of another name: *a strike killed N. N.* struck that person, and *killing civilians* civilians."""

from __future__ import annotations

from tripoint.claims.arguments import direct_object, subject
from tripoint.claims.predicates.casualties import DYING
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.roles.filled import Roles
from tripoint.claims.roles.parties import Cast
from tripoint.claims.scene import Scene
from tripoint.claims.tree import is_passive
from tripoint.model import MentionKind
from tripoint.resources.claims import ClaimType, words
from tripoint.syntax import Token

STRUCK = frozenset({"attack", "airstrike", "shelling", "bombing"})
"""Types of verbs whose dead without a number are their target (*shelled X, killing civilians*)."""


def bind_victim(
    scene: Scene, at: int, pred: Predicate, killing: list[Token], cast: Cast, found: Roles, type_: ClaimType
) -> None:
    """Put whom the verbs of `killing` tell as dead without a number as the target: a number is an amount of the act."""
    other = found.other(type_)
    if other is not found.targets or other or not (pred.form == "noun" or pred.type in STRUCK):
        return
    for verb in killing:
        one = subject(verb) if is_passive(verb) or verb.lemma in DYING else direct_object(verb)
        if one is None or one.tok.tag not in {"NN", "NNP", "NNS"}:
            continue
        named = scene.headed(at, one.tok, MentionKind.PERSON)
        office = one.tok.lemma in words()["titles"] and one.tok.tag != "NNP"
        if named is not None or office or _some(scene, at, one.tok):
            agents = {p.name for p in found.agents}
            other.extend(p for p in cast.of(at, one.tok) if p.name not in agents)


def _some(scene: Scene, at: int, tok: Token) -> bool:
    """*Killing civilians, wounding a woman*: people whom no number counts."""
    counted = any(kid.dep == "nummod" or kid.lower in _COUNTING for kid in tok.kids) or tok.lower in _COUNTING
    return not counted and tok.lemma not in words()["counting_nouns"] and scene.kind_of(at, tok) == "people"


_COUNTING = frozenset("a an one several many few dozens scores hundreds thousands more others other another".split())
