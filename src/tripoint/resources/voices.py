"""The words by which a text gives words, thoughts and wishes to somebody (resources/claims/voices.yaml)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache

import msgspec

from tripoint.errors import ResourceError
from tripoint.resources.claims import people
from tripoint.resources.words import read_yaml

_FILE = "claims/voices.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceWords:
    """The lists of the file, under the names they have there; its comments say what each is for."""

    clause: frozenset[str]
    quotation_only: frozenset[str]
    infinitive: frozenset[str]
    addressed: frozenset[str]
    object: frozenset[str]
    told_objects: frozenset[str]
    prepositions: dict[str, frozenset[str]]
    told_prepositions: frozenset[str]
    naming: frozenset[str]
    compared_to: frozenset[str]
    documents: frozenset[str]
    document_verbs: frozenset[str]
    nouns: frozenset[str]
    telling_nouns: frozenset[str]
    adjectives: frozenset[str]
    bodies: frozenset[str]
    speaking_nouns: frozenset[str]
    publishers: frozenset[str]
    relaying: frozenset[str]
    frames: frozenset[str]


@lru_cache(maxsize=1)
def voice_words() -> VoiceWords:
    """Return the lists; raises ResourceError where the file breaks their form."""
    raw = read_yaml(_FILE)
    known = {field.name for field in fields(VoiceWords)}
    if not isinstance(raw, dict) or set(raw) != known:
        raise ResourceError(f"{_FILE}: expected the lists {sorted(known)}")
    try:
        return msgspec.convert(raw, VoiceWords)
    except msgspec.ValidationError as error:
        raise ResourceError(f"{_FILE}: {error}; every entry is a list of words") from error


@lru_cache(maxsize=1)
def sayers() -> frozenset[str]:
    """Return the nouns for people, and for who speaks for others."""
    return people() | voice_words().speaking_nouns
