"""Clauses within clauses: which words of a claim tell of another happening, in a clause that hangs on it in time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from tripoint.model import Claim, Evidence, Span

_HUNG_ON = re.compile(
    r"\W*(?:[\w-]+ ){0,3}?(?:after|before|while|where|when|as|since|following|because|until)\b", re.IGNORECASE
)
"""How a clause opens that tells of another time, place or cause than the one it hangs on."""


def inner(claims: Iterable[Claim]) -> Mapping[str, tuple[Span, ...]]:
    """Return for each claim of one document the clauses inside its own that tell of something else.

    *At least 43 were killed by shelling after a pilot was executed*: what is told of the pilot does not tell how the 43
    died. A clause that holds the claim's own word is not inside it.
    """
    listed = list(claims)
    hung = sorted(
        {
            (span.start, span.end)
            for claim in listed
            for span in claim.evidence
            if span.start <= claim.trigger_start < span.end and _HUNG_ON.match(span.text) is not None
        }
    )
    found: dict[str, tuple[Span, ...]] = {}
    for claim in listed if hung else ():
        held = [
            Span(start=start, end=end)
            for whole in claim.evidence
            for start, end in hung[bisect_left(hung, (whole.start, 0)) : bisect_left(hung, (whole.end, 0))]
            if end <= whole.end and not start <= claim.trigger_start < end
        ]
        if held:
            found[claim.claim_id] = tuple(held)
    return found


def without(evidence: Sequence[Evidence], left_out: Sequence[Span]) -> str:
    """Return the words of some evidence, but for those in the spans left out."""
    parts: list[str] = []
    for span in evidence:
        at = span.start
        for gap in left_out:
            low, high = max(gap.start, at), min(gap.end, span.end)
            if low < high:
                parts.append(span.text[at - span.start : low - span.start])
                at = high
        parts.append(span.text[at - span.start :])
    return " ".join(parts)
