"""Workers keep within their memory: one that has grown is replaced, a page that takes too much is given up."""

from __future__ import annotations

from pathlib import Path

import pytest
import standins

from tripoint.config import Settings, size
from tripoint.errors import InputError
from tripoint.run.executors import local
from tripoint.run.executors.crew import Crew
from tripoint.run.executors.local import LocalExecutor
from tripoint.run.outcome import Outcome
from tripoint.run.pipeline import build
from tripoint.store.reading import CaseReader


def _build(case: Path, pages: Path, executor: LocalExecutor) -> Outcome:
    chosen = Settings.model_validate({"parts": standins.PARTS, "shard_bytes": 60})
    return build(case, [str(pages)], settings=chosen, executor=executor)


def _pages(folder: Path, **texts: str) -> Path:
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def test_a_page_that_takes_too_much_memory_is_given_up_and_the_rest_goes_on(tmp_path: Path) -> None:
    pages = _pages(tmp_path / "pages", good="The column reached village 1 on Monday.", greedy="GREEDY")
    done = _build(tmp_path / "a.case", pages, LocalExecutor(workers=1, page_seconds=60.0, memory=700_000_000))
    assert done.counts["claims"] == 1
    with CaseReader(tmp_path / "a.case") as reader:
        (failure,) = reader.rows("SELECT source, reason FROM failures")
    assert failure == {"source": str(pages / "greedy.txt"), "reason": "memory"}


def test_a_worker_that_has_grown_is_replaced_between_two_shards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = _pages(tmp_path / "pages", a="The column reached village 1.", b="The column reached village 2 in the end.")
    replaced: list[object] = []
    whole = Crew._replace
    monkeypatch.setattr(Crew, "_replace", lambda crew, worker: (replaced.append(worker), whole(crew, worker)))
    monkeypatch.setattr("tripoint.run.executors.crew.held_by", lambda pid: 500_000_000)
    done = _build(tmp_path / "a.case", pages, LocalExecutor(workers=1, page_seconds=60.0, memory=700_000_000))
    assert (done.counts["claims"], done.counts["failures"], len(replaced)) == (2, 0, 2)


@pytest.mark.parametrize(("megabytes", "workers"), [(650, 1), (1100, 2), (1500, 3), (9000, 4)])
def test_there_are_as_many_workers_as_have_room(megabytes: int, workers: int) -> None:
    executor = LocalExecutor(workers=4, page_seconds=60.0, memory=megabytes * 1_000_000)
    assert executor._workers == workers
    assert executor._share is not None
    assert local.PARENT_BYTES + workers * executor._share <= megabytes * 1_000_000


def test_less_memory_than_one_worker_needs_is_refused_with_what_it_needs() -> None:
    with pytest.raises(InputError, match="--memory is 200 MB; one worker needs 650 MB at least"):
        LocalExecutor(workers=2, page_seconds=60.0, memory=200_000_000)


@pytest.mark.parametrize(
    ("told", "meant"), [("1500MB", 1_500_000_000), ("2 GB", 2 * 10**9), ("1.5GiB", 1_610_612_736), ("2g", 2 * 10**9)]
)
def test_sizes_are_read_as_people_write_them(told: str, meant: int) -> None:
    assert size(told) == meant


@pytest.mark.parametrize("told", ["much", "", "-1GB", "2 elephants"])
def test_what_is_no_size_is_refused(told: str) -> None:
    with pytest.raises(InputError, match="expected a number with MB or GB"):
        size(told)
