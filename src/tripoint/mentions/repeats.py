"""Groups without a name told again: *terrorists* after *Daesh terrorists*, *the town's inhabitants* after residents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tripoint.mentions.bindings import bound, definite
from tripoint.mentions.composition import BACKED
from tripoint.mentions.draft import Draft, tokens_between
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind
from tripoint.resources.countries import nationality
from tripoint.resources.words import group_heads

_RESIDENTS = frozenset({"residents", "inhabitants", "locals", "villagers", "townspeople", "townsfolk"})
_KIN = frozenset({"relatives", "families", "family members", "kin"})
_ALIKE = (_RESIDENTS, _KIN)
_WESTERN = frozenset({"US", "GB", "FR", "DE", "CA", "AU", "NL", "BE"})
_TIED = BACKED - {"led", "held", "controlled", "occupied", "dominated", "run", "based", "friendly", "inspired"}
_FAR = 5
"""How many paragraphs back people may have been told in a like word."""

_NEAR = 2
"""How many sentences back the same loaded word may have been said with a name."""


def repeats(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield groups without a name anew, as the one that was told before in the same or a like word."""
    ordered = sorted((one for one in drafts if one.kind is MentionKind.ACTOR), key=lambda one: one.start)
    for at, draft in enumerate(ordered):
        if draft.chosen is None or draft.chosen.candidate_id is not None:
            continue
        before = ordered[:at]
        backer = _backer(scene, draft)
        if backer is not None:
            meant = [other for other in before if _fits(backer, _backer(scene, other))]
            if meant:
                yield bound(draft, meant[:1], scene)
        elif draft.generic:
            meant = _alike(scene, draft, before) or _same_head(scene, draft, before)
            if meant:
                yield bound(draft, meant, scene)


def _words(scene: Scene, draft: Draft) -> str:
    return scene.text[draft.start : draft.end].lower()


def _alike(scene: Scene, draft: Draft, before: Sequence[Draft]) -> list[Draft]:
    """Return the people told last in a word of the same meaning, where these are said to be known."""
    said = _words(scene, draft)
    words = next((words for words in _ALIKE if said in words), None)
    if words is None or not (words is _KIN or definite(scene, draft) or _owned(scene, draft)):
        return []
    told = [
        other
        for other in before
        if other.chosen is not None
        and scene.paragraph(draft.start) - scene.paragraph(other.start) <= _FAR
        and _head_words(scene, other) & words
    ]
    return told[-1:]


def _head_words(scene: Scene, draft: Draft) -> set[str]:
    first = _words(scene, draft).partition(" of ")[0].split()
    return {" ".join(first[-1:]), " ".join(first[-2:])}


def _owned(scene: Scene, draft: Draft) -> bool:
    """Say whether *the town's, its* stands right before the words."""
    tokens = scene.sentences[draft.sentence].tokens
    first = next((tok for tok in tokens if tok.start >= draft.start), None)
    if first is None or first.i == 0:
        return False
    before = tokens[first.i - 1]
    if before.tag == "POS":
        return before.i > 1 and tokens[before.i - 2].lower in ("the", "this", "that")
    return before.lower == "its"


def _same_head(scene: Scene, draft: Draft, before: Sequence[Draft]) -> list[Draft]:
    """Return the named group that bore the same loaded word shortly before, if it was one."""
    head = group_heads().get(_words(scene, draft))
    if head is None or not head.loaded or head.role != "fighters":
        return []
    named = {
        other.chosen.candidate_id: other
        for other in before
        if other.chosen is not None
        and other.chosen.candidate_id is not None
        and 0 <= draft.sentence - other.sentence <= _NEAR
        and head.words.removesuffix("s") in {word.removesuffix("s") for word in _words(scene, other).split()}
    }
    return list(named.values()) if len(named) == 1 else []


def _backer(scene: Scene, draft: Draft) -> str | None:
    """Return the country, or *western*, that is said to back a group (*US-backed forces*)."""
    if draft.kind is not MentionKind.ACTOR or draft.chosen is None or draft.chosen.candidate_id is not None:
        return None
    tokens = tokens_between(scene.sentences[draft.sentence], draft.start, draft.end)
    for at, tok in enumerate(tokens[1:-1], 1):
        if tok.text == "-" and tokens[at + 1].lower in _TIED:
            word = tokens[at - 1]
            told = nationality(word.text)
            return told[0] if told is not None else "western" if word.lower == "western" else None
    return None


def _fits(one: str, other: str | None) -> bool:
    return one == other or (other == "western" and one in _WESTERN) or (one == "western" and other in _WESTERN)
