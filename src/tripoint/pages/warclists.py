"""Lists of web archives, as Common Crawl publishes them: a text file (.paths, .paths.gz) with one path a line.

The paths lead on from the setting `archive_root`, a folder or what `s3://`, `gs://` or `file://` names; where it is not
set, from the list's own folder. They never lead out of it. An archive is streamed, wherever it lies.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from tripoint.errors import UnreadablePage
from tripoint.pages import unpacking, warc
from tripoint.pages.limits import Limits
from tripoint.pages.manifest import Manifest
from tripoint.pages.record import Read, failed
from tripoint.pages.warcbytes import Purse

SUFFIXES = (".paths", ".paths.gz")

_LONGEST = 8192


def read(path: str, told: Manifest, limits: Limits) -> Read:
    """Yield the pages of every web archive that the list `path` names, in its order."""
    root = limits.archive_root or str(Path(path).parent)
    for line in _lines(path, limits):
        try:
            found = _archive(path, root, line)
            purse = Purse(found.name, max(limits.unpacked_bytes, found.size * limits.unpacked_ratio))
            yield from warc.pages(found.name, found.open, purse, limits, within="", facts=told.facts(Path(line)))
        except UnreadablePage as error:
            yield failed(f"{path}: {line}", error)
        except OSError as error:
            reason = (error.strerror or str(error)).splitlines()[0][:200]
            yield failed(f"{path}: {line}", UnreadablePage("unreadable", f"{root}/{line} cannot be read: {reason}"))


@dataclass(frozen=True, slots=True)
class _Archive:
    """A web archive: its name, its bytes, and what opens it anew."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]


def _archive(path: str, root: str, line: str) -> _Archive:
    inside = PurePosixPath(line)
    if inside.is_absolute() or ".." in inside.parts or "://" in line:
        told = f"{path} names {line}, which leads out of {root}; the paths of a list lead on from archive_root"
        raise UnreadablePage("unsafe_name", told)
    if not line.lower().endswith((".warc", ".warc.gz")):
        raise UnreadablePage("unsupported", f"{path} names {line}; expected the paths of .warc or .warc.gz files")
    if "://" not in root:
        local = Path(root) / line
        return _Archive(str(local), local.stat().st_size, lambda: local.open("rb"))
    place, top = _place(root)
    name = f"{top}/{line}"
    size = place.get_file_info(name).size
    if size is None:
        raise UnreadablePage(
            "unreadable", f"{root.rstrip('/')}/{line} is not there; check archive_root in the settings"
        )
    return _Archive(f"{root.rstrip('/')}/{line}", size, lambda: place.open_input_file(name))


def _place(root: str) -> tuple[Any, str]:
    import pyarrow as pa

    from tripoint.remote import file_system

    try:
        place, top = file_system(root)
    except (pa.ArrowInvalid, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise UnreadablePage(
            "unreadable", f"the setting archive_root is {root} ({reason}); give a folder, file://, s3:// or gs://"
        ) from error
    return place, top.rstrip("/")


def _lines(path: str, limits: Limits) -> Iterator[str]:
    """Yield the lines of the list that have something on them."""
    with Path(path).open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
        file.seek(0)
        inside: Any = gzip.GzipFile(fileobj=file) if packed else file
        stream = unpacking.Bounded(inside, name=path, most=limits.container_bytes)
        left = b""
        while piece := stream.read(_LONGEST):
            *whole, left = (left + piece).split(b"\n")
            yield from (line for one in whole if (line := one.decode("utf-8", "replace").strip()))
            if len(left) > _LONGEST:
                raise UnreadablePage("unsupported", f"{path} is no list of web archives: a line is too long")
        if last := left.decode("utf-8", "replace").strip():
            yield last
