"""Page sources that read one format and refuse all other files: for runs in which nothing else may come in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tripoint.errors import UnreadablePage
from tripoint.model import Failure
from tripoint.pages import columns as columns_of
from tripoint.pages import formats, walk
from tripoint.pages import manifest as manifests
from tripoint.pages.limits import Limits
from tripoint.pages.record import Read, failed
from tripoint.pages.web import links as web

Source = Callable[..., Read]


def _only(name: str) -> Source:
    def read(
        paths: Sequence[str],
        *,
        manifest: Path | None = None,
        limits: Limits | None = None,
        columns: Mapping[str, str] | None = None,
        known: Callable[[str], bool] = lambda path: False,
    ) -> Read:
        """Yield the pages of the files of one format among `paths`; any other file is a Failure."""
        mapping = columns_of.checked(columns)
        told = manifests.EMPTY if manifest is None else manifests.load(manifest)
        given = [match for path in paths for match in walk.expand(path)]
        return _read(name, given, told, limits if limits is not None else Limits(), mapping, known)

    return read


def _read(
    name: str,
    given: list[str],
    told: manifests.Manifest,
    limits: Limits,
    columns: Mapping[str, str],
    known: Callable[[str], bool],
) -> Read:
    for path in walk.once(given, aside=told.path):
        if isinstance(path, Failure):
            yield path
            continue
        found = formats.format_of(path)
        if found is not None and found.name == name:
            if not known(path):
                yield from formats.pages(path, told, limits, columns)
        else:
            yield failed(path, UnreadablePage("unsupported", f"{path} is no {name}, and this run reads nothing else"))


tables = _only("table")
archives = _only("archive")
web_archives = _only("web archive")
feeds = _only("feed")
chats = _only("chat")
mail = _only("mail")


def links(
    paths: Sequence[str],
    *,
    manifest: Path | None = None,
    limits: Limits | None = None,
    columns: Mapping[str, str] | None = None,
    known: Callable[[str], bool] = lambda path: False,
) -> Read:
    """Yield the pages that web addresses and lists of them lead to; anything else among `paths` is a Failure."""
    wanted: list[str] = []
    for path in walk.once([match for given in paths for match in walk.expand(given)], aside=manifest):
        if isinstance(path, Failure):
            yield path
        elif web.leads_on(path):
            wanted.append(path)
        else:
            yield failed(
                path, UnreadablePage("unsupported", f"{path} is no list of web addresses, and only those count")
            )
    yield from web.read(web.given(wanted), limits if limits is not None else Limits())
