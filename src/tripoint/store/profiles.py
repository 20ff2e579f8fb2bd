"""The claims and documents of one source: what an outlet tells in its own voice, what a voice is quoted for."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tripoint.model import SourceProfile
from tripoint.names import strict_key
from tripoint.store.reading import CaseReader

_SPOKEN = (
    "SELECT DISTINCT c.position FROM claim_parties p JOIN claim_order c ON c.claim_id = p.claim_id"
    " WHERE p.role = 'speaker' AND p.name_key = :key AND p.name = :name AND c.comment_id IS NULL ORDER BY c.position"
)
_TOLD = (
    "SELECT c.position FROM claim_order c JOIN claims r ON r.rowid = c.claim_row"
    " WHERE c.document_id IN (SELECT value FROM json_each(:documents)) AND r.speakers = '' AND c.comment_id IS NULL"
    " ORDER BY c.position"
)


def document_ids(reader: CaseReader, source: SourceProfile) -> list[str]:
    """Return the documents that the outlet published, or in which the voice is quoted, in their order."""
    if source.kind == "outlet":
        sql = "SELECT document_id, outlet FROM documents WHERE outlet IS NOT NULL ORDER BY source, part, document_id"
        key = strict_key(source.name)
        return [name for name, outlet in reader.tuples(sql) if strict_key(outlet) == key]
    sql = (
        "SELECT DISTINCT d.document_id FROM claim_parties p JOIN claim_order c ON c.claim_id = p.claim_id"
        " JOIN documents d ON d.document_id = c.document_id WHERE p.role = 'speaker' AND p.name_key = :key"
        " AND p.name = :name AND c.comment_id IS NULL ORDER BY d.source, d.part, d.document_id"
    )
    return [name for (name,) in reader.tuples(sql, {"key": strict_key(source.name), "name": source.name})]


def claim_positions(reader: CaseReader, source: SourceProfile) -> list[int]:
    """Return the positions of its claims."""
    if source.kind == "outlet":
        documents = json.dumps(document_ids(reader, source))
        return list(reader.numbers(_TOLD, {"documents": documents}))
    return list(reader.numbers(_SPOKEN, {"key": strict_key(source.name), "name": source.name}))


def claim_ids(reader: CaseReader, positions: Sequence[int]) -> list[str]:
    """Return the ids of the claims at these positions."""
    sql = "SELECT c.claim_id FROM json_each(:some) j JOIN claim_order c ON c.position = j.value ORDER BY c.position"
    return [name for (name,) in reader.tuples(sql, {"some": json.dumps(list(positions))})]
