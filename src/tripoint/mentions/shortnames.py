"""Short names: *the Observatory, the Front* for the body named in full before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tripoint.mentions.draft import Draft, because
from tripoint.mentions.producers import CUES
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind

_NO_SHORT = frozenset(
    "syrian iraqi free national united islamic arab state us new security army forces government".split()
)


"""Words of names that are no name by themselves."""


def short_names(scene: Scene, actors: list[Draft]) -> Iterator[Draft]:
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
