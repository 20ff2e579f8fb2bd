"""Given names alone, for the one person of the text whose name in full begins so (*Karim met us*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tripoint.mentions.draft import Draft, because, reading
from tripoint.mentions.pieces import Piece
from tripoint.mentions.placewords import STOP, TOPONYMS
from tripoint.mentions.producers import BY_NAME
from tripoint.mentions.scene import Scene
from tripoint.mentions.stance import place_before
from tripoint.model import MentionKind
from tripoint.resources.words import group_heads, place_types, titles

_PARTS = frozenset({"abu", "umm", "ibn", "bin", "bint", "abd", "abdul", "abdel", "al", "el", "de", "van", "von"})
"""Beginnings of names that are no name alone."""


def given_names(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the other uses of a given name that one person of the text bears, and no register knows."""
    bearers: dict[str, dict[str, Draft]] = {}
    for draft in sorted(drafts, key=lambda one: one.start):
        if draft.kind is not MentionKind.PERSON or draft.chosen is None or draft.chosen.candidate_id is not None:
            continue
        inside = [one for one in scene.pieces[draft.sentence] if draft.start <= one.start < draft.end]
        if len(inside) > 1 and inside[0].text.isalpha() and _may_be_given(inside[0]):
            bearers.setdefault(inside[0].key, {}).setdefault(draft.chosen.name, draft)
    only = {key: next(iter(named.values())) for key, named in bearers.items() if len(named) == 1}
    if not only:
        return
    unlocated = {
        one.start
        for one in drafts
        if one.kind is MentionKind.PLACE and (one.chosen is None or one.chosen.candidate_id is None)
    }
    known = {(index, at) for index, hits in enumerate(scene.hits) for hit in hits for at in range(hit.first, hit.last)}
    for index, found in enumerate(scene.pieces):
        for at, piece in enumerate(found):
            full = only.get(piece.key)
            if full is None or full.chosen is None or (index, at) in known or not _alone(found, at):
                continue
            why = because("given", 0.6, f"nobody else in the text is called as {full.chosen.name} is")
            made = reading(
                full.chosen.name,
                0.8 * full.chosen.score,
                [why],
                actor_kind="person",
                antecedent_start=full.start,
                antecedent_end=full.end,
            )
            yield Draft(
                kind=MentionKind.PERSON,
                start=piece.start,
                end=piece.end,
                head=piece.token,
                producer=BY_NAME,
                weight=3.3 if piece.start in unlocated else 2.6,
                sentence=index,
                readings=[made],
            )


def _may_be_given(piece: Piece) -> bool:
    key = piece.key
    if len(key) < 3 or key in _PARTS | TOPONYMS | STOP or key in group_heads() or key in place_types():
        return False
    return piece.capital and not piece.text.isupper() and key not in titles()


def _alone(found: list[Piece], at: int) -> bool:
    """Say whether a proper noun stands without another beside it, and not where a place would."""
    piece = found[at]
    if not piece.capital or piece.token.tag != "NNP" or piece.text.isupper() or place_before(piece.token):
        return False
    if (
        at > 0
        and piece.joined
        and (found[at - 1].capital or found[at - 1].article)
        and found[at - 1].key not in titles()
    ):
        return at == 1 and found[0].token.tag not in ("NNP", "NNPS", "JJ")
    after = found[at + 1] if at + 1 < len(found) and found[at + 1].joined else None
    return after is None or not (after.capital or after.article)
