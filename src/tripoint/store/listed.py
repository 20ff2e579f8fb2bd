"""Rows of lists that no view gives as they are needed: documents by portion, claims' homes, contradictions, control."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from tripoint.store.question import Question
from tripoint.store.reading import CaseReader, Table

_DOCUMENT = (
    "SELECT d.document_id AS id, d.outlet, d.headline, d.published_start AS published,"
    " d.published_end AS published_until,"
    " d.published_precision AS known_by, d.agency, d.copy_of, d.language, d.source, d.part,"
    " (SELECT count(*) FROM claims r CROSS JOIN claim_order n ON n.claim_row = r.rowid"
    " WHERE r.document_id = d.document_id AND n.comment_id IS NULL) AS claims"
    " FROM documents d"
)


def documents_after(reader: CaseReader, question: Question, behind: tuple[str, int, str] | None, limit: int) -> Table:
    """Return at most `limit` documents behind that source, part and id, in their order."""
    where, values = _documents_where(question)
    if behind is not None:
        where += " AND (d.source, d.part, d.document_id) > (:source, :part, :document)"
        values |= {"source": behind[0], "part": behind[1], "document": behind[2]}
    sql = f"{_DOCUMENT} WHERE {where} ORDER BY d.source, d.part, d.document_id LIMIT :limit"
    return list(reader.rows(sql, {**values, "limit": limit}))


def documents_number(reader: CaseReader, question: Question) -> int:
    """Return how many documents answer."""
    where, values = _documents_where(question)
    return next(reader.numbers(f"SELECT count(*) FROM documents d WHERE {where}", values))


def _documents_where(question: Question) -> tuple[str, dict[str, Any]]:
    if question.empty:
        return "1", {}
    where, values = question.where(by_position=True)
    return f"d.document_id IN (SELECT c.document_id FROM claim_order c WHERE {where})", dict(values)


def documents_of(reader: CaseReader, document_ids: Iterable[str]) -> Table:
    """Return the rows of these documents, in their order."""
    sql = (
        f"{_DOCUMENT} WHERE d.document_id IN (SELECT value FROM json_each(:ids)) ORDER BY d.source, d.part,"
        " d.document_id"
    )
    return list(reader.rows(sql, {"ids": json.dumps(list(document_ids))}))


def homes(reader: CaseReader, claim_ids: Iterable[str]) -> dict[str, str]:
    """Return the event of each of these claims that has one."""
    sql = (
        "SELECT r.claim_id, o.event_id FROM json_each(:ids) j CROSS JOIN claims r ON r.claim_id = j.value"
        " CROSS JOIN claim_order c ON c.claim_row = r.rowid JOIN event_order o ON o.position = c.event_position"
    )
    return dict(reader.tuples(sql, {"ids": json.dumps(list(claim_ids))}))


def outlets(reader: CaseReader, document_ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return of each of these documents what stands at the head of its claims, and its text."""
    sql = (
        "SELECT d.document_id, d.outlet, d.headline, d.published_start AS published,"
        " d.published_end AS published_until, d.published_precision AS known_by, d.text"
        " FROM documents d WHERE d.document_id IN (SELECT value FROM json_each(:ids))"
    )
    return {row.pop("document_id"): row for row in reader.rows(sql, {"ids": json.dumps(sorted(set(document_ids)))})}


def comments_of(reader: CaseReader, comment_ids: Iterable[str]) -> dict[str, str]:
    """Return the texts of these comments."""
    sql = "SELECT comment_id, text FROM comments WHERE comment_id IN (SELECT value FROM json_each(:ids))"
    return dict(reader.tuples(sql, {"ids": json.dumps(list(comment_ids))}))


def contradiction_rows(reader: CaseReader, question: Question, contradiction_id: str | None = None) -> Table:
    """Return the contradictions of the events that answer, or just one, by the events' time, with their records."""
    asked, values = "1", dict[str, Any]()
    if contradiction_id is not None:
        asked, values = "k.contradiction_id = :id", {"id": contradiction_id}
    if not question.empty:
        where, told = question.where(by_position=True)
        asked = f"o.position IN (SELECT c.event_position FROM claim_order c WHERE {where})"
        values = dict(told)
    sql = (
        "SELECT k.contradiction_id AS id, k.field, k.why, k.explained, k.event_id, e.label AS event,"
        " e.time_start AS since, e.time_end AS until, e.place, k.record"
        " FROM contradictions k LEFT JOIN event_order o ON o.event_id = k.event_id"
        f" LEFT JOIN events e ON e.event_row = o.event_row WHERE {asked}"
        " ORDER BY o.position IS NULL, o.position, k.field, k.contradiction_id"
    )
    return list(reader.rows(sql, values))


def voices_of(reader: CaseReader, claim_ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return of each of these claims its words, its speakers and its outlet."""
    sql = (
        "SELECT c.claim_id AS id, c.evidence AS text, c.speakers, d.outlet, c.document_id, c.modality, c.polarity"
        " FROM json_each(:ids) j JOIN claims c ON c.claim_id = j.value"
        " LEFT JOIN documents d ON d.document_id = c.document_id"
    )
    return {row["id"]: row for row in reader.rows(sql, {"ids": json.dumps(sorted(set(claim_ids)))})}


def located(reader: CaseReader, place_ids: Iterable[str]) -> dict[str, tuple[float | None, float | None, float | None]]:
    """Return latitude, longitude and radius of these places, as far as they are known: the finest extent."""
    sql = (
        "SELECT n.place_id, s.latitude, s.longitude, min(s.radius_km) FROM json_each(:ids) j JOIN place_names n"
        " ON n.place_id = j.value JOIN place_spots s USING (name_row) GROUP BY n.place_id"
    )
    ids = json.dumps(sorted(set(place_ids)))
    return {place_id: (lat, lon, radius) for place_id, lat, lon, radius in reader.tuples(sql, {"ids": ids})}
