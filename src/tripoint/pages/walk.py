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
    there, left_out = (None, None) if aside is None else (_lies(str(aside)), str(aside.resolve()))
    for path in files(given):
        if isinstance(path, Failure):
            yield path
            continue
        if path in seen:
            continue
        if left_out is not None and _lies(path) == there and str(Path(path).resolve()) == left_out:
            continue  # links are followed last of all: it takes ten times as long
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
    stack: list[tuple[str, bool, frozenset[tuple[int, int]]]] = [(path, False, frozenset()) for path in reversed(given)]
    while stack:
        path, plain, parents = stack.pop()
        if plain or (not parents and is_address(path) and not os.path.lexists(path)):
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
            within = _within(path)
        except OSError as error:
            told = f"the folder {path} cannot be read: {error.strerror or error}"
            yield failed(path, UnreadablePage("unreadable", told))
            continue
        if not within and not parents:
            told = f"the folder {path} holds no pages; expected text, HTML or tables"
            yield failed(path, UnreadablePage("empty_folder", told))
        inside = parents | {key}
        start = os.path.join(path, "")  # noqa: PTH118 - as given, "./" kept
        stack.extend((start + name, within[name], inside) for name in sorted(within, reverse=True))


def _within(folder: str) -> dict[str, bool]:
    """Return the names in a folder that are not hidden, and of each whether it surely is a plain file.

    The folder itself tells of nearly all what they are, so of a million files none is looked at. Links, pipes and
    what it tells nothing of are no sure files, nor is anything in a folder that may be listed and not be entered.
    """
    with os.scandir(folder) as entries:
        found = {entry.name: _plain(entry) for entry in entries if not entry.name.startswith(".")}
    return found if _lies(os.path.join(folder, ".")) is not None else dict.fromkeys(found, False)  # noqa: PTH118


def _plain(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file(follow_symlinks=False)
    except OSError:  # the folder does not tell, and who looks is refused: that is told of this file alone
        return False


def _lies(path: str) -> tuple[int, int] | None:
    """Return the disk and the number of what lies at `path`, None where nothing can be looked at."""
    try:
        found = os.stat(path)  # noqa: PTH116 - as above
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _no_file(path: str) -> UnreadablePage:
    return UnreadablePage("not_a_file", f"{path} is not a regular file; expected text, HTML or a table")
