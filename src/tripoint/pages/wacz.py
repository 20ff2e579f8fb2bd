"""Web archive collections (.wacz): a zip file of web archives, a list of pages, and a digest of each of its files."""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from tripoint.errors import UnreadablePage
from tripoint.pages import strictjson, unpacking, warc
from tripoint.pages.limits import Limits
from tripoint.pages.manifest import Manifest
from tripoint.pages.record import Read, failed
from tripoint.pages.warcbytes import Purse

_PACKAGE, _SEAL = "datapackage.json", "datapackage-digest.json"
_LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")
_ARCHIVES = (".warc", ".warc.gz")
_MOST = 50_000_000
_LINE = 1_000_000
_STEP = 1 << 16


def read(path: str, told: Manifest, limits: Limits) -> Read:
    """Yield the pages of the collection `path`: those of each of its web archives whose digest is what it says.
    `source` is `PATH#member=NAME&record=OFFSET`."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield from _collection(path, archive, told, limits)
    except UnreadablePage as error:
        yield failed(path, error)
    except (EOFError, OSError, ValueError, RuntimeError, zlib.error, zipfile.BadZipFile) as error:
        yield failed(path, unpacking.broken(path, error))


def _collection(path: str, archive: zipfile.ZipFile, told: Manifest, limits: Limits) -> Read:
    held = {entry.filename: entry for entry in archive.infolist()[: limits.members]}
    purse = Purse(path, unpacking.most(Path(path), limits))
    digests: dict[str, str] = {}
    try:
        digests = _digests(path, archive, held)
    except UnreadablePage as error:
        yield failed(f"{path}#member={_PACKAGE}", error)
    named = {name for name in digests if _web_archive(name)} | {name for name in held if _web_archive(name)}
    if not named:
        raise UnreadablePage("empty", f"{path} holds no web archive; expected some in its folder archive")
    titles: dict[str, str] = {}
    for name in _LISTS:
        if name in held and _whole(path, archive, name, digests, limits) is None:
            titles.update(_titles(archive, name, limits))
    for name in sorted(named):
        source = f"{path}#member={name}"
        if name not in held:
            yield failed(
                source, UnreadablePage("missing", f"{path} tells of {name}, but does not hold it; get it again")
            )
        elif (altered := _whole(path, archive, name, digests, limits)) is not None:
            yield failed(source, altered)
        else:
            opened = partial(archive.open, held[name])
            facts = told.facts(Path(path))
            yield from warc.pages(path, opened, purse, limits, within=f"member={name}&", facts=facts, titles=titles)


def _web_archive(name: str) -> bool:
    return name.startswith("archive/") and name.lower().endswith(_ARCHIVES)


def _digests(path: str, archive: zipfile.ZipFile, held: dict[str, zipfile.ZipInfo]) -> dict[str, str]:
    """The digest of each file by its name, as the collection tells them; raises where it tells none that hold."""
    if _PACKAGE not in held:
        raise UnreadablePage("unproven", f"{path} has no {_PACKAGE}, so that no digest proves its files; they are read")
    raw = _small(path, archive, _PACKAGE)
    try:
        package = strictjson.loads(raw.decode("utf-8"))
        found = {str(one["path"]): str(one["hash"]) for one in package["resources"] if one.get("hash")}
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError) as error:
        raise UnreadablePage("bad_json", f"{_PACKAGE} of {path} is no list of files with digests") from error
    if _SEAL in held:
        try:
            seal: Any = json.loads(_small(path, archive, _SEAL))
            sealed = str(seal["hash"])
        except (ValueError, RecursionError, KeyError, TypeError) as error:
            raise UnreadablePage("bad_json", f"{_SEAL} of {path} holds no digest") from error
        if sealed.startswith("sha256:") and sealed != f"sha256:{sha256(raw).hexdigest()}":
            raise UnreadablePage("altered", f"{_PACKAGE} of {path} is not what {_SEAL} says; get the collection again")
    return found


def _whole(
    path: str, archive: zipfile.ZipFile, name: str, digests: dict[str, str], limits: Limits
) -> UnreadablePage | None:
    """Why the file `name` is not what its digest says; None where it is, or where no digest by SHA-256 is told."""
    most, passed = unpacking.most(Path(path), limits), 0
    digest = sha256()
    try:
        with archive.open(name) as stream:
            while piece := stream.read(_STEP):
                passed += len(piece)
                if passed > most:
                    return unpacking.bomb(f"{name} in {path}", most)
                digest.update(piece)
    except (EOFError, OSError, RuntimeError, zlib.error, zipfile.BadZipFile, NotImplementedError) as error:
        return unpacking.broken(f"{name} in {path}", error)
    told = digests.get(name, "")
    if told.startswith("sha256:") and told.lower() != f"sha256:{digest.hexdigest()}":
        return UnreadablePage(
            "altered", f"{name} in {path} does not have the digest that {_PACKAGE} gives; get it again"
        )
    return None


def _small(path: str, archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as stream:
        raw = stream.read(_MOST + 1)
    if len(raw) > _MOST:
        raise UnreadablePage("too_large", f"{name} in {path} has more than {_MOST:,} bytes; expected a short list")
    return raw


def _titles(archive: zipfile.ZipFile, name: str, limits: Limits) -> Iterator[tuple[str, str]]:
    """The titles of pages by their address; a line that is none of those tells nothing."""
    count = 0
    with archive.open(name) as stream:
        while (line := stream.readline(_LINE)) and count < limits.members:
            count += 1
            try:
                told = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(told, dict) and isinstance(told.get("url"), str) and isinstance(told.get("title"), str):
                yield told["url"], told["title"]
