"""Definite phrases with an explicit antecedent: *the army, the group, the crossing, the town*; refuse when in doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from tripoint.mentions.bindings import bound, definite, nearest, within
from tripoint.mentions.draft import Draft, because, reading
from tripoint.mentions.scene import Scene
from tripoint.mentions.shortnames import short_names
from tripoint.model import MentionKind
from tripoint.resources.actors import register
from tripoint.resources.countries import countries

GROUP_WORDS: dict[str, frozenset[str]] = {
    "group": frozenset({"armed_group", "militia", "umbrella"}),
    "organization": frozenset({"armed_group", "militia", "umbrella", "international_body", "monitor", "aid"}),
    "organisation": frozenset({"armed_group", "militia", "umbrella", "international_body", "monitor", "aid"}),
    "outfit": frozenset({"armed_group"}),
    "movement": frozenset({"armed_group", "militia", "party"}),
    "militia": frozenset({"militia", "umbrella"}),
    "army": frozenset({"army"}),
    "military": frozenset({"army"}),
    "police": frozenset({"police"}),
    "coalition": frozenset({"coalition"}),
    "alliance": frozenset({"coalition"}),
    "ministry": frozenset({"ministry"}),
    "government": frozenset({"government"}),
    "party": frozenset({"party"}),
    "agency": frozenset({"agency", "monitor"}),
    "observatory": frozenset({"monitor"}),
}
"""Head nouns of definite phrases and the kinds of actor that they may stand for."""

_ARMY_HEADS = frozenset({"army", "military", "police", "government", "ministry", "coalition", "alliance", "militia"})

_OFFICES = frozenset({"official", "commander", "spokesman", "leader", "minister", "general", "officer"})


def antecedents(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield definite phrases anew with what they stand for, or with the reason why that stays open."""
    ordered = sorted(drafts, key=lambda one: one.start)
    actors = [one for one in ordered if one.kind is MentionKind.ACTOR and not one.generic and one.chosen is not None]
    places = [one for one in ordered if one.kind is MentionKind.PLACE]
    yield from short_names(scene, actors)
    for draft in ordered:
        if draft.kind is MentionKind.ACTOR and draft.generic:
            made = _actor(scene, draft, actors, places)
            if made is not None:
                yield made
    yield from _official(scene, ordered)


def _actor(scene: Scene, draft: Draft, actors: list[Draft], places: list[Draft]) -> Draft | None:
    word = draft.head.lower
    if draft.head.lower in ("forces", "troops", "government", "regime") and draft.chosen is not None:
        made = _state_side(scene, draft, actors, places)
        if made is not None:
            return made
    kinds = GROUP_WORDS.get(word)
    if kinds is None or not definite(scene, draft) or draft.chosen is None:
        return None
    named: dict[str, Draft] = {}
    for other in actors:
        best = other.chosen
        if best is None or not within(scene, draft, other) or best.actor_kind not in kinds:
            continue
        if best.candidate_id is None and not other.head.text[:1].isupper():
            continue  # a description (*foreign-backed outfits*) is no name to go back to
        if word in _ARMY_HEADS and not _heads(other, word):
            continue
        named[best.candidate_id or best.name] = other
    if len(named) > 1 and "terror" in scene.text[draft.start : draft.end].lower():
        named = {key: other for key, other in named.items() if key in _called_terrorist(actors)} or named
    if word in ("army", "military", "police"):
        named = nearest(named)
    if not named and word in ("army", "military") and scene.text[draft.start : draft.end].lower() == word:
        return _army_here(draft, places)
    return bound(draft, list(named.values()), scene)


def _called_terrorist(actors: list[Draft]) -> set[str]:
    """Return the keys of those whom the document itself calls terrorists."""
    return {
        other.chosen.candidate_id or other.chosen.name
        for other in actors
        if other.chosen is not None and any("terror" in word.lower() for word in other.chosen.framing)
    }


