"""The register of actors: who exists, under which names, part of whom and when, and where that can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from tripoint.errors import ResourceError
from tripoint.resources.actor import Actor, Tie
from tripoint.resources.actorchecks import check_names, check_parents
from tripoint.resources.files import resource
from tripoint.resources.own import own_actors
from tripoint.resources.words import _Loader

__all__ = ["Actor", "Tie", "read_register", "register"]

KINDS = frozenset(
    "army militia umbrella armed_group coalition government ministry police border_force intelligence party "
    "international_body monitor agency aid person population".split()
)
"""What an actor may be."""
COMMANDING = frozenset({"commander", "leader", "head", "chief", "commander-in-chief"})
"""Offices by which a body is under a person's command."""

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?\Z")
_FIELDS = frozenset(
    "id name kind country aliases framing ambiguous parent since until parents offices led_by theatre role composed "
    "wikidata source".split()
)


class Register:
    """All actors by id, checked."""

    def __init__(self, actors: dict[str, Actor], files: dict[str, str]) -> None:
        self.actors = actors
        self.files = files
        self.by_role = {(a.country, a.role): a for a in actors.values() if a.role is not None}
        self.by_composed = {made: a for a in actors.values() for made in a.composed}
        self.coalitions = tuple(a for a in actors.values() if a.led_by is not None)

    def __iter__(self) -> Iterator[Actor]:
        return iter(self.actors.values())

    def __len__(self) -> int:
        return len(self.actors)

    def get(self, actor_id: str) -> Actor | None:
        """Return the actor with this id, or None."""
        return self.actors.get(actor_id)

    def commanded(self, actor_id: str) -> list[Actor]:
        """Return the bodies that the person with this id commands or leads now."""
        person = self.actors.get(actor_id)
        ties = [tie for tie in person.parents if tie.office in COMMANDING and tie.until is None] if person else []
        return [self.actors[tie.actor_id] for tie in ties if tie.actor_id in self.actors]


@lru_cache(maxsize=1)
def register() -> Register:
    """Return the register that is shipped, with the actors that the user added."""
    return read_register(resource("actors"), *own_actors())


def read_register(folder: Path, *more: Path) -> Register:
    """Read and check every `*.yaml` of `folder`, and `more` files; raise ResourceError naming file and wrong entry."""
    actors: dict[str, Actor] = {}
    files: dict[str, str] = {}
    for path in (*sorted(folder.glob("*.yaml")), *more):
        try:
            rows = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
        except OSError as error:
            raise ResourceError(f"cannot read {path}: {error.strerror}; give a YAML file") from error
        except (UnicodeDecodeError, yaml.YAMLError) as error:
            raise ResourceError(f"{path.name} is not YAML: {error}; mend the file") from error
        if rows is not None and not isinstance(rows, list):
            raise ResourceError(f"{path.name}: expected a list of actors, each with an `id`")
        for row in rows or ():
            actor = _actor(row, path.name)
            if actor.id in actors:
                raise ResourceError(f"{path.name}: {actor.id} stands already in {files[actor.id]}; merge the two")
            actors[actor.id] = actor
            files[actor.id] = path.name
    check_names(actors, files)
    check_parents(actors, files)
    return Register(actors, files)


def _actor(row: Any, file: str) -> Actor:
    if not isinstance(row, dict) or not isinstance(row.get("id"), str):
        raise ResourceError(f"{file}: expected an entry with an `id`, found {str(row)[:60]!r}")
    where = f"{file}: {row['id']}"
    unknown = set(row) - _FIELDS
    if unknown:
        raise ResourceError(f"{where}: unknown field {sorted(unknown)[0]!r}; expected one of {sorted(_FIELDS)}")
    for field in ("name", "kind", "source"):
        if not row.get(field):
            raise ResourceError(f"{where}: `{field}` is missing (write `source: unverified` where nobody checked)")
    if row["kind"] not in KINDS:
        raise ResourceError(f"{where}: {row['kind']!r} is no kind of actor; expected one of {sorted(KINDS)}")
    if row.get("wikidata") is not None and not re.fullmatch(r"Q\d+", str(row["wikidata"])):
        raise ResourceError(f"{where}: wikidata {row['wikidata']!r} should look like Q42")
    return Actor(
        id=row["id"],
        name=str(row["name"]),
        kind=row["kind"],
        country=row.get("country"),
        aliases=_strings(row.get("aliases")),
        framing=_strings(row.get("framing")),
        ambiguous=_strings(row.get("ambiguous")),
        parents=tuple(_ties(row, where)),
        theatre=_strings(row.get("theatre")),
        led_by=row.get("led_by"),
        role=row.get("role"),
        composed=_strings(row.get("composed")),
        wikidata=row.get("wikidata"),
        source=str(row["source"]),
    )


def _strings(values: Any) -> tuple[str, ...]:
    return tuple(str(value) for value in values or ())


def _ties(row: dict[str, Any], where: str) -> Iterator[Tie]:
    rows = list(row.get("parents") or ()) + list(row.get("offices") or ())
    if row.get("parent") is not None:
        rows.insert(0, {"id": row["parent"], "since": row.get("since"), "until": row.get("until")})
    for tie in rows:
        since, until = (None if tie.get(side) is None else str(tie[side]) for side in ("since", "until"))
        for date in (since, until):
            if date is not None and not _DATE.fullmatch(date):
                raise ResourceError(f"{where}: {date!r} is no date; write 2016, 2016-11 or 2016-11-26")
        if since is not None and until is not None and since[: len(until)] > until:
            raise ResourceError(f"{where}: a bond ends ({until}) before it begins ({since})")
        yield Tie(actor_id=tie["id"], since=since, until=until, office=tie.get("office"))
