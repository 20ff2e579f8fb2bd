"""Records are read where they lie, and an archive gives each under its id, wherever that is."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tripoint.comparison.laid import InMemory
from tripoint.store.archive import RecordArchive
from tripoint.store.filed import FiledRecords, OpenFiles

RUNS = st.lists(st.tuples(st.booleans(), st.integers(0, 4)), max_size=6)


def laid(records: Sequence[str]) -> tuple[bytes, array[int]]:
    """Return records one after the other, and where they begin and end."""
    told = [msgspec.msgpack.encode(record) for record in records]
    return b"".join(told), array("Q", accumulate(map(len, told), initial=0))


@given(RUNS)
def test_an_archive_gives_what_was_taken_where_it_lies_and_what_was_added_alike(runs: list[tuple[bool, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        archive, names = RecordArchive(Path(folder) / "heap", str), list[str]()
        for taken, many in runs:
            some = [f"n{len(names) + at}" for at in range(many)]
            names += some
            if taken:
                told, bounds = laid([f"record {name}" for name in some])
                archive.take(some, InMemory(told, str, bounds), bytes(16 * many), ["x"] * many)
            else:
                for name in some:
                    archive.add(name, f"record {name}", "y")
                    archive.add(name, "another", "y")
        records = [f"record {name}" for name in names]
        assert list(archive) == names
        assert [archive[name] for name in names] == records == list(archive.streamed())
        for begin in range(len(names)):
            for end in range(begin, len(names) + 1):
                assert archive.between(begin, end) == records[begin:end]
        archive.close()


@given(st.lists(st.integers(0, 6), unique=True), st.lists(st.integers(0, 6)))
def test_records_are_taken_where_no_id_is_known_and_otherwise_nothing_changes(
    before: list[int], more: list[int]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        archive = RecordArchive(Path(folder) / "heap", str)
        for name in before:
            archive.add(str(name), f"record {name}")
        told, bounds = laid([f"another {name}" for name in more])
        some = InMemory(told, str, bounds)
        taken = archive.take([str(name) for name in more], some, bytes(16 * len(more)), [""] * len(more))
        assert taken == (len({*before, *more}) == len(before) + len(more))
        found = [f"record {name}" for name in before] + [f"another {name}" for name in more if taken]
        assert [archive[name] for name in archive] == found
        assert [archive.place(name) for name in archive] == list(range(len(found)))
        assert len(archive.stamps()) == 16 * len(found)
        archive.close()


def test_records_are_found_in_a_folder_that_is_moved_and_in_more_files_than_are_open(tmp_path: Path) -> None:
    before, after = tmp_path / "unfinished", tmp_path / "finished"
    before.mkdir()
    told, bounds = laid(["one", "two"])
    for number in range(5):
        (before / f"{number}.records").write_bytes(told)
    files = OpenFiles(before, most=2)
    some = [FiledRecords(files, Path(f"{number}.records"), str, bounds) for number in range(5)]
    assert some[0].at(1) == "two"
    before.rename(after)
    assert [one.at(at) for at in (0, 1) for one in some] == ["one"] * 5 + ["two"] * 5
    assert list(some[4]) == some[3].picked([0, 1]) == ["one", "two"]


def test_a_file_that_was_cut_off_is_told_before_a_record_is_asked_for(tmp_path: Path) -> None:
    told, bounds = laid(["one", "two"])
    (tmp_path / "cut.records").write_bytes(told[:-1])
    with pytest.raises(OSError, match="cut off"):
        FiledRecords(OpenFiles(), tmp_path / "cut.records", str, bounds)
    with pytest.raises(FileNotFoundError):
        FiledRecords(OpenFiles(), tmp_path / "gone.records", str, bounds)
