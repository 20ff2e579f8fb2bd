"""Whose bodies are meant that bear no nationality: by the row they stand in, or who says *our*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tripoint.mentions.actors import actor_reading
from tripoint.mentions.countrygroups import of_country
from tripoint.mentions.draft import Draft, because, reading
from tripoint.mentions.producers import GROUPS
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind, Reading
from tripoint.resources.actors import register
from tripoint.resources.words import GroupHead, group_heads
from tripoint.syntax import Sentence, Token

_STATE = frozenset({"police", "border-guards", "navy", "intelligence"})
_ARMS = frozenset({"army", "forces", "air-force", "navy", "fighters"})
_OURS = frozenset({"forces", "troops", "fighters", "soldiers", "units", "army", "men"})
_SAYING = frozenset({"say", "tell", "add", "announce", "state", "declare", "claim", "report"})
_ROW = frozenset({",", ", ", " and ", ", and ", " and the ", ", the ", ", and the "})


def own_sides(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield state bodies without a nationality anew, where the text tells whose they are; and *our forces*."""
    ordered = sorted((one for one in drafts if one.kind is MentionKind.ACTOR), key=lambda one: one.start)
    ends = {one.end: one for one in ordered}
    for draft in ordered:
        allied = _allied(scene, draft, ends)
        if allied is not None:
            yield allied
            continue
        head = group_heads().get(scene.text[draft.start : draft.end].lower())
        if not draft.generic or draft.chosen is None or head is None or head.loaded:
            continue
        shared = _owned_too(scene, draft, ends) if head.role in _ARMS else None
        if shared is not None:
            yield shared
            continue
        if head.role not in _STATE:
            continue
        sentence = scene.sentences[draft.sentence]
        told = None if _definite(sentence, draft) else _of_row(scene, draft, ends)
        if told is not None:
            yield _as_of(scene, draft, draft.chosen, head, *told)
    yield from _ours(scene, drafts)
    yield from _allies(scene, ends)


def _allied(scene: Scene, draft: Draft, ends: dict[int, Draft]) -> Draft | None:
    """Read *X and allied forces*: those forces are the allies of X."""
    words = scene.text[draft.start : draft.end].lower().split()
    owner = ends.get(draft.start - len(" and "))
    if len(words) != 2 or words[0] != "allied" or owner is None or owner.chosen is None or owner.generic:
        return None
    best, own = owner.chosen, draft.chosen
    if own is None or own.candidate_id is not None or best.candidate_id is None:
        return None
    if scene.text[owner.end : draft.start] != " and ":
        return None
    why = because("composition", 0.6, f"told with {scene.text[owner.start : owner.end]!r}")
    made = reading(
        f"allies of {best.name}",
        0.6,
        [why],
        candidate_id=f"{best.candidate_id}/allies",
        actor_kind="coalition",
    )
    return replace(draft, weight=draft.weight + 1.0, generic=True, readings=[made])


def _allies(scene: Scene, ends: dict[int, Draft]) -> Iterator[Draft]:
    """Yield the allies of *X and its allies*."""
    for index, sentence in enumerate(scene.sentences):
        for tok in sentence.tokens[2:]:
            if tok.lower != "allies" or sentence.tokens[tok.i - 1].lower not in ("its", "their"):
                continue
            link = sentence.tokens[tok.i - 2]
            owner = next((ends[link.start - gap] for gap in (1, 2) if link.start - gap in ends), None)
            if link.lower not in ("and", "or") or owner is None or owner.chosen is None or owner.generic:
                continue
            best = owner.chosen
            why = because("composition", 0.6, f"told with {scene.text[owner.start : owner.end]!r}")
            made = reading(
                f"allies of {best.name}",
                0.6,
                [why],
                candidate_id=None if best.candidate_id is None else f"{best.candidate_id}/allies",
                actor_kind="coalition",
            )
            yield Draft(
                kind=MentionKind.ACTOR,
                start=tok.start,
                end=tok.end,
                head=tok,
                producer=GROUPS,
                weight=2.6,
                sentence=index,
                generic=True,
                readings=[made],
            )


def _owned_too(scene: Scene, draft: Draft, ends: dict[int, Draft]) -> Draft | None:
    """Read *the KDF's special forces and airpower*: what stands behind *and* has the owner of what stands before."""
    before = ends.get(draft.start - len(" and "))
    if before is None or before.chosen is None or before.generic or before.chosen.candidate_id is None:
        return None
    tokens = scene.sentences[before.sentence].tokens
    first = next((tok for tok in tokens if tok.start == before.start), None)
    owned = first is not None and first.i > 0 and tokens[first.i - 1].tag == "POS"
    if not owned or scene.text[before.end : draft.start] != " and " or draft.chosen is None:
        return None
    why = because("composition", 0.6, f"owned with {scene.text[before.start : before.end]!r}")
    made = replace(before.chosen, score=0.6, reasons=(why,), framing=draft.chosen.framing)
    return replace(draft, weight=draft.weight + 1.0, generic=False, readings=[made])


