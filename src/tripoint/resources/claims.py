"""Claim types, the words that trigger them, and the general English that claims are read with."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import lru_cache
from typing import Any

import msgspec

from tripoint.errors import ResourceError
from tripoint.model import ClaimKind
from tripoint.resources.words import read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimType:
    """A row of resources/claims/types.yaml. `other` is the role of the side acted upon: target, recipient or none."""

    id: str
    kind: ClaimKind
    meaning: str
    other: str
    plover: tuple[str, str | None] | None
    cameo: str | None
    acled: str | None
    reciprocal: bool = False
    speech: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One sense of a trigger verb: the claim type, and what must hold for it (see the head of triggers.yaml)."""

    type: str
    obj: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    subj: tuple[str, ...] = ()
    subj_words: tuple[str, ...] = ()
    prep: tuple[str, ...] = ()
    tool: tuple[str, ...] = ()
    xcomp: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    prt: str | None = None
    passive: bool = False
    present: bool = False
    past: bool = False
    aircraft: bool = False
    loser: bool = False
    bare: bool = False
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compound:
    """A noun read by the word before it; `type` None means that it tells no claim."""

    nouns: frozenset[str]
    before: frozenset[str]
    type: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Triggers:
    """The words that tell acts and states."""

    verbs: dict[str, tuple[Sense, ...]]
    nouns: dict[str, str]
    compounds: tuple[Compound, ...]
    held: dict[str, str]
    strongholds: frozenset[str]
    kin: dict[str, str]
    leaning: frozenset[str]
    statuses: dict[str, str]
    light: dict[str, str]
    light_nouns: dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The word lists of resources/claims/words.yaml, as sets."""

    sets: dict[str, frozenset[str]]
    maps: dict[str, dict[str, str]]
    governors: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.sets[name]


def _load(name: str) -> Any:
    return read_yaml(f"claims/{name}")


@lru_cache(maxsize=1)
def claim_types() -> dict[str, ClaimType]:
    """Return every claim type by its id."""
    found: dict[str, ClaimType] = {}
    for row in _load("types.yaml")["types"]:
        row = {"reciprocal": False, "speech": False, **row}
        try:
            entry = msgspec.convert(row, ClaimType)
        except msgspec.ValidationError as error:
            raise ResourceError(f"claims/types.yaml: the type {row.get('id')!r} is wrong: {error}") from error
        if entry.id in found:
            raise ResourceError(f"claims/types.yaml: the type {entry.id!r} stands twice; keep one")
        found[entry.id] = entry
    return found


def _sense(lemma: str, row: dict[str, Any]) -> Sense:
    extra = set(row) - {f.name for f in fields(Sense)} - {"as"}
    if extra:
        raise ResourceError(
            f"claims/triggers.yaml: {lemma!r} has unknown keys {sorted(extra)}; see the head of the file"
        )
    if row["type"] not in claim_types():
        raise ResourceError(f"claims/triggers.yaml: {lemma!r} has the unknown type {row['type']!r}")
    filled = {("passive" if key == "as" else key): value for key, value in row.items()}
    filled["passive"] = filled.get("passive") == "passive"
    try:
        return msgspec.convert(filled, Sense)
    except msgspec.ValidationError as error:
        raise ResourceError(f"claims/triggers.yaml: a sense of {lemma!r} is wrong: {error}") from error


@lru_cache(maxsize=1)
def triggers() -> Triggers:
    """Return the trigger table, checked against the claim types."""
    raw = _load("triggers.yaml")
    unknown = {
        t for t in (*raw["nouns"].values(), *raw["held"].values(), *raw["kin"].values()) if t not in claim_types()
    }
    if unknown:
        raise ResourceError(f"claims/triggers.yaml names unknown types: {sorted(unknown)}")
    return Triggers(
        verbs={lemma: tuple(_sense(lemma, row) for row in rows) for lemma, rows in raw["verbs"].items()},
        nouns=raw["nouns"],
        compounds=tuple(
            Compound(nouns=frozenset(row["noun"]), before=frozenset(row["before"]), type=row["type"])
            for row in raw["compounds"]
        ),
        held=raw["held"],
        strongholds=frozenset(raw["strongholds"]),
        kin=raw["kin"],
        leaning=frozenset(raw["leaning"]),
        statuses=raw["statuses"],
        light=raw["light"],
        light_nouns=raw["light_nouns"],
    )


@lru_cache(maxsize=1)
def words() -> Words:
    """Return the word lists."""
    raw = _load("words.yaml")
    governors = {word: effect for effect, group in raw["governors"].items() for word in group}
    return Words(
        sets={name: frozenset(value) for name, value in raw.items() if isinstance(value, list)},
        maps={name: value for name, value in raw.items() if isinstance(value, dict) and name != "governors"},
        governors=governors,
    )


@lru_cache(maxsize=1)
def sources() -> frozenset[str]:
    """Return the nouns for those who are quoted without a name: sources of all kinds, and titles."""
    return words()["unnamed_heads"] | words()["titles"]


@lru_cache(maxsize=1)
def people() -> frozenset[str]:
    """Return the nouns for people: plain ones, sources and titles."""
    return words()["people_nouns"] | sources()


@lru_cache(maxsize=8)
def verbs_of(acts: frozenset[str]) -> frozenset[str]:
    """Return the verbs of which a sense tells one of these acts."""
    return frozenset(lemma for lemma, rows in triggers().verbs.items() if any(row.type in acts for row in rows))
