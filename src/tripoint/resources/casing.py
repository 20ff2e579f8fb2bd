"""Headlines are given running-text case before parsing, and lose their site's name, since a parser takes every capital
for a name."""

from __future__ import annotations

import re
from functools import lru_cache

from tripoint.resources.claims import triggers, words

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ENDINGS = ("", "s", "es", "ed", "d", "ing")
_IRREGULAR = frozenset(
    "taken retaken overrun held fought shot slain struck fallen fell fled lost won sent left told said hurt driven "
    "withdrawn broken beaten met seen found kept dead foiled stormed".split()
)
"""Forms of verbs that no ending tells."""
_FUNCTION = frozenset(
    "least most than some nearly about around no all two three four five six seven eight nine ten dozens hundreds "
    "a an and after against amid are as at away be been before between but by during for from has have "
    "in into is its near "
    "not of off on or out over that the their to under up was were will with within without says new more".split()
)


_COMMON = ("people_nouns", "place_nouns", "weapon_nouns", "aircraft_nouns", "force_nouns", "counting_nouns", "measures")
"""Kinds of nouns that are common words, whatever case a headline gives them."""


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """Word forms that tell acts, in their regular inflections."""
    stems = {*triggers().verbs, *triggers().nouns, *triggers().light, *triggers().light_nouns}
    for kind in _COMMON:
        stems |= words()[kind]
    forms = {stem + ending for stem in stems for ending in _ENDINGS}
    forms |= {stem[:-1] + ending for stem in stems if stem.endswith("e") for ending in ("ed", "ing")}
    return frozenset(_IRREGULAR | forms | {stem[:-1] + "ies" for stem in stems if stem.endswith("y")})


def is_title_case(text: str) -> bool:
    """Whether most words of at least four letters are capitalised, in a line of four words or more."""
    long = [word for word in _WORD.findall(text) if len(word) > 3]
    return len(long) >= 4 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)


_SITE = re.compile(r"(?<=\S)(?:\s+[|»]\s+[^|»\n]{2,40})+\s*$")


def without_site(title: str) -> str:
    """Return a headline of the same length in which the names of site and section behind bars are blanks."""
    found = _SITE.search(title)
    if found is None or len(title[: found.start()].split()) < 3:
        return title
    return title[: found.start()] + " " * (len(title) - found.start())


def running_words(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words a text uses in lower case, and those it capitalises inside a sentence (both folded to lower case)."""
    lower: set[str] = set()
    names: set[str] = set()
    for match in _WORD.finditer(text):
        word = match.group()
        if word[0].islower():
            lower.add(word)
        elif match.start() > 1 and text[match.start() - 1] == " " and text[match.start() - 2] not in '.!?:"”“':
            names.add(word.lower())
    return frozenset(lower), frozenset(names)


def recase(title: str, lower: frozenset[str], names: frozenset[str]) -> str:
    """Return `title` with its common words in lower case, at the same length; names keep their capitals.

    A word is common when the article's running text has it in lower case and never as a name, or when it is a
    function word or a word that tells an act.
    """

    def plain(match: re.Match[str]) -> str:
        word = match.group()
        small = word.lower()
        if match.start() == 0 or len(small) != len(word) or (word.isupper() and len(word) > 1):
            return word
        common = small in _FUNCTION or (small not in names and (small in lower or small in _telling()))
        return small if common else word

    return _WORD.sub(plain, title)
