"""Attributions of a sentence: reporting verbs, *according to*, *reportedly*, reports that, footage that shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tripoint.claims.arguments import subject
from tripoint.claims.scene import Named, Scene
from tripoint.claims.tree import is_verb, prepositions
from tripoint.claims.voices.scope import said_scope
from tripoint.claims.voices.speakers import Naming, phrase, unnamed
from tripoint.model import MentionKind, Speaker
from tripoint.resources.claims import words
from tripoint.syntax import Sentence, Token

TELLING_NOUNS = {"report", "account", "rumor", "rumour", "claim", "allegation", "speculation", "statement", "testimony"}
SHOWING = {"show", "depict", "reveal", "indicate", "suggest"}
FOOTAGE = {"footage", "video", "image", "photo", "photograph", "picture", "clip", "map", "statement", "report"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A voice and the tokens it vouches for. `cue` is the attributing token; `said` when it was said."""

    speaker: Speaker
    cue: Token
    scope: frozenset[int]
    said: Named | None
    hedged: bool = False


class Attributions:
    """Finds the attributions of one sentence after the other."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._naming = Naming(scene)

    def of(self, at: int, sentence: Sentence) -> list[Attribution]:
        """The attributions of sentence number `at`."""
        found = list(self._find(at, sentence))
        for one in found:
            self._naming.remember(one.speaker)
        return found

    def _find(self, at: int, sentence: Sentence) -> Iterator[Attribution]:
        lexicon = words()
        for tok in sentence.tokens:
            if tok.lemma in lexicon["reporting"] and is_verb(tok):
                yield from self._verb(at, sentence, tok)
            elif tok.lower == "according" and any(kid.lower == "to" for kid in tok.kids):
                yield from self._according(at, sentence, tok)
            elif tok.lemma in lexicon.maps["hedges"] and tok.pos == "ADV":
                yield from self._hedge(sentence, tok)
            elif tok.lemma in TELLING_NOUNS and tok.tag in {"NN", "NNS"}:
                yield from self._noun(at, sentence, tok)

    def _verb(self, at: int, sentence: Sentence, verb: Token) -> Iterator[Attribution]:
        scope = said_scope(verb)
        if not scope:
            return
        found = self._verb_speaker(at, verb)
        if found is None:
            return
        for speaker in found:
            yield Attribution(speaker=speaker, cue=verb, scope=scope, said=self._said(at, verb, scope))

    def _verb_speaker(self, at: int, verb: Token) -> list[Speaker]:
        arg = subject(verb)
        passive = bool(verb.children("nsubjpass", "auxpass"))
        if passive or arg is None:
            by = [tok for word, tok in prepositions(verb) if word == "by"]
            if by:
                return self._naming.speakers(at, by[0], verb.lower)
            return [unnamed("reports", verb)] if passive else []
        tok = arg.tok
        if verb.lemma in SHOWING and tok.lemma not in FOOTAGE:
            return []
        if tok.lemma in FOOTAGE:
            for kid in tok.subtree():
                if kid.dep == "agent" or (kid.lower in {"by", "from"} and kid.dep == "prep"):
                    for pobj in kid.children("pobj"):
                        return self._naming.speakers(at, pobj, verb.lower)
            owner = next((kid for kid in tok.children("poss", "compound") if self._scene.on(at, kid) is not None), None)
            if owner is not None:
                return self._naming.speakers(at, owner, verb.lower)
            return [unnamed(phrase(self._scene, tok), tok)]
        return self._naming.speakers(at, tok, verb.lower)

    def _according(self, at: int, sentence: Sentence, tok: Token) -> Iterator[Attribution]:
        to = next(kid for kid in tok.kids if kid.lower == "to")
        source = next(iter(to.children("pobj")), None)
        if source is None:
            return
        own = {one.i for one in tok.subtree()}
        top = tok
        while top.head is not top and not is_verb(top):
            top = top.head
        while top.dep in {"conj", "ccomp"} and is_verb(top.head) and top.head.lemma not in words()["reporting"]:
            top = top.head
        scope = frozenset(one.i for one in (top.subtree() if top is not tok else sentence.tokens)) - own
        for speaker in self._naming.speakers(at, source, "according to"):
            yield Attribution(speaker=speaker, cue=tok, scope=scope, said=None)

    def _hedge(self, sentence: Sentence, tok: Token) -> Iterator[Attribution]:
        voice = words().maps["hedges"][tok.lemma]
        if not voice:
            return
        scope = frozenset(one.i for one in tok.head.subtree()) - {tok.i}
        yield Attribution(speaker=unnamed(voice, tok), cue=tok, scope=scope, said=None, hedged=True)

    def _noun(self, at: int, sentence: Sentence, noun: Token) -> Iterator[Attribution]:
        """*Reports that X*, *speculation about X*, *accounts ... alleging X*."""
        held: set[int] = set()
        for kid in noun.kids:
            if kid.dep in {"acl", "ccomp", "relcl"} and (
                kid.children("mark") or kid.lemma in {"allege", "claim", "say"}
            ):
                held.update(one.i for one in kid.subtree())
            if kid.dep == "prep" and kid.lower in {"of", "about"} and noun.lemma != "statement":
                held.update(one.i for one in kid.subtree())
        if is_verb(noun.head) and noun.dep in {"nsubj", "nsubjpass"}:
            for kid in noun.head.children("prep"):
                if kid.lower == "about":
                    held.update(one.i for one in kid.subtree())
            for kid in noun.head.children("xcomp", "advcl"):
                if kid.lemma in {"allege", "claim", "say", "suggest"}:
                    held.update(one.i for one in kid.subtree())
            if noun.head.lemma in {"say", "suggest", "claim", "indicate"}:
                return
        if not held:
            return
        owner = next((kid for kid in noun.children("poss", "compound", "amod") if self._scene.on(at, kid)), None)
        found = (
            self._naming.speakers(at, owner, noun.lower)
            if owner is not None
            else [unnamed(phrase(self._scene, noun), noun)]
        )
        for speaker in found:
            yield Attribution(speaker=speaker, cue=noun, scope=frozenset(held), said=None, hedged=True)

    def _said(self, at: int, verb: Token, scope: frozenset[int]) -> Named | None:
        for named in self._scene.named(at, MentionKind.TIME):
            if named.head.i in scope:
                continue
            if verb in named.head.ancestors() and all(
                not is_verb(tok) or tok is verb for tok in _until(named.head, verb)
            ):
                return named
        return None


def _until(tok: Token, stop: Token) -> Iterator[Token]:
    for above in tok.ancestors():
        yield above
        if above is stop:
            return
