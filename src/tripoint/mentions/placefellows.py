"""Names joined to a place in one row: *from A, B and C*, *captured A and B*; what stands beside a place is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tripoint.mentions.draft import NAMES, Draft
from tripoint.mentions.pieces import Piece
from tripoint.mentions.placeacts import acted_on, is_called
from tripoint.mentions.placedrafts import unplaced
from tripoint.mentions.placewords import STOP
from tripoint.mentions.producers import BY_NAME
from tripoint.mentions.scene import Scene
from tripoint.mentions.stance import place_before
from tripoint.model import MentionKind
from tripoint.resources.words import group_heads, place_types
from tripoint.syntax import Token

_NO_PLACES = frozenset("DATE TIME MONEY PERCENT CARDINAL ORDINAL QUANTITY LANGUAGE LAW EVENT WORK_OF_ART NORP".split())

_WIDE = frozenset({"country", "area"})
"""Precisions of places beside which states and alliances are named as often as places."""

_LONGEST = 3
"""Most words of a name that is taken for a place by its fellows alone."""


def fellows(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the names that nobody knows, or that only the parser takes for a person's, joined to a place's name."""
    taken: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.kind in NAMES:
            taken.setdefault(draft.sentence, []).append(draft)
    done: set[tuple[int, int]] = set()
    for draft in drafts:
        best = draft.chosen
        if draft.kind is not MentionKind.PLACE or best is None or best.place is None or best.place.precision in _WIDE:
            continue
        for tok in _row(draft.head):
            if (draft.sentence, tok.i) in done or draft.start <= tok.start < draft.end:
                continue
            done.add((draft.sentence, tok.i))
            run = _name(scene, draft.sentence, tok, taken[draft.sentence])
            if run:
                sentence = scene.sentences[draft.sentence]
                made = unplaced(scene, draft.sentence, sentence, run, run[-1] + 1, None, rejected=[])
                made.weight = max(made.weight, 2.6)
                yield made


def _row(head: Token) -> list[Token]:
    """Return the names that the parser joins to the name headed by `head`, where the first stands as places do."""
    lead = head
    while lead.dep in ("conj", "appos") and lead.head is not lead and lead.head.tag in ("NNP", "NNPS"):
        lead = lead.head
    if not (place_before(lead) or acted_on(lead) >= _ACTED or is_called(lead)):
        return []
    row, at = [lead], 0
    while at < len(row):
        row.extend(kid for kid in row[at].children("conj", "appos") if kid.tag in ("NNP", "NNPS"))
        at += 1
    return row


_ACTED = 0.5


def _name(scene: Scene, index: int, tok: Token, taken: Sequence[Draft]) -> list[int]:
    """Return the pieces of the name headed by `tok`, none where it is read as something else on good grounds."""
    found = scene.pieces[index]
    at = next((i for i, piece in enumerate(found) if piece.token is tok), None)
    if at is None or not _may_be_place(found[at]):
        return []
    first = last = at
    while first > 0 and found[first].joined and _may_be_place(found[first - 1]):
        first -= 1
    while last + 1 < len(found) and found[last + 1].joined and _may_be_place(found[last + 1]):
        last += 1
    run = [i for i in range(first, last + 1) if not found[i].article]
    if len(run) > _LONGEST or (first > 0 and found[first].joined and found[first - 1].capital):
        return []
    if last + 1 < len(found) and found[last + 1].joined and found[last + 1].token is tok.head:
        return []
    over = [one for one in taken if one.start < found[last].end and found[first].start < one.end]
    if tok.dep == "appos" and len(run) > 1 and over:
        return []  # *a physician from X, Karim Hassan, said*
    weak = all(one.kind is MentionKind.PERSON and one.producer == BY_NAME and one.weight < _TITLED for one in over)
    return run if weak else []


_TITLED = 2.5
"""What a person's name with a title or an office beside it weighs at least."""


def _may_be_place(piece: Piece) -> bool:
    if not piece.capital or piece.token.tag not in ("NNP", "NNPS") or piece.token.ent in _NO_PLACES:
        return False
    return piece.key not in STOP and piece.key not in group_heads() and piece.key not in place_types()
