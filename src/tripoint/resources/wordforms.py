"""Part of speech and lemma of a word by its tag and relation: the parser's own rules, each asked once per form.

The rules of spaCy's attribute ruler and lemmatizer look at one word, its tag and its relation, but for a few that look
at two words (*let 's*, *gon na*). So their answer is remembered per form, and only those few pairs go through the rules
each time. What comes out is the same; it takes a tenth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_RULES = ("attribute_ruler", "lemmatizer")
_MOST = 500_000
_TOLD: list[int | str] = ["ORTH", "TAG", "DEP", "LOWER"]

_SLIPS = {
    "hoped": "hope", "hoping": "hope", "installed": "install", "installing": "install", "raped": "rape",
    "raping": "rape", "staged": "stage", "staging": "stage", "waged": "wage", "waging": "wage", "hated": "hate",
    "hating": "hate", "raged": "rage", "raging": "rage",
}  # fmt: skip
"""Verb forms that the parser's rules lead back to another word (*wag*, *stag*, *rap*)."""
_NOUN_SLIPS = {"bases": "base", "aircrafts": "aircraft"}
"""Nouns of which they do (*basis*)."""


class WordForms:
    """What the rules of `nlp` say of words, remembered."""

    def __init__(self, nlp: Language) -> None:
        from spacy.tokens import Doc

        self._doc = Doc
        self._vocab = nlp.vocab
        self._rules = [nlp.get_pipe(name) for name in _RULES]
        patterns = nlp.get_pipe("attribute_ruler").patterns  # type: ignore[attr-defined]
        self._pairs = {nlp.vocab.strings.add(word): rules for word, rules in _pairs(patterns).items()}
        _look_up_quickly(nlp.get_pipe("lemmatizer"))
        self._dep_class = _DepClasses(nlp.vocab.strings[name] for name in sorted(_relations(patterns)))
        self._known: dict[tuple[int, int, int], tuple[str, str]] = {}
        self._named, self._like = _named(patterns)
        self._ruled: dict[tuple[int, int], tuple[str, str]] = {}

    def of(self, doc: Doc) -> list[tuple[str, str]]:
        """Return the part of speech and the lower-case lemma of each token."""
        class_of, pairs = self._dep_class, self._pairs
        told = doc.to_array(_TOLD).tolist()
        found = [
            self._known.get((orth, tag, class_of[dep])) or self._remember(doc[at])
            for at, (orth, tag, dep, _) in enumerate(told)
        ]
        for at, (*_, lower) in enumerate(told):
            if lower not in pairs:
                continue
            for step, asked in pairs[lower]:
                if 0 <= at + step < len(doc) and _may_be(doc[at + step], asked):
                    low = min(at, at + step)
                    found[low : low + 2] = self._ask(doc[low], doc[low + 1])
        return found

    def _remember(self, tok: Token) -> tuple[str, str]:
        if len(self._known) >= _MOST:
            self._known.clear()
        (found,) = self._ask(tok) if self._is_named(tok) else self._ask_of_any(tok)
        found = (found[0], mended(tok.lower_, tok.tag_, found[1]))
        self._known[(tok.orth, tok.tag, self._dep_class[tok.dep])] = found
        return found

    def _is_named(self, tok: Token) -> bool:
        return tok.is_space or tok.lower_ in self._named or any(like.search(tok.lower_) for like in self._like)

    def _ask_of_any(self, tok: Token) -> list[tuple[str, str]]:
        """Do what `_ask` does for a word that no rule names: its part of speech is that of any such word."""
        key = (tok.tag, self._dep_class[tok.dep])
        if key not in self._ruled:
            alone = self._alone(tok)
            self._rules[0](alone)
            self._ruled[key] = (alone[0].pos_, str(alone[0].morph))
        pos, morph = self._ruled[key]
        alone = self._doc(self._vocab, words=[tok.text], tags=[tok.tag_], pos=[pos], morphs=[morph])
        self._rules[1](alone)
        return [(pos, alone[0].lemma_.lower())]

    def _ask(self, *tokens: Token) -> list[tuple[str, str]]:
        """Put the rules to a text of these tokens alone."""
        alone = self._alone(*tokens)
        for rule in self._rules:
            rule(alone)
        return [(tok.pos_, tok.lemma_.lower()) for tok in alone]

    def _alone(self, *tokens: Token) -> Doc:
        return self._doc(
            self._vocab,
            words=[tok.text for tok in tokens],
            tags=[tok.tag_ for tok in tokens],
            deps=[tok.dep_ for tok in tokens],
            heads=list(range(len(tokens))),
        )


