"""One place or one actor: where it occurs in a case, and how it is asked for when no register holds it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tripoint.names import strict_key
from tripoint.store.reading import CaseReader, Table

Numbers = NDArray[np.int32]

NAMELESS = "name:"
"""What the id of a place or actor begins with that no register holds; the rest is the key of its name."""

_TABLES = {
    "place": ("place_names", "place_order", "place_id", "place_spots"),
    "actor": ("party_names", "party_order", "actor_id", "party_texts"),
}


def subject_id(known: str | None, name: str) -> str:
    """Return the id by which a place or actor is asked for."""
    return known if known is not None else NAMELESS + strict_key(name)


def name_rows(reader: CaseReader, kind: str, wanted: str) -> str:
    """Return, as JSON, the numbers of the names that stand for the place or actor of that id."""
    names, _, column, _ = _TABLES[kind]
    if not wanted.startswith(NAMELESS):
        found = reader.numbers(f"SELECT name_row FROM {names} WHERE {column} = ?", (wanted,))
    else:
        key = wanted.removeprefix(NAMELESS)
        sql = (
            f"SELECT name_row FROM {names} WHERE {column} IS NULL AND name_key >= :key AND name_key < :beyond"
            " AND (name_key = :key OR substr(name_key, 1, length(:led)) = :led)"
        )
        found = reader.numbers(sql, {"key": key, "beyond": key + "\U0010ffff", "led": f"{key} | "})
    return json.dumps(list(found))


def claim_positions(reader: CaseReader, kind: str, wanted: str) -> list[int]:
    """Return the positions of the articles' claims in which the place or actor occurs."""
    found = reader.numbers(f"SELECT p.position FROM {_of(kind)}", _named(reader, kind, wanted))
    return sorted(set(found))


def event_positions(reader: CaseReader, kind: str, wanted: str) -> list[int]:
    """Return the positions of the events that these claims belong to, by time."""
    sql = f"SELECT c.event_position FROM {_of(kind, claims=True)} AND c.event_position IS NOT NULL"
    return sorted(set(reader.numbers(sql, _named(reader, kind, wanted))))


def place_row(reader: CaseReader, wanted: str) -> dict[str, Any] | None:
    """Return what is known of the place, None when the case has no such place."""
    return _row(reader, "place", wanted, PLACES)


def actor_row(reader: CaseReader, wanted: str) -> dict[str, Any] | None:
    """Return what is known of the actor, None when the case has no such actor."""
    return _row(reader, "actor", wanted, ACTORS)


ACTORS = (
    "SELECT actor_id AS id, name, claims, as_agent, as_target, as_recipient, as_speaker, time_start AS since,"
    " time_end AS until FROM actors"
)
"""All actors as they are listed."""

PLACES = (
    "SELECT place_id AS id, name, country, admin1, precision, latitude AS lat, longitude AS lon, radius_km, claims,"
    " events, time_start AS since, time_end AS until FROM places"
)
"""All places as they are listed."""


def written(reader: CaseReader, kind: str, wanted: str) -> list[str]:
    """Return the ways in which the pages write its name, most used first."""
    sql = (
        f"SELECT t.text AS word FROM json_each(:names) j JOIN {_TABLES[kind][3]} t ON t.name_row = j.value"
        " WHERE t.text <> '' GROUP BY t.text ORDER BY sum(t.n) DESC, t.text LIMIT 30"
    )
    return [row["word"] for row in reader.rows(sql, _named(reader, kind, wanted))]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimColumns:
    """Of every claim, by position from 1: its event's position (0: none), its type and its month, as numbers.

    `types` and `months` are what the numbers stand for; month 0 is none.
    """

    events: Numbers
    type: Numbers
    month: Numbers
    types: list[str]
    months: list[str]


