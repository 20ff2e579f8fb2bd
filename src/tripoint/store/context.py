"""The words around a claim's evidence: whole sentences, as far as they can be told from the text alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tripoint.model import Evidence
from tripoint.text import trim

REACH = 400
"""Characters that are looked at on either side for the border of a sentence."""

_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\Wa-z_])|\n+")


def surroundings(text: str, evidence: Sequence[Evidence]) -> tuple[int, int]:
    """Return [start, end) of the sentences that hold the evidence."""
    if not evidence:
        return 0, 0
    first = min(span.start for span in evidence)
    last = max(span.end for span in evidence)
    floor = max(0, first - REACH)
    borders = [found.end() for found in _END.finditer(text, floor, first + 1) if found.end() <= first]
    start = borders[-1] if borders else floor
    found = _END.search(text, max(last - 2, 0), last + REACH)
    end = min(len(text), last + REACH) if found is None else max(last, found.start() + len(found[0].rstrip()))
    return trim(text, start, end) if text[start:end].strip() else (first, last)
