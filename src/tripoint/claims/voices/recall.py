"""Voices taken up again: *he added, they claimed, the spokesman, the ministry*."""

from __future__ import annotations

from dataclasses import replace

from tripoint.claims.arguments import subject
from tripoint.claims.scene import Named, Scene
from tripoint.claims.tree import is_verb
from tripoint.claims.voices.interruptions import below, broken_off
from tripoint.model import MentionKind, Speaker
from tripoint.resources.claims import words
from tripoint.resources.voices import sayers, voice_words
from tripoint.syntax import Token

MALE_FEMALE = {"he", "she", "him", "her"}
ANY_BODY = {"group", "organization", "organisation", "monitor"}
NOT_TAKEN_UP = {"i", "we", "you", "me", "us"}


class Recall:
    """The voices of a document so far, and the people and bodies that its sentences are about."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._human: Speaker | None = None
        self._body: Speaker | None = None
        self._bodies: list[Speaker] = []
        self._titles = self._titled_people()

    def remember(self, speaker: Speaker) -> None:
        """Keep `speaker` as the last of its kind."""
        if speaker.kind == "person" or (speaker.kind == "unnamed" and _one_person(speaker.name)):
            self._human = speaker
        elif speaker.kind in {"body", "unnamed"} and not speaker.name.endswith((":reports", ":allegations")):
            self._body = speaker
            self._bodies.append(speaker)

    def pronoun(self, at: int, tok: Token, cue: str) -> Speaker | None:
        """Who *he* or *it* is: the last voice of its kind, or the subject told of after it."""
        if tok.lower in NOT_TAKEN_UP:
            return None
        human = tok.lower in MALE_FEMALE
        last = self._human if human else self._body
        told = self._subject_before(at, tok, MentionKind.PERSON if human else MentionKind.ACTOR, last)
        if told is not None and (last is None or told.mention.start > last.start):
            return _of(told, "person" if human else "body", cue, tok)
        if last is None and not human:
            last = self._human
        return None if last is None else replace(last, cue=cue, start=tok.start, end=tok.end)

    def title(self, tok: Token, cue: str) -> Speaker | None:
        """*The spokesman*: the person whom the text named with that title before."""
        if not any(kid.dep == "det" and kid.lower in {"the", "this"} for kid in tok.kids):
            return None
        known = [named for named in self._titles.get(tok.lemma.lower(), ()) if named.mention.start < tok.start]
        return _of(known[-1], "person", cue, tok) if known else None

    def body(self, tok: Token, cue: str) -> Speaker | None:
        """*The ministry, the group*: the last body that spoke and has the noun in its name, or for *group* any."""
        noun = tok.lemma.lower()
        if noun not in voice_words().bodies | ANY_BODY or [kid.lower for kid in tok.kids if kid.i < tok.i] != ["the"]:
            return None
        found = next((one for one in reversed(self._bodies) if noun in one.name.lower().split()), None)
        if found is None and noun in ANY_BODY and self._bodies:
            found = self._bodies[-1]
        return None if found is None else replace(found, cue=cue, start=tok.start, end=tok.end)

    def _subject_before(self, at: int, tok: Token, kind: MentionKind, last: Speaker | None) -> Named | None:
        """The subject of an earlier clause of this sentence, else of the sentence before it in the block.

        Where `last` speaks in the sentence before, that sentence's subject is only spoken of.
        """
        sentences = self._scene.sentences
        own, cue = sentences[at].tokens, tok.head
        reported = set().union(*(below(kid) for kid in cue.kids if not broken_off(cue, kid)), set())
        if cue.dep != "conj":
            reported |= {one.i for one in cue.ancestors() if not broken_off(cue, one)}
        for verb in reversed([one for one in own if one.i < tok.i and is_verb(one) and one.i not in reported]):
            for noun in verb.children("nsubj", "nsubjpass"):
                if tok.lower == "it" and noun.tag in {"NNS", "NNPS"}:
                    continue
                named = self._scene.headed(at, noun, kind)
                if named is not None and noun.i < tok.i:
                    return named
        if at == 0 or sentences[at - 1].block != sentences[at].block:
            return None
        root = sentences[at - 1].root
        found = subject(root) if root is not None and is_verb(root) else None
        if found is None or (last is not None and sentences[at - 1].start <= last.start < sentences[at - 1].end):
            return None
        several = tok.lower == "it" and found.tok.tag in {"NNS", "NNPS"}
        return None if several else self._scene.headed(at - 1, found.tok, kind)

    def _titled_people(self) -> dict[str, list[Named]]:
        titles = words()["titles"] | {"analyst"}
        found: dict[str, list[Named]] = {}
        for at in range(len(self._scene.sentences)):
            for named in self._scene.named(at, MentionKind.PERSON):
                head = named.head
                beside = [*head.children("compound", "nmod", "appos"), *([head.head] if head.dep == "appos" else [])]
                for one in beside:
                    if one.lemma.lower() in titles:
                        found.setdefault(one.lemma.lower(), []).append(named)
        return found


def _one_person(name: str) -> bool:
    last = name.rsplit(" ", 1)[-1].removeprefix("unnamed:").lower()
    return last in sayers() and not (
        last in words()["force_nouns"] or last in voice_words().publishers or last in {"ministry", "government"}
    )


def _of(named: Named, kind: str, cue: str, tok: Token) -> Speaker:
    actor = named.reading.candidate_id if named.reading is not None else None
    return Speaker(name=named.name, actor_id=actor, kind=kind, cue=cue, start=tok.start, end=tok.end)
