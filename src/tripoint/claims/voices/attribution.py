"""Attributions of a sentence: who is given which words, thoughts and wishes, and by what cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tripoint.claims.scene import Named, Scene
from tripoint.claims.tree import believing, is_passive, is_verb, prepositions
from tripoint.claims.voices.interruptions import closes, lemma
from tripoint.claims.voices.phrases import phrases
from tripoint.claims.voices.saying import Saying, dated, reporter, speaks
from tripoint.claims.voices.scope import held, told
from tripoint.claims.voices.speakers import Naming, phrase, unnamed
from tripoint.model import MentionKind, Span, Speaker
from tripoint.resources.claims import sources, words
from tripoint.resources.voices import voice_words
from tripoint.syntax import Sentence, Token

SHOWING = {"show", "depict", "capture", "record", "document"}
SEEING = {"see", "watch", "witness", "hear"}
EYEWITNESSES = {"witness", "eyewitness", "resident", "villager", "journalist", "reporter", "correspondent", "observer"}
PICTURES = frozenset("footage video imagery image photo photograph picture clip map statement report".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A voice and the tokens it vouches for. `cue` is the attributing token; `said` when it was said."""

    speaker: Speaker
    cue: Token
    scope: frozenset[int]
    said: Named | None
    hedged: bool = False


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """Every verb that may hold what somebody says, thinks or wants."""
    lists = voice_words()
    known = lists.clause | lists.infinitive | lists.addressed | lists.object | lists.naming | lists.quotation_only
    known |= words()["setting_verbs"] | words()["counting_verbs"]
    return frozenset(known | lists.compared_to | lists.prepositions.keys())


