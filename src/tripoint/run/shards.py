"""Shards: pages dealt into portions in the order of their intake, so that what comes later leaves the others alone."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tripoint.model import Failure, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """What a worker takes at a time. `names` are the folders of its stages, `parts` the chosen parts by kind.

    `careful` takes documents one by one, so that a crash points at one of them; `given_up` are records that
    crashed a worker or took too long: they become failures and are not tried again.
    """

    case: str
    number: int
    pages: tuple[Page, ...]
    names: dict[str, str]
    parts: dict[str, str]
    careful: bool = False
    given_up: tuple[Failure, ...] = ()

    @property
    def weight(self) -> int:
        """The bytes of text that it is counted with."""
        return sum(map(weight, self.pages))


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """Pages that came one after the other, by source; `number` counts portions from the first intake on."""

    number: int
    pages: tuple[Page, ...]


MARKUP = 4
"""A page of HTML tells about as many words as plain text of a quarter of its bytes."""

TAIL = 2
"""Portions at the end of an intake."""


def weight(page: Page) -> int:
    """Return the bytes of text that a page is counted with."""
    return page.size // MARKUP if page.media_type == "text/html" else page.size


def deal(
    taken_in: Iterable[Page], standing: Iterable[Page], *, shard_bytes: int, intakes: Sequence[int] = ()
) -> tuple[Portion, ...]:
    """Deal the pages that are `standing` into portions of about `shard_bytes` of text at most.

    `taken_in` are all pages that ever came, in the order in which they came: it only ever grows at its end, and
    `intakes` tell how many were there when some intakes began. Pages that stand no longer keep their room, so what
    comes later changes the last portion, makes new ones, and leaves all others as they are. An intake that fills a
    portion leaves the last one alone too, since what is in it need not be read again, and the `TAIL` of it is dealt
    into halves of a portion: who is done waits less long for who is not. A single page is never split.
    """
    left = {page.page_id: page for page in standing}
    dealt: list[list[Page]] = [[]]
    came: dict[str, tuple[int, Page]] = {}
    for place, page in enumerate(taken_in):
        came.setdefault(page.page_id, (bisect_right(intakes, place), page))
    brought = Counter[int]()
    for intake, page in came.values():
        brought[intake] += weight(page)
    to_come = brought.copy()
    size = last = 0
    for intake, page in came.values():
        apart = intake > 0 and brought[intake] >= shard_bytes
        most = shard_bytes // 2 if apart and to_come[intake] <= TAIL * shard_bytes else shard_bytes
        if size and ((apart and intake != last) or size + weight(page) > most):
            dealt.append([])
            size = 0
        last = intake
        to_come[intake] -= weight(page)
        size += weight(page)
        if page.page_id in left:
            dealt[-1].append(left[page.page_id])
    return tuple(
        Portion(number=number, pages=tuple(sorted(pages, key=lambda page: (page.source, page.page_id))))
        for number, pages in enumerate(dealt)
        if pages
    )