def _of_row(scene: Scene, draft: Draft, ends: dict[int, Draft]) -> tuple[str, str] | None:
    """Read *the KDF, police and ...*: the body told right before in the same row says whose they are."""
    for gap in _ROW:
        before = ends.get(draft.start - len(gap))
        if before is None or scene.text[before.end : draft.start] != gap or before.chosen is None:
            continue
        actor = register().get(before.chosen.candidate_id or "")
        if actor is not None and actor.country is not None and _of_state(actor.id):
            return actor.country, f"it stands in a row behind {actor.name}"
    return None


def _of_state(actor_id: str) -> bool:
    """Say whether a body is part of a state, by the register's parents."""
    seen: set[str] = set()
    while (actor := register().get(actor_id)) is not None and actor_id not in seen:
        seen.add(actor_id)
        if actor.kind in ("army", "police", "border_force", "government", "ministry"):
            return True
        parents = [tie.actor_id for tie in actor.parents if tie.office is None]
        if not parents:
            return False
        actor_id = parents[0]
    return actor_id not in seen and actor_id.startswith("actor:") and len(actor_id) == len("actor:xx")


def _definite(sentence: Sentence, draft: Draft) -> bool:
    return any(tok.end < draft.start <= tok.end + 2 and tok.lower in ("the", "this") for tok in sentence.tokens)


def _as_of(scene: Scene, draft: Draft, best: Reading, head: GroupHead, iso2: str, why: str) -> Draft:
    readings, generic, _ = of_country(scene, iso2, head, text=head.words, framing=best.framing, bare=True)
    chosen = replace(readings[0], score=0.55, reasons=(*readings[0].reasons, because("side", 0.5, why)))
    return replace(draft, weight=draft.weight + 1.0, generic=generic, readings=[chosen, replace(best, chosen=False)])


def _ours(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield *our forces* in quoted words as those of the one whom the same sentence lets speak."""
    for index, sentence in enumerate(scene.sentences):
        for tok in sentence.tokens[1:]:
            if tok.lower not in _OURS or sentence.tokens[tok.i - 1].lower != "our":
                continue
            speaker = _speaker(sentence, tok, drafts, index)
            made = None if speaker is None else _body_of(scene, speaker, drafts)
            if made is not None:
                yield Draft(
                    kind=MentionKind.ACTOR,
                    start=tok.start,
                    end=tok.end,
                    head=tok,
                    producer=GROUPS,
                    weight=2.6,
                    sentence=index,
                    readings=[made],
                )


def _speaker(sentence: Sentence, ours: Token, drafts: Sequence[Draft], index: int) -> Draft | None:
    """Return who speaks behind the quotation that holds the words: *"... our forces ...," X said*."""
    for draft in drafts:
        if draft.sentence != index or draft.start < ours.end or draft.chosen is None:
            continue
        if draft.kind not in (MentionKind.ACTOR, MentionKind.PERSON) or draft.head.head.lemma not in _SAYING:
            continue
        between = [tok for tok in sentence.tokens if ours.end <= tok.start and tok.end <= draft.start]
        if draft.head.dep == "nsubj" and any(tok.text in ('"', "”", "''") for tok in between[-3:]):
            return draft
    return None


def _body_of(scene: Scene, speaker: Draft, drafts: Sequence[Draft]) -> Reading | None:
    """Return the armed body that speaks, or in whose name a person speaks who was told with one office."""
    best = speaker.chosen
    assert best is not None
    why = because("first_person", 0.7, f"{best.name} calls them its own")
    if speaker.kind is MentionKind.ACTOR:
        actor = register().get(best.candidate_id or "")
        armed = actor is not None and actor.kind in ("army", "militia", "umbrella", "armed_group", "police")
        return None if actor is None or not armed else actor_reading(actor, 0.7, (why,))
    bodies: set[str] = set()
    for one in drafts:
        if one.kind is MentionKind.PERSON and one.chosen is not None and one.chosen.name == best.name:
            for hit in scene.hits[one.sentence]:
                at = scene.pieces[one.sentence][hit.first].start
                if hit.actor is not None and hit.actor.kind != "person" and one.start - 80 <= at < one.end + 60:
                    bodies.add(hit.actor.id)
    actor = register().get(next(iter(bodies))) if len(bodies) == 1 else None
    return None if actor is None else actor_reading(actor, 0.6, (why,))
