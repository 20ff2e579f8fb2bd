"""Known names over the pieces of a sentence: actors, persons, countries and nationalities, longest first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tripoint.mentions.pieces import Piece
from tripoint.names import key_words, loose_key, loose_word, strict_key
from tripoint.resources.actors import Actor, register
from tripoint.resources.countries import countries

_ACRONYM = re.compile(r"[A-Z][A-Z0-9.&-]*[A-Z0-9.]s?\Z")
_MIXED = re.compile(r"[A-Z][a-z][A-Z]{1,2}")
"""Initials with a small letter among them (*LeT*), which are a word of English when written otherwise."""
_LOOSE_LEAST = 7
_OWNING = re.compile(r"['’]s(?=\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A known name: of an `actor`, or of a country (`iso2`, `adjective` for a nationality).

    `acronym` must be written in capitals. `framing` marks a loaded name; `shared` one that several actors have, and
    `own` that it is the very name of this one.
    """

    words: tuple[str, ...]
    text: str
    actor: Actor | None = None
    iso2: str | None = None
    adjective: bool = False
    acronym: bool = False
    framing: bool = False
    shared: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Pieces [first, last) carry the same name as `phrases` (several when it is shared). `loose`: by the loose key."""

    first: int
    last: int
    phrases: tuple[Phrase, ...]
    loose: bool = False

    @property
    def actor(self) -> Actor | None:
        """The actor of the first phrase."""
        return self.phrases[0].actor

    @property
    def iso2(self) -> str | None:
        """The country of the first phrase."""
        return self.phrases[0].iso2


class Lexicon:
    """A trie over key words."""

    def __init__(self, phrases: list[Phrase]) -> None:
        self._strict: dict[str, dict[tuple[str, ...], list[Phrase]]] = {}
        self._loose: dict[str, dict[tuple[str, ...], list[Phrase]]] = {}
        for phrase in phrases:
            self._strict.setdefault(phrase.words[0], {}).setdefault(phrase.words, []).append(phrase)
            words = tuple(loose_word(word) for word in phrase.words)
            if (
                len(words) > 1
                and not phrase.acronym
                and phrase.actor is not None
                and sum(map(len, phrase.words)) >= _LOOSE_LEAST
            ):
                self._loose.setdefault(words[0], {}).setdefault(words, []).append(phrase)
        self._longest = max((len(phrase.words) for phrase in phrases), default=0)

    def scan(self, found: list[Piece]) -> list[Hit]:
        """Return the longest hits, left to right, none overlapping another."""
        hits: list[Hit] = []
        at = 0
        while at < len(found):
            if found[at].article:
                at += 1
                continue
            hit = self._at(found, at)
            if hit is None:
                at += 1
            else:
                hits.append(hit)
                at = hit.last
        return hits

    def _at(self, found: list[Piece], at: int) -> Hit | None:
        strict = self._strict.get(found[at].key)
        loose = self._loose.get(found[at].loose) if found[at].capital else None
        if strict is None and loose is None:
            return None
        run = _run(found, at, self._longest)
        for table, is_loose in ((strict, False), (loose, True)):
            if table is None:
                continue
            keys = [found[i].loose if is_loose else found[i].key for i in run]
            for size in range(len(run), 0, -1):
                phrases = table.get(tuple(keys[:size]))
                if phrases is None:
                    continue
                fit = _one_each([phrase for phrase in phrases if _written(phrase, [found[i] for i in run[:size]])])
                if fit:
                    return Hit(first=at, last=run[size - 1] + 1, phrases=fit, loose=is_loose)
        return None


def _one_each(phrases: list[Phrase]) -> tuple[Phrase, ...]:
    """Keep one spelling of each actor, the loaded one first (it must not lose its framing)."""
    kept: dict[str, Phrase] = {}
    for phrase in sorted(phrases, key=lambda one: not one.framing):
        kept.setdefault(phrase.actor.id if phrase.actor is not None else f"{phrase.iso2} {phrase.adjective}", phrase)
    return tuple(kept.values())


def _run(found: list[Piece], at: int, longest: int) -> list[int]:
    run = [at]
    i = at + 1
    while i < len(found) and found[i].joined and len(run) < longest:
        if not found[i].article:
            run.append(i)
        i += 1
    return run


def _shouted(text: str) -> bool:
    """Say whether a word is set in capitals, but for a plural's last letter (*IEDs*; *Is* opens a sentence)."""
    return text.upper() == text or (len(text) > 2 and text[:-1].isupper())


def _written(phrase: Phrase, run: list[Piece]) -> bool:
    if phrase.acronym:
        return all(_shouted(piece.text) for piece in run)
    if phrase.text[:1].islower():
        return True
    if _MIXED.fullmatch(phrase.text):
        return run[0].text == phrase.text or run[0].text.isupper()
    if phrase.text[:1].isdigit():
        return any(piece.capital for piece in run[1:])  # *4th Division*
    return run[0].capital and (len(run[0].text) > 3 or not run[0].text.isupper() or len(run) > 1 or phrase.adjective)


def _as_pieces(name: str) -> set[tuple[str, ...]]:
    """Return the words of a name as pieces have them: *People's* with its ending cut off, and as it is."""
    return {tuple(key_words(name)), tuple(key_words(_OWNING.sub("", name)))}


_OWNERS = frozenset("person armed_group militia umbrella army coalition".split())
"""Kinds of actors that own what they fight with, in text that lost its apostrophes (*Assads air force*)."""


def _owning(name: str, kind: str) -> set[tuple[str, ...]]:
    """Return the words of a name with an *s* whose apostrophe was lost, where such a name may own something."""
    words = key_words(name)
    if kind not in _OWNERS or not words or words[-1].endswith("s") or not words[-1].isalpha():
        return set()
    return {(*words[:-1], f"{words[-1]}s")}


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon of the shipped register and countries."""
    phrases: list[Phrase] = []
    for actor in register():
        shares = {strict_key(name) for name in actor.ambiguous}
        for names, framing, shared in (
            ((actor.name, *actor.aliases), False, False),
            (actor.framing, True, False),
            (actor.ambiguous, False, True),
        ):
            for name in names:
                if not shared and strict_key(name) in shares:
                    continue  # its own name, which another bears too
                for words in _as_pieces(name) | _owning(name, actor.kind):
                    phrases.append(
                        Phrase(
                            words=words,
                            text=name,
                            actor=actor,
                            acronym=_ACRONYM.fullmatch(name) is not None,
                            framing=framing,
                            shared=shared,
                            own=shared and loose_key(name) == loose_key(actor.name),
                        )
                    )
    for country in countries().values():
        for names, adjective in (((country.name, *country.aliases), False), (country.adjectives, True)):
            for name in names:
                known = Phrase(
                    words=tuple(key_words(name)),
                    text=name,
                    iso2=country.iso2,
                    adjective=adjective,
                    acronym=_ACRONYM.fullmatch(name) is not None,
                )
                phrases.append(known)
        known_s = Phrase(
            words=(strict_key(country.name) + "s",), text=f"{country.name}s", iso2=country.iso2, adjective=True
        )
        if " " not in country.name and not country.name.endswith("s"):
            phrases.append(known_s)  # *Syrias army*: the apostrophe that scraped text loses
    return Lexicon([phrase for phrase in phrases if phrase.words])
