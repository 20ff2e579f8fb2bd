"""A depot: a place that several machines share, where raw bytes and stage folders wait, addressed by a URI."""

from __future__ import annotations

import io
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import fs

from tripoint.errors import InputError, TripointError
from tripoint.model import Page
from tripoint.remote import file_system
from tripoint.store.case import Case
from tripoint.store.shelf import SUMS


class Depot:
    """What `file://`, `s3://` or `gs://` names: `pages/`, a file for each portion of pages, and `records/STAGE/NAME/`.

    Everything in it is named by what it is made of, so machines never disagree about it and nothing is ever changed. A
    stage folder counts once its digests are there, which are written last. Raises InputError for what is no such URI,
    TripointError when it cannot be reached.
    """

    def __init__(self, uri: str) -> None:
        self.uri = uri
        try:
            self._fs, self._root = file_system(uri)
        except (pa.ArrowInvalid, ValueError, OSError) as error:
            reason = str(error).splitlines()[0]
            raise InputError(f"--store is {uri} ({reason}); give file:///..., s3://... or gs://...") from error

    def check(self) -> None:
        """Raise TripointError unless the depot can be written."""
        try:
            self._write("depot.txt", b"pages and records of tripoint builds, named by digests\n")
        except OSError as error:
            raise self._out_of_reach(error) from error

    def bring_pages(self, case: Case, pages: Sequence[Page]) -> None:
        """Copy the raw bytes of a portion of pages from the case, unless they are there."""
        name = _pages_file(pages)
        if not self._has(name):
            raw = pa.table(
                {"sha256": [page.sha256 for page in pages], "raw": [case.custody.bytes_of(p) for p in pages]}
            )
            out = io.BytesIO()
            pq.write_table(raw, out, compression="zstd")
            try:
                self._write(name, out.getvalue())
            except OSError as error:
                raise self._out_of_reach(error) from error

    def fetch_pages(self, case: Case, pages: Sequence[Page]) -> None:
        """Copy the raw bytes of a portion of pages into the case."""
        try:
            table = pq.read_table(io.BytesIO(self._read(_pages_file(pages))))
        except FileNotFoundError as error:
            raise TripointError(f"pages are missing from {self.uri}; build again, which brings them anew") from error
        except OSError as error:
            raise self._out_of_reach(error) from error
        for name, raw in zip(table["sha256"].to_pylist(), table["raw"].to_pylist(), strict=True):
            case.custody.keep(raw, name)

    def has_folder(self, stage: str, name: str) -> bool:
        """Tell whether the stage folder is there, which means that all of it is."""
        return self._has(f"{_folder(stage, name)}/{SUMS}")

    def bring_folder(self, case: Case, stage: str, name: str) -> None:
        """Copy a stage folder of the case, unless it is there; its digests last."""
        if self.has_folder(stage, name):
            return
        found = sorted(case.records.folder(stage, name).iterdir(), key=lambda path: (path.name == SUMS, path.name))
        try:
            for path in found:
                self._write(f"{_folder(stage, name)}/{path.name}", path.read_bytes())
        except OSError as error:
            raise self._out_of_reach(error) from error

    def fetch_folder(self, case: Case, stage: str, name: str) -> None:
        """Copy a stage folder into the case; raises TripointError when it is not what its digests say."""
        if case.records.has(stage, name):
            return
        with case.records.making(stage, name) as folder:
            try:
                told = self._read(f"{_folder(stage, name)}/{SUMS}").decode("utf-8")
                for line in told.splitlines():
                    file = Path(line.partition("  ")[2]).name
                    (folder / file).write_bytes(self._read(f"{_folder(stage, name)}/{file}"))
            except OSError as error:
                raise self._out_of_reach(error) from error
            if case.records.sums(folder) != told:
                raise TripointError(f"records/{stage}/{name} in {self.uri} was altered; remove it there, build again")

    def _has(self, name: str) -> bool:
        try:
            return bool(self._fs.get_file_info(f"{self._root}/{name}").type == fs.FileType.File)
        except OSError as error:
            raise self._out_of_reach(error) from error

    def _read(self, name: str) -> bytes:
        with self._fs.open_input_stream(f"{self._root}/{name}") as stream:
            return bytes(stream.read())

    def _write(self, name: str, raw: bytes) -> None:
        """Write a file that is there whole or not at all, as object stores do of themselves."""
        target = f"{self._root}/{name}"
        apart = self._fs.type_name == "local"
        beside = f"{target}.{uuid4().hex[:12]}" if apart else target
        if apart:
            self._fs.create_dir(target.rpartition("/")[0], recursive=True)
        with self._fs.open_output_stream(beside) as out:
            out.write(raw)
        if apart:
            self._fs.move(beside, target)

    def _out_of_reach(self, error: OSError) -> TripointError:
        reason = (error.strerror or str(error)).splitlines()[0][:200]
        return TripointError(
            f"the store {self.uri} cannot be used ({reason}); mend that and build again, nothing is lost"
        )


def _pages_file(pages: Sequence[Page]) -> str:
    name = sha256("\n".join(page.sha256 for page in pages).encode("ascii")).hexdigest()[:32]
    return f"pages/{name[:2]}/{name}.parquet"


def _folder(stage: str, name: str) -> str:
    return f"records/{stage}/{name}"
