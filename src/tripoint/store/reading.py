"""Reads case.db: records back from their JSON, and the tables that people look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from tripoint.errors import InputError
from tripoint.model import (
    Anatomy,
    Assessment,
    Claim,
    Comment,
    Contradiction,
    Document,
    Event,
    Link,
    Page,
    Passage,
    Revision,
)
from tripoint.store.opened import OpenCase
from tripoint.store.question import Question
from tripoint.store.rows import link_of

Table = list[dict[str, Any]]


class CaseReader(OpenCase):
    """The records of a case's database. Everything comes in a stable order."""

    def pages(self) -> Iterator[tuple[Page, Anatomy | None]]:
        """Pages by source, each with its anatomy or None when it could not be read."""
        for row in self._db.execute("SELECT record, anatomy FROM pages ORDER BY source, page_id"):
            anatomy = None if row[1] is None else msgspec.json.decode(row[1], type=Anatomy, strict=True)
            yield msgspec.json.decode(row[0], type=Page, strict=True), anatomy

    def anatomy(self, page_id: str) -> Anatomy | None:
        """Return what the stretches of a page are; None for a page that could not be read."""
        sql = "SELECT anatomy FROM pages WHERE page_id = ? AND anatomy IS NOT NULL"
        return next(self.records(Anatomy, sql, (page_id,)), None)

    def documents(self) -> Iterator[tuple[Document, str | None, tuple[Comment, ...]]]:
        """Documents by source and part, each with what it is a copy of and the comments under it."""
        sql = "SELECT record, copy_of, page_id, part FROM documents ORDER BY source, part, document_id"
        for row in self._db.execute(sql):
            comments = self.records(
                Comment,
                "SELECT record FROM comments WHERE page_id = ? AND part = ? ORDER BY page_start, comment_id",
                (row[2], row[3]),
            )
            yield msgspec.json.decode(row[0], type=Document, strict=True), row[1], tuple(comments)

    def document(self, document_id: str) -> Document | None:
        """Return one document."""
        return next(self.records(Document, "SELECT record FROM documents WHERE document_id = ?", (document_id,)), None)

    def revision(self, document_id: str) -> Revision | None:
        """Return which capture of its address a document is; None where the address was captured once."""
        sql = "SELECT record FROM revisions WHERE document_id = ?"
        return next(self.records(Revision, sql, (document_id,)), None)

    def passages(self, document_id: str) -> list[Passage]:
        """Return the passages that a document shares with others, in either direction, by their place in it."""
        sql = "SELECT record FROM passages WHERE document_id = :id OR other = :id"
        found = self.records(Passage, sql, {"id": document_id})
        return sorted(
            (one if one.document_id == document_id else turned(one) for one in found),
            key=lambda one: (one.start, one.end, one.other),
        )

    def claims(self, question: Question | None = None, *, limit: int = -1) -> Iterator[Claim]:
        """Claims that answer the question, in reading order."""
        where, values = (question or Question()).where()
        sql = f"SELECT c.record FROM claims c WHERE {where} ORDER BY c.source, c.part, c.start, c.claim_id LIMIT :limit"
        return self.records(Claim, sql, {**values, "limit": limit})

    def claims_of(self, *claim_ids: str) -> list[Claim]:
        """Return the claims of these ids, in reading order."""
        found: list[Claim] = []
        for claim_id in claim_ids:
            found.extend(self.records(Claim, "SELECT record FROM claims WHERE claim_id = ?", (claim_id,)))
        return sorted(found, key=lambda claim: (claim.source, claim.part, claim.trigger_start, claim.claim_id))

    def comment_claims(self) -> Iterator[Claim]:
        """Claims made in comments, in reading order: leads, never evidence."""
        return self.records(
            Claim, "SELECT record FROM claims WHERE comment_id IS NOT NULL ORDER BY source, part, start, claim_id"
        )

    def events(
        self, question: Question | None = None, *, limit: int = -1
    ) -> Iterator[tuple[Event, Assessment | None, tuple[Contradiction, ...]]]:
        """Events with a claim that answers the question, by time, each with what stands behind and against it."""
        where, values = events_where(question or Question())
        sql = f"SELECT e.record, e.assessment FROM events e WHERE {where} {BY_TIME} LIMIT :limit"
        for row in self._db.execute(sql, {**values, "limit": limit}):
            event = msgspec.json.decode(row[0], type=Event, strict=True)
            behind = None if row[1] is None else msgspec.json.decode(row[1], type=Assessment, strict=True)
            yield event, behind, tuple(self.contradictions_of(event.event_id))

    def contradictions_of(self, event_id: str) -> Iterator[Contradiction]:
        """Contradictions of one event."""
        sql = "SELECT record FROM contradictions WHERE event_id = ? ORDER BY field, contradiction_id"
        return self.records(Contradiction, sql, (event_id,))

    def event(self, event_id: str) -> tuple[Event, Assessment | None, tuple[Contradiction, ...]]:
        """Return one event with what stands behind and against it."""
        row = self._db.execute("SELECT record, assessment FROM events WHERE event_id = ?", (event_id,)).fetchone()
        if row is None:
            raise InputError(f"there is no event {event_id} in this case; take an id from tripoint show CASE events")
        event = msgspec.json.decode(row[0], type=Event, strict=True)
        behind = None if row[1] is None else msgspec.json.decode(row[1], type=Assessment, strict=True)
        return event, behind, tuple(self.contradictions_of(event_id))

    def links_of(self, claim_ids: Sequence[str]) -> list[Link]:
        """Return the links among these claims."""
        wanted = set(claim_ids)
        found: list[Link] = []
        for claim_id in claim_ids:
            sql = "SELECT claim_a, claim_b, verdict, score, by, reasons FROM links WHERE claim_a = ? ORDER BY claim_b"
            found.extend(link_of(row) for row in self._db.execute(sql, (claim_id,)) if row[1] in wanted)
        return found

    def claims_in(self, document_id: str) -> Iterator[Claim]:
        """Claims of one document, in reading order."""
        sql = "SELECT record FROM claims WHERE document_id = ? AND comment_id IS NULL ORDER BY start, claim_id"
        return self.records(Claim, sql, (document_id,))

    def claims_at(self, place_id: str) -> Iterator[Claim]:
        """Claims with that place in one of their slots, in reading order."""
        sql = (
            "SELECT c.record FROM claims c WHERE c.comment_id IS NULL AND c.rowid IN (SELECT r.claim_row"
            " FROM place_names n JOIN place_spots s USING (name_row) JOIN place_rows r USING (spot_row)"
            " WHERE n.place_id = ?) ORDER BY c.source, c.part, c.start, c.claim_id"
        )
        return self.records(Claim, sql, (place_id,))

    def decided(self) -> dict[str, str]:
        """What people decided on claims and events, in words, by id; the last word holds."""
        from tripoint.store.judgements import standing, told

        attached = standing(self)
        return told(self, attached) if attached else {}

    def event_of_contradiction(self, contradiction_id: str) -> str:
        """Return the id of the event in which the contradiction stands."""
        sql = "SELECT event_id FROM contradictions WHERE contradiction_id = ?"
        return str(self._db.execute(sql, (contradiction_id,)).fetchone()[0])

    def event_of(self, claim_id: str) -> str | None:
        """Return the id of the event that the claim belongs to."""
        row = self._db.execute("SELECT event_id FROM event_claims WHERE claim_id = ?", (claim_id,)).fetchone()
        return None if row is None else str(row[0])

    def find(self, name: str) -> tuple[str, str]:
        """Return `(kind, id)` of what `name` stands for: an id, or the beginning of just one id."""
        found: list[tuple[str, str]] = []
        upper = name + "\U0010ffff"
        for kind, table, column in _IDS:
            sql = f"SELECT DISTINCT {column} FROM {table} WHERE {column} >= ? AND {column} < ? ORDER BY 1 LIMIT 6"
            for (whole,) in self._db.execute(sql, (name, upper)):
                if whole == name:
                    return kind, str(whole)
                found.append((kind, str(whole)))
        if len(found) == 1:
            return found[0]
        if not found:
            raise InputError(f"nothing in this case has the id {name}; take one from tripoint show or tripoint export")
        some = ", ".join(whole for _, whole in found[:6])
        raise InputError(f"{name} begins more than one id ({some}, ...); give more of it")


def turned(one: Passage) -> Passage:
    """Return the passage as the other document has it."""
    return Passage(
        document_id=one.other,
        start=one.other_start,
        end=one.other_end,
        other=one.document_id,
        other_start=one.start,
        other_end=one.end,
        words=one.words,
    )


_IDS = (
    ("event", "events", "event_id"),
    ("claim", "claims", "claim_id"),
    ("document", "documents", "document_id"),
    ("place", "place_names", "place_id"),
    ("contradiction", "contradictions", "contradiction_id"),
    ("source", "sources", "source_id"),
)

BY_TIME = "ORDER BY coalesce(e.time_start, e.time_end) IS NULL, coalesce(e.time_start, e.time_end), e.event_id"


def events_where(question: Question) -> tuple[str, dict[str, str]]:
    """Return the SQL condition on a row `e` of `events`: one of its claims answers the question."""
    if question.empty:
        return "1", {}
    where, values = question.where()
    told = f"SELECT x.event_id FROM claims c CROSS JOIN event_claims x ON x.claim_id = c.claim_id WHERE {where}"
    return f"e.event_id IN ({told})", values
