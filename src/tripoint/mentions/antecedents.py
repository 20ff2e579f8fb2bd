"""Definite phrases with an explicit antecedent: *the army, the group, the crossing, the town*; refuse when in doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tripoint.mentions.draft import Draft, because, reading
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind
from tripoint.resources.actors import register
from tripoint.resources.countries import countries

CUES = "mentions.cues.v1"

REACH = 2
"""How many paragraphs before its own an antecedent may stand in."""

DEFINITE = frozenset({"the", "this", "that"})

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
_NO_SHORT = frozenset(
    "syrian iraqi free national united islamic arab state us new security army forces government".split()
)
"""Words of names that are no name by themselves."""

_OFFICES = frozenset({"official", "commander", "spokesman", "leader", "minister", "general", "officer"})


def antecedents(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield definite phrases anew with what they stand for, or with the reason why that stays open."""
    ordered = sorted(drafts, key=lambda one: one.start)
    actors = [one for one in ordered if one.kind is MentionKind.ACTOR and not one.generic and one.chosen is not None]
    places = [one for one in ordered if one.kind is MentionKind.PLACE]
    yield from _short_names(scene, actors)
    for draft in ordered:
        if draft.kind is MentionKind.ACTOR and draft.generic:
            made = _actor(scene, draft, actors, places)
            if made is not None:
                yield made
    yield from _official(scene, ordered)


def _definite(scene: Scene, draft: Draft) -> bool:
    before = scene.text[max(0, draft.start - 6) : draft.start].split()
    return bool(before) and before[-1].lower() in DEFINITE


def within(scene: Scene, one: Draft, other: Draft) -> bool:
    """Say whether `other` stands before `one`, at most REACH paragraphs away."""
    return other.end <= one.start and 0 <= scene.paragraph(one.start) - scene.paragraph(other.start) <= REACH


def _actor(scene: Scene, draft: Draft, actors: list[Draft], places: list[Draft]) -> Draft | None:
    word = draft.head.lower
    if draft.head.lower in ("forces", "troops", "government", "regime") and draft.chosen is not None:
        made = _state_side(scene, draft, actors, places)
        if made is not None:
            return made
    kinds = GROUP_WORDS.get(word)
    if kinds is None or not _definite(scene, draft) or draft.chosen is None:
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
        named = _nearest(named)
    return _bound(draft, list(named.values()), scene)


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
        return _bound(draft, list(_nearest(named).values()), scene)
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


def _short_names(scene: Scene, actors: list[Draft]) -> Iterator[Draft]:
    """Yield *the Observatory, the Front* for the one body with that word in its name, named in full before."""
    full: dict[str, dict[str, Draft]] = {}
    for other in actors:
        words = [word for word in scene.text[other.start : other.end].split() if word[:1].isupper()]
        best = other.chosen
        if best is not None and len(words) > 1:
            for word in {words[0], words[-1], *({other.head.text} & set(words))}:
                full.setdefault(word, {}).setdefault(best.candidate_id or best.name, other)
    for index, found in enumerate(scene.pieces):
        for before, piece in pairwise(found):
            named = full.get(piece.text)
            if named is None or before.key != "the" or not piece.joined or piece.token.dep == "compound":
                continue
            if piece.token.tag not in ("NNP", "NNPS", "NN") or piece.key in _NO_SHORT or len(named) != 1:
                continue
            other = next(iter(named.values()))
            if other.end > piece.start or other.chosen is None:
                continue
            why = because(
                "short_name", 0.75, f"short for {scene.text[other.start : other.end]!r}, named in full before"
            )
            meant = replace(
                other.chosen,
                score=round(0.8 * other.chosen.score, 3),
                reasons=(why,),
                antecedent_start=other.start,
                antecedent_end=other.end,
            )
            yield Draft(
                kind=MentionKind.ACTOR,
                start=piece.start,
                end=piece.end,
                head=piece.token,
                producer=CUES,
                weight=2.35,
                sentence=index,
                readings=[meant],
            )


def _heads(draft: Draft, word: str) -> bool:
    """Say whether the antecedent's own words hold the head noun (*Iraqi Army* for *the army*)."""
    return draft.head.lower == word or (word == "military" and draft.head.lower == "army")


def _nearest(named: dict[str, Draft]) -> dict[str, Draft]:
    """Keep the last one named: an army is called *the army* by the text that follows it at once."""
    if len(named) < 2:
        return named
    last = max(named, key=lambda key: named[key].start)
    return {last: named[last]}


def _bound(draft: Draft, named: list[Draft], scene: Scene) -> Draft:
    best = draft.chosen
    assert best is not None
    if len(named) == 1 and named[0].chosen is not None:
        meant = named[0].chosen
        words = scene.text[named[0].start : named[0].end]
        why = because("antecedent", 0.7, f"it stands for {words!r}, the only one of its kind named shortly before")
        made = reading(
            meant.name,
            0.75 * meant.score + 0.1,
            [why],
            candidate_id=meant.candidate_id,
            actor_kind=meant.actor_kind,
            actor_country=meant.actor_country,
            framing=best.framing,
            antecedent_start=named[0].start,
            antecedent_end=named[0].end,
        )
        return replace(draft, producer=CUES, weight=draft.weight + 1.0, generic=False, readings=[made])
    if not named:
        return draft
    names = sorted({other.chosen.name for other in named if other.chosen is not None})
    refused = [
        replace(
            other.chosen,
            chosen=False,
            score=0.3,
            antecedent_start=other.start,
            antecedent_end=other.end,
            reasons=(because("antecedent", -0.3, f"it may stand for any of {', '.join(names)}"),),
        )
        for other in named
        if other.chosen is not None
    ]
    return replace(draft, readings=[best, *refused])


def _official(scene: Scene, ordered: list[Draft]) -> Iterator[Draft]:
    """Yield *the X official* as the one person who was told to hold an office at X shortly before."""
    persons = [one for one in ordered if one.kind is MentionKind.PERSON and one.chosen is not None]
    for draft in ordered:
        if draft.kind is not MentionKind.ACTOR or draft.head.lower not in _OFFICES:
            continue
        owners = _owners(scene, draft.sentence, draft.start, draft.end)
        if not draft.generic or not owners or not _definite(scene, draft):
            continue
        named: dict[str, Draft] = {}
        for person in persons:
            if person.chosen is not None and within(scene, draft, person):
                around = _owners(scene, person.sentence, person.start - 80, person.end + 60)
                if owners & around:
                    named[person.chosen.name] = person
        if named:
            yield _bound(draft, list(named.values()), scene)


def _owners(scene: Scene, index: int, start: int, end: int) -> set[str]:
    """Return the ids of the bodies that the register knows within [start, end)."""
    return {
        phrase.actor.id
        for hit in scene.hits[index]
        if start <= scene.pieces[index][hit.first].start < end
        for phrase in hit.phrases
        if phrase.actor is not None and phrase.actor.kind != "person"
    }
