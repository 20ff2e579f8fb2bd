"""Captures: which pages of a source stand side by side, which gave way to newer ones, and when each was seen again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tripoint.model import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A page that stands in the case. `again`: later times at which its source gave the same bytes."""

    page: Page
    again: tuple[str, ...] = ()


def standing(entered: Iterable[Page]) -> tuple[Capture, ...]:
    """Return the pages that stand, by source and time of capture, of all that were `entered`, in their order.

    Two captures of one source at two times that are told both stand. Where no time is told the newest counts: a file
    that changed was put right. A fetched page whose bytes are the same again is the same capture, seen once more.
    """
    held: dict[str, dict[str, Capture]] = {}
    for page in entered:
        found = held.setdefault(page.source, {})
        known = found.get(page.sha256)
        if known is not None:
            found[page.sha256] = _again(known, page)
            continue
        for sha256, other in list(found.items()):
            if page.captured_at is None or other.page.captured_at in (None, page.captured_at):
                del found[sha256]
        found[page.sha256] = Capture(page=page)
    every = (capture for found in held.values() for capture in found.values())
    return tuple(sorted(every, key=lambda one: (one.page.source, one.page.captured_at or "", one.page.sha256)))


def fetched(page: Page) -> bool:
    """Return whether the page was got from its address by this program, at a time of its own."""
    return page.origin.startswith("fetched")


def _again(known: Capture, page: Page) -> Capture:
    """The newest facts count, but for the time of a fetched page: the first is when it was there at the latest."""
    if not fetched(page) or page.captured_at is None or known.page.captured_at is None:
        return Capture(page=page)
    first, *later = sorted({known.page.captured_at, *known.again, page.captured_at})
    return Capture(page=replace(page, captured_at=first), again=tuple(later))
