"""Watching folders and feeds: what comes is built into the case, a round at a time."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tripoint.config import Settings
from tripoint.errors import InputError, TripointError, UnreadablePage
from tripoint.model import Failure
from tripoint.run.arriving import NothingRead, limits_of
from tripoint.run.executors import Executor
from tripoint.run.outcome import Outcome
from tripoint.run.pipeline import build
from tripoint.store.case import Case

SETTLE_SECONDS = 2.0
"""A file that changed in the last so many seconds may still be written to."""

FEED_SECONDS = 300.0
"""How long a feed is left alone between two looks, however often folders are looked at."""

TRIES = 3
"""In how many rounds an address that cannot be had is asked for."""

UNFINISHED = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".swp", "~")
"""Ends of names under which programs write files before they give them their own."""

State = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What came of one look: what the build did (None: nothing new, or it could not be done), and what waits.

    `waiting` counts files that are still written to; `told` are sentences on what could not be taken, or not yet.
    """

    outcome: Outcome | None
    taken: int = 0
    waiting: int = 0
    seconds: float = 0.0
    told: tuple[str, ...] = ()


class Watching:
    """Looks at folders, files and feeds, and builds what is new or changed into the case.

    The first round takes all that is there. A file is taken once it rests: when its last change is some seconds old, or
    when two looks found the same. Pages that vanish stay in the case. Raises InputError for a path that is not there,
    CaseError for what is no case.
    """

    def __init__(self, case: Path, given: Sequence[str], *, settings: Settings, executor: Executor) -> None:
        from tripoint.pages.walk import expand
        from tripoint.pages.web.address import is_address

        if case.exists() and (case.is_file() or any(entry.name != ".lock" for entry in case.iterdir())):
            Case.open(case)
        self._case = case
        self._settings = settings
        self._executor = executor
        self._feeds = dict.fromkeys((one for one in given if is_address(one) and not Path(one).exists()), -FEED_SECONDS)
        self._paths = [one for one in given if one not in self._feeds]
        for path in self._paths:
            expand(path)
        self._taken: dict[str, State] = {}
        self._seen: dict[str, State] = {}
        self._addresses: set[str] = set()
        self._failed: Counter[str] = Counter()

    def round(self) -> Round:
        """Look once, and build when there is something new."""
        started = time.monotonic()
        ripe, waiting, told = self._look()
        links, more = self._ask_feeds()
        told += more
        if not ripe and not links:
            return Round(outcome=None, waiting=waiting, told=tuple(told), seconds=time.monotonic() - started)
        again = [path for path in self._failed if path not in ripe and path not in links and Path(path).exists()]
        outcome = None
        try:
            outcome = build(
                self._case, [*ripe, *links, *again], settings=self._settings, workers=1, executor=self._executor
            )
        except NothingRead as error:
            told.append(str(error))
            self._failed.update(ripe)
        except TripointError as error:  # another build holds the case, a file went away, the disk is full: next round
            told.append(str(error))
            ripe, links = {}, []
        self._taken |= ripe
        self._note(ripe, links, outcome)
        return Round(
            outcome=outcome,
            taken=len(ripe) + len(links),
            waiting=waiting,
            told=tuple(told),
            seconds=time.monotonic() - started,
        )

    def _look(self) -> tuple[dict[str, State], int, list[str]]:
        """Return the new or changed files that rest, how many do not rest yet, and what cannot be looked at."""
        from tripoint.pages.walk import expand, files
        from tripoint.pages.web.links import listed

        ripe: dict[str, State] = {}
        waiting, told = 0, []
        before, self._seen = self._seen, {}
        given: list[str] = []
        for path in self._paths:
            try:
                given += expand(path)
            except InputError as error:
                told.append(str(error))
        for found in files(given):
            if isinstance(found, Failure):
                if found.reason != "empty_folder":
                    told.append(found.detail)
                continue
            if found.lower().endswith(UNFINISHED):
                waiting += 1
                continue
            state = _state(found)
            if state is None or state == self._taken.get(found):
                continue
            self._seen[found] = state
            age = time.time() - state[1] / 1e9
            if state != before.get(found) and age < SETTLE_SECONDS:
                waiting += 1
            elif found not in self._paths and found.lower().endswith(".txt") and listed(found):
                self._taken[found] = state
                told.append(f"{found} is a list of addresses and was left out; give it to tripoint build by its name")
            else:
                ripe[found] = state
        return ripe, waiting, told

    def _ask_feeds(self) -> tuple[list[str], list[str]]:
        """Return the addresses of entries that were not asked for yet, and what went wrong."""
        from tripoint.pages import feeds
        from tripoint.pages.web.visits import visit

        now = time.monotonic()
        due = [feed for feed, last in self._feeds.items() if now - last >= FEED_SECONDS]
        if not due:
            return [], []
        links: list[str] = []
        told: list[str] = []
        limits = limits_of(self._settings)
        for one in visit(due, limits):
            self._feeds[one.given] = now
            try:
                if isinstance(one.answer, UnreadablePage):
                    raise one.answer
                links += feeds.addresses(one.answer.body, one.given, limits)
            except UnreadablePage as error:
                told.append(error.detail)
        return [link for link in dict.fromkeys(links) if link not in self._addresses], told

    def _note(self, ripe: dict[str, State], links: Sequence[str], outcome: Outcome | None) -> None:
        """Remember what was taken, and what could not be read and is to be tried again."""
        if outcome is None:
            return
        from tripoint.store.reading import CaseReader

        with CaseReader(self._case) as reader:
            failed = {row["source"] for row in reader.rows("SELECT source FROM failures WHERE step = 'pages'")}
        for path in ripe:
            if path in failed:
                self._failed[path] += 1
            else:
                self._failed.pop(path, None)
        for link in links:
            self._failed[link] += link in failed
            if link not in failed or self._failed[link] >= TRIES:
                self._addresses.add(link)
                self._failed.pop(link, None)


def _state(path: str) -> State | None:
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
