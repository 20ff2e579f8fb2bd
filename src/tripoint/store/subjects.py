"""One place or one actor: where it occurs in a case, and how it is asked for when no register holds it."""

from __future__ import annotations

from typing import Any

from tripoint.names import strict_key
from tripoint.store.reading import CaseReader, Table

NAMELESS = "name:"
"""What the id of a place or actor begins with that no register holds; the rest is the key of its name."""

_TABLES = {"place": ("claim_places", "place_id"), "actor": ("claim_parties", "actor_id")}


def subject_id(known: str | None, name: str) -> str:
    """Return the id by which a place or actor is asked for."""
    return known if known is not None else NAMELESS + strict_key(name)


def subject(kind: str, wanted: str) -> tuple[str, dict[str, Any]]:
    """Return the SQL condition on a row `p` of the table of places or parties, and its values."""
    _, column = _TABLES[kind]
    if not wanted.startswith(NAMELESS):
        return f"p.{column} = :wanted", {"wanted": wanted}
    key = wanted.removeprefix(NAMELESS)
    within = (
        "p.name_key >= :key AND p.name_key < :beyond AND (p.name_key = :key OR substr(p.name_key, 1, :size) = :led)"
    )
    led = f"{key} | "
    return f"p.{column} IS NULL AND {within}", {
        "key": key,
        "beyond": key + "\U0010ffff",
        "led": led,
        "size": len(led),
    }


def claim_positions(reader: CaseReader, kind: str, wanted: str) -> list[int]:
    """Return the positions of the articles' claims in which the place or actor occurs."""
    table, _ = _TABLES[kind]
    where, values = subject(kind, wanted)
    sql = (
        f"SELECT DISTINCT c.position FROM {table} p JOIN claim_order c ON c.claim_id = p.claim_id"
        f" WHERE {where} AND c.comment_id IS NULL ORDER BY c.position"
    )
    return list(reader.numbers(sql, values))


def event_positions(reader: CaseReader, kind: str, wanted: str) -> list[int]:
    """Return the positions of the events that these claims belong to, by time."""
    table, _ = _TABLES[kind]
    where, values = subject(kind, wanted)
    sql = (
        f"SELECT DISTINCT c.event_position FROM {table} p JOIN claim_order c ON c.claim_id = p.claim_id"
        f" WHERE {where} AND c.comment_id IS NULL AND c.event_position IS NOT NULL ORDER BY c.event_position"
    )
    return list(reader.numbers(sql, values))


def place_row(reader: CaseReader, wanted: str) -> dict[str, Any] | None:
    """Return what is known of the place, None when the case has no such place."""
    where, values = subject("place", wanted)
    sql = (
        "SELECT p.name, p.country, p.admin1, p.precision, p.latitude AS lat, p.longitude AS lon, p.radius_km,"
        " count(DISTINCT p.claim_id) AS claims, count(DISTINCT c.event_position) AS events,"
        " min(c.time_start) AS since, max(c.time_end) AS until"
        f" FROM claim_places p JOIN claim_order c ON c.claim_id = p.claim_id WHERE {where} AND c.comment_id IS NULL"
    )
    row = next(reader.rows(sql, values), None)
    return None if row is None or row["name"] is None else {"id": wanted, **row}


def actor_row(reader: CaseReader, wanted: str) -> dict[str, Any] | None:
    """Return what is known of the actor, None when the case has no such actor."""
    where, values = subject("actor", wanted)
    sql = (
        "SELECT p.name, count(DISTINCT p.claim_id) AS claims, sum(p.role = 'agent') AS as_agent,"
        " sum(p.role = 'target') AS as_target, sum(p.role = 'recipient') AS as_recipient,"
        " sum(p.role = 'speaker') AS as_speaker, min(c.time_start) AS since, max(c.time_end) AS until"
        f" FROM claim_parties p JOIN claim_order c ON c.claim_id = p.claim_id WHERE {where} AND c.comment_id IS NULL"
    )
    row = next(reader.rows(sql, values), None)
    return None if row is None or row["name"] is None else {"id": wanted, **row}


def written(reader: CaseReader, kind: str, wanted: str) -> list[str]:
    """Return the ways in which the pages write its name, most used first."""
    table, _ = _TABLES[kind]
    where, values = subject(kind, wanted)
    sql = (
        f"SELECT p.text AS word FROM {table} p WHERE {where} AND p.text IS NOT NULL"
        " GROUP BY p.text ORDER BY count(*) DESC, p.text LIMIT 30"
    )
    return [row["word"] for row in reader.rows(sql, values)]


def activity(reader: CaseReader, wanted: str) -> Table:
    """Return by month how often the actor acts, is acted upon and speaks."""
    where, values = subject("actor", wanted)
    sql = (
        "SELECT substr(coalesce(c.time_start, c.time_end), 1, 7) AS month, sum(p.role = 'agent') AS agent,"
        " sum(p.role = 'target') AS target, sum(p.role = 'recipient') AS recipient, sum(p.role = 'speaker') AS speaker"
        f" FROM claim_parties p JOIN claim_order c ON c.claim_id = p.claim_id WHERE {where}"
        " AND c.comment_id IS NULL AND coalesce(c.time_start, c.time_end) IS NOT NULL GROUP BY month ORDER BY month"
    )
    return list(reader.rows(sql, values))


def types_of(reader: CaseReader, kind: str, wanted: str) -> Table:
    """Return the types of its claims with their number, most first."""
    table, _ = _TABLES[kind]
    where, values = subject(kind, wanted)
    sql = (
        f"SELECT c.type, count(DISTINCT c.claim_id) AS n FROM {table} p JOIN claim_order c ON c.claim_id = p.claim_id"
        f" WHERE {where} AND c.comment_id IS NULL GROUP BY c.type ORDER BY n DESC, c.type"
    )
    return list(reader.rows(sql, values))


def company(reader: CaseReader, wanted: str, limit: int = 30) -> Table:
    """Return the actors that stand in the same claims, most first."""
    where, values = subject("actor", wanted)
    sql = (
        "SELECT q.actor_id AS id, q.name, count(DISTINCT q.claim_id) AS n FROM claim_parties p"
        " JOIN claim_parties q ON q.claim_id = p.claim_id"
        f" WHERE {where} AND coalesce(q.actor_id, q.name) <> coalesce(p.actor_id, p.name)"
        " GROUP BY coalesce(q.actor_id, q.name) ORDER BY n DESC, q.name LIMIT :limit"
    )
    return [{**row, "id": subject_id(row["id"], row["name"])} for row in reader.rows(sql, {**values, "limit": limit})]
