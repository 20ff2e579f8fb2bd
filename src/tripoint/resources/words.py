"""Word lists of general English that mentions need: heads of groups, type words of places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from tripoint.errors import ResourceError
from tripoint.names import strict_key
from tripoint.resources.files import resource

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupHead:
    """A head noun of people or of a body: see resources/words/groups.yaml for the fields."""

    words: str
    kind: str
    role: str
    generic: bool
    loaded: bool
    capital: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceType:
    """A type word of places (*crossing*): `kind` as in the gazetteer; `after`: stands behind a name (*X crossing*).

    `kept`: belongs to the name (*al-Tanf crossing* is not the town). `before`: stands before (*town of X*).
    """

    words: str
    kind: str
    after: bool
    kept: bool
    before: bool


def read_yaml(name: str) -> Any:
    """Return what the YAML resource `name` holds."""
    path = resource(name)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.YAMLError as error:
        raise ResourceError(f"{name} is not YAML: {error}; mend the file") from error


def _rows(name: str) -> list[dict[str, Any]]:
    rows = read_yaml(name)
    if not isinstance(rows, list) or not all(isinstance(row, dict) and "words" in row for row in rows):
        raise ResourceError(f"{name}: expected a list of entries with `words`")
    return rows


@lru_cache(maxsize=1)
def group_heads() -> dict[str, GroupHead]:
    """Return the heads of groups by their words in lower case (`border guards`)."""
    found: dict[str, GroupHead] = {}
    for row in _rows("words/groups.yaml"):
        if not row.get("of_states"):
            found.update((head.words, head) for head in _heads(row))
    return found


@lru_cache(maxsize=1)
def state_heads() -> dict[str, GroupHead]:
    """Return the heads that mean a body of a state behind its nationality only (*Kenyan bombers, the Kenyan side*)."""
    return {head.words: head for row in _rows("words/groups.yaml") if row.get("of_states") for head in _heads(row)}


@lru_cache(maxsize=1)
def families() -> dict[str, str]:
    """Return the noun that heads of one meaning share, by head (`rebel groups` is `rebels`)."""
    return {words.lower(): row["family"] for row in _rows("words/families.yaml") for words in row["words"]}


@lru_cache(maxsize=1)
def all_heads() -> dict[str, GroupHead]:
    """Return the heads of groups with those that are such behind a nationality only."""
    return {**state_heads(), **group_heads()}


def _heads(row: dict[str, Any]) -> Iterator[GroupHead]:
    for words in row["words"]:
        yield GroupHead(
            words=words.lower(),
            kind=row["kind"],
            role=row["role"],
            generic=bool(row.get("generic", False)),
            loaded=bool(row.get("loaded", False)),
            capital=bool(row.get("capital", False)),
        )


@lru_cache(maxsize=1)
def place_types() -> dict[str, PlaceType]:
    """Return the type words of places by their words in lower case (`border crossing`)."""
    found: dict[str, PlaceType] = {}
    for row in _rows("words/places.yaml"):
        for words in row["words"]:
            found[words.lower()] = PlaceType(
                words=words.lower(),
                kind=row["kind"],
                after=bool(row.get("after", True)),
                kept=bool(row.get("kept", False)),
                before=bool(row.get("before", False)),
            )
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title before a person's name: see resources/words/titles.yaml for the fields."""

    lands: frozenset[str]
    kept: bool


@lru_cache(maxsize=1)
def titles() -> dict[str, Title]:
    """Return the titles of persons by their words in lower case."""
    return {
        word: Title(lands=frozenset(row.get("lands") or ()), kept=bool(row.get("kept", False)))
        for row in _rows("words/titles.yaml")
        for word in row["words"]
    }


@lru_cache(maxsize=1)
def plain_titles() -> frozenset[str]:
    """Return the titles that are titles wherever a document is set."""
    return frozenset(word for word, title in titles().items() if not title.lands)


@lru_cache(maxsize=1)
def body_words() -> dict[str, str]:
    """Return the kind of body that each word begins the name of, by the word as names are compared (`liwa`)."""
    return {strict_key(word): row["kind"] for row in _rows("words/bodies.yaml") for word in row["words"]}


@lru_cache(maxsize=1)
def last_words() -> frozenset[str]:
    """Return the words that heads of groups end with: any other word ends none."""
    return frozenset(words.rpartition(" ")[2] for words in all_heads())


def longest_ending(words: Sequence[str], table: dict[str, GroupHead] | dict[str, PlaceType]) -> int:
    """Return how many of the last `words` are the longest entry of `table` (0 = none)."""
    for size in range(min(4, len(words)), 0, -1):
        if " ".join(words[-size:]) in table:
            return size
    return 0
