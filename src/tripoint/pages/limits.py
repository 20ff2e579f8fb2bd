"""How much of one page, and of one container of pages, is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Sizes in bytes. `page_bytes`: the largest page; `line_bytes`: the longest line of a JSON-lines table.

    `container_bytes`: the largest file that is read whole (a chat's export, a feed). An archive may unpack to
    `unpacked_ratio` times its own size, and to `unpacked_bytes` in any case; more is taken for a bomb. `members`: the
    most files that an archive may hold.

    Of the web: `fetch_seconds` for one request, `fetch_tries` where a server is busy or silent, `host_delay` seconds
    between two requests to one host (more where its robots.txt asks for it, up to `longest_wait`), `redirects` in a
    row. `allow_private` lets addresses lead into private networks and to this machine.
    `archive_root` is where the paths of a list of web archives lead on from ("": the list's own folder).
    """

    page_bytes: int = 20_000_000
    line_bytes: int = 40_000_000
    container_bytes: int = 500_000_000
    unpacked_bytes: int = 100_000_000
    unpacked_ratio: int = 200
    members: int = 500_000
    fetch_seconds: float = 30.0
    fetch_tries: int = 3
    host_delay: float = 2.0
    longest_wait: float = 60.0
    redirects: int = 5
    allow_private: bool = False
    archive_root: str = ""
