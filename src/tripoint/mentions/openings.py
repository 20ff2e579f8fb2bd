"""Which sentences hold a name that no list settles: only these are worth the encoder's time."""

from __future__ import annotations

from tripoint.mentions.scene import Scene
from tripoint.resources.encoder import encoder
from tripoint.resources.places import gazetteer
from tripoint.resources.words import group_heads, place_types, plain_titles
from tripoint.syntax import Token

_PROPER = frozenset({"NNP", "NNPS"})
_PLACED = frozenset({"GPE", "LOC", "FAC"})
_COUNTED = frozenset("DATE TIME MONEY PERCENT CARDINAL ORDINAL QUANTITY".split())


def listen(scene: Scene) -> None:
    """Let the encoder read those sentences of `scene` in which a name is open."""
    asked = [index for index in range(len(scene.sentences)) if _is_open(scene, index)]
    read = encoder().read(scene.doc.text, [scene.sentences[index] for index in asked])
    scene.encoded = dict(zip(asked, read, strict=True))


def _is_open(scene: Scene, index: int) -> bool:
    """Say whether a proper noun stands there that neither register nor gazetteer nor a word of its own explains."""
    found = scene.pieces[index]
    known = {piece.token.i for hit in scene.hits[index] for piece in found[hit.first : hit.last]}
    return any(
        piece.token.tag in _PROPER
        and piece.capital
        and piece.token.i not in known
        and piece.token.ent not in _COUNTED
        and not _is_word(piece.token)
        and not _is_placed(scene, piece.token, piece.key)
        for piece in found
    )


def _is_word(tok: Token) -> bool:
    """Say whether it is a word for a body, an office or a kind of place, which names nothing alone."""
    return tok.lower in group_heads() or tok.lower.rstrip(".") in plain_titles() or tok.lower in place_types()


def _is_placed(scene: Scene, tok: Token, key: str) -> bool:
    """Say whether the parser reads a place and the gazetteer holds one in a land that the document speaks of."""
    return tok.ent in _PLACED and any(
        scene.told.get(iso2, 0.0) >= 0.05 for place in gazetteer().strict(key) for iso2 in place.countries
    )
