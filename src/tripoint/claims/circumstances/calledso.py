"""Places that a noun points back to: *that plant, the crossing*, and *the rest* of what a share was told of."""

from __future__ import annotations

from tripoint.claims.circumstances.lastnamed import narrow
from tripoint.claims.scene import Named, Scene
from tripoint.model import MentionKind
from tripoint.resources.claims import words
from tripoint.syntax import Token

REMAINDER = frozenset({"rest", "remainder"})
"""*Held the rest*: of the place that was told of before."""
SHARES = frozenset("all most much half part third quarter bulk control capture seizure".split())
"""What stands before *of it*, when *it* is a place."""


CROSSED = frozenset({"crossing", "bridge"})
"""Sites that *the* takes up, as *that* does: a text seldom tells of two of one kind at one go."""


def that_one(tok: Token) -> bool:
    """*That plant, this camp, the crossing*: one that was named before."""
    crossed = tok.lemma in CROSSED
    if tok.dep not in {"pobj", "dobj", "nsubjpass"} or not (crossed or tok.lemma in words()["place_nouns"]):
        return False
    told = [kid.lower for kid in tok.kids]
    return told in (["that"], ["this"]) or (told == ["the"] and crossed)


def called_so(scene: Scene, at: int, tok: Token) -> Named | None:
    """The last place before that is called what *that plant* says; *the crossing* is the one of its sentence."""
    if not that_one(tok):
        return None
    for here in range(at, max(-1, at - 3), -1):
        fit = []
        for named in reversed(scene.named(here, MentionKind.PLACE)):
            head = scene.sentences[here].between(named.mention.start, named.mention.end)[-1].head
            called = f"{named.name} {named.mention.text} {head.lower if head.tag == 'NN' else ''}".lower().split()
            if named.mention.end <= tok.start and tok.lower in called and narrow(named):
                fit.append(named)
        if fit:
            alone = len({named.name for named in fit}) == 1
            return fit[0] if alone or tok.kids[0].lower != "the" else None
    return None


def whole_of(scene: Scene, at: int, tok: Token) -> Named | None:
    """*A third of X is cleared, they hold the rest*: X."""
    if tok.lower not in REMAINDER:
        return None
    shares = (one for one in scene.sentences[at].tokens if one.i < tok.i and one.lemma in SHARES)
    wholes = [pobj for one in shares for prep in one.children("prep") for pobj in prep.children("pobj")]
    inside = wholes[-1].subtree() if wholes else []
    return next((n for one in inside if (n := scene.headed(at, one, MentionKind.PLACE)) and narrow(n)), None)
