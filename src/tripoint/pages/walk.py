"""The files among what was given: paths, patterns, and folders down to their last file."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from tripoint.errors import InputError, UnreadablePage
from tripoint.model import Failure
from tripoint.pages.record import failed
from tripoint.pages.web.address import is_address


def expand(path: str) -> list[str]:
    """Return `path` (also a web address), or the files that it is a pattern of, in order; raises InputError when there
    are none."""
    if os.path.lexists(path) or is_address(path):
        return [path]
    if glob.has_magic(path):
        found = glob.iglob(path, recursive=True)  # noqa: PTH207 - the pattern as given, absolute or not
        matches = sorted(match for match in found if not Path(match).name.startswith("."))
        if matches:
            return matches
        raise InputError(f"nothing matches {path}; expected a file, a folder or a pattern that matches some")
    if "://" in path:
        raise InputError(f"{path} is no address that is fetched; expected one that begins with http:// or https://")
    raise InputError(f"{path} does not exist; expected a text or HTML file, a folder, a pattern or a table of pages")


def once(given: list[str], *, aside: Path | None = None) -> Iterator[str | Failure]:
    """Yield each file among what was given once, without the file `aside`. A name that is no text is a Failure."""
    seen: set[str] = set()
    left_out = None if aside is None else str(aside.resolve())
    for path in files(given):
        if isinstance(path, Failure):
            yield path
            continue
        if path in seen or (left_out is not None and str(Path(path).resolve()) == left_out):
            continue
        seen.add(path)
        try:
            path.encode()
        except UnicodeEncodeError:
            shown = os.fsencode(path).decode("utf-8", "replace")
            yield failed(shown, UnreadablePage("odd_name", f"the name of {shown} is not valid text; rename the file"))
        else:
            yield path


def files(given: list[str]) -> Iterator[str | Failure]:
    """Depth first, names sorted, without recursion: nesting has no limit, and a link back to a parent is a Failure."""
    stack: list[tuple[str, frozenset[tuple[int, int]]]] = [(path, frozenset()) for path in reversed(given)]
    while stack:
        path, parents = stack.pop()
        if is_address(path) and not parents and not os.path.lexists(path):
            yield path
            continue
        try:
            state = os.stat(path)  # noqa: PTH116 - a path of pathlib for each of a million files takes as long again
        except OSError as error:
            yield failed(path, UnreadablePage("unreadable", f"{path} cannot be read: {error.strerror or error}"))
            continue
        if not stat.S_ISDIR(state.st_mode):
            if stat.S_ISREG(state.st_mode):
                yield path
            else:
                yield failed(path, _no_file(path))
            continue
        key = (state.st_dev, state.st_ino)
        if key in parents:
            told = f"{path} is a link to a folder that holds it; its pages are read once"
            yield failed(path, UnreadablePage("link_loop", told))
            continue
        try:
            names = sorted(name for name in os.listdir(path) if not name.startswith("."))  # noqa: PTH208 - likewise
        except OSError as error:
            told = f"the folder {path} cannot be read: {error.strerror or error}"
            yield failed(path, UnreadablePage("unreadable", told))
            continue
        if not names and not parents:
            told = f"the folder {path} holds no pages; expected text, HTML or tables"
            yield failed(path, UnreadablePage("empty_folder", told))
        inside = parents | {key}
        stack.extend((os.path.join(path, name), inside) for name in reversed(names))  # noqa: PTH118 - as given, "./" kept


def _no_file(path: str) -> UnreadablePage:
    return UnreadablePage("not_a_file", f"{path} is not a regular file; expected text, HTML or a table")
