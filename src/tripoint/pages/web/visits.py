"""Visits to web addresses, one at a time: each host rests between two requests, and longer when it says it is busy."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from tripoint.errors import UnreadablePage
from tripoint.pages.limits import Limits
from tripoint.pages.web import robots
from tripoint.pages.web.address import Address, joined, parse, resolve
from tripoint.pages.web.request import Answer, ask

_BUSY = frozenset({429, 500, 502, 503, 504})
_GONE = frozenset({404, 410})
_MOVED = frozenset({301, 302, 303, 307, 308})
_AGAIN = frozenset({"timeout", "unreachable"})
_GIVEN_UP = 5


@dataclass(frozen=True, slots=True)
class Visit:
    """An address as given, and the answer with the address that gave it at last; or why there is none."""

    given: str
    answer: Answer | UnreadablePage
    final: str
    at: str


@dataclass(slots=True)
class _Task:
    given: str
    address: Address
    hops: int = 0
    tries: int = 0


@dataclass(slots=True)
class _Host:
    """One host's line of tasks. It is asked again at `ready` at the earliest; `failed` counts failures in a row."""

    tasks: deque[_Task] = field(default_factory=deque)
    ready: float = 0.0
    pause: float = 0.0
    failed: int = 0


class _Wait(Exception):
    """The server is busy: try the task again, after so many seconds where it says how many."""

    def __init__(self, error: UnreadablePage, seconds: float | None = None) -> None:
        super().__init__(error.detail)
        self.error, self.seconds = error, seconds


def visit(urls: Iterable[str], limits: Limits) -> Iterator[Visit]:
    """Yield a visit for each address, hosts in turn; an address given twice is visited once."""
    round_ = _Round(limits)
    for url in dict.fromkeys(urls):
        try:
            round_.enter(_Task(url, parse(url)))
        except UnreadablePage as error:
            yield Visit(url, error, url, _now())
    while True:
        done = round_.step()
        if done is None:
            return
        yield from done


class _Round:
    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.hosts: dict[str, _Host] = {}
        self.asked: dict[tuple[str, str, int], robots.Robots] = {}

    def enter(self, task: _Task, *, first: bool = False) -> None:
        host = self.hosts.setdefault(task.address.host, _Host(pause=self.limits.host_delay))
        host.tasks.appendleft(task) if first else host.tasks.append(task)

    def step(self) -> list[Visit] | None:
        """Do the next request that may be made; the visits it ended (none where it is to be tried again)."""
        waiting = [host for host in self.hosts.values() if host.tasks]
        if not waiting:
            return None
        host = min(waiting, key=lambda one: one.ready)
        time.sleep(max(0.0, host.ready - time.monotonic()))
        task = host.tasks.popleft()
        try:
            answer = self._answer(task, host)
        except _Wait as wait:
            return self._later(task, host, wait)
        except UnreadablePage as error:
            return [Visit(task.given, error, task.address.url, _now())]
        host.failed = 0
        return [] if answer is None else [Visit(task.given, answer, task.address.url, _now())]

    def _answer(self, task: _Task, host: _Host) -> Answer | None:
        """The answer to one request; None where it led elsewhere, which is entered."""
        asked = self._robots(task.address, host)
        if asked.delay is not None and asked.delay > self.limits.longest_wait:
            raise UnreadablePage("robots", f"{task.address.host} wants {asked.delay:g} seconds between two requests")
        host.pause = max(self.limits.host_delay, asked.delay or 0.0)
        if not asked.allows(task.address.target):
            raise UnreadablePage(
                "robots", f"{task.address.url} is closed to programs by its site's robots.txt; save it by hand"
            )
        time.sleep(max(0.0, host.ready - time.monotonic()))
        answer = self._ask(task.address, host, most=self.limits.page_bytes)
        if answer.status in _MOVED and answer.location is not None:
            if task.hops >= self.limits.redirects:
                raise UnreadablePage("redirects", f"{task.given} leads on more than {self.limits.redirects} times")
            moved = joined(task.address, answer.location)
            self.enter(_Task(task.given, moved, hops=task.hops + 1), first=True)
            return None
        if answer.status in _GONE:
            raise UnreadablePage("gone", f"{task.address.url} is not there: it was answered with {answer.status}")
        if answer.status != 200:
            told = UnreadablePage(
                "http_status", f"{task.address.url} was answered with {answer.status}, not with a page"
            )
            if answer.status in _BUSY:
                raise _Wait(told, _seconds(answer.retry_after))
            raise told
        return answer

    def _ask(self, address: Address, host: _Host, *, most: int) -> Answer:
        numbers = resolve(address, allow_private=self.limits.allow_private)
        try:
            return ask(address, numbers, seconds=self.limits.fetch_seconds, most=most)
        except UnreadablePage as error:
            if error.reason in _AGAIN:
                raise _Wait(error) from error
            raise
        finally:
            host.ready = time.monotonic() + host.pause

    def _robots(self, address: Address, host: _Host) -> robots.Robots:
        """A site without a robots.txt is open; one whose robots.txt fails is closed, as RFC 9309 has it."""
        known = self.asked.get(address.site)
        if known is not None:
            return known
        at = joined(address, "/robots.txt")
        for _ in range(self.limits.redirects + 1):
            try:
                answer = self._ask(at, host, most=self.limits.page_bytes)
            except UnreadablePage as error:
                if error.reason != "too_large":
                    raise
                answer = Answer(status=503, media="", body=b"")
            if answer.status not in _MOVED or answer.location is None:
                break
            at = joined(at, answer.location)
        if answer.status in _BUSY:
            raise _Wait(
                UnreadablePage(
                    "robots", f"the robots.txt of {address.host} cannot be had ({answer.status}); try later"
                ),
                _seconds(answer.retry_after),
            )
        found = robots.read(answer.body) if answer.status == 200 else robots.Robots()
        self.asked[address.site] = robots.CLOSED if answer.status >= 500 else found
        return self.asked[address.site]

    def _later(self, task: _Task, host: _Host, wait: _Wait) -> list[Visit]:
        """Put the task back with a longer rest; end it after its last try, its host's others after five such."""
        task.tries += 1
        rest = wait.seconds if wait.seconds is not None else max(host.pause, 0.01) * 2**task.tries
        if task.tries < self.limits.fetch_tries and rest <= self.limits.longest_wait:
            host.ready = max(host.ready, time.monotonic() + rest)
            host.tasks.appendleft(task)
            return []
        host.failed += 1
        ended = [Visit(task.given, wait.error, task.address.url, _now())]
        if host.failed >= _GIVEN_UP:
            told = f"{task.address.host} failed {host.failed} times in a row; its other pages were not asked for"
            left = UnreadablePage("unreachable", told)
            ended += [Visit(one.given, left, one.address.url, _now()) for one in host.tasks]
            host.tasks.clear()
        return ended


def _seconds(told: str | None) -> float | None:
    """How long a server asks to wait: seconds, or until a date."""
    if told is None:
        return None
    if told.strip().isdecimal():
        return float(told)
    try:
        return max(0.0, (parsedate_to_datetime(told) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
