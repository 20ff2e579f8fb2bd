"""How the event-location benchmark reads a place: of several the most specific, by its bare name.

A step of that evaluation only. A claim keeps every place it tells, with its role; the benchmark marks one as a rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tripoint.evals.spans import Stretch
from tripoint.model import PlaceSlot
from tripoint.resources.claims import words
from tripoint.resources.words import place_types
from tripoint.syntax import Token

CONTAINER_OF = {
    "country": frozenset({"site", "town", "district", "province", "area"}),
    "province": frozenset({"site", "town"}),
    "area": frozenset({"site", "town"}),
}
"""Precision of a place -> those of a place beside it that make it a mere container of that one."""
LOCATING = frozenset({"near", "between"})
"""Roles that only say where another place lies, with all that end in `_of` (*north_of*)."""


def read_places(slots: Iterable[PlaceSlot], tokens: Sequence[Token]) -> list[Stretch]:
    """Return the bare names of the most specific of `slots`, in reading order."""
    return sorted({bare((slot.start, slot.end), tokens) for slot in _specific(_there(list(slots)))})


def _there(slots: list[PlaceSlot]) -> list[PlaceSlot]:
    """Without what only locates, where an act is told to be *at* a place."""
    if not any(slot.role == "at" for slot in slots):
        return slots
    return [slot for slot in slots if slot.role not in LOCATING and not slot.role.endswith("_of")]


def _specific(slots: list[PlaceSlot]) -> list[PlaceSlot]:
    """Without containers of one that is beside them; a place in another country is in no container."""
    return [slot for slot in slots if not any(_holds(slot, other) for other in slots)]


def _holds(slot: PlaceSlot, other: PlaceSlot) -> bool:
    countries = {slot.place.country, other.place.country} - {None}
    return other.place.precision in CONTAINER_OF.get(slot.place.precision, frozenset()) and len(countries) < 2


def bare(span: Stretch, tokens: Sequence[Token]) -> Stretch:
    """Return `span` without the direction and type words at its ends (*southern Baghdad*, *the city of Kirkuk*).

    A word with a capital belongs to the name (*West Bank*, *Erbil Governorate*); a span of such words only stays.
    """
    inside = [tok for tok in tokens if span[0] <= tok.start and tok.end <= span[1]]
    named = [tok for tok in inside if not (tok.text.islower() and _beside(tok))]
    return (named[0].start, named[-1].end) if named else span


def _beside(tok: Token) -> bool:
    """Whether the word stands beside names: direction, type of place, or what joins these to a name."""
    listed = words()
    return (
        tok.lower in listed["directions"]
        or tok.lower in listed["directions_adjective"]
        or tok.lower in place_types()
        or tok.lower in {"central", "the", "of"}
    )
