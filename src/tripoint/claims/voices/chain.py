"""Who says it: the attributions of a document, and quotations that run over sentences."""

from __future__ import annotations

from dataclasses import replace

from tripoint.claims.scene import Scene
from tripoint.claims.voices.attribution import Attribution, Attributions
from tripoint.claims.voices.listing import Attributed, listed
from tripoint.claims.voices.quotes import quotations
from tripoint.claims.voices.saying import Saying
from tripoint.claims.voices.speakers import IMPLIED
from tripoint.claims.voices.statements import announced
from tripoint.claims.voices.turns import beside, signed, speaker_of, with_quotations
from tripoint.model import Span, Speaker
from tripoint.syntax import Sentence, Token


class Voices:
    """The attributions of a document, sentence by sentence."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._spans = quotations(scene.doc)
        finder = self._finder = Attributions(scene)
        self._sayings: list[list[Saying]] = []
        self._of: list[list[Attribution]] = []
        self._quoted: dict[int, list[Span]] = {}
        self._owner: dict[int, Attribution] = {}
        self._by_cue: dict[int, Saying] = {}
        self._by_block: dict[int, list[Span]] = {}
        for at, sentence in enumerate(scene.sentences):
            sayings: list[Saying] = []
            near = self._near(sentence)
            for one in finder.sayings(at, sentence, near):
                spans = beside(scene, sentence, one, near)
                made = with_quotations(sentence, one, spans)
                self._quoted[id(made)] = spans
                self._by_cue.setdefault(id(made.cue), made)
                sayings.append(made)
            self._sayings.append(sayings)
            self._of.append(finder.of(at, sayings))
            for made in sayings:
                voice = next((one for one in self._of[at] if one.cue is made.cue), None)
                if voice is not None:
                    self._owner.update((span.start, voice) for span in self._quoted[id(made)])
        self._turns = signed(scene)
        self._carried: list[Attribution | None] = []
        self._carry()
        self._take_turns()

    def chain(self, at: int, tok: Token) -> tuple[Attribution, ...]:
        """The attributions that hold for `tok` of sentence `at`, innermost first."""
        found = [one for one in self._of[at] if tok.i in one.scope and one.cue is not tok]
        found.sort(key=lambda one: len(one.scope))
        carried = self._carried[at]
        if carried is None or tok.i not in carried.scope:
            return tuple(found)
        quoted = all(one.cue.i in carried.scope and one.speaker.name != carried.speaker.name for one in found)
        return (*found, carried) if quoted else tuple(found)

    def voice(self, at: int, tok: Token) -> Speaker | None:
        """Who `tok` of sentence `at` is, where it is the subject that says something: *he* in *he vowed*."""
        cues = {id(one.cue) for one in self._sayings[at] if one.source is tok}
        return next((one.speaker for one in self._of[at] if id(one.cue) in cues), None)

    def dates_statement(self, at: int) -> set[str]:
        """The ids of the time mentions of sentence `at` that date a statement, not a happening."""
        return {one.said.mention.mention_id for one in self._of[at] if one.said is not None}

    def attributions(self) -> tuple[Attributed, ...]:
        """Every place where the document gives words, thoughts or wishes to somebody, claims or not, by its spans.

        Attributions inside the content of another are listed too.
        """
        return listed(self._scene.sentences, self._sayings, self._quoted, self._turns)

    def _near(self, sentence: Sentence) -> list[Span]:
        if sentence.block not in self._by_block:
            block = self._scene.doc.blocks[sentence.block]
            held = [span for span in self._spans if block.start <= span.start < block.end]
            self._by_block[sentence.block] = held
        return self._by_block[sentence.block]

    def _carry(self) -> None:
        """Give quoted sentences without a voice of their own the voice of their quotation, or the last one before."""
        texts = {self._words(span): self._owner[span.start] for span in self._spans if span.start in self._owner}
        last: Attribution | None = None
        block = -1
        for at, sentence in enumerate(self._scene.sentences):
            if sentence.block != block:
                last, block = (last if _opens_quoted(self._scene, sentence) else None), sentence.block
            near = self._near(sentence)
            inside = next((s for s in near if s.start < sentence.end and sentence.start < s.end), None)
            carried: Attribution | None = None
            if inside is not None and not any(
                one.cue.dep == "ROOT" and not inside.start <= one.cue.start < inside.end for one in self._of[at]
            ):
                quoted = [t for t in sentence.tokens if inside.start <= t.start < inside.end]
                if len(quoted) * 2 > len(sentence.tokens):
                    same = texts.get(self._words(inside))
                    voice = self._owner.get(inside.start) or self._voice_of(inside, at) or same or last
                    if voice is not None:
                        carried = replace(voice, scope=frozenset(t.i for t in quoted), hedged=False)
                        if voice is not last:
                            self._extend(voice, Span(start=quoted[0].start, end=quoted[-1].end))
            self._carried.append(carried)
            outer = [one for one in self._of[at] if not one.hedged and one.speaker.name not in IMPLIED]
            if carried is not None:  # whom the quoted words quote again does not take the word from who speaks them
                outer = [one for one in outer if one.cue.i not in carried.scope]
            told = announced(self._scene, self._finder.naming, at) if carried is None and self._ends_block(at) else None
            if outer or told is not None:
                last = told or max(outer, key=lambda one: len(one.scope))

    def _ends_block(self, at: int) -> bool:
        sentences = self._scene.sentences
        return at + 1 == len(sentences) or sentences[at + 1].block != sentences[at].block

    def _take_turns(self) -> None:
        """Give the sentences of signed quotations and of transcripts to whom the layout names."""
        at = 0
        for turn in sorted(self._turns, key=lambda one: one.content.start):
            speaker = speaker_of(self._scene, turn)
            while at < len(self._scene.sentences) and self._scene.sentences[at].end <= turn.content.start:
                at += 1
            for where in range(at, len(self._scene.sentences)):
                sentence = self._scene.sentences[where]
                if sentence.start >= turn.content.end:
                    break
                said = [t for t in sentence.tokens if turn.content.start <= t.start < turn.content.end]
                if said and not any(one.scope.issuperset(t.i for t in said) for one in self._of[where]):
                    scope = frozenset(t.i for t in said)
                    voice = Attribution(speaker=speaker, cue=said[0], scope=scope, said=None)
                    self._carried[where] = voice

    def _extend(self, voice: Attribution, span: Span) -> None:
        """Add carried words to the quotations of the saying that they belong to."""
        saying = self._by_cue.get(id(voice.cue))
        if saying is not None:
            self._quoted[id(saying)].append(span)

    def _words(self, span: Span) -> str:
        return " ".join("".join(c if c.isalnum() else " " for c in self._scene.doc.text[span.start : span.end]).split())

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
