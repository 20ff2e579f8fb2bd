"""`tripoint watch`: pages that come are built into the case as they come."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from datetime import datetime
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from tripoint.cli.terminal import safe
from tripoint.errors import InputError, TripointError

if TYPE_CHECKING:
    from tripoint.run.watching import Round


def watch(
    given: Annotated[
        list[str],
        typer.Argument(metavar="FOLDER|FEED...", help="Folders, files, or addresses of feeds.", show_default=False),
    ],
    case: Annotated[
        Path, typer.Option("--case", metavar="NAME.case", help="Folder of the case, made when it is not there.")
    ],
    every: Annotated[float, typer.Option("--every", metavar="SECONDS", help="Time between two looks.")] = 30.0,
    once: Annotated[bool, typer.Option("--once", help="Take what is there now, and end.")] = False,
    workers: Annotated[
        int | None, typer.Option("--workers", help="Processes to use; as many as cores, two at most, when not told.")
    ] = None,
    settings: Annotated[Path | None, typer.Option("--settings", help="TOML file of settings.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a round.")] = False,
) -> None:
    """Build new and changed pages into a case as they come. Ctrl-C ends it; the case is whole at any moment.

    Files that are still written to are waited for. Feeds are asked every five minutes at most, and their entries read
    from the pages they lead to. A case may be read, served and decided on meanwhile.
    """
    from tripoint import config
    from tripoint.run.executors.local import LocalExecutor
    from tripoint.run.watching import SETTLE_SECONDS, Watching

    if not every > 0:
        raise InputError(f"--every is {every:g}; expected more than 0 seconds")
    read = config.load(settings)
    asked: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, partial(_end, os.getpid(), asked))
    executor = LocalExecutor(workers=config.workers(workers), page_seconds=read.page_seconds, lasting=True)
    watching = Watching(case, given, settings=read, executor=executor)
    if not once and not as_json:
        print(f"watching {', '.join(map(safe, given))} for {case}; Ctrl-C ends it", file=sys.stderr, flush=True)
    told: tuple[str, ...] = ()
    try:
        while not asked:
            found = watching.round()
            _tell(found, as_json=as_json, before=told)
            told = found.told
            if asked or (once and not found.waiting):
                break
            time.sleep(SETTLE_SECONDS if found.waiting else every)
    except KeyboardInterrupt:
        pass
    finally:
        executor.end()
    if asked:
        whole = "the case is whole" if (case / "case.db").exists() else "there is no case yet"
        print(f"ended; {whole}, what is not in it yet comes next time", file=sys.stderr)
    if once and told and not (case / "case.db").exists():
        raise TripointError(told[-1])


def _end(watching: int, asked: list[int], number: int, frame: FrameType | None) -> None:
    """End the watch, and note that it was asked to: what is raised while Python lets go of something comes to nothing.

    A worker that was asked too, as all of a group are, goes without a word.
    """
    if os.getpid() != watching:
        os._exit(128 + number)
    asked.append(number)
    raise KeyboardInterrupt


def _tell(found: Round, *, as_json: bool, before: tuple[str, ...]) -> None:
    """Write what a round came to; a round without news says nothing, and what was said is not said again."""
    new = [sentence for sentence in found.told if sentence not in before]
    if found.outcome is None and not new:
        return
    at = datetime.now().astimezone().isoformat(timespec="seconds")
    if as_json:
        counts = None if found.outcome is None else dict(found.outcome.counts)
        pages = 0 if found.outcome is None else found.outcome.new_pages
        said = {
            "at": at,
            "taken": found.taken,
            "new_pages": pages,
            "waiting": found.waiting,
            "seconds": round(found.seconds, 2),
            "counts": counts,
            "told": new,
        }
        print(json.dumps(said, ensure_ascii=False), flush=True)
        return
    for sentence in new:
        print(f"{at[11:19]} {safe(sentence)}", file=sys.stderr, flush=True)
    if found.outcome is not None and (found.outcome.new_pages or found.outcome.changed):
        words = ("pages", "articles", "claims", "events", "contradictions", "failures")
        counted = ", ".join(f"{found.outcome.counts.get(word, 0):,} {word}" for word in words)
        waits = f"; {found.waiting} still written to" if found.waiting else ""
        line = f"{at[11:19]} {found.outcome.new_pages:,} new in {found.seconds:.1f} s; now {counted}{waits}"
        print(line, flush=True)
