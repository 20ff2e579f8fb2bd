"""What a register must not hold: one name of two actors, a parent that no file defines or that is its own child."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from tripoint.errors import ResourceError
from tripoint.names import loose_key, strict_key

if TYPE_CHECKING:
    from tripoint.resources.actor import Actor, Tie

_STATE = re.compile(r"actor:[a-z]{2}\Z")


def check_names(actors: dict[str, Actor], files: dict[str, str]) -> None:
    """Raise ResourceError where two actors have one name."""
    seen: dict[str, Actor] = {}
    for actor in actors.values():
        for name in (actor.name, *actor.aliases, *actor.framing):
            key = strict_key(name)
            other = seen.setdefault(key, actor)
            if other.id != actor.id:
                raise ResourceError(
                    f"{files[actor.id]}: {actor.id} and {other.id} ({files[other.id]}) are both called {name!r}; "
                    f"put it under `ambiguous` in both"
                )
    for actor in actors.values():
        for name in actor.ambiguous:
            other = seen.get(strict_key(name), actor)
            shared = {strict_key(one) for one in other.ambiguous}
            if other.id != actor.id and strict_key(name) not in shared:
                raise ResourceError(
                    f"{files[actor.id]}: {name!r} is ambiguous in {actor.id} but an alias of {other.id}; "
                    f"put it under `ambiguous` in both"
                )


def check_parents(actors: dict[str, Actor], files: dict[str, str]) -> None:
    """Raise ResourceError where a parent is missing or a circle closes."""
    for actor in actors.values():
        for tie in actor.parents:
            if tie.actor_id not in actors and not _STATE.fullmatch(tie.actor_id):
                raise ResourceError(f"{files[actor.id]}: {actor.id} hangs on {tie.actor_id}, which no file defines")
    done: set[str] = set()
    for start in actors:
        path: list[str] = []
        _walk(start, actors, files, path, done)


def doubts(actors: dict[str, Actor], files: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield (file, id, sentence) for what is allowed in a register and yet may be wrong."""
    spelled: dict[str, Actor] = {}
    for actor in actors.values():
        for name in (actor.name, *actor.aliases):
            other = spelled.setdefault(loose_key(name), actor)
            if other.id != actor.id and len(loose_key(name)) > 4:
                yield files[actor.id], actor.id, f"{name!r} may be a spelling of a name of {other.id}"
        if actor.source == "unverified":
            yield files[actor.id], actor.id, "its facts are unverified"
        for tie, other_tie in combinations(actor.parents, 2):
            if tie.actor_id == other_tie.actor_id and tie.office == other_tie.office and _overlap(tie, other_tie):
                yield files[actor.id], actor.id, f"it hangs on {tie.actor_id} twice at one time"
        short = [name for name in (*actor.aliases, *actor.framing) if len(name) < 3 and not name.isupper()]
        if short:
            yield files[actor.id], actor.id, f"{short[0]!r} is too short to name anybody"


def _overlap(a: Tie, b: Tie) -> bool:
    return (a.since or "") <= (b.until or "9999") and (b.since or "") <= (a.until or "9999")


def _walk(at: str, actors: dict[str, Actor], files: dict[str, str], path: list[str], done: set[str]) -> None:
    if at in path:
        raise ResourceError(
            f"{files[at]}: {at} is its own parent by way of {' > '.join([*path[path.index(at) :], at])}"
        )
    if at in done:
        return
    path.append(at)
    for tie in actors[at].parents:
        if tie.office is None and tie.actor_id in actors:
            _walk(tie.actor_id, actors, files, path, done)
    path.pop()
    done.add(at)
