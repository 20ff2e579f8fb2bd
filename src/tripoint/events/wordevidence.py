"""What words alone tell of two claims: the evidence, and the reason that weighs it by fitted weights.

It speaks where one of two claims names no side, place, day or number, in place of the reasons that weigh words by hand.
"""

from __future__ import annotations

import math
from functools import lru_cache

from tripoint.comparison.occasions import CLOSE, NEAR, TOUCHING
from tripoint.comparison.wording import likeness
from tripoint.events.profile import Profile
from tripoint.events.setting import Setting
from tripoint.resources.wordmeanings import rank, word_likeness
from tripoint.resources.wordweights import WordWeights

COMMON: tuple[tuple[str, tuple[float, ...]], ...] = (
    ("words in common", (0.0, 0.2, 0.4, 0.7, 1.0)),
    ("how rare the words are that tell it", (7.0, 8.0, 9.5, 10.5)),
    ("how alike they are in meaning", (0.4, 0.7, 0.9, 1.0)),
    ("how far into their texts", (0.0, 200.0, 400.0, 800.0, 1500.0)),
    ("neither names more", (0.0, 1.0)),
)
"""Evidence of any two claims, each piece with the knots of its curve."""
WITHIN = (*COMMON, ("one sentence", (0.0, 1.0)), ("characters between them", (0.0, 400.0, 1600.0, 6000.0)))
"""Evidence of two claims of one text."""
BETWEEN = (*COMMON, ("texts alike", (0.0, 1.0, 2.0, 3.0)), ("rare words both hold", (0.0, 1.0, 2.0)))
"""Evidence of claims of two texts. It takes no more from the case than what a kept judgement is checked by."""
_FAR = 1500
_HEAD = 200
_UNKNOWN = 10.5


def words_alone(a: Profile, b: Profile, setting: Setting, weights: WordWeights) -> tuple[float, str]:
    """Return what words weigh where one claim names nothing but its act, and the sentence that tells it."""
    told = evidence(a, b, setting)
    together = a.claim.document_id == b.claim.document_id
    return (weights.within if together else weights.between).score(told), _sentence(a, b, told, together=together)


def evidence(a: Profile, b: Profile, setting: Setting) -> tuple[float, ...]:
    """Return what words tell of two claims, in the order of `WITHIN` or `BETWEEN`."""
    common = (
        likeness(a.content, b.content),
        (_rarity(a.word) + _rarity(b.word)) / 2,
        word_likeness(a.word, b.word),
        (min(a.start, _FAR) + min(b.start, _FAR)) / 2,
        float(a.wordy and b.wordy),
    )
    if a.claim.document_id == b.claim.document_id:
        return *common, float(a.sentence == b.sentence), float(abs(a.start - b.start))
    like = setting.occasion(a, b)
    level = (like >= TOUCHING) + (like >= NEAR) + (like >= CLOSE)
    return *common, float(level), float(min(2, len(a.rare & b.rare)))


@lru_cache(maxsize=1 << 14)
def _rarity(word: str) -> float:
    place = rank(word)
    return _UNKNOWN if place is None else min(_UNKNOWN, math.log(max(1, place)))


def _sentence(a: Profile, b: Profile, told: tuple[float, ...], *, together: bool) -> str:
    like, _, alike, at, both, *_ = told
    said = [
        "told by the same word" if a.word == b.word else f"*{a.word}* and *{b.word}* are {max(0.0, alike):.0%} alike",
        f"{like:.0%} of the words in common",
    ]
    if at <= _HEAD:
        said.append("at the head of the text" if together else "at the head of both texts")
    if not together and told[5] >= 2:
        said.append("the texts share words that are rare in the case")
    who = "neither names" if both else "one names no"
    return f"{who} side, place, day or number, so words decide: {', '.join(said)}"
