"""Shards: pages dealt into portions by the digest of their source, so that one page changes one portion only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from tripoint.model import Failure, Page

_DEEPEST = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """What a worker takes at a time. `names` are the folders of its stages, `parts` the chosen parts by kind.

    `careful` takes documents one by one, so that a crash points at one of them; `given_up` are records that
    crashed a worker or took too long: they become failures and are not tried again.
    """

    case: str
    prefix: str
    pages: tuple[Page, ...]
    names: dict[str, str]
    parts: dict[str, str]
    careful: bool = False
    given_up: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """Pages, by source, whose source's digest begins with the bits `prefix`."""

    prefix: str
    pages: tuple[Page, ...]


def deal(pages: Iterable[Page], *, shard_bytes: int) -> tuple[Portion, ...]:
    """Deal pages into portions of about `shard_bytes` raw bytes at most, in a fixed order.

    A portion that grows too large is split by the next bit of the digest, so the portions of all other pages stay
    as they are whatever is added, changed or taken away. A single page is never split.
    """
    portions: list[Portion] = []
    stack: list[tuple[str, list[tuple[str, Page]]]] = [("", [(_bits(page.source), page) for page in pages])]
    while stack:
        prefix, held = stack.pop()
        if not held:
            continue
        size = sum(page.size for _, page in held)
        if size <= shard_bytes or len(held) == 1 or len(prefix) == _DEEPEST:
            members = sorted((page for _, page in held), key=lambda page: (page.source, page.page_id))
            portions.append(Portion(prefix=prefix, pages=tuple(members)))
            continue
        depth = len(prefix)
        for bit in "10":
            stack.append((prefix + bit, [entry for entry in held if entry[0][depth] == bit]))
    return tuple(portions)


def _bits(source: str) -> str:
    number = int.from_bytes(sha256(source.encode("utf-8", "surrogatepass")).digest()[:8], "big")
    return f"{number:0{_DEEPEST}b}"
