"""Page sources that read one format and refuse all other files: for runs in which nothing else may come in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from tripoint.errors import UnreadablePage
from tripoint.model import Failure
from tripoint.pages import formats, walk
from tripoint.pages import manifest as manifests
from tripoint.pages.limits import Limits
from tripoint.pages.record import Read, failed

Source = Callable[..., Read]


def _only(name: str) -> Source:
    def read(paths: Sequence[str], *, manifest: Path | None = None, limits: Limits | None = None) -> Read:
        """Yield the pages of the files of one format among `paths`; any other file is a Failure."""
        told = manifests.EMPTY if manifest is None else manifests.load(manifest)
        given = [match for path in paths for match in walk.expand(path)]
        return _read(name, given, told, limits if limits is not None else Limits())

    return read


def _read(name: str, given: list[str], told: manifests.Manifest, limits: Limits) -> Read:
    for path in walk.files(given):
        if isinstance(path, Failure):
            yield path
            continue
        known = formats.format_of(path)
        try:
            if known is None or known.name != name:
                raise UnreadablePage("unsupported", f"{path} is no {name}, and this run reads nothing else")
            yield from known.read(path, told, limits)
        except UnreadablePage as error:
            yield failed(path, error)
        except OSError as error:
            yield failed(path, UnreadablePage("unreadable", f"{path} cannot be read: {error.strerror or error}"))


tables = _only("table")
archives = _only("archive")
web_archives = _only("web archive")
feeds = _only("feed")
chats = _only("chat")
mail = _only("mail")
