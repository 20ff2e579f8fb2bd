"""The words beside a name that say what it is: *the town of X, X crossing, towns of X and Y*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripoint.mentions.pieces import Piece
from tripoint.resources.words import PlaceType, place_types

if TYPE_CHECKING:
    from tripoint.mentions.scene import Scene


def type_after(found: list[Piece], last: int) -> tuple[int, PlaceType | None]:
    """Return the end and the type of the type words behind piece `last` (*border crossing*)."""
    kinds = place_types()
    for size in (3, 2, 1):
        span = found[last : last + size]
        if len(span) == size and all(piece.joined for piece in span):
            kind = kinds.get(" ".join(piece.key for piece in span))
            if kind is not None and kind.after:
                return last + size, kind
    return last, None


def type_before(scene: Scene, found: list[Piece], first: int) -> PlaceType | None:
    """Return the type that stands before the name: *town of X*, *border town X*."""
    at = first - 1
    if not found[first].joined:
        return None
    while at >= 0 and (found[at].article or found[at].key == "the"):
        at -= 1
    of = at >= 0 and found[at].key in ("of", "called", "named")
    if of:
        at -= 1
    kinds = place_types()
    if not of and at > 0 and found[at].key in ("and", "or") and found[at - 1].capital:
        return _plural_before(scene, found, at - 1)
    for size in (2, 1):
        if at - size + 1 >= 0:
            kind = kinds.get(" ".join(piece.key for piece in found[at - size + 1 : at + 1]))
            if kind is not None and kind.before and (of or found[at].text.islower()):
                return None if of and _calls_another(found, at - size + 1, kind) else kind
    return None


def _calls_another(found: list[Piece], at: int, kind: PlaceType) -> bool:
    """Say whether a word for a part of a town calls the name before it (*the Karari district of Khartoum*)."""
    before = found[at - 1] if at > 0 else None
    return kind.kind == "district" and before is not None and before.capital and found[at].joined


def _plural_before(scene: Scene, found: list[Piece], at: int) -> PlaceType | None:
    """Return the type of *towns of A and B* for B."""
    while at >= 0 and (found[at].capital or found[at].article):
        at -= 1
    if at < 1 or found[at].key != "of" or not found[at - 1].key.endswith("s"):
        return None
    return place_types().get(found[at - 1].key)
