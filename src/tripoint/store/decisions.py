"""What people decided: append-only, kept across rebuilds, the only data that cannot be computed again."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec

from tripoint.errors import CaseError
from tripoint.model import Decision

_TABLE = """
CREATE TABLE IF NOT EXISTS decisions (
    number INTEGER PRIMARY KEY,
    decision_id TEXT NOT NULL UNIQUE,
    act TEXT NOT NULL, subject TEXT NOT NULL, other TEXT, value TEXT,
    who TEXT NOT NULL, why TEXT NOT NULL, at TEXT NOT NULL,
    record TEXT NOT NULL
);
CREATE TRIGGER IF NOT EXISTS decisions_stay BEFORE UPDATE ON decisions
    BEGIN SELECT RAISE(ABORT, 'a decision is never overwritten'); END;
CREATE TRIGGER IF NOT EXISTS decisions_are_kept BEFORE DELETE ON decisions
    BEGIN SELECT RAISE(ABORT, 'a decision is never removed'); END;
"""


def append(path: Path, decision: Decision) -> None:
    """Add one decision to the database at `path` (made when it is not there)."""
    row = msgspec.to_builtins(decision)
    with closing(_open(path)) as db, db:
        db.execute(
            "INSERT INTO decisions (decision_id, act, subject, other, value, who, why, at, record)"
            " VALUES (:decision_id, :act, :subject, :other, :value, :who, :why, :at, :record)",
            {**row, "record": json.dumps(row, ensure_ascii=False)},
        )


def read(path: Path) -> tuple[Decision, ...]:
    """Return all decisions in the order they were made; none when the file is not there."""
    if not path.exists():
        return ()
    with closing(_open(path)) as db:
        rows = db.execute("SELECT record FROM decisions ORDER BY number").fetchall()
    return tuple(msgspec.json.decode(record, type=Decision, strict=True) for (record,) in rows)


def _open(path: Path) -> sqlite3.Connection:
    try:
        db = sqlite3.connect(path, timeout=10)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.executescript(_TABLE)
    except sqlite3.Error as error:
        raise CaseError(f"cannot open the decisions {path}: {error}; check that it is a case's and writable") from error
    return db
