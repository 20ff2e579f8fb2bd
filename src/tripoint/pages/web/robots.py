"""robots.txt as RFC 9309 tells it: the longest rule that fits decides, and of two as long the one that allows."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote

AGENT = "tripoint"
"""The name by which a robots.txt may speak to us."""

_MOST = 512_000


@dataclass(frozen=True, slots=True)
class Robots:
    """What a site asks of us: (pattern, allowed) rules, and seconds between two requests (None: it does not say)."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float | None = None

    def allows(self, target: str) -> bool:
        """Whether the path (with its query) may be asked for."""
        if target == "/robots.txt":
            return True
        path = _same(target)
        fitting = [(len(pattern), allowed) for pattern, allowed in self.rules if _fits(pattern, path)]
        return max(fitting)[1] if fitting else True


CLOSED = Robots(rules=(("/", False),))
"""What holds where a robots.txt cannot be had because its server fails."""


def read(raw: bytes, *, agent: str = AGENT) -> Robots:
    """Return what a robots.txt asks of `agent`: of the groups that name it, else of those for everyone."""
    groups: dict[str, list[tuple[str, bool]]] = {}
    delays: dict[str, float] = {}
    names: list[str] = []
    open_group = False
    for line in raw[:_MOST].decode("utf-8", "replace").lstrip("\ufeff").splitlines():
        key, colon, told = line.partition("#")[0].partition(":")
        key, told = key.strip().lower(), told.strip()
        if not colon:
            continue
        if key == "user-agent":
            names = [*names, told.lower()] if open_group else [told.lower()]
            open_group = True
            groups.setdefault(told.lower(), [])
        elif key in ("allow", "disallow"):
            open_group = False
            for name in names if told else ():
                groups[name].append((_same(told), key == "allow"))
        elif key == "crawl-delay":
            open_group = False
            for name in names if told.replace(".", "", 1).isdecimal() else ():
                delays[name] = float(told)
    own = next((name for name in sorted(groups, key=len, reverse=True) if name and agent.startswith(name)), "*")
    return Robots(rules=tuple(groups.get(own, ())), delay=delays.get(own))


def _same(path: str) -> str:
    return quote(unquote(path), safe="/*$?=&:;,+!@()'~%|[]")


def _fits(pattern: str, path: str) -> bool:
    """`*` stands for anything, `$` for the end. Pieces are sought from the left, so time grows with the length only."""
    anchored = pattern.endswith("$")
    first, *pieces = (pattern[:-1] if anchored else pattern).split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, piece in enumerate(pieces):
        if anchored and number == len(pieces) - 1:
            return len(path) - len(piece) >= at and path.endswith(piece)
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not anchored or at == len(path)
