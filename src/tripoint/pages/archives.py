"""Archives of pages: zip files and tar files, also packed with gzip. Nothing is written to disk; one level only."""

from __future__ import annotations

import gzip
import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from tripoint.errors import UnreadablePage
from tripoint.pages import unpacking
from tripoint.pages.limits import Limits
from tripoint.pages.manifest import Manifest
from tripoint.pages.record import Read, failed, page

Member = tuple[str, bytes | UnreadablePage]
"""The name of a file inside an archive, and its bytes or why there are none."""

_DAMAGE = (
    *(EOFError, OSError, zlib.error, lzma.LZMAError, tarfile.TarError, zipfile.BadZipFile, ValueError),
    NotImplementedError,  # what zipfile says of a version it does not know, as of a broken number
)
_PACKED = (".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".7z", ".rar", ".zst", ".warc", ".wacz")
_OTHER = (".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".parquet", ".xml", ".rss", ".atom", ".eml", ".mbox")


def read_zip(path: str, told: Manifest, limits: Limits) -> Read:
    """Yield the pages of a zip file, by name. `source` is `PATH#member=NAME`."""
    yield from _pages(path, told, limits, _zipped(Path(path), limits))


def read_tar(path: str, told: Manifest, limits: Limits) -> Read:
    """Yield the pages of a tar file (.tar, .tar.gz, .tgz) in the order in which it holds them."""
    yield from _pages(path, told, limits, _tarred(Path(path), limits))


def _pages(path: str, told: Manifest, limits: Limits, members: Iterator[Member]) -> Read:
    common = told.facts(Path(path))
    count = 0
    try:
        for name, raw in members:
            source = f"{path}#member={name}"
            count += 1
            try:
                if count > limits.members:
                    raise UnreadablePage("bomb", f"{path} holds more than {limits.members:,} files; split it")
                if isinstance(raw, UnreadablePage):
                    raise raw
                facts = {**common, **told.facts(Path(name))}
                yield page(source, raw, origin="member", limits=limits, facts=facts, name=name)
            except UnreadablePage as error:
                yield failed(source if error.reason != "bomb" else path, error)
                if error.reason == "bomb":
                    return
    except UnreadablePage as error:
        yield failed(path, error)
    except _DAMAGE as error:
        yield failed(path, unpacking.broken(path, error))
    else:
        if not count:
            yield failed(path, UnreadablePage("empty", f"{path} holds no pages; expected text or HTML files in it"))


def _refused(path: Path, name: str) -> UnreadablePage | None:
    """Why the file `name` is not read: a way out of the archive, an archive inside it, another kind of container."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if name.startswith(("/", "\\")) or ".." in parts or (parts and parts[0].endswith(":")) or "\x00" in name:
        return UnreadablePage("unsafe_name", f"{path} names a file outside itself ({name!r}); it was left out")
    small = name.lower()
    if small.endswith(_PACKED):
        return UnreadablePage("archive", f"{name} in {path} is an archive in an archive; unpack the outer one first")
    if small.endswith(_OTHER):
        return UnreadablePage("unsupported", f"{name} in {path} is no page but a table or feed; unpack it and give it")
    return None


def _hidden(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part.startswith(".") and part != ".." for part in parts) or "__MACOSX" in parts


def _zipped(path: Path, limits: Limits) -> Iterator[Member]:
    most, passed = unpacking.most(path, limits), 0
    with zipfile.ZipFile(path) as archive:
        for entry in sorted(archive.infolist(), key=lambda one: one.filename):
            name = entry.filename
            if not name or entry.is_dir() or _hidden(name):
                continue
            refused = _refused(path, name)
            if refused is None and entry.flag_bits & 1:
                refused = UnreadablePage("encrypted", f"{name} in {path} is locked by a password; unpack it first")
            if refused is None and stat.S_ISLNK(entry.external_attr >> 16):
                refused = UnreadablePage("not_a_file", f"{name} in {path} is a link; it was left out")
            if refused is not None:
                yield name, refused
                continue
            try:
                with archive.open(entry) as stream:
                    raw = stream.read(limits.page_bytes + 1)
            except _DAMAGE as error:
                yield name, unpacking.broken(f"{name} in {path}", error)
                continue
            passed += len(raw)
            if passed > most:
                raise unpacking.bomb(str(path), most)
            yield name, raw


def _tarred(path: Path, limits: Limits) -> Iterator[Member]:
    packed = not path.name.lower().endswith(".tar")
    with gzip.open(path) if packed else path.open("rb") as inner:
        stream = unpacking.Bounded(inner, name=str(path), most=unpacking.most(path, limits))  # type: ignore[arg-type]
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for entry in archive:
                name = entry.name
                if entry.isdir() or _hidden(name):
                    continue
                refused = _refused(path, name)
                if refused is None and not entry.isreg():
                    refused = UnreadablePage("not_a_file", f"{name} in {path} is a link or a device; it was left out")
                held = archive.extractfile(entry) if refused is None else None
                yield name, held.read(limits.page_bytes + 1) if held is not None else refused or b""
