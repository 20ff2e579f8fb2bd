"""Times in a sentence: single expressions, joined by *since, until, between, from, the evening of* into values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial

from tripoint.mentions.anchors import Anchor, anchor_of
from tripoint.mentions.calendar_words import may_be_weekdays
from tripoint.mentions.draft import Draft, because, reading, tokens_between
from tripoint.mentions.producers import TIMES
from tripoint.mentions.scene import Scene
from tripoint.mentions.stretches import Stretch, joined
from tripoint.mentions.tense import tense_at
from tripoint.mentions.timeatoms import Clue
from tripoint.mentions.timetable import MONTH_STARTS, NEED_DIGITS, NEED_MONTH, NEED_WORDS, PATTERNS
from tripoint.model import MentionKind, TimeValue
from tripoint.syntax import Sentence, Token

_HEDGED_LEAD = re.compile(
    r"^(?:in|since|during|until|by|from|after|before|of|year|and|to|between|throughout|the|(?:an?|his|her|its|their)(?=\s+(?:19|20)\d\d))\s+|^\(",
    re.I,
)


_DIGIT = re.compile(r"\d")
_LONGER = re.compile(r"[a-z]{5,10}")


def times(scene: Scene) -> Iterator[Draft]:
    """Yield the times of a document, resolved from its publication date as far as it is known."""
    anchor = anchor_of(scene.doc.published)
    for index, sentence in enumerate(scene.sentences):
        text = scene.text[sentence.start : sentence.end]
        clue = Clue(anchor=anchor, tense=partial(_tense, sentence))
        for stretch in joined(text, _atoms(text, clue)):
            yield _draft(scene, index, sentence, stretch)


def read(words: str, anchor: Anchor | None) -> Iterator[TimeValue]:
    """Yield the times that some words tell which stand in no sentence, as of what is past."""
    for stretch in joined(words, _atoms(words, Clue(anchor=anchor, tense=lambda at: -1))):
        yield _value(stretch, words[stretch.start : stretch.end], stretch.start, stretch.end)


def _tense(sentence: Sentence, at: int) -> int:
    return tense_at(sentence, sentence.start + at)


def _atoms(text: str, clue: Clue) -> list[Stretch]:
    found: list[tuple[int, int, int, Stretch]] = []
    plain = text.lower()
    digits, month = _DIGIT.search(text) is not None, any(name in plain for name in MONTH_STARTS)
    for row, (name, pattern, read) in enumerate(PATTERNS):
        if (not digits and name in NEED_DIGITS) or (not month and name in NEED_MONTH):
            continue
        if name in NEED_WORDS and not any(word in plain for word in NEED_WORDS[name]):
            continue
        if name == "weekday" and may_be_weekdays().isdisjoint(_LONGER.findall(plain)):
            continue
        for match in pattern.finditer(text):
            atom = read(match, clue)
            if atom is None:
                continue
            lead = _HEDGED_LEAD.match(match[0])
            start = match.start() + (lead.end() if lead is not None else 0)
            if lead is not None and row in _LEADLESS:
                start = match.start() + _lead_length(match[0])
            if pattern.groupindex.get("pod") and match["pod"] and atom.days is not None:
                atom = replace(atom, precision="part_of_day")
            found.append((start, -(match.end() - start), row, Stretch(start=start, end=match.end(), atom=atom)))
    found.sort(key=lambda one: one[:3])
    kept: list[Stretch] = []
    for _, _, _, stretch in sorted(found, key=lambda one: (one[1], one[2], one[0])):
        if all(stretch.end <= other.start or other.end <= stretch.start for other in kept):
            kept.append(stretch)
    return sorted(kept, key=lambda stretch: stretch.start)


_LEADLESS = frozenset(
    row for row, (name, _, _) in enumerate(PATTERNS) if name in ("year", "month", "month_named", "season")
)


def _lead_length(text: str) -> int:
    length = 0
    while (lead := _HEDGED_LEAD.match(text[length:])) is not None:
        length += lead.end()
    return length


def _value(stretch: Stretch, words: str, start: int, end: int) -> TimeValue:
    atom = stretch.atom
    first = last = None
    if atom.days is not None:
        low, high = atom.days
        if atom.precision == "open_end":
            first = low + timedelta(days=1) if atom.rule.startswith("after") and low == high else low
        elif atom.precision == "open_start":
            last = low - timedelta(days=1) if atom.rule.startswith("before") else high
        else:
            first, last = low, high
    return TimeValue(
        start=None if first is None else first.isoformat(),
        end=None if last is None else last.isoformat(),
        precision=atom.precision,
        partial=atom.partial,
        text=words,
        start_char=start,
        end_char=end,
        rule=atom.rule,
    )


def _draft(scene: Scene, index: int, sentence: Sentence, stretch: Stretch) -> Draft:
    start, end = sentence.start + stretch.start, sentence.start + stretch.end
    words = scene.doc.text[start:end]
    value = _value(stretch, words, start, end)
    atom = stretch.atom
    if atom.days is None:
        why = because(atom.rule, 0.0, atom.reason or "it cannot be resolved")
    else:
        why = because(atom.rule, 0.8, f"the rule {atom.rule} reads {words!r}")
    tokens = tokens_between(sentence, start, end)
    return Draft(
        kind=MentionKind.TIME,
        start=start,
        end=end,
        head=_head(tokens),
        producer=TIMES,
        weight=5.0,
        sentence=index,
        readings=[reading(words, 0.85 if atom.days is not None else 0.5, [why], time=value)],
    )


def _head(tokens: list[Token]) -> Token:
    """Return the word that the others hang on, but for prepositions."""
    inside = {tok.i for tok in tokens if tok.pos not in ("ADP", "SCONJ", "DET", "PUNCT")} or {tok.i for tok in tokens}
    words = [tok for tok in tokens if tok.i in inside]
    tops = [tok for tok in words if tok.head.i not in inside or tok.head is tok]
    return (tops or words)[0]
