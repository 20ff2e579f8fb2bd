"""What belongs to a known body by *of*: its commands and its kin (*the Gaza command of X, relatives of X fighters*)."""

from __future__ import annotations

from tripoint.mentions.actors import rank, readings_of
from tripoint.mentions.draft import because, reading
from tripoint.mentions.scene import Scene
from tripoint.model import Reading
from tripoint.names import strict_key
from tripoint.resources.words import GroupHead, group_heads
from tripoint.syntax import Token

_FOLLOWERS = frozenset(
    "relatives families family supporters sympathizers sympathisers wives followers loyalists".split()
)
"""People who belong to a group by blood or mind: no part of it (*relatives of X fighters*)."""

_COMMANDS = frozenset({"command", "operations command", "general command", "military command", "media wing"})


def owned_by_name(
    scene: Scene, index: int, head: GroupHead, token: Token, *, text: str
) -> tuple[int, list[Reading]] | None:
    """Read *relatives of X, the Y command of X* whole: no X itself, but what belongs to it; return where it ends."""
    if head.words not in _FOLLOWERS | _COMMANDS:
        return None
    for kid in token.kids:
        below = next((one for one in kid.kids if one.dep == "pobj"), None)
        if kid.lower != "of" or kid.i != token.i + 1 or below is None:
            continue
        found = scene.pieces[index]
        for hit in scene.hits[index]:
            first, last = found[hit.first].token.i, found[hit.last - 1].token.i
            if hit.actor is None or hit.actor.kind == "person" or not kid.i < first <= last <= below.i:
                continue
            ranked = rank(scene, hit)
            actor = ranked[0][0].actor
            if actor is None or ranked[0][1] < 0.3 or below.i - last > 2 or below.end <= kid.end:
                continue
            named = [word for word in text.split() if word.lower() not in head.words.split()]
            seat = " ".join(strict_key(word) for word in named if word[:1].isupper() or word[:3] == "al-")
            end = _with_others(below) if head.words in _FOLLOWERS else below.end
            name = f"{text} {scene.doc.text[kid.start : below.end]}"
            made = reading(
                " ".join(name.split()),
                0.65,
                [because("composition", 0.7, f"{head.words!r} of {actor.name}")],
                candidate_id="/".join(filter(None, (actor.id, head.words.split()[-1], seat.replace(" ", "-")))),
                actor_kind=head.kind,
                actor_country=actor.country,
                framing=readings_of(ranked)[0].framing,
            )
            return end, [made]
    return None


def _with_others(ruled: Token) -> int:
    """Return where *relatives of X fighters and X supporters* ends: they are kin of both."""
    others = [tok for tok in ruled.children("conj") if tok.lower in group_heads() and tok.i - ruled.i <= _NEAR]
    return max((tok.end for tok in others), default=ruled.end)


_NEAR = 4
"""So many words behind a group stands the next of a row of two."""
