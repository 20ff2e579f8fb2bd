"""How much of one page is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Sizes in bytes. `page_bytes`: the largest page; `line_bytes`: the longest line of a JSON-lines table."""

    page_bytes: int = 20_000_000
    line_bytes: int = 40_000_000
