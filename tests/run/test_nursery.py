"""Workers are copied from one process that has loaded all; what goes wrong there costs nothing but time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from multiprocessing.connection import Connection, wait
from pathlib import Path

import pytest
import standins

from tripoint.config import Settings
from tripoint.run.executors import crew
from tripoint.run.executors.crew import Crew
from tripoint.run.executors.local import LocalExecutor
from tripoint.run.executors.nursery import POSSIBLE, Nursery
from tripoint.run.executors.tasks import Tasks
from tripoint.run.outcome import Outcome
from tripoint.run.pipeline import build
from tripoint.store.case import Case
from tripoint.store.intake import Intake
from tripoint.store.reading import CaseReader

pytestmark = pytest.mark.skipif(not POSSIBLE, reason="processes are not copied here")

_loaded: list[int] = []


def _load() -> None:
    _loaded.append(os.getpid())


def _serve(pipe: Connection) -> None:
    while (asked := pipe.recv()) is not None:
        pipe.send((asked, tuple(_loaded), os.getpid()))


def _ready(nursery: Nursery) -> bool:
    wait([nursery.channel], timeout=30)
    return nursery.listen()


def test_what_was_loaded_once_is_there_in_every_copy() -> None:
    nursery = Nursery(_load, _serve)
    try:
        assert _ready(nursery)
        answers = []
        for number in range(3):
            made = nursery.copy()
            assert made is not None
            pipe, process = made
            pipe.send(number)
            answers.append(pipe.recv())
            process.kill()
            with pytest.raises((EOFError, ConnectionResetError)):
                pipe.recv()
            pipe.close()
        assert [asked for asked, _, _ in answers] == [0, 1, 2]
        assert len({loaded for _, loaded, _ in answers}) == 1
        assert len({pid for _, _, pid in answers} | set(answers[0][1])) == 4
        assert _loaded == []
    finally:
        nursery.end()


def test_a_nursery_that_is_gone_gives_no_copies_and_says_so() -> None:
    nursery = Nursery(_load, _serve)
    assert _ready(nursery)
    nursery._process.kill()
    nursery._process.join()
    assert nursery.copy() is None
    nursery.end()


def _build(case: Path, pages: Path) -> Outcome:
    chosen = Settings.model_validate({"parts": standins.PARTS, "shard_bytes": 60})
    return build(case, [str(pages)], settings=chosen, executor=LocalExecutor(workers=2, page_seconds=60.0))


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(9):
        (folder / f"{number}.txt").write_text(f"The column reached village {number} on Monday.")
    return folder


def _claims(case: Path) -> list[object]:
    with CaseReader(case) as reader:
        return list(reader.claims())


def test_workers_that_must_do_without_a_nursery_make_the_same_case(
    tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "a.case" / "secret"
    first = _build(tmp_path / "a.case", pages)

    def die(*_: object) -> None:
        os._exit(3)

    monkeypatch.setattr(crew, "load", die)
    case = Case.create(tmp_path / "b.case")
    case.secret.ensure(secret)
    again = _build(tmp_path / "b.case", pages)
    assert (again.counts, again.stages_run) == (first.counts, first.stages_run)
    assert _claims(tmp_path / "a.case") == _claims(tmp_path / "b.case")


def test_documents_are_made_while_the_models_are_loaded(
    tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "load", lambda shard: time.sleep(1.0))
    begun: list[int] = []
    whole = Tasks.begun
    monkeypatch.setattr(
        Tasks, "begun", lambda tasks, shard, report: (begun.append(shard.number), whole(tasks, shard, report))
    )
    done = _build(tmp_path / "a.case", pages)
    assert sorted(begun) == list(range(9))
    assert (done.counts["pages"], done.counts["claims"], done.stages_run) == (9, 9, 3 * 9 + 2)


@pytest.mark.parametrize("text", ["CRASH", "HANG"])
def test_a_page_that_ends_a_process_while_models_are_loaded_is_one_failure(
    tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    (pages / "0.txt").write_text(text)
    monkeypatch.setattr(crew, "load", lambda shard: time.sleep(1.0))
    chosen = Settings.model_validate({"parts": standins.PARTS, "shard_bytes": 60})
    executor = LocalExecutor(workers=2, page_seconds=0.5)
    done = build(tmp_path / "a.case", [str(pages)], settings=chosen, executor=executor)
    assert (done.counts["claims"], done.counts["failures"]) == (8, 1)


def test_models_are_loaded_from_the_first_new_page_on_and_not_where_nothing_is_new(
    tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[bool] = []
    whole, add = Crew.expect, Intake.add
    asked: list[int] = []
    monkeypatch.setattr(Crew, "expect", lambda crew, parts: (asked.append(len(taken)), whole(crew, parts))[1])
    monkeypatch.setattr(Intake, "add", lambda *given: (taken.append(True), add(*given))[1])
    _build(tmp_path / "a.case", pages)
    assert asked[0] == 1
    asked.clear()
    assert _build(tmp_path / "a.case", pages).stages_run == 0
    assert asked == []


def test_one_page_more_is_worked_on_in_a_copy_too(tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _build(tmp_path / "a.case", pages)
    (pages / "more.txt").write_text("The column reached village 40 on Monday.")
    copies: list[bool] = []
    whole = Nursery.copy
    monkeypatch.setattr(Nursery, "copy", lambda nursery: (copies.append(True), whole(nursery))[1])
    done = _build(tmp_path / "a.case", pages)
    assert (done.counts["claims"], len(copies)) == (10, 1)


def test_one_worker_and_workers_whose_memory_is_bounded_load_for_themselves() -> None:
    assert not Crew(size=2, seconds=1.0, memory=500_000_000)._shared
    bounded = LocalExecutor(workers=2, page_seconds=1.0, memory=1_100_000_000)
    assert bounded._share is not None


def test_a_build_that_is_killed_leaves_no_process_and_no_lock(tmp_path: Path, pages: Path) -> None:
    (pages / "0.txt").write_text("HANG")
    script = textwrap.dedent(
        f"""
        import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})
        import standins
        from tripoint.config import Settings
        from tripoint.run.pipeline import build
        chosen = Settings.model_validate({{"parts": standins.PARTS, "shard_bytes": 60}})
        build(__import__("pathlib").Path({str(tmp_path / "a.case")!r}), [{str(pages)!r}], settings=chosen, workers=2)
        """
    )
    running = subprocess.Popen([sys.executable, "-c", script], start_new_session=True)
    try:
        claims = tmp_path / "a.case" / "records" / "claims"
        until = time.monotonic() + 60
        while time.monotonic() < until and not (claims.is_dir() and any(claims.iterdir())):
            time.sleep(0.05)
        running.kill()
        running.wait()
        with Case.open(tmp_path / "a.case").locked():
            pass
        while time.monotonic() < until and _of_session(running.pid):
            time.sleep(0.05)
        assert _of_session(running.pid) == []
    finally:
        for pid in _of_session(running.pid):
            os.kill(pid, signal.SIGKILL)


def _of_session(session: int) -> list[int]:
    """Return the processes of a session that have not ended."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(told[3]) == session and told[0] != "Z":
            found.append(int(path.parent.name))
    return found
