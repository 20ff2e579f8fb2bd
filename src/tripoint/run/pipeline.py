"""A build: pages in, the stages in their order, a case out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path

from tripoint import registry
from tripoint.config import Settings
from tripoint.errors import InputError, TripointError
from tripoint.events.decisions import bearing
from tripoint.model import Failure, Page, Sighting
from tripoint.run import versions
from tripoint.run.arriving import arriving_pages, guesses, noting_tables, read_by, take_in, up_to_a_page
from tripoint.run.aside import Aside
from tripoint.run.clock import Clock, added, peak_memory
from tripoint.run.executors import Executor
from tripoint.run.executors.local import LocalExecutor
from tripoint.run.filing import complete_tables, fill_tables, kept_rows
from tripoint.run.garbage import rare_collections
from tripoint.run.handing import hand_out
from tripoint.run.outcome import Outcome, Progress
from tripoint.run.planning import made_by, shards_of
from tripoint.run.results import Results
from tripoint.run.shards import deal
from tripoint.run.untouched import Untouched
from tripoint.run.whole import make_assessments, make_events, open_modules
from tripoint.store import decisions
from tripoint.store.captures import standing
from tripoint.store.case import Case
from tripoint.store.database import discard, is_current, meta, refused
from tripoint.store.losses import refuse_losses


def build(
    path: Path,
    given: Sequence[str],
    *,
    settings: Settings,
    manifest: Path | None = None,
    columns: Mapping[str, str] | None = None,
    secret: Path | None = None,
    workers: int = 1,
    executor: Executor | None = None,
    watch: Callable[[Progress], None] = lambda progress: None,
) -> Outcome:
    """Build the case at `path` from what is `given`, doing only what is not done yet.

    `columns` says which column of tables is what (`{"text": "body"}`), where their names do not tell. `secret` is the
    file of the secret that a new case is to have; without it one is made.
    `executor` carries the shards; when not told, so many `workers` of this machine.
    Pages that an earlier build took in stay in the case; a source that changed counts with its newest bytes, and where
    the times of both captures are told, with both.
    Raises InputError for what is not there, TripointError when nothing at all could be read, CaseError when the case
    lost pages that its case.db was made of and they are not among what is given.
    """
    for kind in settings.parts:
        if kind not in registry.CHOSEN:
            raise InputError(f"the setting parts names the kind {kind}; a build chooses {', '.join(registry.CHOSEN)}")
        registry.part(kind, settings.parts[kind])
    case = Case(path)
    untouched = Untouched(case, read_by(manifest, columns, settings))
    met: list[str] = []
    arriving = arriving_pages(given, manifest, columns, settings, noting_tables(untouched.known, met))
    failures: list[Failure] = []
    clock = Clock()
    with clock.of("reading"):
        first = up_to_a_page(arriving, untouched, held=Case.stands(path))
    Case.create(path)  # made or checked; `case` remembers what it read of the manifest
    executor = executor or LocalExecutor(workers=workers, page_seconds=settings.page_seconds)
    with case.locked(), rare_collections():
        try:
            case.secret.ensure(secret)
            with clock.of("reading"):
                new_pages = take_in(
                    case, chain(first, arriving), untouched, failures, watch, partial(executor.expect, settings.parts)
                )
            outcome = _build(case, failures, settings, workers, executor, new_pages, watch, clock)
            return replace(outcome, guesses=guesses(met, columns, settings))
        except OSError as error:
            raise TripointError(
                f"cannot write the case {path}: {error.strerror or error}; what is built is kept, build again to go on"
            ) from error
        finally:
            executor.rest()


def rebuild(
    path: Path,
    *,
    settings: Settings,
    workers: int = 1,
    executor: Executor | None = None,
    watch: Callable[[Progress], None] = lambda progress: None,
) -> Outcome:
    """Build the case at `path` again from the pages it holds, so that what was decided since then counts.

    Raises CaseError when there is none or it lost its pages, InputError when it was built with other settings.
    """
    case = Case.open(path)
    told = meta(case.database)
    if told.get("settings_digest", settings.digest()) != settings.digest():
        raise InputError(f"the case {path} was built with other settings; give them with --settings")
    clock = Clock()
    executor = executor or LocalExecutor(workers=workers, page_seconds=settings.page_seconds)
    with case.locked(), rare_collections():
        try:
            case.secret.ensure(None)
            return _build(case, refused(case.database), settings, workers, executor, 0, watch, clock)
        except OSError as error:
            raise TripointError(
                f"cannot write the case {path}: {error.strerror or error}; what is built is kept, build again to go on"
            ) from error


def _build(
    case: Case,
    failures: list[Failure],
    settings: Settings,
    workers: int,
    executor: Executor,
    new_pages: int,
    watch: Callable[[Progress], None],
    clock: Clock,
) -> Outcome:
    with clock.of("planning"):
        arrivals = case.custody.arrivals
        entered = arrivals.read_on()
        taken_in = [one for one in entered if isinstance(one, Page)]
        refuse_losses(case, taken_in)
        sightings = tuple(one for one in entered if isinstance(one, Sighting))
        captures = standing(taken_in)
        again = {capture.page.page_id: capture.again for capture in captures if capture.again}
        pages = (capture.page for capture in captures)
        portions = deal(taken_in, pages, shard_bytes=settings.shard_bytes, intakes=arrivals.intakes)
        shards = shards_of(case, portions, settings)
    decided = decisions.read(case.decisions)
    results = Results(case, shards, failures, decided, again=again, sightings=sightings, workers=workers)
    events_name = versions.name_of(
        "events",
        *(*results.names("claims"), *results.names("documents"), *bearing(decided)),
        *made_by("tripoint.events", "tripoint.documents.revisions", "tripoint.store.corrections"),
    )
    assess_name = versions.name_of("assess", events_name, *made_by("tripoint.assess"))
    key = versions.name_of(
        "case",
        *(assess_name, *results.names("mentions"), *failures, *sorted(again.items()), *sightings),
        versions.code_of("tripoint.store", __name__),
    )
    changed = meta(case.database).get("case_key") != key or not is_current(case.database)
    with ExitStack() as stack:
        tables: Aside[Results, Path | None] | None = None
        stack.callback(discard, case.database)
        stack.callback(results.crew.end)
        kept = kept_rows(results) if changed else []
        begin = partial(Aside, partial(fill_tables, kept), results, clock, step="case.db", apart=workers > 1)
        reports = []
        for report, left in hand_out(case, shards, executor, watch, meanwhile=open_modules if workers > 1 else None):
            reports.append(report)
            if tables is not None:
                tables.tell(None)
            elif changed and (workers > 1 if kept else 0 < left < workers):  # the disk, or a worker, has nothing to do
                tables = stack.enter_context(begin())
        stages_run = sum(len(report.made) for report in reports)
        if changed and tables is None:
            tables = stack.enter_context(begin())
        if tables is not None and workers > 1:
            results.linked = tables.tell
        for stage, name, make in (("events", events_name, make_events), ("assess", assess_name, make_assessments)):
            if not case.records.has(stage, name):
                watch(Progress(phase=stage))
                with clock.of(stage), case.records.making(stage, name) as folder:
                    make(results, folder)
                clock.seconds[stage] += results.crew.seconds
                results.crew.seconds = 0.0
                stages_run += 1
            results.whole[stage] = case.records.folder(stage, name)
            if tables is not None and stage == "events":
                tables.tell(results.whole[stage])
        results.forget()
        if tables is not None:
            watch(Progress(phase="case.db"))
            tables.finish()
            with clock.of("case.db"):
                complete_tables(results, case_key=key, settings_digest=settings.digest())
    found = meta(case.database)
    keep = [(stage, name) for shard in shards for stage, name in shard.names.items()]
    case.records.sweep([*keep, ("events", events_name), ("assess", assess_name)])
    counts = {name.removeprefix("count_"): int(value) for name, value in found.items() if name.startswith("count_")}
    return Outcome(
        counts=counts,
        new_pages=new_pages,
        stages_run=stages_run,
        changed=changed,
        seconds=added(clock.seconds, *(report.seconds for report in reports)),
        memory={
            "parent": peak_memory(),
            "worker": max((report.memory for report in reports), default=0),
            "copy": results.crew.memory,
        },
    )
