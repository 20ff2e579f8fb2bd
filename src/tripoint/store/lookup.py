"""Records by id, read from their files when asked for: a mapping that does not hold a corpus in memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Generic, TypeVar

import pyarrow.parquet as pq

from tripoint.store.records import read_group

R = TypeVar("R")


class RecordLookup(Mapping[str, R], Generic[R]):
    """Records of one type in several files, by the id in the column `key`.

    Only the ids stay in memory, with the last `groups_held` row groups that were read. Iterates in the order of the
    files, so that one pass over all of them reads each row group once.
    """

    def __init__(self, paths: Sequence[Path], kind: type[R], *, key: str, groups_held: int = 64) -> None:
        self._paths = tuple(paths)
        self._kind = kind
        self._held = groups_held
        self._places: dict[str, tuple[int, int, int]] = {}
        self._groups: OrderedDict[tuple[int, int], list[R]] = OrderedDict()
        for number, path in enumerate(self._paths):
            with pq.ParquetFile(path) as file:
                for group in range(file.num_row_groups):
                    names = file.read_row_group(group, columns=[key], use_threads=False).column(0).to_pylist()
                    for row, name in enumerate(names):
                        self._places[name] = (number, group, row)

    def __getitem__(self, name: str) -> R:
        number, group, row = self._places[name]
        return self._group(number, group)[row]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def _group(self, number: int, group: int) -> list[R]:
        held = self._groups.get((number, group))
        if held is None:
            with pq.ParquetFile(self._paths[number]) as file:
                held = read_group(file, group, self._kind)
            self._groups[(number, group)] = held
            if len(self._groups) > self._held:
                self._groups.popitem(last=False)
        else:
            self._groups.move_to_end((number, group))
        return held