def claim_columns(reader: CaseReader) -> ClaimColumns:
    """Return the columns of all claims."""
    sql = (
        "SELECT coalesce(event_position, 0), type, coalesce(substr(coalesce(time_start, time_end), 1, 7), '')"
        " FROM claim_order ORDER BY position"
    )
    types: dict[str, int] = {}
    months: dict[str, int] = {"": 0}
    found = [
        (event, types.setdefault(name, len(types)), months.setdefault(month, len(months)))
        for event, name, month in reader.tuples(sql)
    ]
    columns = np.array([(0, 0, 0), *found], dtype=np.int32).T  # positions count from 1
    return ClaimColumns(events=columns[0], type=columns[1], month=columns[2], types=list(types), months=list(months))


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What the claims tell of an actor: its events by time, roles by month, and types with their number, most first."""

    events: list[int]
    activity: Table
    types: Table


def course(reader: CaseReader, columns: ClaimColumns, wanted: str) -> Course:
    """Return what the claims tell of the actor."""
    sql = f"SELECT p.role, p.position FROM {_of('actor')}"
    by_role: dict[str, list[int]] = {role: [] for role in ROLES}
    for role, position in reader.tuples(sql, _named(reader, "actor", wanted)):
        by_role[role].append(position)
    months = {role: np.bincount(columns.month[at], minlength=len(columns.months)) for role, at in by_role.items()}
    claims = np.unique(np.concatenate([np.array(at, dtype=np.int64) for at in by_role.values()]))
    events = np.unique(columns.events[claims])
    types = np.bincount(columns.type[claims], minlength=len(columns.types))
    told = np.sum(list(months.values()), axis=0)
    return Course(
        events=events[events > 0].tolist(),
        activity=sorted(
            (
                {"month": columns.months[at], **{role: int(months[role][at]) for role in ROLES}}
                for at in range(1, len(columns.months))
                if told[at]
            ),
            key=itemgetter("month"),
        ),
        types=sorted(
            ({"type": name, "n": int(n)} for name, n in zip(columns.types, types, strict=True) if n),
            key=lambda row: (-row["n"], row["type"]),
        ),
    )


ROLES = ("agent", "target", "recipient", "speaker")


def types_of(reader: CaseReader, kind: str, wanted: str) -> Table:
    """Return the types of its claims with their number, most first."""
    sql = (
        f"SELECT c.type, count(DISTINCT c.position) AS n FROM {_of(kind, claims=True)}"
        " GROUP BY +c.type ORDER BY n DESC, c.type"  # by these claims, not by the index over all
    )
    return list(reader.rows(sql, _named(reader, kind, wanted)))


def company(reader: CaseReader, wanted: str, limit: int = 30) -> Table:
    """Return the actors that stand in the same claims, most first."""
    sql = (
        "SELECT n.actor_id AS id, n.name, sum(q.n) AS n FROM (SELECT q.name_row, count(DISTINCT q.position) AS n"
        f" FROM {_TABLES['actor'][1]} p CROSS JOIN party_order q ON q.position = p.position"
        " WHERE p.name_row IN (SELECT value FROM json_each(:names))"
        " AND q.name_row NOT IN (SELECT value FROM json_each(:names)) GROUP BY q.name_row) q"
        " JOIN party_names n ON n.name_row = q.name_row"
        " GROUP BY coalesce(n.actor_id, n.name) ORDER BY 3 DESC, n.name LIMIT :limit"
    )
    found = reader.rows(sql, {**_named(reader, "actor", wanted), "limit": limit})
    return [{**row, "id": subject_id(row["id"], row["name"])} for row in found]


def _of(kind: str, *, claims: bool = False) -> str:
    """Return what stands behind FROM: the rows `p` in which the names stand, with their claims `c`."""
    order = _TABLES[kind][1]
    joined = " CROSS JOIN claim_order c ON c.position = p.position" if claims else ""  # cross: in this order
    return f"{order} p{joined} WHERE p.name_row IN (SELECT value FROM json_each(:names))"


def _named(reader: CaseReader, kind: str, wanted: str) -> dict[str, Any]:
    return {"names": name_rows(reader, kind, wanted)}


def _row(reader: CaseReader, kind: str, wanted: str, sql: str) -> dict[str, Any] | None:
    if not wanted.startswith(NAMELESS):
        row = next(reader.rows(f"{sql} WHERE {_TABLES[kind][2]} = ?", (wanted,)), None)
        return None if row is None else {**row, "id": wanted}
    names, _, column, _ = _TABLES[kind]
    named = f"SELECT n.name FROM {names} n WHERE n.name_row IN (SELECT value FROM json_each(:names))"
    order = f"{sql} WHERE {column} IS NULL AND name IN ({named}) ORDER BY claims DESC, name LIMIT 1"
    row = next(reader.rows(order, _named(reader, kind, wanted)), None)
    return None if row is None else {**row, "id": wanted}
