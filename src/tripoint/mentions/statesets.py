"""Groups of states by a name that they share: *the three Baltic states, Gulf countries, the two Koreas*.

Nobody but the text says which states are meant, so the group is what is named: no member is put in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tripoint.mentions.draft import Draft, because, reading
from tripoint.mentions.placevalues import unlocated
from tripoint.mentions.producers import GROUPS
from tripoint.mentions.scene import Scene
from tripoint.mentions.stance import place_before
from tripoint.model import MentionKind
from tripoint.names import strict_key
from tripoint.resources.countries import by_key, countries, nationality
from tripoint.syntax import Sentence, Token

_STATES = frozenset({"states", "countries", "nations", "republics"})
_NUMBERS = frozenset("two three four five six seven eight nine ten both".split())
_NAMING = frozenset({"JJ", "NNP", "NNPS", "NN"})
_GIVEN = frozenset("aid support help assistance weapon arm ammunition missile money loan guarantee warning".split())
_GIVING = frozenset("give supply provide offer deliver sell pledge promise donate hand belong lend".split())
"""Verbs of what is given *to* somebody, where others go *to* a place."""


def state_sets(scene: Scene) -> Iterator[Draft]:
    """Yield the named groups of states of a document: as a place behind a preposition of place, else as who acts."""
    for index, sentence in enumerate(scene.sentences):
        for tok in sentence.tokens:
            first = _first(sentence, tok)
            if first is None:
                continue
            name = scene.doc.text[first.start : tok.end]
            start = _number(sentence, first).start
            why = [because("states", 0.6, "a group of states, named together")]
            place = place_before(tok) and not _given(tok)
            made = (
                reading(name, 0.6, why, place=unlocated(name))
                if place
                else reading(name, 0.6, why, actor_kind="government")
            )
            yield Draft(
                kind=MentionKind.PLACE if place else MentionKind.ACTOR,
                start=start,
                end=tok.end,
                head=tok,
                producer=GROUPS,
                weight=3.6,
                sentence=index,
                readings=[made],
            )


def _first(sentence: Sentence, tok: Token) -> Token | None:
    """The first word of the name whose last word is `tok`; None where it is no such name."""
    if tok.lower in _STATES:
        at = tok.i
        while at > 0 and _names(sentence.tokens[at - 1], at - 1):
            at -= 1
        named = at < tok.i and nationality(sentence.tokens[tok.i - 1].text) is None
        return sentence.tokens[at] if named and tok.text.islower() else None
    plural = tok.text[:1].isupper() and tok.lower.endswith("s") and tok.tag in {"NNS", "NNPS", "NNP"}
    counted = tok.i > 0 and sentence.tokens[tok.i - 1].lower in _NUMBERS
    if plural and counted and strict_key(tok.text[:-1]) in _lands():
        return sentence.tokens[tok.i - 1]  # *the two Koreas*
    return None


@lru_cache(maxsize=1)
def _lands() -> frozenset[str]:
    """The names of countries, and what two of them may share (*Korea*)."""
    return frozenset(by_key()) | {strict_key(country.name.split()[-1]) for country in countries().values()}


def _names(tok: Token, at: int) -> bool:
    """Whether the word before names a part of the world: in capitals, and not for opening the sentence."""
    return tok.text[:1].isupper() and tok.tag in _NAMING and (at > 0 or tok.tag in {"NNP", "NNPS"} or bool(tok.ent))


def _number(sentence: Sentence, first: Token) -> Token:
    before = sentence.tokens[first.i - 1] if first.i else first
    return before if before.lower in _NUMBERS and before.i == first.i - 1 else first


def _given(tok: Token) -> bool:
    """Whether something is given *to* them."""
    above = tok.head.head
    given = {above.lemma, *(kid.lemma for kid in above.children("dobj", "nsubjpass"))}
    return tok.head.lower == "to" and bool(given & (_GIVEN | _GIVING))
