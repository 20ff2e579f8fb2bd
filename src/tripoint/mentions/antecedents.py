"""Definite phrases with an explicit antecedent: *the army, the group, the crossing, the town*; refuse when in doubt."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tripoint.mentions.bindings import DEFINITE, bound, definite, nearest, within
from tripoint.mentions.draft import Draft, because, reading
from tripoint.mentions.producers import CUES
from tripoint.mentions.scene import Scene
from tripoint.mentions.shortnames import short_names
from tripoint.mentions.statesides import army_here, state_side
from tripoint.model import MentionKind

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
    for draft in _bare(scene):
        made = _actor(scene, draft, actors, places)
        if made is not None and not made.generic:
            yield made
    for draft in ordered:
        if draft.kind is MentionKind.ACTOR and (draft.generic or _monitors(scene, draft)):
            made = _actor(scene, draft, actors, places)
            if made is not None:
                yield made
    yield from _official(scene, ordered)


_LATE = 2
"""Of several that a phrase may stand for, the only one named within so many sentences is meant."""

_BARE = frozenset("group organization organisation outfit movement party agency".split())
"""Words that mean a body only where one was named before (*the group*)."""


def _bare(scene: Scene) -> Iterator[Draft]:
    """Yield *the group, this movement*, which the text may use for a body that it named."""
    for index, sentence in enumerate(scene.sentences):
        for before, tok in pairwise(sentence.tokens):
            if tok.lower not in _BARE or before.lower not in DEFINITE or tok.tag not in ("NN", "NNP"):
                continue
            after = sentence.tokens[tok.i + 1] if tok.i + 1 < len(sentence.tokens) else None
            if after is not None and (after.lower == "of" or after.pos in ("NOUN", "PROPN") or after.text == "-"):
                continue
            why = because("group", 0.3, f"a group without a name, headed by {tok.lower!r}")
            yield Draft(
                kind=MentionKind.ACTOR,
                start=tok.start,
                end=tok.end,
                head=tok,
                producer=CUES,
                weight=1.3,
                sentence=index,
                generic=True,
                readings=[reading(tok.lower, 0.3, [why])],
            )


def _actor(scene: Scene, draft: Draft, actors: list[Draft], places: list[Draft]) -> Draft | None:
    word = draft.head.lower
    if draft.head.lower in ("forces", "troops", "government", "regime", "junta") and draft.chosen is not None:
        made = state_side(scene, draft, actors, places)
        if made is not None:
            return made
    kinds = GROUP_WORDS.get(word) if not _monitors(scene, draft) else frozenset({"monitor"})
    if kinds is None or not definite(scene, draft) or draft.chosen is None:
        return None
    named: dict[str, Draft] = {}
    for other in actors:
        best = other.chosen
        if best is None or not within(scene, draft, other) or best.actor_kind not in kinds:
            continue
        if best.candidate_id is None and not other.head.text[:1].isupper():
            continue  # a description (*foreign-backed outfits*) is no name to go back to
        if "/" in (best.candidate_id or "") and word not in _ARMY_HEADS:
            continue  # *Kenyan rebels* are no name either
        if word in _ARMY_HEADS and not _heads(other, word):
            continue
        named[best.candidate_id or best.name] = other
    if len(named) > 1 and "terror" in scene.text[draft.start : draft.end].lower():
        named = {key: other for key, other in named.items() if key in _called_terrorist(actors)} or named
    if word in ("army", "military", "police"):
        named = nearest(named)
    elif len(named) > 1:
        late = {key: other for key, other in named.items() if draft.sentence - other.sentence <= _LATE}
        named = late if len(late) == 1 else named
    if not named and word in ("army", "military") and scene.text[draft.start : draft.end].lower() == word:
        return army_here(draft, actors, places)
    return bound(draft, list(named.values()), scene)


def _monitors(scene: Scene, draft: Draft) -> bool:
    """Say whether the words mean somebody who watches the war (*the Leeds-based monitoring group*)."""
    words = scene.text[draft.start : draft.end].lower()
    return "monitor" in words and (draft.chosen is None or draft.chosen.candidate_id is None)


def _called_terrorist(actors: list[Draft]) -> set[str]:
    """Return the keys of those whom the document itself calls terrorists."""
    return {
        other.chosen.candidate_id or other.chosen.name
        for other in actors
        if other.chosen is not None and any("terror" in word.lower() for word in other.chosen.framing)
    }


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