def mended(word: str, tag: str, lemma: str) -> str:
    """The lemma of a word in lower case, where the rules lead it back to another word."""
    slips = _SLIPS if tag.startswith("VB") else _NOUN_SLIPS if tag == "NNS" else {}
    return slips.get(word, lemma)


class _DepClasses(dict[int, int]):
    """By relation: itself where a rule names it, else 1, or 0 for none. The rules tell no more apart."""

    def __init__(self, named: Iterable[int]) -> None:
        super().__init__((dep, dep) for dep in named)
        self[0] = 0

    def __missing__(self, dep: int) -> int:
        self[dep] = 1
        return 1


def _relations(asked: object) -> set[str]:
    """Return every text that stands under a DEP in the patterns."""
    if isinstance(asked, dict):
        return set().union(*(_texts(held) if key == "DEP" else _relations(held) for key, held in asked.items()))
    return set().union(*map(_relations, asked)) if isinstance(asked, list) else set()


def _texts(held: object) -> set[str]:
    if isinstance(held, str):
        return {held} if held else set()
    inner = held.values() if isinstance(held, dict) else held if isinstance(held, list) else ()
    return set().union(*map(_texts, inner))


def _look_up_quickly(lemmatizer: Any) -> None:
    """Let the lemmatizer find its tens of thousands of known words in sets, not by going through lists."""
    index = lemmatizer.lookups.get_table("lemma_index")
    for name in list(index):
        index[name] = frozenset(index[name])


def _pairs(patterns: list[dict[str, Any]]) -> dict[str, list[tuple[int, dict[str, Any]]]]:
    """Return, by one word of each pattern over two, where the other stands and what is asked of it.

    Raises ValueError for a pattern that is longer or names no word.
    """
    found: dict[str, list[tuple[int, dict[str, Any]]]] = {}
    for pattern in patterns:
        for asked in pattern["patterns"]:
            if len(asked) == 1:
                continue
            named = [(at, words) for at in (0, 1) for words in [_words(asked[at].get("LOWER"))] if words]
            if len(asked) > 2 or not named:
                raise ValueError(f"a rule of the parser over several words cannot be told from its words: {asked}")
            at, words = min(named, key=lambda pair: len(pair[1]))
            for word in words:
                found.setdefault(word, []).append((1 - 2 * at, asked[1 - at]))
    return found


def _named(patterns: list[dict[str, Any]]) -> tuple[frozenset[str], list[re.Pattern[str]]]:
    """Return the words that rules over one word name, and the patterns of such words.

    Raises ValueError for a rule that looks at anything else but tags and relations.
    """
    found: set[str] = set()
    like: list[re.Pattern[str]] = []
    for asked in (one for pattern in patterns for one in pattern["patterns"] if len(one) == 1):
        lower = asked[0].get("LOWER")
        if isinstance(lower, dict) and "REGEX" in lower:
            like.append(re.compile(lower["REGEX"]))
        elif not asked[0].keys() <= _LOOKED_AT or (lower is not None and not _words(lower)):
            raise ValueError(f"a rule of the parser looks at more than words, tags and relations: {asked}")
        found.update(_words(lower))
    return frozenset(found), like


_LOOKED_AT = {"TAG", "DEP", "LOWER", "IS_SPACE"}


def _words(asked: object) -> tuple[str, ...]:
    if isinstance(asked, str):
        return (asked,)
    return tuple(asked.get("IN", ())) if isinstance(asked, dict) else ()


def _may_be(tok: Token, asked: dict[str, Any]) -> bool:
    """Say whether the token may be what is asked: true where only the rules themselves can tell."""
    lower = asked.get("LOWER")
    if isinstance(lower, dict) and "REGEX" in lower:
        return re.search(lower["REGEX"], tok.lower_) is not None
    words = _words(lower)
    return (not words or tok.lower_ in words) and asked.get("DEP", tok.dep_) == tok.dep_
