"""The English words that the parser knows: what its lemmatiser lists, by part of speech."""

from __future__ import annotations

from functools import lru_cache

from tripoint.resources.engine import spacy
from tripoint.resources.parser import MODEL

PARTS = ("noun", "verb", "adj", "adv")


@lru_cache(maxsize=1)
def listed_words() -> dict[str, frozenset[str]]:
    """Return small-letter words by part of speech (PARTS), and the commonest words of any under `stop`."""
    language = spacy().load(MODEL, exclude=["parser", "ner", "tagger", "tok2vec"])
    lookups = language.get_pipe("lemmatizer").lookups
    index, irregular = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
    found = {part: frozenset(index.get(part, ())) | frozenset(irregular.get(part, ())) for part in PARTS}
    return found | {"stop": frozenset(spacy().util.get_lang_class("en").Defaults.stop_words)}
