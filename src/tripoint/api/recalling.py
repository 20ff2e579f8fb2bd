"""The vectors of a served case: made beside the answers, on one thread, when somebody first searches by meaning."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from tripoint.errors import TripointError
from tripoint.store import meaning

if TYPE_CHECKING:
    from tripoint.api.served import Opened

KINDS = ("claims", "documents")

_ONE_AT_A_TIME = Lock()
"""Cases wait for each other, so that one core at most is busy with vectors."""


@dataclass(slots=True, kw_only=True)
class Recall:
    """How far the vectors of one kind are: `done` of `of` texts; `ended` is set when there will be no more.

    `mark` is what nothing else has: what was found with these vectors is remembered under it.
    """

    words: meaning.Words | None = None
    done: int = 0
    of: int = 0
    problem: str | None = None
    ended: Event = field(default_factory=Event)
    mark: object = field(default_factory=object)


class Recalling:
    """The vectors of one case, for the version of it that was asked for last. Safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._opened: Opened | None = None
        self._states: dict[str, Recall] = {}

    def of(self, opened: Opened, what: str) -> Recall:
        """Return how far the vectors of `what` are; begins to make them, `what` first, when nobody has."""
        with self._lock:
            if self._opened is not opened:
                self._opened = opened
                self._states = {kind: Recall() for kind in KINDS}
                order = sorted(KINDS, key=lambda kind: kind != what)
                Thread(target=self._make, args=(opened, self._states, order), daemon=True).start()
            return self._states[what]

    def stop(self) -> None:
        """Make no more, or begin anew when somebody asks; what is made is kept."""
        with self._lock:
            self._opened = None

    def _make(self, opened: Opened, states: dict[str, Recall], order: list[str]) -> None:
        for what in order:
            state = states[what]

            def watch(done: int, of: int, state: Recall = state) -> bool:
                state.done, state.of = done, of
                return self._opened is opened

            try:
                with _ONE_AT_A_TIME, opened.reading() as reader:
                    state.words = meaning.words_of(reader, what)
                    meaning.make(self._path, what, reader, state.words, watch=watch)
            except TripointError as error:
                state.problem = str(error)
            except Exception as error:  # noqa: BLE001 (nobody waits for this thread; whoever searches is told)
                state.problem = f"vectors cannot be made: {error}"
            finally:
                state.ended.set()
