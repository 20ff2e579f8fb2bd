"""How long and how often: *every day, daily, a two-week truce, a years-long siege, for weeks, a month* as durations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tripoint.mentions.calendar_words import SMALL, number_words
from tripoint.mentions.draft import Draft, because, reading, tokens_between
from tripoint.mentions.producers import AMOUNTS
from tripoint.mentions.scene import Scene
from tripoint.model import AmountValue, MentionKind
from tripoint.syntax import Token

_UNIT = r"(?P<unit>second|minute|hour|day|week|month|year|decade)"
_NUMBER = r"(?P<n>\d{1,3}|" + "|".join(sorted(SMALL, key=len, reverse=True)) + ")"

OFTEN = {
    "daily": "days",
    "nightly": "days",
    "hourly": "hours",
    "weekly": "weeks",
    "monthly": "months",
    "yearly": "years",
    "annually": "years",
}
"""Adverbs and adjectives that say how often, with the unit that passes between."""

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("length", re.compile(rf"\b{_NUMBER}[ -]{_UNIT}(?:-long)?\b(?!s|[ -]old\b)(?=[ -]\w|[,.;]|$)", re.I)),
    ("long", re.compile(rf"\b{_UNIT}s?-long\b", re.I)),
    ("every", re.compile(rf"\b(?:every|each)\s+(?:single\s+)?(?:{_NUMBER}\s+)?{_UNIT}s?\b", re.I)),
    ("often", re.compile(r"\b(?P<often>" + "|".join(OFTEN) + r")\b", re.I)),
    ("per", re.compile(rf"(?<=[\w$%] )(?:a|per)\s+{_UNIT}\b(?=[.,;)]|$|\s+(?:in|at|for|to|by|from|on|since)\b)", re.I)),
    ("one", re.compile(rf"\b(?<=for )an?\s+{_UNIT}\b(?!\s+(?:ago|earlier|later|before|after))", re.I)),
    ("open", re.compile(rf"\b(?<=for )(?:many\s+|several\s+|a few\s+)?{_UNIT}s\b(?!\s+(?:ago|to come))", re.I)),
    ("halves", re.compile(rf"\b(?P<n>\d{{1,3}}) 1/2 {_UNIT}s\b", re.I)),
)


_NEEDED = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "daily", "nightly", "annually")
"""One of these stands in every duration; looking for them first costs less than the patterns."""


def durations(scene: Scene, busy: list[tuple[int, int]]) -> Iterator[Draft]:
    """Yield the durations of a document that do not lie in a time (`busy`)."""
    for index, sentence in enumerate(scene.sentences):
        text = scene.text[sentence.start : sentence.end]
        plain = text.lower()
        if not any(word in plain for word in _NEEDED):
            continue
        inside = [span for span in busy if span[0] < sentence.end and sentence.start < span[1]]
        seen: list[tuple[int, int]] = []
        for name, pattern in _PATTERNS:
            for match in pattern.finditer(text):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                if any(start < high and low < end for low, high in (*inside, *seen)):
                    continue
                tokens = tokens_between(sentence, start, end)
                if not tokens:
                    continue
                seen.append((start, end))
                yield _draft(scene, index, start, end, _head(tokens), _value(name, match))


def _value(name: str, match: re.Match[str]) -> AmountValue:
    told = match.groupdict()
    if name == "often":
        return _amount(1.0, OFTEN[told["often"].lower()], match[0])
    number = None if told.get("n") is None else number_words([told["n"]])
    if number is not None and name == "halves":
        number += 0.5
    plural = told["unit"].lower() + "s"
    if number is None and name in ("every", "per", "one"):
        number = 1.0
    if number is None and name == "long" and not match[0].lower().startswith(plural):
        number = 1.0
    return _amount(number, plural, match[0])


def _amount(number: float | None, unit: str, words: str) -> AmountValue:
    return AmountValue(what="duration", low=number, high=number, unit=unit, of=None, wording=words)


def _head(tokens: list[Token]) -> Token:
    nouns = [tok for tok in tokens if tok.pos == "NOUN"]
    return (nouns or tokens)[-1]


def _draft(scene: Scene, index: int, start: int, end: int, head: Token, value: AmountValue) -> Draft:
    words = scene.doc.text[start:end]
    why = because("duration", 0.7, f"{words!r} tells how long or how often")
    return Draft(
        kind=MentionKind.AMOUNT,
        start=start,
        end=end,
        head=head,
        producer=AMOUNTS,
        weight=5.0,
        sentence=index,
        readings=[reading(words, 0.7, [why], amount=value)],
    )
