"""An entry of the register of actors."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A bond to another actor while it held: `since`, `until` are ISO years, months or days, None = open.

    `office` names what a person is there (*commander*); None for a body that is part of another.
    """

    actor_id: str
    since: str | None
    until: str | None
    office: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One entry of the register.

    `framing`: loaded names that map to it; `ambiguous`: names that it shares with others; `theatre`: countries in
    which it acts besides its own; `led_by`: the country that leads a coalition; `role`: what it is for its country
    (`army` makes *Iraqi troops* resolve to it); `composed`: ids of the names composed for it without a list
    (`actor:iq-pmf/45th-brigade`).
    """

    id: str
    name: str
    kind: str
    country: str | None
    aliases: tuple[str, ...]
    framing: tuple[str, ...]
    ambiguous: tuple[str, ...]
    parents: tuple[Tie, ...]
    theatre: tuple[str, ...]
    led_by: str | None
    role: str | None
    composed: tuple[str, ...]
    wikidata: str | None
    source: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, canonical first."""
        return (self.name, *self.aliases, *self.framing, *self.ambiguous)
