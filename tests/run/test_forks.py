"""Copies of a process share out its work: the same result for any number of them, whatever becomes of one."""

from __future__ import annotations

import multiprocessing
import os
import signal
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.test_judgements import told
from tripoint.comparison.crews import Crew, alone, later
from tripoint.comparison.voices import heard
from tripoint.events import assembled, judged
from tripoint.model import Event, Failure, Link
from tripoint.run.forks import LONG, TURNS, Forks, portioned
from tripoint.store.heap import RecordHeap


def crew(folder: Path, workers: int) -> Forks:
    """Return a crew that takes the smallest ranges, so that small work is shared out too."""

    def heap(kind: Any) -> RecordHeap[Any]:
        return RecordHeap(folder / "scratch" / "heap", kind)

    return Forks(workers, heap)


def record(number: int) -> Failure:
    return Failure(record_id=f"r{number}", source="", step="pages", reason="test", detail="")


def counted(parent: int, fatal: int, some: range, shelf: Any) -> int:
    """Put a record for each number on the shelf; die at the fatal number, unless this is the first process."""
    for number in some:
        if number == fatal and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        shelf.append(record(number))
    return sum(some)


def waiting(some: range, shelf: Any) -> None:
    time.sleep(600)


def gathered(told_by: Crew, size: int, fatal: int = -1) -> tuple[int, list[str]]:
    total, names = 0, []
    for some, result, (shelf,) in told_by(partial(counted, os.getpid(), fatal), size, Failure, least=1):
        total += result
        assert len(shelf) == len(some)
        names += [shelf[at].record_id for at in range(len(shelf))]
    return total, names


@given(st.lists(st.integers(0, 50), max_size=30), st.integers(1, 6), st.integers(1, 40))
def test_ranges_hold_every_number_once_and_are_cut_by_what_numbers_count_for(
    loads: list[int], workers: int, least: int
) -> None:
    ranges = portioned(len(loads), workers, least, np.array(loads, dtype=np.int64))
    assert [at for some in ranges for at in some] == list(range(len(loads)))
    turns = TURNS if workers > 1 and sum(loads) >= LONG * least else 1
    count = max(1, min(turns * workers, sum(loads) // least))
    assert len(ranges) <= count
    assert all(sum(loads[some.start : some.stop]) <= sum(loads) / count + max(loads) + 1 for some in ranges if some)


@pytest.mark.parametrize("workers", [1, 3])
def test_what_is_to_be_done_meanwhile_is_done_once_by_this_process(tmp_path: Path, workers: int) -> None:
    forks, done = crew(tmp_path, workers), list[int]()
    forks.meanwhile(lambda: done.append(os.getpid()))
    told = gathered(forks, 500)
    assert done == [os.getpid()]
    assert gathered(forks, 500) == told == gathered(alone, 500)
    assert done == [os.getpid()]
    forks.meanwhile(lambda: done.append(0))
    forks.catch_up()
    assert done == [os.getpid(), 0]


@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("size", [0, 1, 2, 500])
def test_every_number_is_worked_on_once_and_in_its_order(tmp_path: Path, workers: int, size: int) -> None:
    assert gathered(crew(tmp_path, workers), size) == gathered(alone, size) == (
        sum(range(size)),
        [f"r{number}" for number in range(size)],
    )  # fmt: skip


def test_what_a_killed_copy_had_to_do_is_done_all_the_same(tmp_path: Path) -> None:
    assert gathered(crew(tmp_path, 2), 500, fatal=300) == gathered(alone, 500)


def test_what_is_begun_and_not_asked_for_ends_with_the_crew(tmp_path: Path) -> None:
    begun = crew(tmp_path, 2)
    begun.ahead(waiting, 500, Failure, least=100)
    begun.end()
    assert not [one for one in multiprocessing.active_children() if one.name.startswith("ForkProcess")]


@pytest.mark.parametrize("begun", [later, lambda folder: crew(folder, 1).ahead, lambda folder: crew(folder, 2).ahead])
@pytest.mark.parametrize("fatal", [-1, 300])
def test_work_that_is_begun_ahead_comes_to_the_same_and_is_done_again_where_its_copy_dies(
    tmp_path: Path, begun: Any, fatal: int
) -> None:
    ahead = begun if begun is later else begun(tmp_path)
    wanted = ahead(partial(counted, os.getpid(), fatal), 500, Failure, least=100)
    other = ahead(partial(counted, os.getpid(), -1), 10, Failure, least=100)  # too little for a copy
    for outcome, size in ((wanted(), 500), (other(), 10)):
        some, total, (shelf,) = outcome
        assert (some, total) == (range(size), sum(range(size)))
        assert [shelf[at].record_id for at in range(len(shelf))] == [f"r{number}" for number in range(size)]


def broken(some: range) -> None:
    raise OSError(28, "No space left on device")


def test_what_goes_wrong_in_a_copy_is_told_as_if_it_had_gone_wrong_here(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space left"):
        list(crew(tmp_path, 2)(broken, 10, least=1))


def test_the_time_of_copies_is_counted(tmp_path: Path) -> None:
    forks = crew(tmp_path, 2)
    list(forks(spin, 4, least=1))
    assert forks.seconds > 0.01
    assert forks.memory > 1_000_000


def spin(some: range) -> int:
    return sum(number * number for number in range(400_000))


def linked(numbers: list[int], how: Crew) -> tuple[list[Link], list[Event]]:
    documents, claims = {}, []
    for number in numbers:
        doc, made = told(number)
        documents[doc.document_id] = doc
        claims.append(made)
    known = {one.claim_id: one for some in claims for one in some}
    voices = heard(known.values(), documents)
    found = judged(claims, list(documents), documents, voices=voices, crew=how)
    return list(found.links), list(assembled(known, found.bonds, voices, crew=how, singles=found.singles).events)


class Small:
    """A crew that takes ranges of any size, however few numbers they have."""

    def __init__(self, forks: Forks) -> None:
        self._forks = forks

    def __call__(self, work: Any, size: int, *kinds: Any, least: int = 0, loads: Any = None) -> Any:
        return self._forks(work, size, *kinds, least=1, loads=loads)


@settings(max_examples=6, deadline=None)
@given(st.lists(st.integers(0, 200), min_size=4, max_size=60, unique=True), st.integers(2, 4))
def test_links_and_events_are_the_same_whoever_works_on_them(numbers: list[int], workers: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert linked(numbers, Small(crew(Path(folder), workers))) == linked(numbers, alone)
