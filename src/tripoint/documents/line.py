"""Lines of a page: the natural grain of text that lost its tags."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tripoint.text import clean, trim

_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_VISIBLE = re.compile(r"[^\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_WIDE = re.compile(r"\s{2,}")
_APART = re.compile(r"[^\w]+")
_PLAIN = {code: " " for code in range(128) if not chr(code).isalnum() and chr(code) != "_"}
_CREDIT = re.compile(r"([.!?][\"')]?)\s*(?:-{1,2}|\(|/)\s*[A-Z][\w. /-]{1,24}\)?$")
"""A wire credit behind the last full stop: `said. - Reuters`."""
SAMPLE = 1500
"""Characters of a line that judgements look at: a line of a megabyte is judged by its beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A non-blank line, trimmed. `text` is its clean beginning (at most SAMPLE characters), `key` is for comparison,
    `gap` the number of blank lines before it, `size` its number of words (estimated beyond SAMPLE).

    `pieces`: what stands between wide blanks, for bars of several widgets.
    """

    index: int
    start: int
    end: int
    text: str
    key: str
    gap: int
    size: int
    pieces: tuple[str, ...] = ()

    @property
    def visible(self) -> bool:
        """Whether it holds anything but invisible marks."""
        return _VISIBLE.search(self.text) is not None

    @property
    def stops(self) -> bool:
        """Whether it ends like a sentence."""
        told = _CREDIT.sub(r"\1", self.text[-60:]).rstrip(" \"')]»")
        return self.end - self.start > SAMPLE or told.endswith((".", "!", "?", "…", ":", ";"))


def split(text: str) -> list[Line]:
    """Return the non-blank lines of `text` in order. Any Unicode line break ends a line."""
    found: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        start, end = trim(text, match.start(), match.end())
        if start == end:
            continue
        breaks = len(_BREAK.findall(text[last:start]))
        found.append(_line(text, start, end, index=len(found), gap=max(0, breaks - 1)))
        last = end
    return found


def joined(texts: Iterable[str]) -> list[Line]:
    """Return each of `texts`, trimmed ones, as a line of the text that line feeds join them to."""
    found: list[Line] = []
    at = 0
    for text in texts:
        found.append(_line(text, 0, len(text), index=len(found), gap=0, offset=at))
        at += len(text) + 1
    return found


def within(text: str, start: int, end: int, *, index: int, gap: int) -> Line:
    """Return [start, end) of `text` as a line."""
    return _line(text, start, end, index=index, gap=gap)


def _line(text: str, start: int, end: int, *, index: int, gap: int, offset: int = 0) -> Line:
    plain = clean(text[start : min(end, start + SAMPLE)])
    sample = " ".join(plain.split())
    pieces = tuple(_WIDE.split(plain.strip())) if len(plain) < 300 and "  " in plain else ()
    size = sample.count(" ") + 1
    if end - start > SAMPLE:
        size = size * (end - start) // SAMPLE
    if sample.isascii():  # the same, by a table
        key = " ".join(sample.lower().translate(_PLAIN).split())
    else:
        key = _APART.sub(" ", sample.casefold()).strip()
    return Line(
        index=index, start=start + offset, end=end + offset, text=sample, key=key, gap=gap, size=size, pieces=pieces
    )
