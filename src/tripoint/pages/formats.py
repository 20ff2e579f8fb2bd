"""The formats in which pages come, by the end of a file's name: a literal table. What no row knows is a page itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tripoint.errors import InputError, UnreadablePage
from tripoint.model import Page
from tripoint.pages import archives, feeds, mail, rows, table, telegram, unpacking, wacz, warc, warclists
from tripoint.pages.limits import Limits
from tripoint.pages.manifest import Manifest
from tripoint.pages.record import Read, failed, page
from tripoint.pages.sniff import media_type


@dataclass(frozen=True, slots=True)
class Format:
    """A way in which pages come: its name, the ends of file names it goes by, and what reads such a file."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, Manifest, Limits], Read]


def _packed(path: str, told: Manifest, limits: Limits) -> Read:
    raw = unpacking.unpacked(Path(path), limits)
    yield page(path, raw, origin="file", limits=limits, facts=told.facts(Path(path)), name=path[: -len(".gz")])


def _markup(path: str, told: Manifest, limits: Limits) -> Read:
    """An .xml file is a feed, unless it begins like a page."""
    with Path(path).open("rb") as stream:
        head = stream.read(4096)
    if b"<html" in head.lower() and media_type(path, head) == "text/html":
        yield file(path, told, limits)
    else:
        yield from feeds.read(path, told, limits)


FORMATS: tuple[Format, ...] = (
    Format("table", table.SUFFIXES, rows.read),
    Format("web archive", (".warc", ".warc.gz"), warc.read),
    Format("web archive", (".wacz",), wacz.read),
    Format("list of web archives", warclists.SUFFIXES, warclists.read),
    Format("archive", (".zip",), archives.read_zip),
    Format("archive", (".tar", ".tar.gz", ".tgz"), archives.read_tar),
    Format("packed page", (".gz",), _packed),
    Format("feed", (".xml", ".rss", ".atom"), _markup),
    Format("chat", (".json",), telegram.read),
    Format("mail", (".eml",), mail.read_message),
    Format("mail", (".mbox", ".mbx"), mail.read_mailbox),
)
"""The first row whose end a name has reads the file."""


def format_of(path: str) -> Format | None:
    """Return the format that the name of a file tells, None for a page."""
    small = path.lower()
    return next((one for one in FORMATS if small.endswith(one.suffixes)), None)


def pages(path: str, told: Manifest, limits: Limits, columns: Mapping[str, str]) -> Read:
    """Yield the pages of one file, in whatever format; what cannot be read is a Failure. `columns` is for tables."""
    known = format_of(path)
    try:
        if known is None:
            yield file(path, told, limits)
        elif known.name == "table":
            yield from rows.read(path, told, limits, columns=columns)
        else:
            yield from known.read(path, told, limits)
    except UnreadablePage as error:
        yield failed(path, error)
    except OSError as error:
        yield failed(path, UnreadablePage("unreadable", f"{path} cannot be read: {error.strerror or error}"))
    except (MemoryError, InputError):
        raise
    except Exception as error:  # noqa: BLE001 - a defect on one file must not cost the others
        told_of = f"{type(error).__name__}: {error}"[:200]
        yield failed(
            path, UnreadablePage("reader_error", f"{path} met a defect of tripoint ({told_of}); please report it")
        )


def file(path: str, told: Manifest, limits: Limits) -> tuple[Page, bytes]:
    """Return the one page that the file `path` is. Raises UnreadablePage."""
    with open(path, "rb") as stream:  # noqa: PTH123 - the path as given, also when pathlib would tidy it
        raw = stream.read(limits.page_bytes + 1)
    return page(path, raw, origin="file", limits=limits, facts=told.facts(Path(path)))
