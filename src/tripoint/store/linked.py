"""Rows of links in case.db: numbers of their claims, and of what was judged of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from itertools import islice
from typing import TypeVar

import numpy as np
import pyarrow as pa

from tripoint.store.rows import Row, json_of

AT_ONCE = 1 << 11
"""Links that are held at once, a group of their file. More would be a little quicker, and take more memory."""

_JUDGED = ("verdict", "score", "by", "reasons")
_ODD = np.uint64(0x9E3779B97F4A7C15)

Numbers = tuple[int, ...]
K = TypeVar("K", str, int)


class LinkNumbers:
    """Finds the numbers by which `link_rows` tells of links, and gives those that are wanting.

    No link is made a record for it: ten tell one judgement.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def rows(self, links: Iterable[pa.Table]) -> Iterator[Numbers]:
        """Yield the columns of `link_rows`."""
        for table in links:
            one, two = self._claims(table.column("claim_a"), table.column("claim_b"))
            yield from zip(one, two, self._judgements(table.select(_JUDGED)), strict=True)

    def pairs(self, claims: Iterable[tuple[str, str]]) -> Iterator[Numbers]:
        """Yield the numbers of pairs of claims."""
        left = iter(claims)
        while some := list(islice(left, AT_ONCE)):
            yield from zip(*self._claims(*map(pa.array, zip(*some, strict=True))), strict=True)

    def _claims(self, *columns: pa.Array) -> list[list[int]]:
        told = [_encoded(column) for column in columns]
        names = [one.dictionary.to_pylist() for one in told]
        ids = sorted(set().union(*names))
        found = self._numbers("link_claims", "claim_id", ids, lambda wanting: [(one,) for one in wanting])
        return [
            np.array([found[name] for name in own])[np.asarray(one.indices)].tolist()
            for own, one in zip(names, told, strict=True)
        ]

    def _judgements(self, judged: pa.Table) -> list[int]:
        digests, firsts, which = np.unique(_digests(judged), return_index=True, return_inverse=True)
        place = dict(zip(digests.tolist(), firsts.tolist(), strict=True))

        def made(wanting: list[int]) -> Iterator[Row]:
            records = judged.take([place[digest] for digest in wanting]).to_pylist()
            for digest, told in zip(wanting, records, strict=True):
                yield (digest, told["verdict"], told["score"], told["by"], json_of(told["reasons"]))

        found = self._numbers("link_judgements", "digest", list(place), made)
        numbers: list[int] = np.fromiter((found[digest] for digest in place), dtype=np.int64)[which].tolist()
        return numbers

    def _numbers(self, table: str, key: str, names: list[K], made: Callable[[list[K]], Iterable[Row]]) -> dict[K, int]:
        """Return the numbers of rows by their keys; rows are `made` of those that are not there."""
        sql = f"SELECT t.{key}, t.rowid FROM json_each(?) j CROSS JOIN {table} t ON t.{key} = j.value"
        found: dict[K, int] = dict(self._db.execute(sql, (json.dumps(names),)))
        wanting = [name for name in names if name not in found]
        (last,) = self._db.execute(f"SELECT coalesce(max(rowid), 0) FROM {table}").fetchone()
        numbers = range(last + 1, last + 1 + len(wanting))
        if wanting:
            rows: list[Row] = list(map(_joined, numbers, made(wanting)))
            self._db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
        return found | dict(zip(wanting, numbers, strict=True))


def _joined(number: int, row: Row) -> Row:
    return (number, *row)


def _digests(judged: pa.Table) -> np.ndarray:
    """Return a number of 64 bits for what each row tells: the same wherever the same is told."""
    found = _mixed([judged.column(name) for name in _JUDGED if name != "reasons"])
    reasons = judged.column("reasons").combine_chunks()
    codes, lengths = _mixed(reasons.flatten().flatten()), np.asarray(reasons.value_lengths())
    begins = np.cumsum(lengths) - lengths
    for at in range(int(lengths.max(initial=0))):
        longer = np.flatnonzero(lengths > at)
        found[longer] = found[longer] * _ODD + codes[begins[longer] + at]
    return found.view(np.int64)


def _mixed(columns: Iterable[pa.Array]) -> np.ndarray:
    codes = np.zeros(1, dtype=np.uint64)
    for column in columns:
        told = _encoded(column)
        values = np.array([_digest(value) for value in told.dictionary.to_pylist()], dtype=np.uint64)
        codes = codes * _ODD + values[np.asarray(told.indices)]
    return codes


def _encoded(column: pa.Array) -> pa.DictionaryArray:
    whole = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    return whole.dictionary_encode()


def _digest(value: object) -> int:
    return int.from_bytes(blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
