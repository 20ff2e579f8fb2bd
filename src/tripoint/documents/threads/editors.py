"""When a comment is the outlet answering its readers: a literal table of named features."""

from __future__ import annotations

from tripoint.documents.register import Feature, row
from tripoint.model import Reason

_EDITOR: tuple[Feature, ...] = (
    row(
        "signed by the editor",
        1.0,
        1,
        r"(?i)^(?:editor|editors|admin|moderator|ed\.)(?:'s note| note)?\s?[:-]",
        "it is signed by the editor",
    ),
    row(
        "signed by the author",
        1.0,
        1,
        r"(?i)^[^:\n]{2,40} ?\((?:the )?(?:author|editor|admin|administrator|moderator|site owner|blog owner)\) ?[:-]",
        "it is signed by who wrote the page",
    ),
    row(
        "owns the text",
        1.0,
        1,
        r"(?i)\bour (?:article|report|text|analysis|editors?|team|map|video|story|piece|website|site|idea|"
        r"post|coverage|correspondent|author|staff|source|sources|translation|headline)\b",
        "it speaks of the outlet's own work",
    ),
    row(
        "changed the text",
        1.0,
        1,
        r"(?i)\b(?:removed|corrected|fixed|changed|updated|deleted|edited|added|amended|"
        r"clarified)\b[^.!?]{0,40}\b(?:article|text|piece|headline|map|report|post|story|paragraph)\b|"
        r"\b(?:we(?:'ve| have)?|it(?:'s| is| has been| was)) (?:now )?(?:corrected|fixed|updated|amended|"
        r"removed)\b",
        "it tells of a change made to the text",
    ),
    row(
        "grants a point",
        0.4,
        1,
        r"(?i)\b(?:you are right|you're right|thank(?:s| you) for (?:the|your|pointing|letting)|"
        r"good (?:point|catch)|we apologi[sz]e)\b",
        "it grants a reader's point",
    ),
    row("speaks as we", 0.3, 1, r"\b[Ww]e (?:will|have|are|do|use|publish|report|thank)\b", "it speaks as we"),
)


def editor(text: str) -> tuple[float, tuple[Reason, ...]]:
    """Return how much a comment sounds like the outlet answering its readers (from 1 on: it does), with reasons."""
    small = text.lower()
    spoken = [row for row in _EDITOR if row.times(text, small)]
    return sum(row.weight for row in spoken), tuple(
        Reason(name=row.name, score=row.weight, sentence=row.sentence) for row in spoken
    )
