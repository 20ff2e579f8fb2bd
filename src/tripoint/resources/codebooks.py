"""Codebooks: the words by which an act between two sides gets its root in an event ontology."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import msgspec

from tripoint.errors import ResourceError
from tripoint.resources.words import read_yaml

ROOTS = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT".split()
)
"""The event types of the PLOVER manual of 2024."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A verb that tells its class only in company: of an object, a preposition, a particle or an infinitive."""

    verb: tuple[str, ...]
    obj: tuple[str, ...] = ()
    prep: tuple[str, ...] = ()
    prt: tuple[str, ...] = ()
    inf: bool = False

    @property
    def conditions(self) -> int:
        """How much company it asks for; an object says most."""
        return 2 * bool(self.obj) + bool(self.prep) + bool(self.prt) + self.inf


@dataclass(frozen=True, slots=True, kw_only=True)
class Compound:
    """A noun read with one of the words before it: *hunger strike*, *peacekeeping operation*."""

    noun: tuple[str, ...]
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActClass:
    """A class of acts: its root and mode, the CAMEO codes it stands for, and the words that tell it."""

    id: str
    root: str
    cameo: tuple[str, ...]
    meaning: str
    mode: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    compounds: tuple[Compound, ...] = ()
    frames: tuple[Frame, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """A word that makes something of the act under it; `alone` is its root where it stands over none."""

    effect: str
    alone: str | None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    frames: tuple[Frame, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """The table, by lemma. Keys of `words` and `operators` are (part of speech, lemma): verb, noun or adjective.

    `compounds` go from a noun to the words before it and the class they tell together.
    """

    words: dict[tuple[str, str], ActClass]
    compounds: dict[str, tuple[tuple[frozenset[str], ActClass], ...]]
    frames: dict[str, tuple[tuple[Frame, ActClass | Operator], ...]]
    operators: dict[tuple[str, str], Operator]


PARTS = (("verb", "verbs"), ("noun", "nouns"), ("adjective", "adjectives"))


@lru_cache(maxsize=1)
def plover() -> Codebook:
    """Return the PLOVER table; raises ResourceError where a word has two roots or a root is unknown."""
    raw = read_yaml("codebooks/plover.yaml")
    try:
        classes = msgspec.convert(raw["classes"], list[ActClass])
        operators = msgspec.convert(raw["operators"], list[Operator])
    except (msgspec.ValidationError, KeyError, TypeError) as error:
        raise ResourceError(f"codebooks/plover.yaml is wrong: {error}; see the head of the file") from error
    words: dict[tuple[str, str], ActClass] = {}
    compounds: dict[str, list[tuple[frozenset[str], ActClass]]] = {}
    frames: dict[str, list[tuple[Frame, ActClass | Operator]]] = {}
    for one in classes:
        if one.root not in ROOTS:
            raise ResourceError(f"codebooks/plover.yaml: {one.id} has the unknown root {one.root!r}")
        for part, listed in PARTS:
            for lemma in getattr(one, listed):
                held = words.setdefault((part, lemma), one)
                if held.root != one.root:
                    raise ResourceError(
                        f"codebooks/plover.yaml: the {part} {lemma!r} stands in {held.id} and in {one.id}; keep one, "
                        "or make one a frame"
                    )
        for row in one.compounds:
            for lemma in row.noun:
                compounds.setdefault(lemma, []).append((frozenset(row.before), one))
    entries: list[ActClass | Operator] = [*operators, *classes]
    for entry in entries:
        for frame in entry.frames:
            for lemma in frame.verb:
                frames.setdefault(lemma, []).append((frame, entry))
    return Codebook(
        words=words,
        compounds={lemma: tuple(held) for lemma, held in compounds.items()},
        frames={lemma: tuple(sorted(held, key=lambda pair: -pair[0].conditions)) for lemma, held in frames.items()},
        operators=_operators(operators),
    )


def _operators(operators: list[Operator]) -> dict[tuple[str, str], Operator]:
    found: dict[tuple[str, str], Operator] = {}
    for one in operators:
        for part, listed in PARTS:
            for lemma in getattr(one, listed):
                found.setdefault((part, lemma), one)
    return found
