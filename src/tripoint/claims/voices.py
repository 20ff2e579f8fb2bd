"""Who says it: attributions inside a document, their scope in the tree, and quotations that run over sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tripoint.claims.quotes import quotations
from tripoint.claims.scene import Named, Scene
from tripoint.claims.tree import direct_object, is_verb, prepositions, subject
from tripoint.model import MentionKind, Span, Speaker
from tripoint.resources.claims import words
from tripoint.syntax import Sentence, Token

SAYING_OBJECTS = {"report", "announce", "confirm", "deny", "claim", "allege", "acknowledge", "admit", "describe"}
"""Reporting verbs whose plain object is reported too: *denied the attack, announced a withdrawal*."""

TELLING_NOUNS = {"report", "account", "rumor", "rumour", "claim", "allegation", "speculation", "statement", "testimony"}
SHOWING = {"show", "depict", "reveal", "indicate", "suggest"}
FOOTAGE = {"footage", "video", "image", "photo", "photograph", "picture", "clip", "map", "statement", "report"}
MALE_FEMALE = {"he", "she"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A voice and the tokens it vouches for. `cue` is the attributing token; `said` when it was said."""

    speaker: Speaker
    cue: Token
    scope: frozenset[int]
    said: Named | None
    hedged: bool = False


class Voices:
    """The attributions of a document, sentence by sentence."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._of: list[list[Attribution]] = []
        self._carried: list[Attribution | None] = []
        self._last_person: Speaker | None = None
        self._last_body: Speaker | None = None
        for at, sentence in enumerate(scene.sentences):
            found = list(self._find(at, sentence))
            self._of.append(found)
            for one in found:
                self._remember(one.speaker)
        self._carry()

    def chain(self, at: int, tok: Token) -> tuple[Attribution, ...]:
        """The attributions that hold for `tok` of sentence `at`, innermost first."""
        found = [one for one in self._of[at] if tok.i in one.scope and one.cue is not tok]
        found.sort(key=lambda one: len(one.scope))
        carried = self._carried[at]
        if not found and carried is not None and tok.i in carried.scope:
            return (carried,)
        return tuple(found)

    def _remember(self, speaker: Speaker) -> None:
        if speaker.kind == "person":
            self._last_person = speaker
        elif speaker.kind == "body":
            self._last_body = speaker

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
        scope = _said_scope(sentence, verb)
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
                return self._speakers(at, by[0], verb.lower)
            return [_unnamed("reports", verb)] if passive else []
        tok = arg.tok
        if verb.lemma in SHOWING and tok.lemma not in FOOTAGE:
            return []
        if tok.lemma in FOOTAGE:
            for kid in tok.subtree():
                if kid.dep == "agent" or (kid.lower in {"by", "from"} and kid.dep == "prep"):
                    for pobj in kid.children("pobj"):
                        return self._speakers(at, pobj, verb.lower)
            owner = next((kid for kid in tok.children("poss", "compound") if self._scene.on(at, kid) is not None), None)
            if owner is not None:
                return self._speakers(at, owner, verb.lower)
            return [_unnamed(_phrase(self._scene, tok), tok)]
        return self._speakers(at, tok, verb.lower)

    def _speakers(self, at: int, tok: Token, cue: str) -> list[Speaker]:
        """One speaker: the first of joined voices that is named (parallel voices are separate chains)."""
        lexicon = words()
        if tok.tag == "PRP":
            last = self._last_person if tok.lower in MALE_FEMALE else (self._last_body or self._last_person)
            if last is None or tok.lower in {"i", "we", "you"}:
                return []
            return [
                Speaker(name=last.name, actor_id=last.actor_id, kind=last.kind, cue=cue, start=tok.start, end=tok.end)
            ]
        if tok.lower in {"who", "which", "that", "this", "these", "there", "what"}:
            return []
        titled = self._titled(at, tok)
        if titled is not None:
            return [_speaker(titled, "person", cue)]
        named = self._scene.headed(at, tok, MentionKind.PERSON, MentionKind.ACTOR) or self._scene.on(
            at, tok, MentionKind.PERSON, MentionKind.ACTOR
        )
        if named is not None and named.mention.kind is MentionKind.PERSON:
            return [_speaker(named, "person", cue)]
        if tok.lemma in lexicon["unnamed_heads"] and (named is None or _is_generic(named) or named.head is tok):
            held = next((n for n in self._scene.named(at, MentionKind.PERSON) if n.head.head is tok), None)
            if held is not None:
                return [_speaker(held, "person", cue)]
            if named is None or named.reading is None or named.reading.candidate_id is None:
                text = _phrase(self._scene, tok)
                proper = any(kid.tag.startswith("NNP") or kid.dep == "poss" for kid in tok.kids)
                kind = "body" if proper and tok.lemma in {"official", "diplomat", "medium", "monitor"} else "unnamed"
                name = text if kind == "body" else f"unnamed:{text}"
                return [Speaker(name=name, actor_id=None, kind=kind, cue=cue, start=tok.start, end=tok.end)]
        if named is not None:
            return [_speaker(named, "body", cue)]
        place = self._scene.headed(at, tok, MentionKind.PLACE)
        if place is not None:
            return [_speaker(place, "body", cue)]
        if tok.tag in {"NNP", "NNPS"} or (
            tok.tag.startswith("NN") and any(k.tag.startswith("NNP") for k in tok.children("compound"))
        ):
            text = _phrase(self._scene, tok)
            return [Speaker(name=text, actor_id=None, kind="body", cue=cue, start=tok.start, end=tok.end)]
        if tok.tag.startswith("NN") and self._scene.kind_of(at, tok) == "people":
            text = _phrase(self._scene, tok)
            return [
                Speaker(name=f"unnamed:{text}", actor_id=None, kind="unnamed", cue=cue, start=tok.start, end=tok.end)
            ]
        return []

    def _titled(self, at: int, tok: Token) -> Named | None:
        """The person named after a title (*the head of the northern command, N. N.*): nothing but the title's own
        words may stand between."""
        if tok.lemma not in words()["titles"]:
            return None
        low = tok.i
        high = max(one.i for one in tok.subtree())
        fit = [
            named
            for named in self._scene.named(at, MentionKind.PERSON)
            if low < named.head.i <= high and named.head.dep in {"appos", "pobj", "conj", "compound", "dep"}
        ]
        return fit[-1] if fit and fit[-1].head.i >= high - 3 else None

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
        for speaker in self._speakers(at, source, "according to"):
            yield Attribution(speaker=speaker, cue=tok, scope=scope, said=None)

    def _hedge(self, sentence: Sentence, tok: Token) -> Iterator[Attribution]:
        voice = words().maps["hedges"][tok.lemma]
        if not voice:
            return
        scope = frozenset(one.i for one in tok.head.subtree()) - {tok.i}
        yield Attribution(speaker=_unnamed(voice, tok), cue=tok, scope=scope, said=None, hedged=True)

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
            self._speakers(at, owner, noun.lower) if owner is not None else [_unnamed(_phrase(self._scene, noun), noun)]
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


def _until(tok: Token, stop: Token) -> Iterator[Token]:
    for above in tok.ancestors():
        yield above
        if above is stop:
            return


def _opens_quoted(scene: Scene, sentence: Sentence) -> bool:
    return scene.doc.text[sentence.start : sentence.start + 1] in {'"', "“", "”", "«", "„"}


def _said_scope(sentence: Sentence, verb: Token) -> frozenset[int]:
    """The tokens that a reporting verb vouches for: its clause complement, the clause it interrupts, its quotation."""
    held: set[int] = set()
    for kid in verb.kids:
        if kid.dep in {"ccomp", "parataxis"} or (
            kid.dep == "xcomp" and verb.lemma not in {"vow", "pledge", "promise", "threaten", "hope", "expect"}
        ):
            held.update(one.i for one in kid.subtree())
        if kid.dep == "prep" and kid.lower == "as":
            held.update(one.i for one in kid.subtree())
        if kid.dep == "prep" and kid.lower in {"of", "about"} and verb.lemma in {"warn", "speak", "accuse", "complain"}:
            held.update(one.i for one in kid.subtree())
        if kid.dep == "advcl" and kid.lemma in words()["reporting"] and kid.tag == "VBG":
            continue
    if (
        not held
        and verb.dep in {"parataxis", "advcl"}
        and is_verb(verb.head)
        and verb.children("nsubj")
        and not any(kid.dep in {"mark", "advmod"} and kid.tag in {"IN", "WRB"} for kid in verb.kids)
    ):
        held.update(one.i for one in verb.head.subtree())
    if not held and verb.lemma in SAYING_OBJECTS:
        found = direct_object(verb)
        if found is not None and found.how == "object":
            held.update(one.i for one in found.tok.subtree())
    return frozenset(held - _own(verb))


def _own(verb: Token) -> set[int]:
    """Tokens of the reporting clause itself: verb, subject, auxiliaries, time."""
    own = {verb.i}
    for kid in verb.kids:
        if kid.dep in {"nsubj", "nsubjpass", "aux", "auxpass", "npadvmod", "agent"}:
            own.update(one.i for one in kid.subtree())
    return own


def _is_generic(named: Named) -> bool:
    return named.mention.generic


def _phrase(scene: Scene, tok: Token) -> str:
    """The noun phrase of `tok` without determiner and what follows the noun, in lower case unless proper."""
    kids = [
        k
        for k in tok.kids
        if (k.i < tok.i and k.dep in {"amod", "compound", "nmod", "poss"}) or (k.dep == "punct" and k.lower == "-")
    ]
    low = min((one.start for kid in kids if kid.dep != "punct" for one in kid.subtree()), default=tok.start)
    text = " ".join(scene.doc.text[low : tok.end].split())
    return text if tok.tag.startswith("NNP") or any(c.isupper() for c in text[1:]) else text[:1].lower() + text[1:]


def _speaker(named: Named, kind: str, cue: str) -> Speaker:
    return Speaker(
        name=named.name,
        actor_id=named.reading.candidate_id if named.reading is not None else None,
        kind=kind,
        cue=cue,
        start=named.mention.start,
        end=named.mention.end,
    )


def _unnamed(voice: str, tok: Token) -> Speaker:
    return Speaker(name=f"unnamed:{voice}", actor_id=None, kind="unnamed", cue=tok.lower, start=tok.start, end=tok.end)
