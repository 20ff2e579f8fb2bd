"""Numbers in digits and words, with their hedges: *at least 40, two to three dozen, $5 million*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tripoint.mentions import amountwords as table
from tripoint.mentions.calendar_words import SCALES, SMALL, number_words

_SMALL = "|".join(sorted(SMALL, key=len, reverse=True))


_SCALE = "|".join(SCALES)


_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


_ONE = (
    rf"(?:(?:{_DIGITS})(?:\s+(?:{_SCALE})\b)*"
    rf"|(?:\b(?:(?:an?\s+)?(?:{_SCALE})|{_SMALL})\b(?:[\s-]+(?:and\s+)?(?:{_SMALL}|{_SCALE})\b)*))"
)


_VAGUE = "|".join(sorted((re.escape(words) for words in table.VAGUE), key=len, reverse=True))


_HEDGE = "|".join(
    sorted((re.escape(words) for words in table.LOWER | table.UPPER | table.ABOUT), key=len, reverse=True)
)


AMOUNT = re.compile(
    rf"(?<![\w.,/:+-])(?:(?P<hedge>{_HEDGE})\s+)?(?P<sign>[$€£])?"
    rf"(?:(?P<vague>\b(?:{_VAGUE})\b)(?:\s+of\b)?|(?P<low>{_ONE})(?:\s*(?:-|to|and|or)\s*(?P<sign2>[$€£])?(?P<high>{_ONE}))?)"
    r"(?P<percent>\s*(?:%|percent\b|per cent\b))?(?![\w/:]|-(?!\w)|\s?[ap]\.?m\b)",
    re.IGNORECASE,
)


@dataclass(slots=True, kw_only=True)
class Figure:
    """A number at [start, end) of the document: `low`, `high` and its wording."""

    start: int
    end: int
    low: float | None
    high: float | None
    wording: str
    sign: str | None
    percent: bool


def _number(words: str) -> float | None:
    return number_words(re.split(r"[\s-]+", words.strip()))


def figures(match: re.Match[str], offset: int) -> Iterator[Figure]:
    """Yield the numbers that a match of AMOUNT tells."""
    hedge = re.sub(r"\s+", " ", (match["hedge"] or "").lower())
    sign = table.SIGNS.get(match["sign"] or "")
    start, end = offset + match.start(), offset + match.end()
    if hedge == "over" and _PARTICLE.search(match.string, 0, match.start()):
        hedge, start = "", offset + match.end("hedge") + 1
    percent = match["percent"] is not None
    if match["vague"]:
        words = re.sub(r"\s+", " ", match["vague"].lower())
        low, high = table.VAGUE[words]
        wording = f"{hedge} {words}".strip()
        yield Figure(
            start=start,
            end=offset + match.end("vague"),
            low=low,
            high=high,
            wording=wording,
            sign=sign,
            percent=percent,
        )
        return
    first = _number(match["low"])
    second = _number(match["high"]) if match["high"] else None
    if first is None:
        return
    if second is not None and (
        second <= first or (" and " in match[0].lower() and hedge != "between" and not _between(match))
    ):
        yield _figure(first, hedge, start, offset + match.end("low"), sign, percent=False)
        yield _figure(second, "", offset + match.start("high"), end, sign, percent=percent)
        return
    if second is not None:
        wording = match[0].strip()
        yield Figure(start=start, end=end, low=first, high=second, wording=wording, sign=sign, percent=percent)
        return
    yield _figure(first, hedge, start, end, sign, percent=percent)


_PARTICLE = re.compile(r"\b(?:took|takes?|taken|taking|hand(?:ed|s|ing)?|turn(?:ed|s|ing)?)\s+\Z", re.IGNORECASE)
"""Verbs whose *over* belongs to them (*took over two oil fields*)."""


def _between(match: re.Match[str]) -> bool:
    return match.string[: match.start()].rstrip().lower().endswith("between")


def _figure(value: float, hedge: str, start: int, end: int, sign: str | None, *, percent: bool) -> Figure:
    low: float | None = value
    high: float | None = value
    if hedge in table.LOWER:
        high = None
    elif hedge in table.UPPER and hedge not in ("almost", "nearly"):
        low = None
    return Figure(start=start, end=end, low=low, high=high, wording=hedge, sign=sign, percent=percent)
