"""Definite phrases for places with an explicit antecedent: *the town, the border crossing*; open when in doubt."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace

from tripoint.mentions.bindings import DEFINITE, within
from tripoint.mentions.draft import Draft, because
from tripoint.mentions.producers import CUES
from tripoint.mentions.scene import Scene
from tripoint.model import MentionKind, Reading
from tripoint.syntax import Sentence, Token

_TOWN = frozenset({"town"})


PLACE_WORDS: dict[str, frozenset[str]] = {
    "town": _TOWN,
    "city": _TOWN,
    "village": _TOWN,
    "province": frozenset({"province"}),
    "governorate": frozenset({"province"}),
    **dict.fromkeys(
        ("crossing", "airbase", "base", "checkpoint", "dam", "airport", "bridge", "camp"), frozenset({"site"})
    ),
}
"""Type words of definite phrases and the precision of the places that they may stand for."""


_WIDEST = {"town": 6.0, "village": 3.5}
"""Radius in km of the largest place that the word stands for: nobody calls Moscow *the town*."""

_SETTLED = frozenset({"town"})
_HEADINGS = frozenset({"headline", "subheading"})

_NAMED_BY_WORD = frozenset({"crossing", "airbase", "base", "checkpoint", "dam", "airport", "bridge", "camp"})
"""Sites stand for a phrase only when they are called by its very word."""


_SITES = frozenset(PLACE_WORDS) | frozenset(
    "junction road highway hill hills mountain valley river hotel hospital plant front crossroads square mosque".split()
)
"""Words by which a name tells that it is no town."""


_QUARTER = re.compile(r"\s+(?:neighbou?rhood|district|quarter|suburb|street|square)s?\b", re.IGNORECASE)
"""Words behind a name by which it is a part of a town."""


_LANDMARKS = frozenset(
    "border frontier coast bank shore outskirt edge side area region district centre center countryside territory "
    "north south east west northeast northwest southeast southwest heart desert plain line".split()
)
"""Where a place may lie (*the town on the border*)."""


def place_antecedents(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield *the town, the border crossing* as the one place of that type named shortly before."""
    places = [
        one
        for one in sorted(drafts, key=lambda one: one.start)
        if one.kind is MentionKind.PLACE and one.chosen is not None
    ]
    if not places:
        return
    for index, sentence in enumerate(scene.sentences):
        for tok in sentence.tokens:
            kinds = PLACE_WORDS.get(tok.lower)
            if kinds is None or tok.pos != "NOUN" or tok.dep == "compound":
                continue
            first = _phrase_first(sentence, tok)
            if first is None or _told_which(sentence, tok, drafts):
                continue
            draft = Draft(
                kind=MentionKind.PLACE,
                start=first.start,
                end=tok.end,
                head=tok,
                producer=CUES,
                weight=1.9,
                sentence=index,
            )
            named: dict[str, Draft] = {}
            fit: list[Draft] = []
            for other in places:
                near = within(scene, draft, other) or scene.sentences[other.sentence].role in _HEADINGS
                if (
                    near
                    and other.end <= draft.start
                    and other.chosen is not None
                    and _is_a(scene, other, tok.lower, kinds)
                ):
                    named[other.chosen.candidate_id or other.chosen.name] = other
                    fit.append(other)
            topic = _topic(scene, index, fit) if kinds & _SETTLED else None
            if topic is not None:
                yield _place_bound(draft, [topic], scene)
                continue
            called = {key: other for key, other in named.items() if _called(scene, other, tok.lower)}
            named = called or {key: other for key, other in named.items() if not _called_otherwise(scene, other)}
            if named:
                yield _place_bound(draft, list(named.values()), scene)


