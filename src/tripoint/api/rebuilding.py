"""A build that the server starts: in a process of its own, which tells how far it is."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import deque
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from tripoint.api.problems import Problem

_COMMAND = "from tripoint.api.rebuilding import main; main()"


class Rebuilding:
    """The build of one case that this server started last. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[str] | None = None
        self._at: dict[str, Any] | None = None
        self.problem: str | None = None
        self.ended = 0

    def progress(self) -> dict[str, Any] | None:
        """Return stage, pages done and pages in all; None when no build is at work."""
        with self._lock:
            return self._at

    def start(self, case: Path, settings: Path | None) -> None:
        """Start a build; raises Problem when one is at work."""
        words = [sys.executable, "-c", _COMMAND, str(case), *([] if settings is None else [str(settings)])]
        with self._lock:
            if self._at is not None:
                raise Problem(409, "a build of this case is at work", hint="wait for its end", code="building")
            self._at, self.problem = {"stage": "starting", "done": 0, "of": 0}, None
            try:
                self._process = subprocess.Popen(
                    words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
                )
            except OSError as error:
                self._at = None
                raise Problem(500, f"the build cannot be started: {error.strerror}", code="build_failed") from error
            Thread(target=self._listen, args=(self._process,), daemon=True).start()

    def stop(self) -> None:
        """End a build that is at work; what it built is kept."""
        with self._lock:
            process = self._process
        if process is not None and process.poll() is None:
            process.terminate()

    def _listen(self, process: subprocess.Popen[str]) -> None:
        last: deque[str] = deque(maxlen=1)
        drain = Thread(target=lambda: last.extend(process.stderr or ()), daemon=True)
        drain.start()
        problem = None
        for line in process.stdout or ():
            told = json.loads(line)
            if "problem" in told:
                problem = told["problem"]
            else:
                with self._lock:
                    self._at = told
        code = process.wait()
        drain.join(timeout=5)
        with self._lock:
            self._at = None
            self.ended += 1
            if code != 0:
                self.problem = problem or f"the build ended with {code}: {last[0].strip() if last else 'no word'}"


def main() -> None:
    """Build the case that the command line names again, and tell of it in lines of JSON."""
    from tripoint import config
    from tripoint.errors import TripointError
    from tripoint.run.outcome import Progress
    from tripoint.run.pipeline import rebuild

    def tell(**told: object) -> None:
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()

    def watch(at: Progress) -> None:
        tell(stage=at.phase, done=at.done, of=at.total)

    case, *settings = sys.argv[1:]
    try:
        read = config.load(Path(settings[0]) if settings else None)
        rebuild(Path(case), settings=read, workers=config.workers(None), watch=watch)
    except TripointError as error:
        tell(problem=str(error))
        sys.exit(error.exit_code)
