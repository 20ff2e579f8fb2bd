"""Event labels in plain words: what is claimed, by how many origins; never that it is so."""

from __future__ import annotations

from collections.abc import Sequence

from tripoint.comparison import parties, times
from tripoint.comparison.places import HELD_ROLES
from tripoint.events.phrases import LOSSES, NOWHERE, PHRASES, WOUNDED, Phrase
from tripoint.model import AmountSlot, Party, PlaceValue, TimeValue
from tripoint.text import fold

UNNAMED = "a place not named"
"""What stands where a verb or a noun cannot do without its place."""
AREAS = frozenset({"province", "country", "area"})
"""Precisions of places that things happen in, not at, and that one act does not hit as a whole."""
PRONOUNS = frozenset(
    {"it", "they", "them", "he", "him", "she", "her", "this", "that", "these", "those", "who", "whom", "which"}
    | {"some", "others", "we", "us", "you", "i", "itself", "themselves"}
)
"""Words that name nobody outside their text."""
BOUNDS = frozenset(
    {"at least", "more than", "over", "about", "around", "some", "nearly", "almost", "up to", "as many as", "roughly"}
    | {"no more than", "no fewer than", "fewer than", "less than", "approximately"}
)
"""Words that a number in figures may follow; *dozens* and *several* are numbers of their own."""
LEFT_OVER = frozenset({"other", "others", "more", "another"})
"""Units that count those left over from a number told before."""
PEOPLE = frozenset({"person", "population"})
"""Kinds of parties that are people, not a side."""
MOST = 4
"""Parties that a label names; of more, one fewer and the number of the others."""


def label(
    type_: str,
    *,
    agents: tuple[Party, ...],
    others: tuple[Party, ...],
    place: PlaceValue | None,
    role: str,
    status: str | None,
    time: TimeValue | None,
    standing: str,
    origins: int,
    amounts: Sequence[AmountSlot] = (),
) -> str:
    """Return a line such as `Garrison captured Old Ford, 3 March 2015 (2 origins)`.

    `standing` is empty for what is told as a fact, else `planned`, `denied`, `disputed`, ...: it opens the line, and
    the act is a noun. `role` is how the place stands to the act: `north_of` is told as such. A verb that lacks what it
    needs gives way to its noun, or says that the place is not named.
    """
    acting = _named(agents)
    mine = parties.keys(agents)
    met = [party for party in others if parties.key(party) not in mine]
    phrase = _phrase(type_, met, amounts)
    target = (_counted(amounts, met) if type_ == "kill" else "") or _named(met)
    near = "" if role in HELD_ROLES else role.replace("_", " ")
    if type_ == "status" and status:
        where = UNNAMED if place is None else place.name
        pieces = [f"a place {near} {where}" if near else "passage" if place is None else where, status]
    elif acting and not standing and _can_act(phrase, target, place, near):
        pieces = [acting, *_behind_verb(phrase, target, place, near)]
    else:
        pieces = _noun(type_, phrase, acting, target, place, near)
    words = " ".join(piece for piece in pieces if piece)
    words = words[:1].upper() + words[1:]
    if phrase is LOSSES:
        lost = _lost(amounts)
        words += f": {lost}" if lost else ""
    bound = time is None or (time.inferred and time.start is None)  # that it was told by a day is no date of its own
    dated = "" if time is None or bound or not (time.start or time.end) else f", {times.in_words(time.start, time.end)}"
    return f"{f'{standing.capitalize()}: ' if standing else ''}{words}{dated} ({_count(origins, standing)})"


def _count(origins: int, standing: str) -> str:
    if origins:
        return f"{origins} origin{'' if origins == 1 else 's'}"
    return "by a person's decision" if standing == "rejected" else "readers' comments only"


def _phrase(type_: str, met: Sequence[Party], amounts: Sequence[AmountSlot]) -> Phrase:
    if type_ in {"kill", "destroy"} and met and all(_side(party) for party in met):
        return LOSSES
    if type_ == "kill" and _told(amounts, "wounded") and not _told(amounts, "killed"):
        return WOUNDED
    name = type_.replace("_", " ")
    return PHRASES.get(type_, Phrase(name, name, needs=""))


