"""Keys under which different spellings of one name meet: a strict key and a loose one for Arabic-Latin spellings.

The strict key only forgets accents, case, quotes, hyphens and Arabic articles (*al-Qa'im*, *Al Qaim*: `qaim`).
The loose key also forgets what transliterations disagree about (*Qaem*, *Kaim*: `kim`); it must count for less.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tripoint.text import fold

PLAIN_ARTICLES = frozenset({"al", "el", "ul", "il"})
"""Articles that stand before any letter."""

ASSIMILATED = {
    **{vowel + letter: letter for vowel in "aeu" for letter in ("t", "d", "s", "r", "n", "z")},
    **{vowel + letter: letter for vowel in "ae" for letter in ("sh", "th", "dh")},
}
"""Articles whose consonant has become that of the next word (*at-Tanf*), with that consonant."""

ARTICLES = PLAIN_ARTICLES | frozenset(ASSIMILATED)
"""All words that may be an article."""

_SILENT = str.maketrans("", "", "'\"ʿʾʻʼˈ.’‘`´")
_SPLIT = re.compile(r"[\W_]+")


def is_article(word: str, following: str) -> bool:
    """Say whether the folded `word` is an Arabic article before the folded word `following`."""
    if word in PLAIN_ARTICLES:
        return True
    letter = ASSIMILATED.get(word)
    return letter is not None and following.startswith(letter)


def key_words(text: str) -> list[str]:
    """Return the folded words of a name, without quotes and articles."""
    found = [word for word in _SPLIT.split(fold(text).translate(_SILENT)) if word]
    kept = [
        word for word, after in zip(found, [*found, ""][1:], strict=True) if not after or not is_article(word, after)
    ]
    return kept or found


@lru_cache(maxsize=20_000)
def strict_key(text: str) -> str:
    """Return the key that spellings of one name share but for accents, case, quotes, hyphens and articles."""
    return " ".join(key_words(text))


_LOOSE_STEPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), with_)
    for pattern, with_ in (
        (r"^[ae](?=(dd|ss|rr|nn|zz|tt|shsh))", ""),  # a glued article: ezzor, arraqqah
        (r"(?:ck|q|c(?!h))", "k"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"ph", "f"),
        (r"dj", "j"),
        (r"w", "u"),
        (r"o", "u"),
        (r"[ye]", "i"),
        (r"(.)\1+", r"\1"),
        (r"a+u", "u"),
        (r"a+i", "i"),
        (r"(.)\1+", r"\1"),
        (r"(?<=..)h$", ""),
        (r"(?<=...)[ai]$", ""),
    )
)
_BU = re.compile(r"^(?:al|a)?bu(?=.{3})")


@lru_cache(maxsize=65536)
def loose_word(word: str) -> str:
    """Return what is left of one folded word when transliterations no longer disagree."""
    for pattern, with_ in _LOOSE_STEPS:
        word = pattern.sub(with_, word)
    return word


def loose_join(found: Sequence[str]) -> str:
    """Return the loose key of folded words that stand in a row."""
    return _BU.sub("bu", "".join(loose_word(word) for word in found))


@lru_cache(maxsize=20_000)
def loose_key(text: str) -> str:
    """Return the key that transliterations of one name share, words run together (*Deir Ezzor*, *Dayr az-Zawr*)."""
    return loose_join(key_words(text))
