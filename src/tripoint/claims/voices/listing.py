"""Every attribution of a document as spans of its text, for those who want attributions and not claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tripoint.claims.voices.saying import Saying
from tripoint.claims.voices.turns import Turn
from tripoint.model import Span
from tripoint.syntax import Sentence, Token

_CLAUSES = {"relcl", "acl", "ccomp", "advcl", "parataxis"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """Who (None: implicit) is given what by which words; the content's stretches are contiguous, in reading order."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]


def listed(
    sentences: Sequence[Sentence], sayings: Sequence[Sequence[Saying]], quoted: dict[int, list[Span]], turns: list[Turn]
) -> tuple[Attributed, ...]:
    """The attributions, by place of their cue; `quoted` holds the quotations of each saying by its `id`."""
    found: list[Attributed] = []
    for sentence, many in zip(sentences, sayings, strict=True):
        for one in many:
            runs = [*_runs(sentence, one.content), *quoted.get(id(one), ())]
            if not runs:
                continue
            cue = Span(start=one.cue.start, end=one.cue.end)
            source = None if one.source is None else _source(one.source, one)
            found.append(Attributed(source=source, cue=cue, content=tuple(_joined(runs))))
    taken = [span for one in found for span in one.content]
    for turn in turns:
        if not any(span.start <= turn.content.start and turn.content.end <= span.end for span in taken):
            found.append(Attributed(source=turn.source, cue=turn.cue, content=(turn.content,)))
    return tuple(sorted(found, key=lambda one: (one.cue.start, one.content[0].start)))


def _source(head: Token, one: Saying) -> Span:
    """The words of the source around its head, up to a clause that hangs on it, the cue or the content."""
    keep = [head]
    for kid in head.kids:
        if kid.dep not in _CLAUSES and kid.i not in one.content and kid is not one.cue:
            keep.extend(t for t in kid.subtree() if t.i not in one.content and t is not one.cue)
    held = {t.i: t for t in keep}
    low = high = head
    while low.i - 1 in held:
        low = held[low.i - 1]
    while high.i + 1 in held:
        high = held[high.i + 1]
    if high.text == "," and high.i - 1 in held:
        high = held[high.i - 1]
    end = high.end
    if one.relative:
        pronoun = [kid for kid in one.cue.kids if kid.tag in {"WP", "WDT"} and kid.i < one.cue.i]
        end = max(end, pronoun[0].end) if pronoun else end
    return Span(start=low.start, end=end)


def _runs(sentence: Sentence, content: Iterable[int]) -> Iterator[Span]:
    numbers = sorted(content)
    tokens = sentence.tokens
    start = 0
    for n, number in enumerate(numbers):
        if n + 1 == len(numbers) or numbers[n + 1] != number + 1:
            run = [tokens[i] for i in numbers[start : n + 1]]
            while run and run[0].pos == "PUNCT" and run[0].text in {",", ".", ";", ":", "-", "–", "—"}:
                run = run[1:]
            while run and run[-1].pos == "PUNCT" and run[-1].text in {",", ".", ";", ":", "-", "–", "—"}:
                run = run[:-1]
            if run:
                yield Span(start=run[0].start, end=run[-1].end)
            start = n + 1


def _joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if found and span.start - found[-1].end <= 2:
            found[-1] = Span(start=found[-1].start, end=max(span.end, found[-1].end))
        else:
            found.append(span)
    return found
