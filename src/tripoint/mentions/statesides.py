"""Which state is meant where a text says only *government forces, the regime, the army*."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from tripoint.mentions.actors import actor_reading
from tripoint.mentions.bindings import bound, nearest, within
from tripoint.mentions.countrygroups import state_reading
from tripoint.mentions.draft import Draft, because, reading
from tripoint.mentions.scene import Scene
from tripoint.mentions.stance import place_before
from tripoint.resources.actors import register
from tripoint.resources.countries import countries

_AGAINST_STATES = frozenset(
    "separatist rebel breakaway secessionist parallel rival self-proclaimed self-declared".split()
)
"""Words before a government that no state calls its own."""


def state_side(scene: Scene, draft: Draft, actors: list[Draft], places: list[Draft]) -> Draft | None:
    """Read *government forces, the regime* as those of the state named last in such words, or of the one country."""
    words = scene.text[draft.start : draft.end].lower().split()
    if any(kid.tag == "NNP" for kid in draft.head.children("poss")):
        return None  # *Mr X's government*: his, wherever the places of the text lie
    if not _AGAINST_STATES.isdisjoint(words[:-1]):
        return None  # *the separatist government* is no state's
    if words[-1] in ("forces", "troops") and not {"government", "regime", "loyalist"} & set(words[:-1]):
        return None
    state = {"army"} if words[-1] in ("forces", "troops") else {"government"}
    if words[-1] == "junta":
        state = {"government", "army"}
    named: dict[str, Draft] = {}
    for other in actors:
        best = other.chosen
        if best is None or best.actor_kind not in state or not within(scene, draft, other):
            continue
        told = scene.text[other.start : other.end].lower().split()
        if {"government", "regime", "junta"} & set(told):
            named[best.candidate_id or best.name] = other
    if named:
        return bound(draft, list(nearest(named).values()), scene)
    best = draft.chosen
    iso2, why_country = _state_here(draft, places, beside=words[-1] != "junta")
    if best is None or iso2 is None:
        return None
    country = countries()[iso2]
    army = register().by_role.get((country.iso2, "army")) if state == {"army"} else None
    why = because("country", 0.5, why_country)
    if army is None:
        made = state_reading(country.iso2, 0.5, why, framing=best.framing)
    else:
        made = actor_reading(army, 0.5, (why,), framing=best.framing)
    return replace(draft, weight=draft.weight + 1.0, generic=False, readings=[made, replace(best, chosen=False)])


def army_here(draft: Draft, actors: list[Draft], places: list[Draft]) -> Draft | None:
    """Read *the army* of a text that lies in one country as that country's, where the register knows it.

    None where its sentence names soldiers of another country (*Chadian soldiers*): it may be theirs.
    """
    iso2, why_country = _state_here(draft, places)
    lands = {
        other.chosen.actor_country
        for other in actors
        if other.chosen is not None
        and other.chosen.actor_kind == "army"
        and other.sentence == draft.sentence
        and other.end <= draft.start
    }
    if lands - {None} and iso2 not in lands:
        return None
    army = None if iso2 is None else register().by_role.get((iso2, "army"))
    best = draft.chosen
    if army is None or best is None:
        return None
    made = reading(
        army.name,
        0.55,
        [because("country", 0.5, why_country)],
        candidate_id=army.id,
        actor_kind=best.actor_kind,
        actor_country=iso2,
        framing=best.framing,
    )
    return replace(draft, weight=draft.weight + 1.0, generic=False, readings=[made, replace(best, chosen=False)])


def _helps(place: Draft) -> bool:
    """Say whether a country is named where no place is meant (*government forces backed by ally Russia*)."""
    best = place.chosen
    return best is not None and (best.candidate_id or "").startswith("country:") and not place_before(place.head)


def _state_here(draft: Draft, places: list[Draft], *, beside: bool = True) -> tuple[str | None, str]:
    """Return the country whose government is meant: that of the next place `beside` it, or of most of the places."""
    located: list[tuple[Draft, str]] = []
    for other in places:
        place = None if other.chosen is None else other.chosen.place
        if place is not None and place.country in countries():
            located.append((other, str(place.country)))
    after = [
        iso2
        for other, iso2 in located
        if beside and other.sentence == draft.sentence and other.start >= draft.end and not _helps(other)
    ]
    if after:
        return after[0], f"the next place of its sentence lies in {countries()[after[0]].name}"
    counts = Counter(iso2 for _, iso2 in located).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] < 3 * counts[1][1]):
        return None, ""
    return counts[0][0], f"most places of the document lie in {countries()[counts[0][0]].name}"
