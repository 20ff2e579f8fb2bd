"""Armed bodies that no register holds, by the Arabic word that begins their name (*Jaysh al-X, Liwa X al-Y*)."""

from __future__ import annotations

from collections.abc import Iterator

from tripoint.mentions.draft import Draft, because, reading
from tripoint.mentions.personcues import SHIPS
from tripoint.mentions.pieces import Piece, phrase_start
from tripoint.mentions.producers import BODIES
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind
from tripoint.resources.words import body_words, group_heads

_INNER = frozenset({"ibn", "bin", "bint", "abu", "umm", "abd", "wa", "li", "fi", "bi"})
_LONGEST = 6


_PREFIXES = frozenset({"uss", "hms", "hmas", "hmcs", "irins", "ins", "fs"})
"""Letters before the name of a navy's ship."""


def body_names(scene: Scene) -> Iterator[Draft]:
    """Yield the names that begin with a word for an armed body and go on behind an article or with a name; ships."""
    begins = body_words()
    for index, found in enumerate(scene.pieces):
        at = 0
        while at < len(found):
            key = found[at].key
            if key not in begins and key not in _PREFIXES and not (at > 0 and found[at - 1].key in SHIPS):
                at += 1
                continue
            ship = _ship(found, at)
            if ship is not None:
                yield _named(scene, index, found, at, ship, "army", "the name of a ship of a navy")
                at = ship
                continue
            last = _body(found, at)
            if last is None:
                at += 1
                continue
            yield _draft(scene, index, found, at, last)
            at = last


def _body(found: list[Piece], at: int) -> int | None:
    """Return the end of the body's name that begins at piece `at`, None where none does."""
    first = found[at]
    if first.key not in body_words() or not first.capital or (at > 0 and first.joined and found[at - 1].article):
        return None
    if at > 0 and first.joined and found[at - 1].capital and found[at - 1].token.tag == "NNP":
        return None  # the second name of a person: *Hassan Ansar*
    last = at + 1
    while last < len(found) and found[last].joined and last - at < _LONGEST:
        if not (found[last].capital or found[last].article or found[last].key in _INNER):
            break
        last += 1
    while last > at + 1 and (found[last - 1].article or not found[last - 1].capital):
        last -= 1
    names = [one for one in found[at + 1 : last] if not one.article]
    behind_article = at + 1 < last and found[at + 1].article
    if not names or not (behind_article or len(names) > 1 or names[0].token.tag in ("NNP", "NNPS")):
        return None
    return last


def _ship(found: list[Piece], at: int) -> int | None:
    """Return the end of the ship's name that begins at piece `at` (*the frigate Admiral Cole, USS Cole*)."""
    first = found[at]
    behind = at > 0 and found[at - 1].key in SHIPS and first.joined and first.capital
    prefixed = first.key in _PREFIXES and first.text.isupper()
    if not behind and not prefixed:
        return None
    last = at + 1
    while last < len(found) and found[last].joined and last - at < _SHIP_LONGEST:
        if not (found[last].capital and found[last].token.tag in ("NNP", "NNPS")):
            break
        last += 1
    return last if last > at + 1 or (behind and first.token.tag == "NNP") else None


_SHIP_LONGEST = 4


def _draft(scene: Scene, index: int, found: list[Piece], first: int, last: int) -> Draft:
    head = group_heads().get(found[last - 1].key)
    kind = head.kind if head is not None and head.capital else body_words()[found[first].key]
    why = f"a name that {found[first].text!r} begins, which means a body of fighters"
    return _named(scene, index, found, first, last, kind, why)


def _named(scene: Scene, index: int, found: list[Piece], first: int, last: int, kind: str, shape: str) -> Draft:
    start, end = phrase_start(found, first), found[last - 1].end
    name = scene.doc.text[start:end]
    why = because("shape", 0.7, shape)
    return Draft(
        kind=MentionKind.ACTOR,
        start=start,
        end=end,
        head=found[last - 1].token,
        producer=BODIES,
        weight=2.9,
        sentence=index,
        readings=[reading(name, 0.65, [why], actor_kind=kind)],
    )
