"""The Ray executor: the same work on the machines of a cluster. The only file that knows Ray."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tripoint.errors import InputError, TripointError
from tripoint.run import versions
from tripoint.run.executors import Executor
from tripoint.run.executors.crew import Crew
from tripoint.run.shards import Shard
from tripoint.run.work import Report
from tripoint.store.case import Case
from tripoint.store.depot import Depot

TRIES = 4
"""How often a shard is tried again after the worker or the machine that had it was lost."""

AHEAD = 2
"""Shards in flight for each core of the cluster: one at work, one waiting."""

_KNOCK_SECONDS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What every machine must agree to: the versions of code, resources and libraries, and where things lie."""

    versions: tuple[str, str, str]
    page_seconds: float
    store: str | None


class RayExecutor(Executor):
    """Maps work over shards on a Ray cluster: the one at `address`, or one on this machine with so many `workers`.

    Pages and records are where the case is, on a path that all machines see, or go through the depot `store` (a URI).
    Raises InputError when Ray is not installed, TripointError when the cluster or the store cannot be reached.
    """

    def __init__(self, *, address: str | None, workers: int, page_seconds: float, store: str | None = None) -> None:
        self._ray = _import()
        self._address = address
        self._workers = workers
        self._depot = Depot(store) if store is not None else None
        self._terms = Terms(versions=_versions(), page_seconds=page_seconds, store=store)

    def map(self, shards: Sequence[Shard], done: Callable[[int], None]) -> Iterator[Report]:
        """Yield the report of each shard as it ends; pages are not told one by one."""
        if not shards:
            return
        if self._depot is not None:
            self._depot.check()
        with self._connected() as cores:
            yield from self._carried(shards, max(1, round(cores)) * AHEAD)

    def _carried(self, shards: Sequence[Shard], most: int) -> Iterator[Report]:
        ray = self._ray
        carry = ray.remote(num_cpus=1, max_retries=TRIES)(_carry)
        waiting = list(reversed(shards))
        flying: dict[Any, Shard] = {}
        while waiting or flying:
            while waiting and len(flying) < most:
                shard = waiting.pop()
                shard = replace(shard, case=str(Path(shard.case).resolve()))
                secret = None
                if self._depot is not None:
                    case = Case(Path(shard.case))
                    secret = case.secret.read()
                    self._depot.bring_pages(case, shard.pages)
                flying[carry.remote(shard, self._terms, secret)] = shard
            landed, _ = ray.wait(list(flying), num_returns=1, timeout=1.0)
            for one in landed:
                shard = flying.pop(one)
                report = self._landed(one)
                if self._depot is not None:
                    for stage, name in shard.names.items():
                        self._depot.fetch_folder(Case(Path(shard.case)), stage, name)
                yield report

    def _landed(self, one: Any) -> Report:
        try:
            report: Report = self._ray.get(one)
        except self._ray.exceptions.RayTaskError as error:
            if isinstance(error.cause, TripointError):
                raise TripointError(str(error.cause)) from None
            told = f"{type(error.cause).__name__}: {error.cause}".splitlines()[0]
            raise TripointError(f"a worker of the cluster met {told}; mend that and build again") from error
        except self._ray.exceptions.RayError as error:
            told = str(error).strip().splitlines()[0]
            raise TripointError(
                f"the cluster lost a shard {TRIES + 1} times ({told}); what is built is kept, build again to go on"
            ) from error
        return report

    @contextmanager
    def _connected(self) -> Iterator[float]:
        """Join the cluster for as long as the block lasts; gives how many cores it has."""
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nobody is told that we run
        os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
        quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR", "configure_logging": True}
        try:
            if self._address is None:
                self._ray.init("local", num_cpus=self._workers, include_dashboard=False, **quiet)
            else:
                _knock(self._address)
                self._ray.init(self._address, **quiet)
        except (ConnectionError, OSError, RuntimeError, ValueError, TimeoutError) as error:
            told = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
            raise TripointError(
                f"no Ray cluster answers at {self._address or 'this machine'} ({told});"
                " start one with: ray start --head, and give its --address HOST:PORT"
            ) from error
        try:
            yield float(self._ray.cluster_resources().get("CPU", 1.0))
        finally:
            self._ray.shutdown()


def _import() -> Any:
    try:
        import ray
        import ray.exceptions
    except ImportError as error:
        raise InputError("Ray is not installed; install it with: pip install 'tripoint[ray]'") from error
    return ray


def _knock(address: str) -> None:
    """Raise OSError at once when nobody listens at `HOST:PORT`: Ray itself waits for minutes."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if address == "auto":
        return
    if not host or not port.isdigit():
        raise InputError(f"--address is {address}; expected HOST:PORT of the head of a Ray cluster, or auto")
    with socket.create_connection((host.strip("[]"), int(port)), timeout=_KNOCK_SECONDS):
        return


def _versions() -> tuple[str, str, str]:
    return versions.code_of("tripoint"), versions.resources(), versions.libraries()


_crew: Crew | None = None
"""The one worker that this process of the cluster watches over; it keeps its model from shard to shard."""


def _carry(shard: Shard, terms: Terms, secret: bytes | None) -> Report:
    """Do the work on one shard. Called on a machine of the cluster; the case's `secret` is in no store."""
    here = socket.gethostname()
    if _versions() != terms.versions:
        raise TripointError(
            f"the machine {here} has another version of tripoint; install the same on all and build again"
        )
    if terms.store is None or secret is None:
        if not (Path(shard.case) / "case.json").is_file():
            raise TripointError(
                f"the machine {here} does not see {shard.case}; put the case where all machines see it, or give --store"
            )
        return _work(shard, terms)
    depot = Depot(terms.store)
    scratch = Path(tempfile.mkdtemp(prefix="tripoint-"))
    try:
        case = Case(scratch)
        case.secret.keep(secret)
        depot.fetch_pages(case, shard.pages)
        for stage, name in shard.names.items():
            if depot.has_folder(stage, name):
                depot.fetch_folder(case, stage, name)
        report = _work(replace(shard, case=str(scratch)), terms)
        for stage, name in shard.names.items():
            depot.bring_folder(case, stage, name)
        return report
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _work(shard: Shard, terms: Terms) -> Report:
    """Have the shard worked on as a local build would: a page that hangs or crashes is given up."""
    global _crew
    if _crew is None:
        _crew = Crew(size=1, seconds=terms.page_seconds)
    try:
        (report,) = _crew.run([shard], lambda pages: None)
    except BaseException:
        _crew.end()
        _crew = None
        raise
    return report
