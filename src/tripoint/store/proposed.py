"""What models were asked and what they proposed: kept beside case.db across rebuilds, so that nothing is paid twice."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from types import TracebackType

import msgspec

from tripoint.errors import CaseError
from tripoint.model import Asking, Proposal

_TABLES = """
CREATE TABLE IF NOT EXISTS askings (
    document_id TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    model TEXT NOT NULL, question TEXT NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (document_id, start, end, model, question)
);
CREATE TABLE IF NOT EXISTS proposals (
    proposal_id TEXT PRIMARY KEY, document_id TEXT NOT NULL, start INTEGER NOT NULL, record TEXT NOT NULL
);
"""

Key = tuple[str, int, int, str, str]


class Proposed:
    """The file `proposals.db` of a case. Use as a context."""

    def __init__(self, path: Path) -> None:
        try:
            self._db = sqlite3.connect(path, timeout=10)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.executescript(_TABLES)
        except sqlite3.Error as error:
            raise CaseError(f"cannot open {path}: {error}; check that it is a case's and writable") from error

    def __enter__(self) -> Proposed:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._db.close()

    def add(self, asking: Asking, proposals: Iterable[Proposal]) -> None:
        """Keep one answer: what was asked and what stands of it, together or not at all."""
        with self._db as db:
            db.execute("INSERT OR REPLACE INTO askings VALUES (?, ?, ?, ?, ?, ?)", (*_key(asking), _json(asking)))
            db.executemany(
                "INSERT OR IGNORE INTO proposals VALUES (?, ?, ?, ?)",
                [(one.proposal_id, one.document_id, one.start, _json(one)) for one in proposals],
            )

    def asked(self) -> set[Key]:
        """Return which passages were put to which model, and how."""
        sql = "SELECT document_id, start, end, model, question FROM askings"
        return {(row[0], row[1], row[2], row[3], row[4]) for row in self._db.execute(sql)}


def read(path: Path) -> Iterator[Proposal]:
    """Yield the proposals of the file `path` in reading order of each document; none where it is not there."""
    if not path.exists():
        return
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
        for (record,) in db.execute("SELECT record FROM proposals ORDER BY document_id, start, proposal_id"):
            yield msgspec.json.decode(record, type=Proposal, strict=True)


def _key(asking: Asking) -> Key:
    return asking.document_id, asking.start, asking.end, asking.model, asking.question


def _json(record: Asking | Proposal) -> str:
    return json.dumps(msgspec.to_builtins(record), ensure_ascii=False)
