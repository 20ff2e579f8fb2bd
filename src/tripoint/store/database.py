"""Builds case.db: fresh, beside the old one, and renamed into its place when all is in."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import msgspec

from tripoint.errors import TripointError
from tripoint.model import Claim, Failure
from tripoint.store.copying import copy
from tripoint.store.derived import LINKED, LISTED, LISTED_PLACES, NAMES, ORDERED, PLACED, SEARCHED, SHARD_INDEXES, WHOLE
from tripoint.store.filling import DatabaseWriter
from tripoint.store.naming import Names
from tripoint.store.redating import restore
from tripoint.store.tables import CARRIED_TABLES, SCHEMA_VERSION, SHARD_TABLES, TABLES


@contextmanager
def beginning(path: Path) -> Iterator[DatabaseWriter]:
    """Give a writer for the rows of the shards, into a new database beside `path`, which `ending` completes."""
    discard(path)
    with _open(path) as db:
        db.executescript("PRAGMA page_size = 16384;")
        db.executescript(TABLES)
        writer = DatabaseWriter(db)
        writer.note(schema_version=SCHEMA_VERSION)
        yield writer
        db.commit()
        db.executescript(SHARD_INDEXES)
        _run(db, SEARCHED, dict.fromkeys(_NUMBERED, 0))
        db.commit()


@contextmanager
def continuing(path: Path, kept: Iterable[str]) -> Iterator[DatabaseWriter]:
    """Give a writer for the rows of new shards, into a copy of the database at `path` that holds the pages `kept` only.

    `ending` completes it. What all shards together make is left out of the copy, but for tables that are carried on.
    """
    discard(path)
    copy(path, _beside(path))
    with _open(path) as db:
        found = db.execute("SELECT name, type, sql, tbl_name FROM sqlite_master").fetchall()
        virtual = [name for name, _, sql, _ in found if sql is not None and sql.startswith("CREATE VIRTUAL")]
        own = (*SHARD_TABLES, *CARRIED_TABLES, "sqlite_stat1", "sqlite_stat4")
        names = Names(db)
        for (record,) in db.execute("SELECT record FROM machine_claims").fetchall():
            names.exchange(msgspec.json.decode(record, type=Claim, strict=True))
        restore(db)
        for name, kind, sql, table in found:
            if table in own or table in virtual or any(table.startswith(f"{one}_") for one in virtual):
                continue
            if kind == "index" and sql is not None:
                db.execute(f"DROP INDEX {name}")
        for name, kind, _, _ in found:
            if kind == "table" and name not in own and not any(name.startswith(one) for one in virtual):
                db.execute(f"DELETE FROM {name}")
        db.executescript(_GONE_TABLES)
        db.executemany("INSERT INTO kept VALUES (?)", ((page_id,) for page_id in kept))
        _run(db, _GONE_ROWS + _GONE, {})
        last = {table: db.execute(f"SELECT coalesce(max(rowid), 0) FROM {table}").fetchone()[0] for table in _NUMBERED}
        yield DatabaseWriter(db)
        _run(db, SEARCHED, last)
        db.commit()


_NUMBERED = ("documents", "claims")

_GONE_TABLES = (
    "".join(
        f"CREATE TEMP TABLE {name} (id TEXT PRIMARY KEY) WITHOUT ROWID;"
        for name in ("kept", "gone_pages", "gone_documents")
    )
    + "CREATE TEMP TABLE gone_claims (claim_row INTEGER PRIMARY KEY);"
)

_GONE_ROWS = """
INSERT INTO gone_pages SELECT page_id FROM pages WHERE page_id NOT IN (SELECT id FROM kept);
INSERT INTO gone_documents SELECT document_id FROM documents WHERE page_id IN (SELECT id FROM gone_pages);
INSERT INTO gone_claims SELECT rowid FROM claims WHERE document_id IN (SELECT id FROM gone_documents);
"""


_GONE = """
INSERT INTO documents_fts (documents_fts, rowid, headline, text)
    SELECT 'delete', rowid, headline, text FROM documents WHERE document_id IN (SELECT id FROM gone_documents);
INSERT INTO claims_fts (claims_fts, rowid, evidence)
    SELECT 'delete', rowid, evidence FROM claims WHERE rowid IN (SELECT claim_row FROM gone_claims);