def _state_side(scene: Scene, draft: Draft, actors: list[Draft], places: list[Draft]) -> Draft | None:
    """Read *government forces, the regime* as those of the state named last in such words, or of the one country."""
    words = scene.text[draft.start : draft.end].lower().split()
    if words[-1] in ("forces", "troops") and not {"government", "regime", "loyalist"} & set(words[:-1]):
        return None
    state = {"army"} if words[-1] in ("forces", "troops") else {"government"}
    named: dict[str, Draft] = {}
    for other in actors:
        best = other.chosen
        if best is None or best.actor_kind not in state or not within(scene, draft, other):
            continue
        told = scene.text[other.start : other.end].lower().split()
        if {"government", "regime"} & set(told):
            named[best.candidate_id or best.name] = other
    if named:
        return bound(draft, list(nearest(named).values()), scene)
    best = draft.chosen
    iso2, why_country = _state_here(draft, places)
    if best is None or iso2 is None:
        return None
    country = countries()[iso2]
    army = register().by_role.get((country.iso2, "army")) if state == {"army"} else None
    why = because("country", 0.5, why_country)
    made = reading(
        f"{country.adjective} government" if army is None else army.name,
        0.5,
        [why],
        candidate_id=f"actor:{country.iso2.lower()}/government" if army is None else army.id,
        actor_kind=best.actor_kind,
        actor_country=country.iso2,
        framing=best.framing,
    )
    return replace(draft, weight=draft.weight + 1.0, generic=False, readings=[made, replace(best, chosen=False)])


def _army_here(draft: Draft, places: list[Draft]) -> Draft | None:
    """Read *the army* of a text that lies in one country as that country's, where the register knows it."""
    iso2, why_country = _state_here(draft, places)
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


def _state_here(draft: Draft, places: list[Draft]) -> tuple[str | None, str]:
    """Return the country whose government is meant: that of the next place told with it, or of most of the places."""
    located: list[tuple[Draft, str]] = []
    for other in places:
        place = None if other.chosen is None else other.chosen.place
        if place is not None and place.country in countries():
            located.append((other, str(place.country)))
    beside = [iso2 for other, iso2 in located if other.sentence == draft.sentence and other.start >= draft.end]
    if beside:
        return beside[0], f"the next place of its sentence lies in {countries()[beside[0]].name}"
    counts = Counter(iso2 for _, iso2 in located).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] < 3 * counts[1][1]):
        return None, ""
    return counts[0][0], f"most places of the document lie in {countries()[counts[0][0]].name}"


def _heads(draft: Draft, word: str) -> bool:
    """Say whether the antecedent's own words hold the head noun (*Iraqi Army* for *the army*)."""
    return draft.head.lower == word or (word == "military" and draft.head.lower == "army")


def _official(scene: Scene, ordered: list[Draft]) -> Iterator[Draft]:
    """Yield *the X official* as the one person who was told to hold an office at X shortly before."""
    persons = [one for one in ordered if one.kind is MentionKind.PERSON and one.chosen is not None]
    for draft in ordered:
        if draft.kind is not MentionKind.ACTOR or draft.head.lower not in _OFFICES:
            continue
        owners = _owners(scene, draft.sentence, draft.start, draft.end)
        if not draft.generic or not owners or not definite(scene, draft):
            continue
        named: dict[str, Draft] = {}
        for person in persons:
            if person.chosen is not None and within(scene, draft, person):
                around = _owners(scene, person.sentence, person.start - 80, person.end + 60)
                if owners & around:
                    named[person.chosen.name] = person
        if named:
            yield bound(draft, list(named.values()), scene)


def _owners(scene: Scene, index: int, start: int, end: int) -> set[str]:
    """Return the ids of the bodies that the register knows within [start, end)."""
    return {
        phrase.actor.id
        for hit in scene.hits[index]
        if start <= scene.pieces[index][hit.first].start < end
        for phrase in hit.phrases
        if phrase.actor is not None and phrase.actor.kind != "person"
    }
