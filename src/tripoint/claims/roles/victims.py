"""Who died in an act that has a name of its own: *a strike killed N. N.* struck that person."""

from __future__ import annotations

from tripoint.claims.arguments import direct_object, subject
from tripoint.claims.predicates.casualties import DYING
from tripoint.claims.roles.filled import Roles
from tripoint.claims.roles.parties import Cast
from tripoint.claims.scene import Scene
from tripoint.claims.tree import is_passive
from tripoint.model import MentionKind
from tripoint.resources.claims import ClaimType, words
from tripoint.syntax import Token


def bind_victim(scene: Scene, at: int, killing: list[Token], cast: Cast, found: Roles, type_: ClaimType) -> None:
    """Put the one person, named or told by an office, whom the verbs of `killing` tell as dead, as the target."""
    other = found.other(type_)
    if other is not found.targets or other:
        return
    for verb in killing:
        one = subject(verb) if is_passive(verb) or verb.lemma in DYING else direct_object(verb)
        if one is None or one.tok.tag not in {"NN", "NNP", "NNS"}:
            continue
        named = scene.headed(at, one.tok, MentionKind.PERSON)
        if named is not None or (one.tok.lemma in words()["titles"] and one.tok.tag != "NNP"):
            agents = {p.name for p in found.agents}
            other.extend(p for p in cast.of(at, one.tok) if p.name not in agents)
