"""The stretches of a text that are searched by meaning: lines, and long lines in portions of whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tripoint.text import lines, trim

MOST_WORDS = 20
"""Words from which on a line is cut behind the next sentence."""

LEAST_WORDS = 3
"""Lines of fewer words tell nothing that could be searched for."""

_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\Wa-z_])")
_WORD = re.compile(r"[^\W\d_]{2,}")


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield [start, end) of each stretch of the text, in order; those without words are left out."""
    for first, last in lines(text):
        start = first
        words = 0
        at = first
        for border in (*(found.end() for found in _SENTENCE.finditer(text, first, last)), last):
            words += len(text[at:border].split())
            at = border
            if words >= MOST_WORDS or border == last:
                whole = trim(text, start, border)
                if len(_WORD.findall(text, *whole)) >= LEAST_WORDS:
                    yield whole
                start, words = border, 0
