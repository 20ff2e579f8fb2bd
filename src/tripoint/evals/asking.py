"""What benchmarks ask the claims stage beyond its claims: the place of any verb, the verdict on any word, every voice.

The only place in the evaluations that knows the inside of the claims stage.
"""

from __future__ import annotations

from collections.abc import Iterator

from tripoint.claims.circumstances.whereabouts import places_told
from tripoint.claims.factuality.judge import judge
from tripoint.claims.predicates.casualties import casualties_of
from tripoint.claims.predicates.finding import predicates
from tripoint.claims.predicates.nouns import light_verb
from tripoint.claims.predicates.predicate import Predicate
from tripoint.claims.scene import Scene
from tripoint.claims.tree import is_verb
from tripoint.claims.voices import Attributed, Voices
from tripoint.evals.pipeline import Analysed
from tripoint.evals.spans import Stretch
from tripoint.model import ClaimKind, Modality, PlaceSlot, Polarity
from tripoint.syntax import Token

ANY_ACT = "kill"
"""The type that a verb without one of its own is asked as: none of the rules for places treats it apart."""


class Places:
    """The places that the claims stage binds to verbs of one document, whatever they tell."""

    def __init__(self, one: Analysed) -> None:
        self._scene = Scene(one.doc, one.sentences, one.mentions, one.readings)
        self._preds: dict[int, list[Predicate]] = {}

    def trigger(self, at: int, verb: Token) -> Stretch | None:
        """Return where the trigger stands of the predicate that `verb` tells, itself or as the light verb of a noun."""
        told = next((p for p in self._of(at) if p.tok is verb or p.light is verb), None)
        return (told.tok.start, told.tok.end) if told is not None else None

    def of(self, at: int, verb: Token) -> tuple[PlaceSlot, ...]:
        """Return the places bound to `verb` of sentence `at`."""
        preds = self._of(at)
        asked = Predicate(tok=verb, type=ANY_ACT, form="verb")
        table = {p.tok.i: p for p in preds} | {p.light.i: p for p in preds if p.light is not None} | {verb.i: asked}
        acts = {p.tok.i for p in preds if p.form == "noun" and (casualties_of(p, verb, preds) or p.tok.head is verb)}
        return places_told(self._scene, at, asked, frozenset({verb.i, *acts}), table, [])

    def _of(self, at: int) -> list[Predicate]:
        if at not in self._preds:
            self._preds[at] = predicates(self._scene, at)
        return self._preds[at]


def verdict(tok: Token) -> tuple[Modality, Polarity, bool]:
    """Return modality, polarity and hedging of what `tok` tells, as the claims stage judges any trigger."""
    noun = None if is_verb(tok) else tok
    anchor = tok if noun is None else light_verb(tok) or tok
    _, modality, polarity, hedged, _ = judge(anchor, noun=noun, kind=ClaimKind.EVENT, type_="")
    return modality, polarity, hedged


def acts(one: Analysed) -> Iterator[tuple[int, str, Token]]:
    """Yield sentence number, claim type and word of every act the claims stage sees, those too bare for a claim too."""
    scene = Scene(one.doc, one.sentences, one.mentions, one.readings)
    for at in range(len(one.sentences)):
        for pred in predicates(scene, at):
            if pred.form in {"verb", "noun", "struck"}:
                yield at, pred.type, pred.tok


def attributed(one: Analysed) -> tuple[Attributed, ...]:
    """Return every attribution of the document, whether or not a claim stands there."""
    return Voices(Scene(one.doc, one.sentences, one.mentions, one.readings)).attributions()
