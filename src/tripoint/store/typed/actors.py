"""Parties and speakers as they are typed: whom the register knows by that id or name, else the name."""

from __future__ import annotations

from tripoint.errors import InputError
from tripoint.model import Claim, Party, Speaker
from tripoint.names import strict_key
from tripoint.resources.actors import Actor, register
from tripoint.resources.countries import by_key
from tripoint.store.reading import CaseReader
from tripoint.store.typed.lists import pieces


def parties(words: str, claim: Claim, reader: CaseReader) -> list[Party]:
    """Return parties by the register, else countries, else names alone."""
    return [_party(piece) for piece in pieces(words)]


def _party(name: str) -> Party:
    actor = _actor(name)
    if actor is not None:
        return Party(
            name=actor.name, actor_id=actor.id, text=name, start=0, end=0, kind=actor.kind, country=actor.country
        )
    code = by_key().get(strict_key(name))
    return Party(
        name=name, actor_id=None, text=name, start=0, end=0, kind=None if code is None else "country", country=code
    )


def speakers(words: str, claim: Claim, reader: CaseReader) -> list[Speaker]:
    """Return speakers by the register, else names alone; `unnamed:` before what they are called."""
    found: list[Speaker] = []
    for name in pieces(words):
        actor = _actor(name)
        kind = "body" if actor is not None and actor.kind != "person" else "person"
        if name.startswith("unnamed:"):
            kind = "unnamed"
        known = (name, None) if actor is None else (actor.name, actor.id)
        found.append(Speaker(name=known[0], actor_id=known[1], kind=kind, cue="", start=0, end=0))
    return found


def _actor(name: str) -> Actor | None:
    """Return whom the register knows by that id or name; raises InputError where that may be several."""
    exact = register().get(name)
    if exact is not None:
        return exact
    key = strict_key(name)
    for loaded in (False, True):
        found = [actor for actor in register() if key in map(strict_key, _names(actor, loaded=loaded))]
        if len(found) > 1:
            some = ", ".join(f"{actor.id} ({actor.name})" for actor in found[:6])
            raise InputError(f"{name} may be several: {some}; give one of these ids")
        if found:
            return found[0]
    return None


def _names(actor: Actor, *, loaded: bool) -> tuple[str, ...]:
    return (*actor.framing, *actor.ambiguous) if loaded else (actor.name, *actor.aliases)
