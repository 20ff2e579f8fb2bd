"""Times in a sentence: single expressions, joined by *since, until, between, from, the evening of* into values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from tripoint.mentions.anchors import anchor_of
from tripoint.mentions.draft import Draft, because, reading, tokens_between
from tripoint.mentions.scene import Scene
from tripoint.mentions.tense import tense_at
from tripoint.mentions.timeatoms import Atom, Clue
from tripoint.mentions.timetable import PATTERNS
from tripoint.model import MentionKind, TimeValue
from tripoint.syntax import Sentence, Token

TIMES = "mentions.times.v1"

_HEDGED_LEAD = re.compile(
    r"^(?:in|since|during|until|by|from|after|before|of|year|and|to|between|throughout|the|(?:an?|his|her|its|their)(?=\s+(?:19|20)\d\d))\s+|^\(",
    re.I,
)
_PART_BEFORE = re.compile(
    r"(?:the\s+)?(?:(?:early|late)\s+)?(?:morning|evening|afternoon|night|early hours|small hours|dawn|noon|midnight"
    r"|eve)"
    r"\s+(?:of|on)\s+(?:the\s+)?$",
    re.I,
)
_PART_AFTER = re.compile(
    r"\s+(?:early\s+|late\s+)?(?:morning|evening|afternoon|night|at dawn|at noon|at midnight)\b", re.I
)
_OPEN_END = re.compile(r"\b(?:ever )?since\s+(?:the\s+)?$", re.I)
_OPEN_START = re.compile(r"\b(?:until|till|up to|up until|through)\s+(?:the\s+)?$", re.I)
_AFTER = re.compile(r"\bafter\s+$", re.I)
_BEFORE = re.compile(r"\b(?:before|prior to)\s+$", re.I)
_BY = re.compile(r"\bby\s+$", re.I)
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.I)
_JOIN = re.compile(r"\s*(?:and|to|until|till|-|through)\s*(?:the\s+)?$", re.I)


@dataclass(slots=True, kw_only=True)
class Stretch:
    """An expression at [start, end) of the sentence's text."""

    start: int
    end: int
    atom: Atom


def times(scene: Scene) -> Iterator[Draft]:
    """Yield the times of a document, resolved from its publication date as far as it is known."""
    anchor = anchor_of(scene.doc.published)
    for index, sentence in enumerate(scene.sentences):
        text = scene.text[sentence.start : sentence.end]
        clue = Clue(anchor=anchor, tense=partial(_tense, sentence))
        for stretch in _joined(text, _atoms(text, clue)):
            yield _draft(scene, index, sentence, stretch)


def _tense(sentence: Sentence, at: int) -> int:
    return tense_at(sentence, sentence.start + at)


def _atoms(text: str, clue: Clue) -> list[Stretch]:
    found: list[tuple[int, int, int, Stretch]] = []
    for row, (_, pattern, read) in enumerate(PATTERNS):
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


def _joined(text: str, stretches: list[Stretch]) -> Iterator[Stretch]:
    at = 0
    while at < len(stretches):
        one = stretches[at]
        before = text[: one.start]
        if at + 1 < len(stretches):
            other = stretches[at + 1]
            between = _BETWEEN.search(before)
            gap = text[one.end : other.start]
            if between is not None and _JOIN.fullmatch(gap) and len(gap) < 12:
                yield _range(one, other, between.start())
                at += 2
                continue
        yield _bounded(text, one)
        at += 1


def _range(one: Stretch, other: Stretch, start: int) -> Stretch:
    one = _with_year_of(one, other)
    if one.atom.days is not None and other.atom.days is not None and one.atom.days[0] <= other.atom.days[1]:
        atom = Atom(days=(one.atom.days[0], other.atom.days[1]), precision="range", rule="between")
    else:
        reason = one.atom.reason or other.atom.reason or "the range runs backwards"
        partial = "/".join(atom.partial or "" for atom in (one.atom, other.atom)).strip("/") or None
        atom = Atom(days=None, precision="unresolved", rule="between", partial=partial, reason=reason)
    return Stretch(start=start, end=other.end, atom=atom)


def _with_year_of(one: Stretch, other: Stretch) -> Stretch:
    """Give *June 3* of *from June 3 to June 9, 2015* the year that the second date tells."""
    told = one.atom.partial
    if told is None or len(told) != 7 or other.atom.days is None or other.atom.partial is not None:
        return one
    try:
        day = date(other.atom.days[0].year, int(told[2:4]), int(told[5:7]))
    except ValueError:
        return one
    return Stretch(start=one.start, end=one.end, atom=Atom(days=(day, day), precision="day", rule=one.atom.rule))


def _bounded(text: str, one: Stretch) -> Stretch:
    """Add what stands around an expression: a part of the day, *since*, *until*, *before*, *after*."""
    start, end, atom = one.start, one.end, one.atom
    part = _PART_BEFORE.search(text[:start])
    after = _PART_AFTER.match(text[end:])
    if part is not None or after is not None:
        lead = 0 if part is None else len(part.group()) - len(part.group().lower().removeprefix("the "))
        start = start if part is None else part.start() + lead
        end = end if after is None else end + after.end()
        if atom.precision == "day":
            atom = replace(atom, precision="part_of_day", rule=f"part_of_{atom.rule}")
    for pattern, rule in (
        (_OPEN_END, "since"),
        (_OPEN_START, "until"),
        (_AFTER, "after"),
        (_BEFORE, "before"),
        (_BY, "by"),
    ):
        match = pattern.search(text[:start])
        if match is None:
            continue
        start = match.start()
        atom = replace(atom, rule=f"{rule}_{atom.rule}")
        if atom.days is not None:
            atom = replace(atom, precision="open_end" if rule in ("since", "after") else "open_start")
        break
    return Stretch(start=start, end=end, atom=atom)


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
