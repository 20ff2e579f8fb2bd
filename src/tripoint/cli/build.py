"""`tripoint build`: pages in, a case out."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tripoint.cli.progress import listener
from tripoint.cli.terminal import number_of, safe, write_table
from tripoint.errors import InputError

if TYPE_CHECKING:
    from tripoint.run.executors import Executor
    from tripoint.run.outcome import Outcome


class Where(StrEnum):
    """Where the work of a build is done."""

    LOCAL = "local"
    RAY = "ray"


def build(
    case: Annotated[
        Path, typer.Option("--case", metavar="NAME.case", help="Folder of the case, made when it is not there.")
    ],
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH...",
            help="Files, folders, globs, tables of pages, or web addresses; none to build the case's own pages again.",
            show_default=False,
        ),
    ] = None,
    manifest: Annotated[
        Path | None, typer.Option("--manifest", help="CSV that gives url, outlet, captured_at, published per file.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option("--workers", help="Processes to use; as many as cores, two at most, when not told.")
    ] = None,
    settings: Annotated[Path | None, typer.Option("--settings", help="TOML file of settings.")] = None,
    mapping: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FACT=COLUMN", help="Which column of a table is what: text=body, url=link, ..."),
    ] = None,
    secret: Annotated[
        Path | None, typer.Option("--secret", help="The secret of another case, for pseudonyms equal to that one's.")
    ] = None,
    memory: Annotated[
        str | None,
        typer.Option("--memory", metavar="SIZE", help="Memory for all processes together, such as 1500MB or 2GB."),
    ] = None,
    executor: Annotated[
        Where, typer.Option("--executor", help="Where the work is done: on this machine, or on a Ray cluster.")
    ] = Where.LOCAL,
    address: Annotated[
        str | None,
        typer.Option(
            "--address", metavar="HOST:PORT", help="Head of the Ray cluster; one on this machine if not told."
        ),
    ] = None,
    store: Annotated[
        str | None,
        typer.Option(
            "--store", metavar="URI", help="file://, s3:// or gs://, where machines do not share the case's path."
        ),
    ] = None,
    profile: Annotated[bool, typer.Option("--profile", help="Say at the end where the processor's time went.")] = False,
    calls: Annotated[
        Path | None,
        typer.Option("--profile-calls", metavar="FILE", help="Write what each function took, for pstats; one worker."),
    ] = None,
) -> None:
    """Turn pages into a case. Only what is not built yet is done; pages of earlier builds stay in the case.

    Without pages, the case is built again from those it holds, so that what was decided counts.
    """
    from tripoint import config
    from tripoint.run import pipeline

    read = config.load(settings)
    number = config.workers(workers)
    how = chosen(executor, workers=number, page_seconds=read.page_seconds, memory=memory, address=address, store=store)
    started = time.monotonic()
    if calls is not None and (number != 1 or memory is not None or executor is not Where.LOCAL):
        raise InputError("--profile-calls sees one process only; give --workers 1 with it, and no --memory")
    with listener() as watch, _counted(calls):
        if paths:
            outcome = pipeline.build(
                case,
                paths,
                settings=read,
                manifest=manifest,
                columns=_columns(mapping or ()),
                secret=secret,
                workers=number,
                executor=how,
                watch=watch,
            )
        elif manifest is not None or mapping or secret is not None:
            raise InputError("--manifest, --map and --secret go with pages; give the pages too")
        else:
            outcome = pipeline.rebuild(case, settings=read, workers=number, executor=how, watch=watch)
    for guess in outcome.guesses:
        print(safe(guess))
    print(_summary(outcome, case, time.monotonic() - started))
    if profile:
        _profile(outcome)
    if calls is not None:
        print(f"what each function took: python -m pstats {calls}")


def chosen(
    where: Where, *, workers: int, page_seconds: float, memory: str | None, address: str | None, store: str | None
) -> Executor:
    """Return the executor that the options ask for."""
    from tripoint import config

    if where is Where.RAY:
        from tripoint.run.executors.ray import RayExecutor

        if memory is not None:
            raise InputError(
                "--memory bounds a build on this machine; a cluster is bounded where its nodes are started"
            )
        return RayExecutor(address=address, workers=workers, page_seconds=page_seconds, store=store)
    if address is not None or store is not None:
        raise InputError("--address and --store are for a cluster; give --executor ray with them")
    from tripoint.run.executors.local import LocalExecutor

    most = None if memory is None else config.size(memory)
    return LocalExecutor(workers=workers, page_seconds=page_seconds, memory=most)


@contextmanager
def _counted(calls: Path | None) -> Iterator[None]:
    """Write what each function took inside the block into the file `calls`."""
    if calls is None:
        yield
        return
    import cProfile

    counts = cProfile.Profile()
    try:
        with counts:
            yield
    finally:
        try:
            counts.dump_stats(calls)
        except OSError as error:
            raise InputError(f"cannot write {calls}: {error.strerror}; give a file you may write") from error


def _columns(told: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in told:
        fact, equals, column = entry.partition("=")
        if not equals or not fact or not column:
            raise InputError(f"--map is {entry}; expected FACT=COLUMN, such as text=body")
        found[fact] = column
    return found


def _profile(outcome: Outcome) -> None:
    """Write a table of processor seconds by step, the longest first, and the most memory of a process."""
    whole = sum(outcome.seconds.values())
    rows = [
        {"step": step, "seconds": round(seconds, 2), "share": f"{seconds / whole:.1%}" if whole else ""}
        for step, seconds in sorted(outcome.seconds.items(), key=lambda pair: -pair[1])
    ]
    write_table(rows, as_json=False)
    held = ", ".join(f"{kind} {most / 1e6:,.0f} MB" for kind, most in outcome.memory.items() if most)
    print(f"{whole:.1f} processor seconds in all; the most memory of a process: {held}")


def _summary(outcome: Outcome, case: Path, seconds: float) -> str:
    counts = outcome.counts
    pages = number_of(counts.get("pages", 0), "page")
    if not outcome.changed and outcome.stages_run == 0:
        return f"{case}: nothing changed: {pages}, 0 stages run"
    said = ", ".join(number_of(counts.get(f"{word}s", 0), word) for word in ("article", "comment", "claim"))
    found = (
        f"{number_of(counts.get('events', 0), 'event')}, {number_of(counts.get('contradictions', 0), 'contradiction')}"
    )
    failures = counts.get("failures", 0)
    lines = [
        f"{case}: {pages} ({outcome.new_pages} new) with {said}",
        f"{found}, {number_of(failures, 'failure')}; {number_of(outcome.stages_run, 'stage')} run in {seconds:.1f} s",
    ]
    if failures:
        lines.append(f"what failed and why: tripoint show {case} failures")
    return "\n".join(lines)
