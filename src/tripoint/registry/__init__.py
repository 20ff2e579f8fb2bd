"""The visible table of parts: eight kinds, one protocol each, built-ins by dotted name, and those of third parties."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache
from importlib.metadata import entry_points

from tripoint.errors import InputError
from tripoint.registry.builtin import BUILT_IN
from tripoint.registry.kinds import CHOSEN, KINDS, Part

__all__ = ["BUILT_IN", "CHOSEN", "GROUP", "KINDS", "Part", "part", "parts"]

GROUP = "tripoint.parts"
"""Entry-point group of third parties: each entry point is a `Part` or a function that returns one or several."""


@lru_cache(maxsize=1)
def parts() -> tuple[Part, ...]:
    """Return all parts, built-in first; raises InputError when two share a kind and a name."""
    found = (*BUILT_IN, *_third_parties())
    seen: set[tuple[str, str]] = set()
    for part in found:
        if part.kind not in KINDS:
            raise InputError(f"the part {part.name} is of the unknown kind {part.kind}; known: {', '.join(KINDS)}")
        if (part.kind, part.name) in seen:
            raise InputError(
                f"two parts are named {part.name} ({part.kind}); uninstall one of the packages that give it"
            )
        seen.add((part.kind, part.name))
    return found


def part(kind: str, name: str | None = None) -> Part:
    """Return the part of that kind and name, or the kind's default; raises InputError with names that come near.

    A name of the form `module:attribute` stands for that object itself, so that a part can be tried without a package.
    """
    if name is not None and ":" in name and kind in KINDS:
        return Part(kind=kind, name=name, target=name, needs="", gives="")
    of_kind = [row for row in parts() if row.kind == kind]
    if name is None:
        if not of_kind:
            raise InputError(f"there is no part of the kind {kind}; known kinds: {', '.join(KINDS)}")
        return of_kind[0]
    for row in of_kind:
        if row.name == name:
            return row
    names = [row.name for row in of_kind]
    near = get_close_matches(name, names, n=3) or names
    raise InputError(f"there is no {kind} named {name}; did you mean {' or '.join(near)}?")


def _third_parties() -> Iterator[Part]:
    for entry in entry_points(group=GROUP):
        given: Part | Iterable[Part] | Callable[[], Part | Iterable[Part]] = entry.load()
        if callable(given):
            given = given()
        yield from [given] if isinstance(given, Part) else given
