"""What the words beside a name tell of its being a person's: *a girl, Ann, says*, *in Sheikh X*, *(X in Arabic)*."""

from __future__ import annotations

import re

from tripoint.mentions.pieces import Piece
from tripoint.mentions.placeacts import is_called, left
from tripoint.mentions.placecues import evidence, nobody_is_in
from tripoint.mentions.placelies import lies
from tripoint.mentions.placetypes import type_after, type_before
from tripoint.mentions.placewords import ELEMENTS, HALLOWED, TOPONYMS
from tripoint.mentions.scene import Scene
from tripoint.resources.countries import nationality
from tripoint.resources.places import gazetteer

_HUMANS = frozenset("girl boy man woman mother father son daughter brother sister wife husband teenager widow".split())
_HOUSES = frozenset("library museum school college church cathedral mosque theatre theater hotel palace".split())
SHIPS = frozenset("frigate destroyer carrier cruiser warship corvette submarine battleship".split())
"""Words of warships before a name that may be a person's (*the frigate Admiral Cole*)."""

_GIVEN_AS = frozenset({"transliterated", "romanized", "romanised", "translated", "transcribed"})
_LANGUAGES = frozenset({"arabic", "kurdish", "hebrew", "persian", "farsi", "latin", "aramaic", "pashto", "tamasheq"})

_PLACED = 0.85
"""So much evidence of the words around shows a place."""


def told_apart(scene: Scene, found: list[Piece], at: int) -> bool:
    """Read *one young girl, Ann, tells me*: a word for one human being, and one name between commas."""
    piece = found[at]
    if at == 0 or piece.token.tag != "NNP" or not piece.capital or found[at - 1].key not in _HUMANS:
        return False
    commas = scene.text[found[at - 1].end : piece.start], scene.text[piece.end : piece.end + 2]
    return commas == (", ", ", ") and at + 1 < len(found) and not found[at + 1].capital


_AGED = re.compile(r"(?:[A-Z][\w'’-]+[ -]?){1,3}, (?:aged )?\d{2}(?=,|\.)")


def aged(scene: Scene, found: list[Piece], at: int) -> bool:
    """Read *said Amina, 32, who fled*: a name with an age behind it."""
    piece = found[at]
    begins = at == 0 or not (found[at].joined and found[at - 1].capital)
    return (
        begins
        and piece.token.tag == "NNP"
        and piece.token.dep not in ("pobj", "npadvmod")
        and _AGED.match(scene.text, piece.start) is not None
    )


def names_no_one(scene: Scene, found: list[Piece], first: int, last: int) -> bool:
    """Say whether pieces [first, last) name a house, a ship or towns in a row, or a word of another language."""
    if found[last - 1].key in _HOUSES or (first > 1 and found[first - 2].key in SHIPS and found[first - 1].capital):
        return True
    if row_of_towns(scene, found[first:last]):
        return True
    if first > 1 and found[first - 1].key == "as" and found[first - 2].key in _GIVEN_AS:
        return True
    if last + 1 >= len(found) or found[last].key != "in":
        return False
    language = found[last + 1]
    told = language.key in _LANGUAGES or nationality(language.text) is not None
    return told and scene.text[language.end : language.end + 1] in (";", ")", ",", ".")


def shown_as_place(scene: Scene, index: int, run: list[Piece]) -> bool:
    """Say whether a name that the parser takes for a person's is called a place, or stands where only places do."""
    last = run[-1].token
    if lies(scene.text, run[-1].end):
        return True
    if last.tag != "NNP" or last.dep in ("nsubj", "poss", "compound"):
        return is_called(last)
    if is_called(last):
        return True
    bare = len([piece for piece in run if not piece.article]) == 1 or run[0].key in ELEMENTS
    hyphened = any(scene.text[one.start - 1] == "-" for one in run[1:])
    if not (bare or hyphened or nobody_is_in(last) or left(last)):
        return False
    around = [
        i for i, piece in enumerate(scene.pieces[index]) if any(piece is one for one in run) and not piece.article
    ]
    return evidence(scene, index, scene.sentences[index], around, people=False) >= _PLACED


_LEAST_TOWN = 500


def row_of_towns(scene: Scene, run: list[Piece]) -> bool:
    """Say whether a long run holds two towns of the lands of the text or more: a list that lost its commas."""
    words = [piece for piece in run if not piece.article]
    if len(words) < 4:
        return False
    towns = sum(
        piece.key in TOPONYMS
        or any(
            (place.supplement or place.population >= _LEAST_TOWN)
            and any(scene.told.get(iso2, 0.0) >= 0.15 for iso2 in place.countries)
            for place in gazetteer().strict(piece.key)
        )
        for piece in words
    )
    return towns > 1


def called_after(scene: Scene, index: int, found: list[Piece], at: int, run: list[Piece]) -> bool:
    """Say whether a title before piece `at` and a name are a village or quarter: *in Sheikh X*, *Sheikh X district*."""
    first = at - 2 if at > 1 and found[at - 1].article else at - 1
    if found[first].key not in HALLOWED or not found[first].capital:
        return False
    if sum(not piece.article for piece in run) > 1:
        return False
    if (type_after(found, at + len(run))[1] or type_before(scene, found, first)) is not None:
        return True
    if nobody_is_in(run[-1].token):
        return True
    whole = [i for i in range(first, at + len(run)) if not found[i].article]
    return evidence(scene, index, scene.sentences[index], whole) >= _PLACED
