"""Which known name a preposition rules: *fighters of X's local branch Y* are those of Y."""

from __future__ import annotations

from tripoint.mentions.lexicon import Hit
from tripoint.mentions.scene import Scene
from tripoint.syntax import Token


def ruled(scene: Scene, index: int, of: Token) -> list[Hit]:
    """Return the known name that a preposition rules: its object, or the first name where that describes nobody else.

    *Fighters of X's local branch Y* are those of Y, not of X.
    """
    found = scene.pieces[index]
    below = {kid.i for kid in of.kids if kid.dep == "pobj"}
    behind = [hit for hit in scene.hits[index] if found[hit.first].start >= of.end]
    object_ = [hit for hit in behind if any(piece.token.i in below for piece in found[hit.first : hit.last])]
    if object_ and all(_describes(scene, index, hit) for hit in behind[: behind.index(object_[0])]):
        return object_[:1]
    near = [hit for hit in behind if found[hit.first].start - of.end <= 5]
    return [hit for hit in near[:1] if not _owns(scene, index, hit)]


def _owns(scene: Scene, index: int, hit: Hit) -> bool:
    """Say whether *'s* stands behind a name."""
    tokens = scene.sentences[index].tokens
    last = scene.pieces[index][hit.last - 1].token.i
    return last + 1 < len(tokens) and tokens[last + 1].tag == "POS"


def _describes(scene: Scene, index: int, hit: Hit) -> bool:
    """Say whether a name only describes the one behind it (*X's affiliate Y, the Kenyan group Y*)."""
    token = scene.pieces[index][hit.last - 1].token
    return _owns(scene, index, hit) or token.dep in ("compound", "amod", "nmod", "poss")