def _told_which(sentence: Sentence, tok: Token, drafts: list[Draft]) -> bool:
    """Say whether words behind the phrase tell which place is meant: *the city of X*, not *the city in March*."""
    after = sentence.tokens[tok.i + 1] if tok.i + 1 < len(sentence.tokens) else tok
    if after.lower in ("of", "with", "between", "called"):
        return True
    if after.lower not in ("at", "on", "near", "in"):
        return False
    behind = [tok for pobj in after.children("pobj") for tok in (pobj, *pobj.children("conj"))]
    named = any(
        draft.kind is MentionKind.PLACE and draft.start <= p.start < draft.end for p in behind for draft in drafts
    )
    return named or any(p.lemma in _LANDMARKS or p.lemma in _SITES for p in behind)


def _topic(scene: Scene, index: int, named: list[Draft]) -> Draft | None:
    """Return the place that the text is about: the last subject or object of a main clause in this or the two
    sentences before, else the one of the headline; None where that leaves two.
    """
    for back in range(3):
        topics = [other for other in named if other.sentence == index - back and _is_topic(scene, other)]
        if topics:
            return topics[-1]
    heads = {
        other.chosen.candidate_id or other.chosen.name: other
        for other in named
        if other.chosen is not None and scene.sentences[other.sentence].role in _HEADINGS
    }
    return next(iter(heads.values())) if len(heads) == 1 else None


def _is_topic(scene: Scene, draft: Draft) -> bool:
    if scene.sentences[draft.sentence].role in _HEADINGS:
        return False
    head = draft.head
    if head.dep == "pobj" and head.head.lower == "of" and head.head.head.lower in PLACE_WORDS:
        head = head.head.head
    if head.dep not in ("nsubj", "nsubjpass", "dobj"):
        return False
    verb = head.head
    return verb.dep in ("ROOT", "conj", "ccomp") and verb.pos in ("VERB", "AUX")


def _called(scene: Scene, draft: Draft, word: str) -> bool:
    """Say whether the text itself calls the place by the word: *X town*, *the town of X*."""
    if draft.head.lower == word:
        return True
    before = scene.text[max(0, draft.start - 30) : draft.start].lower().split()
    return word in before[-2:] and (before[-1] in (word, "of"))


def _called_otherwise(scene: Scene, draft: Draft) -> bool:
    return any(_called(scene, draft, word) for word in ("town", "city", "village"))


def _phrase_first(sentence: Sentence, tok: Token) -> Token | None:
    """Return the first word after the determiner of a definite phrase, None when it is not definite."""
    at = tok.i
    while at > 0 and sentence.tokens[at - 1].pos in ("ADJ", "NOUN") and sentence.tokens[at - 1].text.islower():
        at -= 1
    if at > 0 and sentence.tokens[at - 1].lower in DEFINITE:
        return sentence.tokens[at]
    return None


def _is_a(scene: Scene, draft: Draft, word: str, precisions: frozenset[str]) -> bool:
    best = draft.chosen
    if best is None or best.place is None:
        return False
    if draft.head.lower == word:
        return True
    if word in _NAMED_BY_WORD:
        return word in best.name.lower().split() or draft.head.lower == word
    if best.place.precision == "unlocated" and _QUARTER.search(scene.text, draft.start, draft.end + 14):
        return False
    if best.place.precision == "unlocated":  # a town that no gazetteer holds is the town all the same
        return word in _WIDEST or word == "city" if draft.head.lower not in _SITES else False
    if (best.place.radius_km or 0.0) > _WIDEST.get(word, math.inf):
        return False
    return best.place.precision in precisions and best.place.precision != "country"


def _place_bound(draft: Draft, named: list[Draft], scene: Scene) -> Draft:
    made: list[Reading] = []
    for other in named:
        meant = other.chosen
        if meant is None:
            continue
        words = scene.text[other.start : other.end]
        if len(named) == 1:
            why = because("antecedent", 0.7, f"it stands for {words!r}, what the text was speaking of just before")
        else:
            why = because("antecedent", -0.3, f"it may stand for {words!r} or for another place named shortly before")
        made.append(
            replace(
                meant,
                chosen=len(named) == 1,
                score=round(0.75 * meant.score + 0.1 if len(named) == 1 else 0.3, 3),
                reasons=(why,),
                antecedent_start=other.start,
                antecedent_end=other.end,
            )
        )
    return replace(draft, readings=made)
