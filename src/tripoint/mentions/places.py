"""Places: names that the gazetteer holds, and names that only the words beside them show to be places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tripoint.mentions.draft import Draft
from tripoint.mentions.pieces import Piece
from tripoint.mentions.placechoice import choose
from tripoint.mentions.placecues import followed
from tripoint.mentions.placedrafts import cued, draft_of, ground, land, named_after, of_another, unplaced, widened
from tripoint.mentions.placehalves import cut, half
from tripoint.mentions.placehints import Hints, gathered, told_around
from tripoint.mentions.placenames import Asked, asked, run_at
from tripoint.mentions.placereasons import Question
from tripoint.mentions.placerows import PREPOSITIONS
from tripoint.mentions.placewords import ELEMENTS
from tripoint.mentions.producers import GAZETTEER
from tripoint.mentions.scene import Scene
from tripoint.resources.places import Place
from tripoint.syntax import Sentence

_FUNCTION_TAGS = frozenset("RB IN DT CC PRP PRP$ WDT WP WRB MD EX TO UH PDT".split())

_STATES_OF_TOWNS = frozenset("besieged embattled liberated occupied beleaguered".split())
"""Words that a headline sets before a town's name with a capital."""

_LEADING = _STATES_OF_TOWNS | PREPOSITIONS
"""Words before a name that are none of it, though a headline sets them with a capital (*Troops Leave X*)."""

_Walk = list[tuple[list[int], list[Asked]]]


def places(scene: Scene) -> Iterator[Draft]:
    """Yield the places of a document: the names are gathered first, and each is read by what all the others tell."""
    walks = [_walk(scene, index, sentence) for index, sentence in enumerate(scene.sentences)]
    named = _Named(walks)
    hints = gathered(scene, named.names)
    for index, sentence in enumerate(scene.sentences):
        for hit in scene.hits[index]:
            if hit.iso2 is not None and hit.actor is None and not all(phrase.adjective for phrase in hit.phrases):
                yield land(scene, index, sentence, hit, hints)
            elif hit.iso2 is not None and hit.actor is None:
                soil = ground(scene, index, hit)
                if soil is not None:
                    yield soil
        done = 0
        for run, options in walks[index]:
            if run[0] < done:
                continue
            done, draft = _name(scene, index, sentence, run, options, named, hints)
            if draft is not None:
                yield draft


class _Named:
    """The names of a document with their candidates, the lands told beside them, and those that are surely places."""

    def __init__(self, walks: list[_Walk]) -> None:
        self.names: dict[str, tuple[tuple[Place, ...], frozenset[str]]] = {}
        self.sure: set[str] = set()
        for walk in walks:
            done = 0
            for run, options in walk:
                if run[0] >= done:
                    done = self._add(options)

    def _add(self, options: list[Asked]) -> int:
        for ask in options:
            if ask.cue < 0.2 or ask.loose:
                continue
            known, told = self.names.get(ask.key, ((), frozenset()))
            self.names[ask.key] = (known if len(known) > len(ask.candidates) else ask.candidates, told | ask.within)
            if ask.cue >= 0.55:
                self.sure.add(ask.key)
            return ask.run[-1] + 1
        return 0

    def within(self, ask: Asked) -> frozenset[str]:
        """Return the codes told beside this mention, else those told beside another of the same name."""
        return ask.within or self.names.get(ask.key, ((), frozenset()))[1]


def _walk(scene: Scene, index: int, sentence: Sentence) -> _Walk:
    """Return the capitalised runs of a sentence, each with what it may name."""
    found = scene.pieces[index]
    taken: set[int] = set()
    for hit in scene.hits[index]:
        if hit.actor is not None or hit.iso2 is not None:
            taken.update(range(hit.first, hit.last))
    walk: _Walk = []
    for at, piece in enumerate(found):
        if at in taken or piece.article or not piece.capital or piece.token.tag in _FUNCTION_TAGS:
            continue
        if piece.key in _LEADING and at + 1 < len(found) and found[at + 1].capital and found[at + 1].joined:
            continue
        run = run_at(scene.text, found, at, taken)
        if scene.text.startswith(" @", found[run[-1]].end):
            continue  # whose account it is: *Ann Cole @anncole*
        walk.append((run, list(asked(scene, index, sentence, run))))
    return walk


def _name(
    scene: Scene, index: int, sentence: Sentence, run: list[int], options: list[Asked], named: _Named, hints: Hints
) -> tuple[int, Draft | None]:
    for ask in options:
        draft = _known(scene, ask, named, hints)
        if draft is not None:
            return ask.run[-1] + 1, draft
    draft = cued(scene, index, sentence, run)
    return (run[0] + 1, None) if draft is None else (run[-1] + 1, draft)


def _behind_the(found: list[Piece], ask: Asked) -> bool:
    """Say whether the name stands behind *the* as a noun of its own (*the Dnipro*, not *the Dnipro garrison*)."""
    first, last = ask.run[0], found[ask.run[-1]].token
    behind = first > 0 and found[first - 1].key == "the" and found[first].joined
    return behind and not (last.dep in ("compound", "amod", "nmod", "poss") and last.head.i > last.i)


_STATE = re.compile(
    r", [A-Z][\w-]+(?: [A-Z][\w-]+){0,2} (?i:state|province|oblast|governorate|region|county|department|prefecture)\b"
)
"""What tells beyond doubt in which province a place lies (*X, Benue State*)."""


def _known(scene: Scene, ask: Asked, named: _Named, hints: Hints) -> Draft | None:
    found = scene.pieces[ask.index]
    if ask.after is not None and of_another(found, ask.last):
        return None  # *the Red Sea port of Mokha*
    question = Question(
        text=ask.text,
        kind=None if ask.kind is None else ask.kind.kind,
        loose=ask.loose,
        key=ask.key,
        within=named.within(ask),
        inside=told_around(scene, scene.pieces[ask.index], ask.last),
        hints=hints,
        article=_behind_the(found, ask),
        surely=_STATE.match(scene.text, found[ask.last - 1].end) is not None,
    )
    readings = choose(scene, question, ask.candidates)
    best = readings[0]
    if not best.chosen:
        if ask.cue >= 0.5 and not (found[ask.run[0]].key in ELEMENTS and followed(found, ask.run[-1])):
            return unplaced(scene, ask.index, ask.sentence, ask.run, ask.last, ask.after, rejected=readings)
        return None
    least = 1.05 if ask.loose else 0.45 if ask.key in named.sure and ask.cue > -0.5 else 0.72
    if ask.cue + best.score < least:
        return None
    if len(ask.run) == 1 and found[ask.run[0]].key in ELEMENTS and followed(found, ask.run[0]):
        return None
    if cut(scene, ask) or half(scene, ask):
        return None
    after = ask.after
    if after is not None and after.kept and best.place is not None and best.place.precision == "town":
        readings[0] = named_after(found, ask.run, ask.last, best, after)
    elif after is not None and after.kind == "region" and best.place is not None:
        readings[0] = replace(best, place=widened(best.place))
    weight = 2.4 + 0.2 * len(ask.run) + (0.6 if ask.kind else 0.0)
    return draft_of(scene, ask.index, ask.sentence, ask.run, ask.last, readings, GAZETTEER, weight)
