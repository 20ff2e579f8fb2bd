"""A case's database, open to be read: what every query gives back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any, Self, TypeVar

import msgspec

from tripoint.errors import CaseError
from tripoint.store.case import Case
from tripoint.store.database import meta
from tripoint.store.rows import key
from tripoint.store.tables import SCHEMA_VERSION

R = TypeVar("R")


class OpenCase:
    """A case's database, read-only. Use as a context, or `close` it."""

    def __init__(self, path: Path) -> None:
        self.case = Case.open(path)
        found = meta(self.case.database).get("schema_version")
        if found is None:
            raise CaseError(f"the case {path} was never finished; run tripoint build on it again")
        if found != str(SCHEMA_VERSION):
            raise CaseError(f"{path}/case.db is of version {found}, expected {SCHEMA_VERSION}; build the case again")
        self._db = sqlite3.connect(
            f"{self.case.database.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False
        )
        self._db.row_factory = sqlite3.Row
        self._db.create_function("name_key", 1, key, deterministic=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._db.close()

    def rows(self, sql: str, values: dict[str, Any] | tuple[Any, ...] = ()) -> Iterator[dict[str, Any]]:
        """Yield the rows of a query as dicts."""
        for row in self._db.execute(sql, values):
            yield dict(row)

    def tuples(self, sql: str, values: dict[str, Any] | tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query as tuples."""
        cursor = self._db.cursor()
        cursor.row_factory = None
        return cursor.execute(sql, values)

    def numbers(self, sql: str, values: dict[str, Any] | tuple[Any, ...] = ()) -> Iterator[int]:
        """Yield the first column of a query, a whole number."""
        return map(itemgetter(0), self.tuples(sql, values))

    def records(self, kind: type[R], sql: str, values: dict[str, Any] | tuple[Any, ...] = ()) -> Iterator[R]:
        """Yield the records that a query finds as JSON in its only column."""
        for (record,) in self._db.execute(sql, values):
            yield msgspec.json.decode(record, type=kind, strict=True)

    def meta(self) -> dict[str, str]:
        """Entries of `meta`: versions, digests, counts."""
        return {row["key"]: row["value"] for row in self.rows("SELECT key, value FROM meta ORDER BY key")}
