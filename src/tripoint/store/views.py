"""The tables that people look at: one query per thing that can be shown, each answering the same question."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tripoint.errors import InputError
from tripoint.store.derived import FINEST
from tripoint.store.known import control_as_known, row
from tripoint.store.question import Question, like
from tripoint.store.reading import BY_TIME, CaseReader, Table, events_where


def view(reader: CaseReader, what: str, question: Question, *, limit: int = -1) -> Table:
    """Return the rows of `what` (a key of VIEWS) that answer the question, at most `limit` (-1: all)."""
    if question.known is not None:
        if what != "control":
            raise InputError(f"only control can be shown as known on a day, not {what}")
        return [row(span) for span in control_as_known(reader, question)][: None if limit < 0 else limit]
    sql, values = VIEWS[what](question)
    return list(reader.rows(f"{sql} LIMIT :limit", {**values, "limit": limit}))


def _events(question: Question) -> tuple[str, dict[str, str]]:
    where, values = events_where(question)
    return (
        "SELECT e.event_id AS id, e.label, e.type, e.time_start AS since, e.time_end AS until, e.place, e.agents,"
        " e.targets, e.amounts, e.claims, e.origins, e.contradictions, e.credibility"
        f" FROM events e WHERE {where} {BY_TIME}",
        values,
    )


def _claims(question: Question) -> tuple[str, dict[str, str]]:
    where, values = question.where()
    return (
        "SELECT c.claim_id AS id, c.type, c.aspect, c.modality, c.polarity, c.agents, c.targets, c.recipients,"
        " c.places, c.time_start AS since, c.time_end AS until, c.amounts, c.status, c.speakers, c.score, c.source,"
        f" c.evidence FROM claims c WHERE {where} ORDER BY c.source, c.part, c.start, c.claim_id",
        values,
    )


def _places(question: Question) -> tuple[str, dict[str, str]]:
    where, values = question.where()
    own = "1"
    if question.place is not None:  # the places asked for, not every place of the claims that name them
        own = "(n.place_id = :place OR n.name_key LIKE :place_like ESCAPE '\\')"
    return (
        "SELECT f.id, f.name, f.country, f.admin1, f.precision, f.latitude, f.longitude, f.radius_km,"
        " count(DISTINCT c.claim_id) AS claims, count(DISTINCT x.event_id) AS events,"
        " min(c.time_start) AS since, max(c.time_end) AS until"
        " FROM claims c CROSS JOIN place_rows r ON r.claim_row = c.rowid CROSS JOIN place_spots s USING (spot_row)"
        " CROSS JOIN place_names n USING (name_row) JOIN (SELECT coalesce(n.place_id, n.name) AS subject,"
        " n.place_id AS id, n.name, s.country, s.admin1, s.precision, s.latitude, s.longitude, s.radius_km,"
        f" min({FINEST}) FROM place_names n JOIN place_spots s USING (name_row) WHERE {own} GROUP BY 1) f"
        " ON f.subject = coalesce(n.place_id, n.name)"
        f" LEFT JOIN event_claims x ON x.claim_id = c.claim_id WHERE {where} AND {own}"
        " GROUP BY f.subject ORDER BY claims DESC, f.name",
        values,
    )


def _actors(question: Question) -> tuple[str, dict[str, str]]:
    where, values = question.where()
    own = ""
    if question.actor is not None:
        own = " AND (n.actor_id = :actor OR n.name_key LIKE :actor_like ESCAPE '\\')"
    return (
        "SELECT n.actor_id AS id, min(n.name) AS name, count(DISTINCT c.claim_id) AS claims,"
        " sum(r.role = 'agent') AS as_agent, sum(r.role = 'target') AS as_target,"
        " sum(r.role = 'recipient') AS as_recipient, sum(r.role = 'speaker') AS as_speaker,"
        f" min(c.time_start) AS since, max(c.time_end) AS until FROM {_PARTIES} WHERE {where}{own}"
        " GROUP BY coalesce(n.actor_id, n.name) ORDER BY claims DESC, min(n.name)",
        values,
    )


_PARTIES = (
    "claims c CROSS JOIN party_rows r ON r.claim_row = c.rowid CROSS JOIN party_texts t USING (text_row)"
    " CROSS JOIN party_names n USING (name_row)"
)
"""Claims with their parties. Claims first, as they lie: they hold whole records, and one after the other is quicker."""


def _documents(question: Question) -> tuple[str, dict[str, str]]:
    where, values = question.where()
    joined = f"LEFT JOIN claims c ON c.document_id = d.document_id AND {where}"
    if not question.empty:
        joined = f"JOIN claims c ON c.document_id = d.document_id WHERE {where}"
    return (
        "SELECT d.document_id AS id, d.outlet, d.headline, d.published_start AS published,"
        " d.published_precision AS known_by, d.agency, d.copy_of, d.language, count(c.claim_id) AS claims,"
        " (SELECT group_concat(name, '; ') FROM (SELECT p.name FROM claims s JOIN party_rows r ON r.claim_row = s.rowid"
        " JOIN party_texts t USING (text_row) JOIN party_names p USING (name_row) WHERE r.role = 'speaker'"
        " AND s.document_id = d.document_id AND s.comment_id IS NULL"
        " GROUP BY p.name ORDER BY count(*) DESC, p.name)) AS speakers, d.source"
        f" FROM documents d {joined} GROUP BY d.document_id ORDER BY d.source, d.part",
        values,
    )


def _sources(question: Question) -> tuple[str, dict[str, str]]:
    where, values = question.where()
    asked = "1"
    if not question.empty:  # voices that speak a claim that answers, outlets that tell one in their own voice
        asked = (
            f"(s.kind = 'voice' AND s.name IN (SELECT n.name FROM {_PARTIES} WHERE r.role = 'speaker' AND {where})"
            " OR s.kind = 'outlet' AND name_key(s.name) IN (SELECT name_key(d.outlet) FROM documents d"
            f" JOIN claims c ON c.document_id = d.document_id WHERE c.speakers = '' AND {where}))"
        )
    return (
        "SELECT s.source_id AS id, s.kind, s.name, s.documents, s.claims, s.events, s.alone, s.joined,"
        " s.contradicted AS contradicted_by, s.explained AS only_apparent, s.framing AS words_used, s.copies"
        f" FROM sources s WHERE {asked} ORDER BY s.kind, s.claims DESC, s.name, s.source_id",
        values if not question.empty else {},
    )


def _contradictions(question: Question) -> tuple[str, dict[str, str]]:
    where, values = events_where(question)
    return (
        "SELECT k.contradiction_id AS id, k.field, k.sides, k.why, k.explained, e.label AS event, k.event_id"
        f" FROM contradictions k LEFT JOIN events e ON e.event_id = k.event_id WHERE {where}"
        " ORDER BY e.time_start IS NULL, e.time_start, k.event_id, k.field, k.contradiction_id",
        values,
    )


def _control(question: Question) -> tuple[str, dict[str, str]]:
    parts, values = ["1"], dict[str, str]()
    for column, named, value in (("place", "place", question.place), ("holder", "actor", question.actor)):
        if value is not None:
            parts.append(f"(s.{column}_id = :{named} OR name_key(s.{column}) LIKE :{named}_like ESCAPE '\\')")
            values |= {named: value, f"{named}_like": like(value)}
    if question.since is not None:
        parts.append('(s."end" IS NULL OR substr(s."end", 1, length(:since)) >= :since)')
        values["since"] = question.since
    if question.until is not None:
        parts.append("(s.start IS NULL OR substr(s.start, 1, length(:until)) <= :until)")
        values["until"] = question.until
    return (
        'SELECT s.span_id AS id, s.place, s.holder, s.status, s.start AS since, s."end" AS until, s.basis, s.claims,'
        " s.last_evidence, json_extract(s.record, '$.known_since') AS known_since,"
        " EXISTS (SELECT 1 FROM json_each(s.record, '$.reasons') r WHERE json_extract(r.value, '$.name') = 'wide')"
        f" AS wide_area FROM control s WHERE {' AND '.join(parts)}"
        " ORDER BY s.place, s.start IS NOT NULL, s.start, s.span_id",
        values,
    )


def _revisions(question: Question) -> tuple[str, dict[str, str]]:
    where, values = question.where()
    asked = "1"
    if not question.empty:
        asked = f"EXISTS (SELECT 1 FROM claims c WHERE c.document_id = r.document_id AND {where})"
    return (
        'SELECT r.document_id AS id, r.url, r.number, r."of", r.captured_at, r.seen_until, r.added, r.removed, r.gone,'
        " d.headline, r.previous, d.source FROM revisions r JOIN documents d ON d.document_id = r.document_id"
        f" WHERE {asked} ORDER BY r.url, r.number, d.part, r.document_id",
        values,
    )


def _failures(question: Question) -> tuple[str, dict[str, str]]:
    return "SELECT f.source, f.step, f.reason, f.detail FROM failures f ORDER BY f.source, f.step, f.record_id", {}


VIEWS: dict[str, Callable[[Question], tuple[str, dict[str, Any]]]] = {
    "events": _events,
    "claims": _claims,
    "places": _places,
    "actors": _actors,
    "documents": _documents,
    "revisions": _revisions,
    "sources": _sources,
    "contradictions": _contradictions,
    "control": _control,
    "failures": _failures,
}
"""What can be shown, by name."""
