"""Surnames alone, for the person named in full; names whose title is no part of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tripoint.mentions.actors import bodies_of
from tripoint.mentions.draft import Draft, because, reading
from tripoint.mentions.givennames import given_names
from tripoint.mentions.pieces import phrase_start
from tripoint.mentions.producers import BY_NAME
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind
from tripoint.resources.words import plain_titles

_NUMBERED = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""What tells a son from his father: no surname."""


def surnames(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield later uses of the last name of a person named in full earlier."""
    full: dict[str, Draft] = {}
    for draft in sorted(drafts, key=lambda one: one.start):
        if draft.kind is MentionKind.PERSON and draft.chosen is not None:
            inside = [piece for piece in scene.pieces[draft.sentence] if draft.start <= piece.start < draft.end]
            while inside and inside[-1].key in _NUMBERED:
                inside.pop()
            if len([piece for piece in inside if not piece.article]) > 1:
                full.setdefault(inside[-1].key, draft)
    yield from _again(scene, drafts)
    yield from given_names(scene, drafts)
    for index, found in enumerate(scene.pieces):
        for at, piece in enumerate(found):
            first = full.get(piece.key)
            if first is None or not piece.capital or piece.start < first.end or piece.article:
                continue
            best = first.chosen
            if best is None or (
                at + 1 < len(found)
                and found[at + 1].joined
                and found[at + 1].capital
                and found[at + 1].token.tag == "NNP"
            ):
                continue
            why = because("surname", 0.8, f"the last name of {best.name}, named in full before")
            made = reading(
                best.name,
                0.85 * best.score + 0.1,
                [why],
                candidate_id=best.candidate_id,
                actor_kind="person",
                actor_country=best.actor_country,
                antecedent_start=first.start,
                antecedent_end=first.end,
            )
            servant = at > 0 and piece.joined and found[at - 1].key in ("abdel", "abdul", "abd", "abu", "bin", "ibn")
            yield Draft(
                kind=MentionKind.PERSON,
                start=phrase_start(found, at - 1 if servant else at),
                end=piece.end,
                head=piece.token,
                producer=BY_NAME,
                weight=2.95,
                sentence=index,
                readings=[made],
            )


def _again(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the places where a person's whole name stands again, whatever the parser takes it for there."""
    names: dict[tuple[str, ...], Draft] = {}
    for draft in sorted(drafts, key=lambda one: one.start):
        if draft.kind is MentionKind.PERSON and draft.chosen is not None and draft.chosen.candidate_id is None:
            inside = [one for one in scene.pieces[draft.sentence] if draft.start <= one.start < draft.end]
            if len(inside) > 1 and all(one.joined for one in inside[1:]):
                names.setdefault(tuple(one.key for one in inside), draft)
    firsts = {key[0] for key in names}
    for index, found in enumerate(scene.pieces):
        for at, piece in enumerate(found):
            if piece.key not in firsts or not piece.capital:
                continue
            for key, draft in names.items():
                run = found[at : at + len(key)]
                if tuple(one.key for one in run) != key or not all(one.joined and one.text for one in run[1:]):
                    continue
                if run[0].start == draft.start or draft.chosen is None or not run[-1].capital:
                    continue
                why = because("document", 0.8, f"the document names {draft.chosen.name} elsewhere")
                made = reading(draft.chosen.name, draft.chosen.score, [why], actor_kind="person")
                yield Draft(
                    kind=MentionKind.PERSON,
                    start=phrase_start(found, at),
                    end=run[-1].end,
                    head=run[-1].token,
                    producer=BY_NAME,
                    weight=3.0,
                    sentence=index,
                    readings=[made],
                )


def untitled(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without titles that stand right before a person (*Prime Minister* before a name).

    The body in such a title stays (*the KDF* of *KDF commander Ann Cole*).
    """
    starts = {draft.start for draft in drafts if draft.kind is MentionKind.PERSON}
    kept: list[Draft] = []
    for draft in drafts:
        title = draft.generic and draft.head.lower in plain_titles() and _before_person(scene, draft, starts)
        kept.extend(bodies_of(scene, draft) if title else (draft,))
    return kept


_RANK = re.compile(r" ([A-Za-z]+)\.?(?= )")


def _before_person(scene: Scene, draft: Draft, starts: set[int]) -> bool:
    """Say whether a person stands right behind a title, or behind the ranks after it (*spokesman Maj. Gen. X*)."""
    at = draft.end
    while scene.text[at : at + 1] == " ":
        if at + 1 in starts:
            return True
        found = _RANK.match(scene.text, at)
        if found is None or found[1].lower() not in plain_titles():
            return False
        at = found.end()
    return False