DELETE FROM place_rows WHERE claim_row IN (SELECT claim_row FROM gone_claims);
DELETE FROM party_rows WHERE claim_row IN (SELECT claim_row FROM gone_claims);
DELETE FROM claims WHERE rowid IN (SELECT claim_row FROM gone_claims);
DELETE FROM mentions WHERE document_id IN (SELECT id FROM gone_documents);
DELETE FROM comments WHERE page_id IN (SELECT id FROM gone_pages);
DELETE FROM failures WHERE step = 'pages' OR record_id IN (SELECT id FROM gone_pages)
    OR record_id IN (SELECT id FROM gone_documents);
DELETE FROM documents WHERE document_id IN (SELECT id FROM gone_documents);
DELETE FROM pages WHERE page_id IN (SELECT id FROM gone_pages);
"""
"""Takes the rows of pages out that stand no longer, or that another shard tells of now."""


def _run(db: sqlite3.Connection, script: str, values: dict[str, int]) -> None:
    for statement in script.split(";"):
        if statement.strip():
            db.execute(statement, values)


@contextmanager
def going_on(path: Path) -> Iterator[DatabaseWriter]:
    """Give a writer for more rows of the new database beside `path`."""
    with _open(path) as db:
        yield DatabaseWriter(db)
        db.commit()


@contextmanager
def ending(path: Path) -> Iterator[DatabaseWriter]:
    """Give a writer for what is left; when the block ends well the new database replaces `path`, else the old stays."""
    try:
        with _open(path) as db:
            yield DatabaseWriter(db)
            db.commit()
            placed = ("claim_order_by_event",) in db.execute("SELECT name FROM sqlite_master")
            late = NAMES + ORDERED + LINKED + LISTED + LISTED_PLACES + PLACED + WHOLE
            db.executescript(LISTED + WHOLE if placed else late)
            db.commit()
            db.executescript(_ANALYSED)
            db.commit()
        on_disk(path)
        _exchange(_beside(path), path)
    finally:
        discard(path)


def on_disk(path: Path) -> None:
    """Wait until what is written of the new database is on the disk: who does so early has less to wait for later."""
    with _beside(path).open("rb") as file:
        os.fsync(file.fileno())


def _exchange(beside: Path, path: Path) -> None:
    """Put a file in the place of another, whose bytes the disk gives back while this process goes on.

    To free a gigabyte takes a disk that is told of it up to half a second.
    """
    held = os.open(path, os.O_RDONLY) if path.exists() else None
    beside.replace(path)
    if held is not None:
        threading.Thread(target=os.close, args=(held,), name=f"freeing {path.name}").start()


def discard(path: Path) -> None:
    """Remove what an unfinished build left beside `path`; only one build at a time holds a case."""
    for left in path.parent.glob(f"{path.name}.unfinished*"):
        left.unlink(missing_ok=True)


_ANALYSED = "PRAGMA analysis_limit = 1000; ANALYZE;"
"""A thousand rows of each index tell the planner enough; all of them take as long as an update."""

_HELD_KB = 65536
"""Of the database that is filled so much is held, and of temporary tables: ids are met all over, by each new row."""


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.unfinished")


@contextmanager
def _open(path: Path) -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(_beside(path))
    try:
        db.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            f"PRAGMA cache_size = -{_HELD_KB}; PRAGMA temp.cache_size = -{_HELD_KB};"
        )
        yield db
    except sqlite3.OperationalError as error:
        raise TripointError(
            f"cannot write {path}: {error}; free some space and build again, nothing is lost"
        ) from error
    finally:
        db.close()


def rows_of(path: Path, sql: str) -> list[tuple[Any, ...]]:
    """Return the rows of a query; none when there is no database yet, or it cannot be read or has other tables."""
    if not path.exists():
        return []
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
            return db.execute(sql).fetchall()
    except sqlite3.Error:
        return []


def meta(path: Path) -> dict[str, str]:
    """Return the entries of `meta`; none when there is no database yet or it cannot be read."""
    return dict(rows_of(path, "SELECT key, value FROM meta"))


def is_current(path: Path) -> bool:
    """Whether there is a database at `path` with the tables that this version reads and carries on."""
    return meta(path).get("schema_version") == str(SCHEMA_VERSION)


def refused(path: Path) -> list[Failure]:
    """Return the failures of what was given to the last build and never became a page; none when there is none yet."""
    found = rows_of(path, "SELECT record FROM failures WHERE step = 'pages' ORDER BY rowid")
    return [msgspec.json.decode(record, type=Failure, strict=True) for (record,) in found]
