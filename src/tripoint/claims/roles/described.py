"""Sides without a name, by their own words."""

from __future__ import annotations

from tripoint.claims.scene import Scene
from tripoint.model import Party
from tripoint.syntax import Token


def described(scene: Scene, tok: Token) -> Party:
    """A side without a name, by its own words: the noun with what stands before it."""
    before = [kid for kid in tok.kids if kid.i < tok.i and kid.dep in {"amod", "compound", "nmod"}]
    low = min((one.start for kid in before for one in kid.subtree()), default=tok.start)
    text = scene.doc.text[low : tok.end]
    return Party(name=" ".join(text.split()), actor_id=None, text=text, start=low, end=tok.end)
