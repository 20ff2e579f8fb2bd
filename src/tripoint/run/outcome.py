"""What a build tells: how far it is, and what it came to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a build is: in `phase`, `done` of `total` pages (total 0: not known)."""

    phase: str
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a build came to. `stages_run` counts stages of shards; `new_pages` those the case did not hold yet.

    `guesses` says of each table, in words, which column was taken for what. `seconds` are processor seconds by step, of
    all processes together; `memory` the most bytes that one process of a kind held, 0 where there was none: the
    `parent`, a `worker` on pages, a `copy` of the parent that links, which shares a part of it.
    """

    counts: dict[str, int]
    new_pages: int
    stages_run: int
    changed: bool
    guesses: tuple[str, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
    memory: Mapping[str, int] = field(default_factory=dict)
