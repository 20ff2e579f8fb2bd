"""Who says it: the attributions of a document, and quotations that run over sentences."""

from __future__ import annotations

from tripoint.claims.scene import Scene
from tripoint.claims.voices.attribution import Attribution, Attributions
from tripoint.claims.voices.quotes import quotations
from tripoint.model import Span
from tripoint.syntax import Sentence, Token


class Voices:
    """The attributions of a document, sentence by sentence."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        finder = Attributions(scene)
        self._of = [finder.of(at, sentence) for at, sentence in enumerate(scene.sentences)]
        self._carried: list[Attribution | None] = []
        self._carry()

    def chain(self, at: int, tok: Token) -> tuple[Attribution, ...]:
        """The attributions that hold for `tok` of sentence `at`, innermost first."""
        found = [one for one in self._of[at] if tok.i in one.scope and one.cue is not tok]
        found.sort(key=lambda one: len(one.scope))
        carried = self._carried[at]
        if not found and carried is not None and tok.i in carried.scope:
            return (carried,)
        return tuple(found)

    def dates_statement(self, at: int) -> set[str]:
        """The ids of the time mentions of sentence `at` that date a statement, not a happening."""
        return {one.said.mention.mention_id for one in self._of[at] if one.said is not None}

    def _carry(self) -> None:
        """Give quoted sentences without a voice of their own the voice of their quotation, or the last one before."""
        spans = quotations(self._scene.doc)
        last: Attribution | None = None
        block = -1
        for at, sentence in enumerate(self._scene.sentences):
            if sentence.block != block:
                last, block = (last if _opens_quoted(self._scene, sentence) else None), sentence.block
            inside = next((s for s in spans if s.start < sentence.end and sentence.start < s.end), None)
            carried: Attribution | None = None
            if inside is not None and not any(one.cue.dep == "ROOT" for one in self._of[at]):
                quoted = [t for t in sentence.tokens if inside.start <= t.start < inside.end]
                if len(quoted) * 2 > len(sentence.tokens):
                    voice = self._voice_of(inside, at) or last
                    if voice is not None:
                        carried = Attribution(
                            speaker=voice.speaker, cue=voice.cue, scope=frozenset(t.i for t in quoted), said=voice.said
                        )
            self._carried.append(carried)
            outer = [one for one in self._of[at] if not one.hedged]
            if outer:
                last = max(outer, key=lambda one: len(one.scope))

    def _voice_of(self, span: Span, at: int) -> Attribution | None:
        """The attribution, in a sentence that the same quotation touches, whose scope lies in the quotation."""
        start, end = span.start, span.end
        for near in (at, at + 1, at - 1, at + 2, at - 2, at + 3):
            if not 0 <= near < len(self._of):
                continue
            sentence = self._scene.sentences[near]
            if sentence.end <= start or sentence.start >= end + 2:
                continue
            for one in self._of[near]:
                if not (start <= one.cue.start < end) and not one.hedged:
                    return one
        return None


def _opens_quoted(scene: Scene, sentence: Sentence) -> bool:
    return scene.doc.text[sentence.start : sentence.start + 1] in {'"', "“", "”", "«", "„"}