class Attributions:
    """Finds what is said in one sentence after the other, and whose voice it is."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.naming = Naming(scene)

    def sayings(self, at: int, sentence: Sentence, spans: Sequence[Span]) -> list[Saying]:
        """Everything of sentence number `at` that is given as words, thoughts or wishes of somebody.

        `spans` are the quotations of its block.
        """
        known = _known()
        found: list[Saying] = []
        for tok in sentence.tokens:
            if is_verb(tok) and lemma(tok) in known and believing(tok) is None and tok.dep not in {"aux", "auxpass"}:
                found.extend(self._verb(at, sentence, tok, spans))
            else:
                found.extend(phrases(self._scene, at, sentence, tok))
        return found

    def of(self, at: int, sayings: list[Saying]) -> list[Attribution]:
        """The sayings of sentence `at` that vouch for something, with their voices, relays behind the voice itself."""
        found: list[Attribution] = []
        for one in sayings:
            if not one.vouched:
                continue
            cited = self._cited(at, one)
            if cited is not None:
                found.append(
                    Attribution(speaker=cited, cue=one.cue, scope=one.vouched, said=one.said, hedged=one.hedged)
                )
            for speaker in self._speakers(at, one):
                if cited is not None and speaker.kind == "body":
                    speaker = replace(speaker, kind="relay")
                if lemma(one.cue) in voice_words().relaying and not one.content and speaker.kind == "body":
                    speaker = replace(speaker, kind="relay")
                made = Attribution(speaker=speaker, cue=one.cue, scope=one.vouched, said=one.said, hedged=one.hedged)
                found.append(made)
                self.naming.remember(speaker)
            relay = self._relay(at, one)
            if relay is not None and found:
                scope = one.vouched | {one.cue.i}
                found.append(Attribution(speaker=relay, cue=one.cue, scope=scope, said=None))
        return found

    def _verb(self, at: int, sentence: Sentence, verb: Token, spans: Sequence[Span]) -> Iterator[Saying]:
        arg = reporter(verb, sentence.tokens, spans)
        source = arg.tok if arg is not None else None
        passive = is_passive(verb)
        by = [tok for word, tok in prepositions(verb) if word == "by"]
        name = lemma(verb)
        if name == "say" and verb.dep == "pcomp" and lemma(verb.head.head) in voice_words().relaying:
            above = verb.head.head
            quoted = above.children("nsubjpass") if is_passive(above) else above.children("dobj")
            source, passive, by = (quoted[0] if quoted else None), False, []
        elif passive:
            quoted_as = name in voice_words().relaying and any(kid.lower == "as" for kid in verb.kids)
            source = None if quoted_as else (by[0] if by else None)
        ending = not passive and closes(verb, sentence.tokens)
        counted = arg is not None and (arg.tok.lemma in words()["counting_nouns"] or arg.tok.tag == "CD")
        lost = arg is None or arg.how == "shared subject" or counted
        if ending and lost:
            source = self._right_before(at, sentence, verb) or source
        if source is not None and not speaks(self._scene, at, source, verb):
            return
        content = held(verb)
        if source is not None and not content and source.lemma.lower() in voice_words().documents:
            content = frozenset(t.i for kid in verb.children("dobj", "xcomp", "prep") for t in kid.subtree())
        vouched = told(verb)
        if name in SEEING and source is not None and source.lemma.lower() in EYEWITNESSES:
            vouched = frozenset(t.i for kid in verb.children("ccomp", "dobj") for t in kid.subtree())
        if not vouched and source is not None and source.lemma.lower() in PICTURES and name in SHOWING:
            vouched = content
        if not vouched and source is not None and name == "find" and source.lemma.lower() in voice_words().documents:
            vouched = content  # *..., a Reuters investigation found*
        if ending and source is not None and source.i < verb.i and not vouched and not is_verb(source):
            first = min((tok.i for tok in source.subtree() if source.i - tok.i < 6), default=source.i)
            vouched = frozenset(range(first)) if first > 2 else frozenset()
            content = content | vouched
        # *quoted X as saying* only passes on what *saying* holds.
        relays = name in voice_words().relaying and any(
            kid.lower == "as" and kid.children("pcomp") for kid in verb.kids
        )
        said = dated(self._scene, at, verb, content)
        if ending and said is not None and source is not None and said.mention.end <= source.start < verb.start:
            said = None  # *took X on Monday a monitor said*: the day is the act's
        yield Saying(
            cue=verb,
            source=source,
            relative=arg is not None and arg.how == "antecedent",
            content=frozenset() if relays else content,
            vouched=frozenset() if relays and passive else vouched,
            said=said,
            passive=passive,
        )

    def _right_before(self, at: int, sentence: Sentence, verb: Token) -> Token | None:
        """Who stands right before a verb of saying that lost its subject to the phrase before."""
        before = next((t for t in reversed(sentence.tokens[: verb.i]) if t.dep not in {"aux", "advmod", "punct"}), None)
        if before is None or not before.tag.startswith("NN") or self._scene.on(at, before, MentionKind.TIME):
            return None
        before = _whole_phrase(before, sentence.tokens)
        named = self._scene.on(at, before, MentionKind.ACTOR, MentionKind.PERSON) is not None
        return before if named or before.lemma.lower() in sources() else None

    def _speakers(self, at: int, one: Saying) -> list[Speaker]:
        cue = one.cue
        if one.voice is not None:
            return [unnamed(one.voice, cue)]
        if one.source is None:
            return [unnamed("reports", cue)] if one.passive else []
        name, tok = "according to" if cue.lower == "according" else cue.lower, one.source
        if is_verb(cue) and tok.lemma in PICTURES:
            for kid in tok.subtree():
                if kid.dep == "agent" or (kid.lower in {"by", "from"} and kid.dep == "prep"):
                    for pobj in kid.children("pobj"):
                        return self.naming.speakers(at, pobj, name)
            owner = next((kid for kid in tok.children("poss", "compound") if self._scene.on(at, kid) is not None), None)
            return (
                self.naming.speakers(at, owner, name) if owner is not None else [unnamed(phrase(self._scene, tok), tok)]
            )
        return self.naming.speakers(at, tok, name)

    def _relay(self, at: int, one: Saying) -> Speaker | None:
        """Who was told and publishes it: *told the agency X, in an interview with X, quoted by X as saying*."""
        verb = one.cue
        by = [kid for kid in (one.source.kids if one.source else []) if kid.lower in {"quoted", "cited"}]
        asked = [tok for kid in by for word, tok in prepositions(kid) if word == "by"]
        if is_verb(verb) and verb.lower != "according":
            above = [verb, *(tok for tok in verb.ancestors() if verb.dep in {"advcl", "conj"} and is_verb(tok))][:2]
            asked += [tok for tell in above for tok in self._told_to(tell)]
            if lemma(verb) == "say" and verb.dep == "pcomp":
                asked += [tok for word, tok in prepositions(verb.head.head) if word == "by"]
        for tok in asked:
            speaker = self.naming.publisher(at, tok, "quoted" if by else verb.lower)
            if speaker is not None:
                return speaker
        return None

    def _cited(self, at: int, one: Saying) -> Speaker | None:
        """*Citing medics, the agency said*: the medics, whom the agency passes on."""
        if one.source is None or not (one.source.lower == "it" or self.naming.publisher(at, one.source, "")):
            return None
        for kid in one.cue.children("advcl"):
            if kid.tag == "VBG" and lemma(kid) in voice_words().relaying:
                for obj in kid.children("dobj"):
                    return next(iter(self.naming.speakers(at, obj, kid.lower)), None)
        return None

    def _told_to(self, verb: Token) -> Iterator[Token]:
        if lemma(verb) in {"tell", "inform"}:
            yield from verb.children("dobj", "dative")
        for word, tok in prepositions(verb):
            if word == "to" and lemma(verb) in words()["reporting"]:
                yield tok
            if word == "in" and tok.lemma in {"interview", "conversation"}:
                yield from (one for inner, one in prepositions(tok) if inner == "with")
            if word == "with" and tok.head.head is verb and lemma(verb) in {"say", "claim", "tell"}:
                yield tok


def _whole_phrase(last: Token, tokens: Sequence[Token]) -> Token:
    """*..., the mission in the Republic said*: the noun behind the comma whose phrase ends with `last`."""
    for one in last.ancestors():
        below = one.subtree()
        if is_verb(one) or below[-1] is not last:
            break
        first = below[0].i
        if one.tag.startswith("NN") and first and tokens[first - 1].text == "," and below[-1].i - first < _LONG:
            return one
    return last


_LONG = 10
"""Words of the longest name of a body with its seat."""
