"""A case on disk: its folders, its version, and the lock that keeps two builds apart."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tripoint.errors import CaseError
from tripoint.store.custody import Custody
from tripoint.store.replacing import replacing
from tripoint.store.secret import Secret
from tripoint.store.shelf import RecordShelf

FORMAT = 1
"""Version of the layout. A case of another one must be built again."""


class Case:
    """The folder of a case. Open an existing one with `Case.open`, make or reopen one with `Case.create`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.custody = Custody(path / "pages")
        self.records = RecordShelf(path / "records")
        self.database = path / "case.db"
        self.decisions = path / "decisions.db"
        self.proposals = path / "proposals.db"
        self.secret = Secret(path / "secret")

    @staticmethod
    def open(path: Path) -> Case:
        """Return the case at `path`; raises CaseError when there is none or it is of another version."""
        if not path.exists():
            raise CaseError(f"there is no case at {path}; make one with: tripoint build PAGES --case {path}")
        case = Case(path)
        case._check()
        return case

    @staticmethod
    def stands(path: Path) -> bool:
        """Whether there is a case at `path`, of whatever version."""
        return (path / "case.json").exists()

    @staticmethod
    def create(path: Path) -> Case:
        """Return the case at `path`, made when it is not there; refuses a folder that holds something else."""
        if path.is_file():
            raise CaseError(f"{path} is a file; a case is a folder: give another name")
        case = Case(path)
        if Case.stands(path):
            case._check()
            return case
        if path.exists() and any(entry.name != ".lock" for entry in path.iterdir()):
            raise CaseError(f"{path} exists and is not a case; give another name")
        try:
            path.mkdir(parents=True, exist_ok=True)
            with replacing(path / "case.json") as beside:
                beside.write_text(json.dumps({"tripoint_case": FORMAT}) + "\n", encoding="utf-8")
        except OSError as error:
            raise CaseError(
                f"cannot write the case {path}: {error.strerror}; give a folder you may write to"
            ) from error
        return case

    def _check(self) -> None:
        try:
            label = json.loads((self.path / "case.json").read_text(encoding="utf-8"))
            found = label["tripoint_case"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise CaseError(f"{self.path} is not a case; give the folder that tripoint build made") from error
        if found != FORMAT:
            raise CaseError(
                f"the case {self.path} is of version {found}, this tripoint reads version {FORMAT}; build it again"
            )

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the case for one build; raises CaseError when another build holds it. A killed build lets go."""
        with (self.path / ".lock").open("a+b") as file:
            _lock(file, self.path)
            _held.add(file)
            try:
                yield
            finally:
                _held.discard(file)


_held: set[IO[bytes]] = set()
"""The locks of this process. A copy of it lets go of them: it may outlive this one by a moment."""


def _let_go() -> None:
    for file in _held:
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, file.fileno())  # the number stays taken: whoever closes the file closes no other
        os.close(nothing)
    _held.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)


def _lock(file: IO[bytes], path: Path) -> None:
    try:
        import fcntl
    except ImportError:  # no fcntl, no lock: such systems keep the last build
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise CaseError(f"another build is at work on {path}; wait for it to end, or give another --case") from error
