"""Control as it was known on a day, worked out from the claims in case.db when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Any

import msgspec

from tripoint.model import Assessment, ControlSpan, Document
from tripoint.names import strict_key
from tripoint.store.question import Question

if TYPE_CHECKING:
    from tripoint.store.reading import CaseReader


def control_as_known(reader: CaseReader, question: Question) -> list[ControlSpan]:
    """Return the spans that answer the question as they stood at the end of the day, month or year `question.known`.

    The claims that count are those that counted in the last build; `question.place`, `actor`, `since` and `until`
    choose among the spans.
    """
    from tripoint.assess.holding import TELLING
    from tripoint.assess.known import spans_as_known

    assert question.known is not None
    about = Question(place=question.place, types=tuple(sorted(TELLING)))
    claims = [*reader.claims(about), *reader.claims(Question(type="part_of"))]
    support = _origins(reader, (claim.claim_id for claim in claims))
    found = spans_as_known(claims, _Documents(reader), support, known=question.known)
    return sorted(
        (span for span in found if _answers(span, question)),
        key=lambda span: (span.place, span.start is not None, span.start or "", span.span_id),
    )


def row(span: ControlSpan) -> dict[str, Any]:
    """Return the span with the columns of `show CASE control`."""
    return {
        "id": span.span_id,
        "place": span.place,
        "holder": span.holder,
        "status": span.status,
        "since": span.start,
        "until": span.end,
        "basis": span.basis,
        "claims": len(span.claims),
        "last_evidence": span.last_evidence,
        "known_since": span.known_since,
        "wide_area": int(any(reason.name == "wide" for reason in span.reasons)),
    }


def _answers(span: ControlSpan, question: Question) -> bool:
    since, until = question.since, question.until
    return (
        _named(span.place_id, span.place, question.place)
        and _named(span.holder_id, span.holder, question.actor)
        and (since is None or span.end is None or span.end[: len(since)] >= since)
        and (until is None or span.start is None or span.start[: len(until)] <= until)
    )


def _named(own_id: str | None, name: str | None, wanted: str | None) -> bool:
    return wanted is None or own_id == wanted or (name is not None and strict_key(wanted) in strict_key(name))


def _origins(reader: CaseReader, claim_ids: Iterator[str]) -> dict[str, int]:
    """Return the number of the origin of each claim that counts."""
    numbers = count()
    found: dict[str, int] = {}
    for claim_id in claim_ids:
        if claim_id in found:
            continue
        sql = "SELECT e.assessment FROM event_claims c JOIN events e ON e.event_id = c.event_id WHERE c.claim_id = ?"
        for (told,) in reader.tuples(sql, (claim_id,)):
            if told is not None:
                for origin in msgspec.json.decode(told, type=Assessment).origins:
                    found.update(dict.fromkeys(origin.claims, next(numbers)))
    return found


class _Documents(Mapping[str, Document]):
    """Documents of a case by id, read when asked for, without their texts."""

    def __init__(self, reader: CaseReader) -> None:
        self._reader = reader
        self._read = lru_cache(maxsize=None)(self._found)

    def _found(self, document_id: str) -> Document | None:
        doc = self._reader.document(document_id)
        return None if doc is None else replace(doc, text="", blocks=(), signature=())

    def __getitem__(self, document_id: str) -> Document:
        doc = self._read(document_id)
        if doc is None:
            raise KeyError(document_id)
        return doc

    def __iter__(self) -> Iterator[str]:
        return (name for (name,) in self._reader.tuples("SELECT document_id FROM documents ORDER BY document_id"))

    def __len__(self) -> int:
        return sum(1 for _ in self)