def _can_act(phrase: Phrase, target: str, place: PlaceValue | None, near: str) -> bool:
    """Return whether the verb has what it needs, or can say that its place is not named."""
    if phrase.needs == "target":
        return bool(target)
    if phrase.needs == "site":
        return bool(target) or (place is not None and not near and place.precision not in AREAS)
    return phrase.needs != "either" or bool(target) or place is not None


def _behind_verb(phrase: Phrase, target: str, place: PlaceValue | None, near: str) -> list[str]:
    if phrase.needs == "site" and not target and place is not None:
        return [phrase.verb, place.name, phrase.behind]
    met = f"{phrase.target} {target}".strip() if target else ""
    if phrase.place:
        return [phrase.verb, met, phrase.behind, _located(phrase.place, place, near)]
    if place is None:
        held = "" if target and not phrase.target else UNNAMED
    else:
        held = f"a place {near} {place.name}" if near else place.name
    return [phrase.verb, held, met] if phrase.target or not target else [phrase.verb, met, _located("at", place, near)]


def _noun(type_: str, phrase: Phrase, acting: str, target: str, place: PlaceValue | None, near: str) -> list[str]:
    met = f"{phrase.noun_target} {target}" if target else ""
    located = _located(phrase.noun_place, place, near)
    if not located and not met and (phrase.noun_place == "of" or not (acting or type_ in NOWHERE)):
        located = f"{phrase.noun_place} {UNNAMED}"
    by = f"by {acting}" if acting else ""
    if acting and phrase.of:
        return [phrase.noun, f"of {acting}", met, located]
    if phrase.noun_place == "of" and not near:
        return [phrase.noun, located, met, by]
    return [phrase.noun, met, located, by]


def _located(before: str, place: PlaceValue | None, near: str) -> str:
    if place is None:
        return ""
    inside = "in" if before == "at" and place.precision in AREAS else before
    return f"{near or inside} {place.name}"


def _named(listed: Sequence[Party]) -> str:
    told = [party for party in listed if fold(party.name) not in PRONOUNS]
    if len({party.name for party in told}) <= MOST:
        return parties.names(told)
    names = list(dict.fromkeys(party.name for party in told))
    return f"{', '.join(names[: MOST - 1])} and {len(names) - MOST + 1} others"


def _side(party: Party) -> bool:
    """Return whether a party is a side as a whole: a country, an army, an armed group of the register."""
    return party.kind == "country" or (party.actor_id is not None and party.kind not in PEOPLE)


def _told(amounts: Sequence[AmountSlot], what: str) -> list[AmountSlot]:
    return [slot for slot in amounts if slot.amount.what == what]


def _counted(amounts: Sequence[AmountSlot], met: Sequence[Party]) -> str:
    """Return how many were killed, or else wounded, where nobody is named and one number is told: `at least 5 men`."""
    if any(party.actor_id is not None or party.kind == "country" for party in met):
        return ""
    found = _told(amounts, "killed") or _told(amounts, "wounded")
    if len(found) != 1:
        return ""
    return _number(found[0])


def _number(slot: AmountSlot) -> str:
    amount = slot.amount
    number = amount.low if amount.low is not None else amount.high
    bound = "" if any(mark.isdigit() for mark in amount.wording) else fold(amount.wording)
    if number is None or not amount.unit or amount.unit in LEFT_OVER or (bound and bound not in BOUNDS):
        return ""
    return f"{bound} {number:,.0f} {amount.unit}".strip()


def _lost(amounts: Sequence[AmountSlot]) -> str:
    """Return what a side lost, where each thing has one number: `560 soldiers, 26 tanks`."""
    by_unit: dict[str, list[AmountSlot]] = {}
    for slot in amounts:
        if slot.amount.what in {"killed", "troops", "vehicles", "weapons"}:
            by_unit.setdefault(fold(slot.amount.unit), []).append(slot)
    return ", ".join(told for one in by_unit.values() if len(one) == 1 and (told := _number(one[0])))
