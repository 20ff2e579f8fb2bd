"""Full-text search over documents and claims, best first, with the words that were found marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from tripoint.names import loose_key
from tripoint.store.fulltext import expression
from tripoint.store.reading import CaseReader, Table

MOST_HITS = 2000
"""Of a query that finds more, only so many of the best are ranked and shown."""

_OPEN, _CLOSE = "\x02", "\x03"

_SEARCHES = {
    "claims": ("claims_fts", "claims", "AND t.comment_id IS NULL"),
    "documents": ("documents_fts", "documents", ""),
}


def spellings(reader: CaseReader) -> dict[str, tuple[str, ...]]:
    """Return the ways in which names are written in the case, by their loose key; of those written in several ways."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for names, texts in (("place_names", "place_spots"), ("party_names", "party_texts")):
        sql = f"SELECT DISTINCT n.name, t.text FROM {names} n JOIN {texts} t USING (name_row)"
        for name, text in reader.tuples(sql):
            key = loose_key(name)
            found[key].add(name)
            if text and loose_key(text) == key:
                found[key].add(text)
    return {key: tuple(sorted(ways)) for key, ways in found.items() if key}


def hits(
    reader: CaseReader, query: str, what: str, names: Mapping[str, Sequence[str]] | None = None
) -> list[tuple[int, float]]:
    """Return `(rowid, score)` of the best hits in `what`, the best first; none for a query without a word."""
    asked = expression(query, what, names)
    if asked is None:
        return []
    index, table, only = _SEARCHES[what]
    sql = (
        f"SELECT f.rowid, -f.rank FROM {index} f JOIN {table} t ON t.rowid = f.rowid"
        f" WHERE {index} MATCH :asked {only} ORDER BY f.rank, f.rowid LIMIT :most"
    )
    return [(row, score) for row, score in reader.tuples(sql, {"asked": asked, "most": MOST_HITS})]


def shown(
    reader: CaseReader, query: str, what: str, rows: Sequence[int], names: Mapping[str, Sequence[str]] | None = None
) -> dict[int, dict[str, Any]]:
    """Return for each of these rows what is shown of it, the words found marked where the query finds them."""
    asked = expression(query, what, names)
    found = {row["row"]: row for row in plain(reader, what, rows)}
    index, _, _ = _SEARCHES[what]
    if asked is not None:
        sql = (
            f"SELECT rowid, snippet({index}, -1, '{_OPEN}', '{_CLOSE}', '…', 32) FROM {index}"
            f" WHERE {index} MATCH :asked AND rowid = :row"
        )
        for row in rows:
            for number, told in reader.tuples(sql, {"asked": asked, "row": row}):
                if number in found:
                    found[number]["marked"] = marked(told)
    return found


def marked(told: str) -> list[tuple[str, bool]]:
    """Return the stretches of a text in which hits stand between two control characters, each with whether it is one.

    >>> marked("the \\x02town\\x03 fell")
    [('the ', False), ('town', True), (' fell', False)]
    """
    pieces: list[tuple[str, bool]] = []
    for number, part in enumerate(told.split(_OPEN)):
        hit, closed, rest = part.partition(_CLOSE)
        if number and closed:
            pieces.append((hit, True))
            part = rest
        if part:
            pieces.append((part.replace(_CLOSE, ""), False))
    return [piece for piece in pieces if piece[0]]


def plain(reader: CaseReader, what: str, rows: Sequence[int]) -> Table:
    """Return what is shown of each of these rows of claims or documents, nothing of it marked."""
    found: Table = []
    for row in rows:
        if what == "claims":
            sql = (
                "SELECT c.rowid AS row, c.claim_id AS id, c.evidence AS text, c.type, c.modality, c.speakers,"
                " d.headline AS title, d.outlet, d.published_start AS published,"
                " d.published_end AS published_until, d.published_precision AS known_by, c.document_id"
                " FROM claims c LEFT JOIN documents d ON d.document_id = c.document_id WHERE c.rowid = ?"
            )
        else:
            sql = (
                "SELECT d.rowid AS row, d.document_id AS id, substr(d.text, 1, 240) AS text, NULL AS type,"
                " NULL AS modality, NULL AS speakers, d.headline AS title, d.outlet, d.published_start AS published,"
                " d.published_end AS published_until, d.published_precision AS known_by,"
                " d.document_id FROM documents d WHERE d.rowid = ?"
            )
        for told in reader.rows(sql, (row,)):
            found.append({**told, "marked": [(told["text"] or "", False)]})
    return found
