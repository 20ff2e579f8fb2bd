"""Lists of web addresses: a text file in which every line with something on it is one, or addresses given as such."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from tripoint.errors import UnreadablePage
from tripoint.model import Found
from tripoint.pages.limits import Limits
from tripoint.pages.record import Read, failed, page, sighting
from tripoint.pages.web.address import is_address
from tripoint.pages.web.request import Answer
from tripoint.pages.web.visits import visit

_MEDIA = {"text/html": "text/html", "application/xhtml+xml": "text/html", "text/plain": "text/plain"}
_LISTS = (".txt", ".text", ".lst", ".list", ".urls", "")
_LONGEST = 8192


def leads_on(path: str) -> bool:
    """Whether `path` is a web address or a text file (.txt, or without such an end) that lists some."""
    if is_address(path):
        return True
    return Path(path).suffix.lower() in _LISTS and listed(path)


def listed(path: str) -> bool:
    """Whether the text file `path` is a list of addresses: it is read up to its first line that is none."""
    any_found = False
    try:
        with Path(path).open("rb") as stream:
            while line := stream.readline(_LONGEST):
                told = _line(line)
                if told and not is_address(told):
                    return False
                any_found = any_found or bool(told)
    except OSError:
        return False
    return any_found


def of(path: str) -> list[str]:
    """Return the addresses of the list `path`, in its order."""
    with Path(path).open("rb") as stream:
        return [told for line in stream if (told := _line(line))]


def read(given: Iterable[tuple[str, str]], limits: Limits) -> Read:
    """Fetch addresses, each given with where it stands (`given`, or the list's name), and yield their pages. `source`
    is the address as given, `url` the one that answered at last, `captured_at` now."""
    stands: dict[str, str] = {}
    for url, stand in given:
        stands.setdefault(url, stand)
    for one in visit(stands, limits):
        try:
            if isinstance(one.answer, UnreadablePage):
                raise one.answer
            media = _media(one.given, one.answer)
            yield page(
                one.given,
                one.answer.body,
                origin=_origin(stands[one.given]),
                limits=limits,
                facts={"url": one.final, "captured_at": one.at},
                media=media,
                charset=one.answer.charset,
            )
        except UnreadablePage as error:
            if error.reason == "gone":
                seen = sighting(one.given, one.final, one.at, Found.ABSENT, origin=_origin(stands[one.given]))
                yield from () if seen is None else (seen,)
            yield failed(one.given, error)


def _origin(stand: str) -> str:
    return f"fetched ({stand})" if stand else "fetched"


def given(paths: Iterable[str]) -> list[tuple[str, str]]:
    """Return the addresses among `paths` and in the lists among them, each with the list it stands in."""
    return list(chain.from_iterable(_each(path) for path in paths))


def _each(path: str) -> Iterable[tuple[str, str]]:
    if is_address(path):
        return [(path, "")]
    return [(url, f"listed in {path}") for url in of(path)]


def _media(source: str, answer: Answer) -> str | None:
    """None where the server does not say what it sent: the bytes decide."""
    if not answer.media:
        return None
    if answer.media not in _MEDIA:
        raise UnreadablePage("unsupported", f"{source} is {answer.media}; expected a page of text or HTML")
    return _MEDIA[answer.media]


def _line(line: bytes) -> str:
    return line.decode("utf-8", "replace").lstrip("\ufeff").strip()
