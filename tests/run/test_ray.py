"""A cluster does the same work: what it makes is what one machine makes, whatever happens to its workers."""

from __future__ import annotations

import io
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
import standins

from tripoint import registry
from tripoint.config import Settings
from tripoint.errors import InputError, TripointError
from tripoint.run.executors import Executor
from tripoint.run.executors import ray as cluster
from tripoint.run.executors.ray import RayExecutor
from tripoint.run.outcome import Outcome
from tripoint.run.pipeline import build
from tripoint.store.reading import CaseReader

pytest.importorskip("ray", reason="Ray has no wheel for this system")
pytestmark = pytest.mark.xdist_group("ray")

FORMATS = ("pages-jsonl", "documents-jsonl", "claims-jsonl", "events-jsonl", "csv")


@pytest.fixture(scope="module")
def head(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Two nodes of one core each on this machine; gives the address of the head."""
    from ray.cluster_utils import Cluster

    with pytest.MonkeyPatch.context() as patch:
        source = Path(cluster.__file__).parents[3]
        patch.setenv("PYTHONPATH", os.pathsep.join([str(source), str(Path(__file__).parent)]))
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.setenv("RAY_worker_niceness", "0")
        slim = {"num_cpus": 1, "object_store_memory": 80_000_000, "include_dashboard": False}
        two = Cluster(initialize_head=True, head_node_args=slim)
        two.add_node(num_cpus=1, object_store_memory=80_000_000)
        two.wait_for_nodes()
        yield str(two.address)
        two.shutdown()


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(f"The column reached village {number} on Monday.")
    return folder


def _build(case: Path, pages: Path, executor: Executor | None = None, secret: Path | None = None) -> Outcome:
    chosen = Settings.model_validate({"parts": standins.PARTS, "shard_bytes": 120})
    return build(case, [str(pages)], settings=chosen, executor=executor, secret=secret)


def _on(head: str, *, store: str | None = None, page_seconds: float = 60.0) -> RayExecutor:
    return RayExecutor(address=head, workers=2, page_seconds=page_seconds, store=store)


def _exports(case: Path) -> dict[str, str]:
    found = {}
    for name in FORMATS:
        out = io.StringIO()
        with CaseReader(case) as reader:
            registry.part("exporter", name).load()(reader, out, comments=False)
        found[name] = out.getvalue()
    return found


def test_two_nodes_make_what_one_machine_makes_byte_for_byte(head: str, pages: Path, tmp_path: Path) -> None:
    _build(tmp_path / "local.case", pages)
    far = _build(tmp_path / "ray.case", pages, _on(head))
    assert far.counts["claims"] == 12
    assert _exports(tmp_path / "ray.case") == _exports(tmp_path / "local.case")
    assert _build(tmp_path / "ray.case", pages, _on(head)).stages_run == 0


def test_a_worker_that_is_killed_in_the_middle_changes_nothing(head: str, pages: Path, tmp_path: Path) -> None:
    (pages / "07.txt").write_text("SLOW The column reached village 7 on Monday.")
    _build(tmp_path / "local.case", pages)
    killed: list[int] = []
    hunter = Thread(target=_kill, args=(tmp_path / "ray.case", killed))
    hunter.start()
    _build(tmp_path / "ray.case", pages, _on(head))
    hunter.join()
    assert killed, "no worker was at work when it was to be killed"
    assert _exports(tmp_path / "ray.case") == _exports(tmp_path / "local.case")


def _kill(case: Path, killed: list[int]) -> None:
    """Kill the process of the cluster that works on the slow page, once it is there."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        for mark in case.parent.glob("pages/at_work_*"):
            worker = int(mark.name.rpartition("_")[2])
            mark.unlink()
            os.kill(worker, signal.SIGKILL)
            killed.append(worker)
            return
        time.sleep(0.01)


def test_records_and_pages_go_through_a_store_where_machines_share_no_path(
    head: str, pages: Path, tmp_path: Path
) -> None:
    store = (tmp_path / "store").as_uri()
    _build(tmp_path / "local.case", pages)
    _build(tmp_path / "ray.case", pages, _on(head, store=store))
    assert _exports(tmp_path / "ray.case") == _exports(tmp_path / "local.case")
    secret = tmp_path / "ray.case" / "secret"
    again = _build(tmp_path / "other.case", pages, _on(head, store=store), secret=secret)
    assert _exports(tmp_path / "other.case") == _exports(tmp_path / "local.case")
    assert again.stages_run == 2, "the store had the records of all shards"


def test_a_page_that_hangs_or_crashes_is_one_failure(head: str, pages: Path, tmp_path: Path) -> None:
    (pages / "07.txt").write_text("CRASH")
    (pages / "08.txt").write_text("HANG")
    done = _build(tmp_path / "ray.case", pages, _on(head, page_seconds=3.0))
    assert (done.counts["claims"], done.counts["failures"]) == (10, 2)
    with CaseReader(tmp_path / "ray.case") as reader:
        assert {row["reason"] for row in reader.rows("SELECT reason FROM failures")} == {"crashed", "timeout"}


def test_machines_with_another_version_are_refused_with_a_sentence(
    head: str, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_versions", lambda: ("older", "resources", "libraries"))
    with pytest.raises(TripointError, match=f"the machine {socket.gethostname()} has another version of tripoint"):
        _build(tmp_path / "ray.case", pages, _on(head))


def test_a_cluster_that_does_not_answer_is_a_sentence_at_once(pages: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        nobody = f"127.0.0.1:{taken.getsockname()[1]}"
        started = time.monotonic()
        with pytest.raises(TripointError, match=f"no Ray cluster answers at {nobody}"):
            _build(tmp_path / "ray.case", pages, _on(nobody))
    assert time.monotonic() - started < 20


def test_what_is_no_address_is_refused(pages: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="expected HOST:PORT"):
        _build(tmp_path / "ray.case", pages, _on("my cluster"))


def test_a_missing_extra_is_a_sentence_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(InputError, match=r"pip install 'tripoint\[ray\]'"):
        _on("auto")
