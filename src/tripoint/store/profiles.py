"""The claims and documents of one source: what an outlet tells in its own voice, what a voice is quoted for."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tripoint.model import SourceProfile
from tripoint.names import strict_key
from tripoint.store.reading import CaseReader

_SPOKEN = (
    "SELECT DISTINCT p.position FROM party_names n JOIN party_order p USING (name_row)"
    " WHERE n.name_key = :key AND n.name = :name AND p.role = 'speaker' ORDER BY p.position"
)
_TOLD = (
    "SELECT c.position FROM claims r CROSS JOIN claim_order c ON c.claim_row = r.rowid"
    " WHERE r.document_id IN (SELECT value FROM json_each(:documents)) AND r.speakers = '' AND c.comment_id IS NULL"
    " ORDER BY c.position"
)


def document_ids(reader: CaseReader, source: SourceProfile) -> list[str]:
    """Return the documents that the outlet published, or in which the voice is quoted, in their order."""
    if source.kind == "outlet":
        sql = "SELECT document_id, outlet FROM documents WHERE outlet IS NOT NULL ORDER BY source, part, document_id"
        key = strict_key(source.name)
        return [name for name, outlet in reader.tuples(sql) if strict_key(outlet) == key]
    sql = (
        "SELECT d.document_id FROM documents d WHERE d.document_id IN (SELECT c.document_id FROM claim_order c"
        f" WHERE c.position IN ({_SPOKEN})) ORDER BY d.source, d.part, d.document_id"
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
