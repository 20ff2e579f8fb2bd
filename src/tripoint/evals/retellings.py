"""What a page makes of another's article: cut, edited, re-titled, framed. Choices are made by a digest of the words."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256

Recipe = Callable[[list[str]], list[str]]
"""Paragraphs of an article -> paragraphs of what another page makes of it."""
Recipes = tuple[tuple[str, Recipe], ...]
_SWAPS = dict(
    pair.split(":")
    for pair in (
        "said:stated killed:slain troops:soldiers soldiers:troops forces:units army:military city:town town:city "
        "near:around after:following attack:assault attacked:assaulted captured:seized struck:hit destroyed:wrecked "
        "large:big began:started many:numerous part:portion people:persons residents:inhabitants reported:related "
        "announced:declared officials:authorities region:area hours:time several:some told:informed early:first "
        "about:around while:whereas also:too before:until against:versus still:yet more:further now:currently"
    ).split()
)
"""Words for words, as an editor in a hurry changes them."""
FILLERS = (
    "This is what else was written today, gathered by our desk for readers in a hurry.",
    "None of these reports could be checked by us; the links to the papers stand below each of them.",
    "Tomorrow's round-up will appear at noon, an hour later than usual, because of the holiday.",
)
TITLES = (
    "What we know so far",
    "Nouvelles du front",
    "Morning report: the latest",
    "Lage am Abend",
    "Developing story",
)


def _pick(text: str, one_in: int) -> bool:
    """Whether the digest of `text` chooses it, as it does one in so many."""
    return int.from_bytes(sha256(text.encode("utf-8")).digest()[:4], "big") % one_in == 0


def _retitled(paragraphs: list[str]) -> list[str]:
    return paragraphs


def _cut(paragraphs: list[str]) -> list[str]:
    return paragraphs[: max(2, (len(paragraphs) + 1) // 2)]


def _swapped(paragraphs: list[str], *, one_in: int) -> list[str]:
    def swap(match: re.Match[str]) -> str:
        word = match[0]
        chosen = _pick(match.string[max(0, match.start() - 20) : match.end()], one_in)
        return _SWAPS.get(word, word) if chosen else word

    return [re.sub(r"\b[a-z]+\b", swap, paragraph) for paragraph in paragraphs]


def _edited(paragraphs: list[str]) -> list[str]:
    """Words changed, sentences dropped, the second half told before the first."""
    kept = [" ".join(one for one in re.split(r"(?<=[.!?]) ", text) if not _pick(one, 7)) for text in paragraphs]
    kept = [text for text in _swapped(kept, one_in=3) if text]
    half = len(kept) // 2
    return [*kept[half:], *kept[:half]]


def _run_together(paragraphs: list[str]) -> list[str]:
    """All words of the common table changed, the text in one paragraph, in other marks."""
    text = " ".join(_swapped(paragraphs, one_in=2))
    return [text.replace('"', "”").replace("'", "’").replace(" - ", " – ")]


def _shortened(paragraphs: list[str]) -> list[str]:
    """A third of the article, edited, with attributions put in."""
    kept = _edited(paragraphs[: max(3, len(paragraphs) // 3 + 1)])
    return [re.sub(r"\.$", ", the statement said.", text) for text in kept]


def _reworded(paragraphs: list[str]) -> list[str]:
    """Every word of the common table changed and a word put in after every ninth: hardly a copy any more."""
    words = [text.split() for text in _swapped(paragraphs, one_in=1)]
    return [" ".join(f"{word} then" if i % 9 == 8 else word for i, word in enumerate(text)) for text in words]


def _framed(paragraphs: list[str]) -> list[str]:
    """The article inside a page's own words."""
    return [FILLERS[0], *paragraphs, FILLERS[2]]


RECIPES: Recipes = (
    ("re-titled", _retitled),
    ("cut to half", _cut),
    ("some words changed", lambda paragraphs: _swapped(paragraphs, one_in=4)),
    ("edited: words, sentences, order", _edited),
    ("run together, words changed", _run_together),
    ("framed by own words", _framed),
    ("a third, edited", _shortened),
)
"""What is made of each article."""
BEYOND: Recipes = (("reworded throughout", _reworded),)
"""What is measured and counts in no figure: to see where finding ends."""
