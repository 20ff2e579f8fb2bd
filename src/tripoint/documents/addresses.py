"""Addresses of pages as they are compared, and what looks at them brought besides captures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

from tripoint.model import Found, Page, Sighting

_TRACKING = re.compile(r"(?:utm_.*|fbclid|gclid|igshid|mc_[ce]id|yclid|at_(?:medium|campaign).*|ref_src|cmpid)\Z", re.I)
"""Parameters of an address that say where a reader came from, not what the page is."""


def address(url: str) -> str:
    """Return `url` as it is compared: without scheme, `www.`, fragment, tracking and a slash at the end."""
    try:
        split = urlsplit(url.strip())
        host = (split.hostname or "").removeprefix("www.")
        port = f":{split.port}" if split.port not in (None, 80, 443) else ""
    except ValueError:
        return url.strip()
    query = urlencode([(k, v) for k, v in parse_qsl(split.query, keep_blank_values=True) if not _TRACKING.match(k)])
    return f"{host}{port}{split.path.rstrip('/')}" + (f"?{query}" if query else "")


class Looks:
    """The looks at addresses that brought nothing new: by page as they are told, and by address as they were seen."""

    def __init__(self, again: Mapping[str, tuple[str, ...]], sightings: Iterable[Sighting]) -> None:
        self._again = again
        self._seen: dict[str, list[Sighting]] = defaultdict(list)
        for one in sightings:
            self._seen[address(one.url)].append(one)

    def any_of(self, url: str, pages: Iterable[Page]) -> bool:
        """Whether an address, captured as `pages`, was looked at besides."""
        return any(self._again.get(page.page_id) for page in pages) or any(
            (page.captured_at or "") < one.at for page in pages for one in self._seen.get(url, ())
        )

    def beside(self, url: str, listed: Sequence[Page]) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
        """Return for each capture of an address, oldest first, when it was found as it was, and when it was not there.

        A sighting belongs to the last capture before it; one that tells which capture it is the same as, to that one.
        """
        times = [page.captured_at or "" for page in listed]
        again = [set(self._again.get(page.page_id, ())) for page in listed]
        absent: list[set[str]] = [set() for _ in listed]
        for one in self._seen.get(url, ()):
            place = bisect_left(times, one.at) - 1
            if one.before in times:
                place = times.index(one.before)
            if place >= 0:
                (again if one.found is Found.SAME else absent)[place].add(one.at)
        return [tuple(sorted(told)) for told in again], [tuple(sorted(told)) for told in absent]
