"""Who owns a quotation: the saying beside it, a name behind a dash, the speaker of a transcript's line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tripoint.claims.scene import Named, Scene
from tripoint.claims.tree import is_verb
from tripoint.claims.voices.interruptions import lemma
from tripoint.claims.voices.quotes import quotations
from tripoint.claims.voices.saying import Saying
from tripoint.model import MentionKind, Span, Speaker
from tripoint.resources.voices import voice_words
from tripoint.syntax import Sentence

_NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|al|el|bin|von|van|of|the)){0,5}"
_SIGNED = re.compile(rf"\s*([―—–-]{{1,2}})\s?({_NAME})[^\n]{{0,80}}$")
_TURN = re.compile(rf"[\"“]?((?:[A-Z][A-Z.'’-]+ ?){{1,4}}|{_NAME}):\s+(?=\S)")

_LABELS = {"update", "updated", "photo", "video", "live", "watch", "read", "note", "related", "more", "source", "image"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Words given to a name by layout alone: a signed quotation, a line of a transcript."""

    source: Span
    cue: Span
    content: Span


def signed(scene: Scene) -> list[Turn]:
    """The quotations signed behind a dash, and the lines of conversations (*NAME: words*, twice at least)."""
    text = scene.doc.text
    found: list[Turn] = []
    lines: list[Turn] = []
    people = {word.lower() for named in _people(scene) for word in named.mention.text.split()}
    spans = quotations(scene.doc)
    for block in scene.doc.blocks:
        turn = _TURN.match(text, block.start, block.end)
        if turn is not None and turn.end() < block.end:
            source = Span(start=turn.start(1), end=turn.end(1))
            cue = Span(start=turn.end(1), end=turn.end(1) + 1)
            lines.append(Turn(source=source, cue=cue, content=Span(start=turn.end(), end=block.end)))
        last = [span for span in spans if block.start <= span.start and span.end <= block.end][-1:]
        name = _SIGNED.match(text, last[0].end, block.end) if last else None
        if name is not None and last[0].start - block.start <= 2:
            source = Span(start=name.start(2), end=name.end(2))
            found.append(Turn(source=source, cue=Span(start=name.start(1), end=name.end(1)), content=last[0]))
    return found + _conversation(scene, lines, people)


def _conversation(scene: Scene, lines: list[Turn], people: set[str]) -> list[Turn]:
    """The lines that open with a name that the text knows, or in capitals beside such a line or more than once."""
    names = [scene.doc.text[line.source.start : line.source.end].strip() for line in lines]
    counted = Counter(names)
    places = {n.mention.text.lower() for at in range(len(scene.sentences)) for n in scene.named(at, MentionKind.PLACE)}
    known = {name for name in names if name.split()[-1].lower() in people}
    capitals = {name for name in names if name.isupper() and name.lower() not in _LABELS | places}
    often = {name for name in capitals if known or counted[name] > 1}
    kept = [line for line, name in zip(lines, names, strict=True) if name in often | known]
    return kept if len(kept) > 1 else []


def speaker_of(scene: Scene, turn: Turn) -> Speaker:
    """The voice of a turn: the person or body that its name names, whole where the text has it whole elsewhere."""
    name = " ".join(scene.doc.text[turn.source.start : turn.source.end].split())
    last = name.split()[-1].lower()
    known = next((n for n in _people(scene) if n.name.lower().split()[-1:] == [last]), None)
    person = known is None or known.mention.kind is MentionKind.PERSON
    return Speaker(
        name=name if known is None else known.name,
        actor_id=None if known is None or known.reading is None else known.reading.candidate_id,
        kind="person" if person else "body",
        cue=scene.doc.text[turn.cue.start : turn.cue.end],
        start=turn.source.start,
        end=turn.source.end,
    )


def _people(scene: Scene) -> Iterator[Named]:
    for at in range(len(scene.sentences)):
        yield from scene.named(at, MentionKind.PERSON, MentionKind.ACTOR)


def beside(scene: Scene, sentence: Sentence, one: Saying, spans: Sequence[Span]) -> list[Span]:
    """The quotations that a verb of saying stands beside."""
    lists, verb = voice_words(), one.cue
    if not is_verb(verb) or one.source is None or lemma(verb) not in lists.clause | lists.quotation_only:
        return []
    if verb.i in one.content:
        return []
    start = min(verb.start, min((tok.start for tok in one.source.subtree() if tok.i < verb.i), default=verb.start))
    text = scene.doc.text
    found: list[Span] = []
    if any(span.start <= verb.start < span.end for span in spans):
        return []
    for span in spans:
        if span.end <= start and start - span.end <= 4 and not any(c.isalnum() for c in text[span.end : start]):
            found.append(span)
        elif verb.end <= span.start < sentence.end and span.start - verb.end <= 120:
            between = text[verb.end : span.start].rstrip()
            close = between == "" or between.endswith((",", ":", " that")) or between.strip() == "that"
            if close and not any(is_verb(t) and verb.end <= t.start < span.start for t in sentence.tokens):
                found.append(span)
        elif found and found[0].end <= start and span.start >= sentence.end - 1:
            if text[sentence.end : span.start].strip():
                break
            found.append(span)
    return found


def with_quotations(sentence: Sentence, one: Saying, spans: Iterable[Span]) -> Saying:
    """The saying with the words of its own sentence that stand in its quotations."""
    inside = {t.i for t in sentence.tokens for span in spans if span.start <= t.start < span.end}
    if not inside:
        return one
    return replace(one, content=one.content | inside, vouched=one.vouched | inside)
