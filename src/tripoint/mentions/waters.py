"""Waters whose names hold an *of*: *the Gulf of Aden* is one name, and neither a gulf nor a town."""

from __future__ import annotations

from collections.abc import Iterator

from tripoint.mentions.draft import Draft, because, reading, whole_place
from tripoint.mentions.pieces import Piece
from tripoint.mentions.placevalues import unlocated, value
from tripoint.mentions.producers import CUES, GAZETTEER
from tripoint.mentions.scene import Scene
from tripoint.names import strict_key
from tripoint.resources.places import gazetteer

_WATERS = frozenset({"gulf", "strait", "straits", "sea", "bay", "horn"})


def waters(scene: Scene) -> Iterator[Draft]:
    """Yield the waters of a document that are called after what stands behind their *of*."""
    for index, found in enumerate(scene.pieces):
        for at, piece in enumerate(found):
            if piece.key in _WATERS and piece.capital and at + 2 < len(found) and found[at + 1].key == "of":
                yield from _named(scene, index, found, at)


def _named(scene: Scene, index: int, found: list[Piece], at: int) -> Iterator[Draft]:
    first = last = at + 2
    if not found[first].capital or not found[first].joined:
        return
    while last + 1 < len(found) and found[last + 1].capital and found[last + 1].joined:
        last += 1
    for end in range(last, first - 1, -1):
        start, stop = found[at].start, found[end].end
        text = scene.text[start:stop]
        held = next((one for one in gazetteer().strict(strict_key(text)) if one.supplement), None)
        if held is None and end > first:
            continue
        if held is None:
            why = because("unlocated", 0.5, "a water called after what stands behind its *of*")
            made = reading(text, 0.5, [why], place=unlocated(text))
        else:
            why = because("name", 0.9, "the whole name is in the gazetteer")
            made = reading(held.name, 0.9, [why], candidate_id=held.id, place=value(held))
        producer = CUES if held is None else GAZETTEER
        yield whole_place(scene.sentences[index], index, start, stop, [made], producer)
        return
