"""Bytes by name in few files: those of the last build stay where they lie, and new ones go into a file of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import FileIO
from pathlib import Path
from typing import NamedTuple

import msgspec

from tripoint.store.filed import OpenFiles
from tripoint.store.taking import outworn, take_over


class Place(NamedTuple):
    """Where some bytes lie: the number of the file, where they begin there, and how many they are."""

    file: int
    begin: int
    size: int


_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode
_DECODE = msgspec.msgpack.Decoder(dict[str, Place]).decode


class Packs:
    """What was packed under a `stem` for each of some `names`, in the folder that is made and in the `last` one.

    Without a `folder` nothing is packed, and what there is is read where it lies. What was packed counts from `write`.
    """

    def __init__(self, stem: str, names: Sequence[str], folder: Path | None, last: Path | None) -> None:
        self._stem, self._names, self._folder = stem, names, folder
        self._places: dict[str, Place] = {}
        self._number = 0
        self._new: FileIO | None = None
        there = {} if last is None else _index(last, stem)
        told = {name: there[name] for name in names if name in there}
        if folder is not None and last is not None and told:
            self._take_over(told, last, folder)
        else:
            self._places = told
        home = folder or last
        self.files = OpenFiles(home)
        """The files, by their names."""

    def _take_over(self, told: Mapping[str, Place], last: Path, folder: Path) -> None:
        """Have the files of the last build stand in this folder too, or one with what is still of use in them."""
        paths = {number: last / self._file(number) for number in {place.file for place in told.values()}}
        sizes = {number: path.stat().st_size for number, path in paths.items() if path.is_file()}
        self._places = {name: one for name, one in told.items() if one.begin + one.size <= sizes.get(one.file, -1)}
        if outworn(len(paths), sum(place.size for place in self._places.values()), sum(sizes.values())):
            before = OpenFiles(last)
            for name, (file, begin, size) in sorted(self._places.items(), key=lambda told: told[1]):
                self._add(folder, name, before.read(self._file(file), begin, begin + size))
            return
        for number in sizes:
            take_over(str(paths[number]), str(folder / self._file(number)))
        self._number = max(sizes, default=-1) + 1

    def has(self, number: int) -> bool:
        """Return whether there is something under a name."""
        return self._names[number] in self._places

    def where(self, number: int) -> tuple[str, int, int]:
        """Return where it lies: the name of the file, where it begins there, and where it ends."""
        file, begin, size = self._places[self._names[number]]
        return self._file(file), begin, begin + size

    def get(self, number: int) -> bytes:
        """Return what is there under a name; raises KeyError where there is nothing, OSError where it can't be read."""
        return self.files.read(*self.where(number))

    def keep(self, number: int, told: bytes) -> None:
        """Pack something under a name."""
        if self._folder is not None:
            self._add(self._folder, self._names[number], told)

    def _add(self, folder: Path, name: str, told: bytes) -> None:
        if self._new is None:
            self._new = (folder / self._file(self._number)).open("wb", buffering=0)
        self._places[name] = Place(self._number, self._new.tell(), len(told))
        view = memoryview(told)
        while view:
            view = view[self._new.write(view) :]

    def write(self) -> None:
        """Put down what lies where. Nothing is packed from then on."""
        if self._new is not None:
            self._new.close()
        if self._folder is not None:
            (self._folder / f"{self._stem}.places").write_bytes(_ENCODE(self._places))

    def _file(self, number: int) -> str:
        return f"{self._stem}-{number}.packs"


def _index(folder: Path, stem: str) -> dict[str, Place]:
    """Return what lies where in a folder; nothing where that cannot be read."""
    try:
        return _DECODE((folder / f"{stem}.places").read_bytes())
    except (OSError, msgspec.DecodeError):
        return {}
