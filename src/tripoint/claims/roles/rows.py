"""Rows of noun phrases: those that a phrase is joined to by the tree, or by the commas and *and* between mentions."""

from __future__ import annotations

from tripoint.claims.roles.antecedents import ACTORS
from tripoint.claims.roles.joining import only_joined
from tripoint.claims.scene import Named, Scene
from tripoint.claims.tree import joined
from tripoint.model import MentionKind
from tripoint.syntax import Token


def row_of(scene: Scene, at: int, tok: Token) -> list[Token]:
    """`tok` and the phrases joined to it, by the tree and by the commas and *and* between mentions."""
    group = {one.i: one for one in joined(tok) if one is tok or not _mostly(one)}
    group |= {kid.i: kid for kid in tok.children("nmod") if beside_and(kid) and _party_of_its_own(scene, at, kid, tok)}
    text = scene.doc.text
    mentions = [
        n
        for n in scene.named(at, *ACTORS, MentionKind.PLACE)
        if not _nested(scene, at, n) and (n.head.i in group or text[: n.mention.start].rstrip()[-1:] not in {"(", "["})
    ]
    tokens = scene.sentences[at].tokens
    for index, named in enumerate(mentions):
        if named.head.i not in group:
            continue
        for step in (-1, 1):
            here = index
            while 0 <= here + step < len(mentions):
                left, right = sorted((mentions[here], mentions[here + step]), key=lambda n: n.mention.start)
                other = mentions[here + step]
                if (
                    not other.is_people
                    or (other.head.dep == "appos" and other.head.head.i in group and not _listed(other.head))
                    or not only_joined(tokens, left, right)
                    or _own_verb(other.head, tok, group)
                ):
                    break
                group[other.head.i] = other.head
                here += step
    return [group[i] for i in sorted(group)]


def beside_and(tok: Token) -> bool:
    """*X and government soldiers*, parsed as *[X and government] soldiers*."""
    return tok.dep == "nmod" and bool(tok.children("cc")) and bool(tok.children("conj"))


def _party_of_its_own(scene: Scene, at: int, kid: Token, tok: Token) -> bool:
    own, whole = scene.headed(at, kid, *ACTORS), scene.headed(at, tok, *ACTORS)
    return own is not None and not own.mention.generic and (whole is None or own.mention.end <= whole.mention.start)


_SHARES = frozenset("mostly mainly including especially all largely many among most some predominantly".split())


def _mostly(tok: Token) -> bool:
    """*46 people, mostly women and children*: who they were, and nobody beside them."""
    first = tok
    while first.dep == "conj" and first.head.tag.startswith("NN"):
        first = first.head
    return first.dep == "appos" and any(kid.lower in _SHARES and kid.i < first.i for kid in first.kids)


def _nested(scene: Scene, at: int, named: Named) -> bool:
    return any(
        other is not named
        and other.mention.start <= named.mention.start
        and named.mention.end <= other.mention.end
        and other.mention.kind is not MentionKind.TIME
        for other in scene.named(at, *ACTORS, MentionKind.PLACE)
    )


def _own_verb(other: Token, tok: Token, group: dict[int, Token]) -> bool:
    """Whether `other` is the subject of a verb that the group is not: then it is no member of the group."""
    if other.dep == "dobj" and other.i < tok.i and tok.dep in {"nsubj", "nsubjpass"}:
        return other.head is not tok.head and other.head.i < other.i  # *would free hostages and Israel would withdraw*
    if other.dep in {"nsubj", "nsubjpass"}:
        return other is not tok and other.head not in {one.head for one in group.values()}
    if other.dep == "pobj" and other.head.head not in set(group.values()):
        return all(other.head is not one.head for one in group.values() if one.dep == "pobj")
    return False


def _listed(tok: Token) -> bool:
    """Whether an apposition is really a member of a list (*the army, the police and the guard*)."""
    return any(kid.dep in {"cc", "conj"} for kid in (*tok.kids, *tok.head.kids))
