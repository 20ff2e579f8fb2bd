"""Upper-case wire texts in mixed case, so that a parser and the stages can read them.

A word gets a capital when one of these holds, and keeps its small letter otherwise; lengths stay.

- it is the first word of a sentence;
- the parser takes it for a name in the text in small letters;
- it stands in a name of the register of actors, of a country, its people or its capital, or of a large town;
- it is no English word: the parser's lemmatiser does not list it, with or without a regular ending;
- most of its other places in the text gave it one;
- it stands between two words that have one, or behind a word for a person and before one;
- it is a title before one.

An abbreviation of the register, or one in brackets behind capitals, is written in capitals throughout.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tripoint.evals.muc4.lexicon import acronyms, english, names
from tripoint.model import Document
from tripoint.resources import parser
from tripoint.resources.claims import words
from tripoint.syntax import Sentence, Token
from tripoint.text import fold

TITLES = frozenset(
    "president general colonel major captain lieutenant sergeant mayor monsignor msgr father bishop archbishop senator "
    "deputy minister ambassador governor judge doctor dr mr mrs col gen maj capt lt sgt commander engineer "
    "attorney".split()
)
LONGEST = 6
"""Words of the longest name that is looked up."""
ACRONYM = re.compile(r"\(([a-z]{2,8}(?:-?\d{1,2})?)\)")
_INITIALS = re.compile(r"[a-z](\.[a-z])+\.?")


def recased(docs: Iterable[Document]) -> Iterator[Document]:
    """Yield documents of one case in mixed case; the table of the module says which words get a capital."""
    lowered = (replace(doc, text=doc.text.lower()) for doc in docs)
    for doc, sentences in parser.parse(lowered):
        capital, upper = _names_in(doc.text, sentences)
        kept = list(doc.text)
        for at in capital:
            kept[at] = kept[at].upper()
        for start, end in upper:
            kept[start:end] = doc.text[start:end].upper()
        yield replace(doc, text="".join(kept))


def _names_in(text: str, sentences: Iterable[Sentence]) -> tuple[set[int], list[tuple[int, int]]]:
    """Where a capital stands, and which stretches are all capitals."""
    capital: set[int] = set()
    upper: list[tuple[int, int]] = []
    held = list(sentences)
    shortened = {word for word in ACRONYM.findall(text) if not english(word)} | acronyms()
    named: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for sentence in held:
        tokens = sentence.tokens
        marked = _marked(text, tokens)
        for i, tok in enumerate(tokens):
            told[tok.lower] += 1
            named[tok.lower] += i in marked
    for sentence in held:
        tokens = sentence.tokens
        marked = _marked(text, tokens)
        marked |= {i for i, tok in enumerate(tokens) if len(tok.text) > 3 and named[tok.lower] * 2 > told[tok.lower]}
        marked |= _enclosed(tokens, marked)
        if tokens:
            marked.add(next((i for i, tok in enumerate(tokens) if tok.text[0].isalnum()), 0))
        for i in marked:
            capital.add(tokens[i].start)
        for tok in tokens:
            if tok.lower in shortened or tok.lower == "i" or _INITIALS.fullmatch(tok.lower):
                upper.append((tok.start, tok.end))
    return capital, upper


def _marked(text: str, tokens: list[Token]) -> set[int]:
    """Numbers of the tokens that are names by themselves."""
    found = {i for i, tok in enumerate(tokens) if tok.tag in {"NNP", "NNPS"} and not _common(tok)}
    found |= {i for i, tok in enumerate(tokens) if tok.text.isalpha() and len(tok.text) > 2 and not english(tok.lower)}
    for i in range(len(tokens)):
        for size in range(min(LONGEST, len(tokens) - i), 0, -1):
            piece = tokens[i : i + size]
            fits = size > 1 or piece[0].tag.startswith(("NN", "JJ"))
            if fits and fold(text[piece[0].start : piece[-1].end]) in names():
                found.update(
                    j for j in range(i, i + size) if size == 1 or len(tokens[j].text) > 3 or tokens[j].tag != "IN"
                )
                break
    return found


def _common(tok: Token) -> bool:
    """Titles and words that end in a common noun's ending are no names of their own for the small-letter parser."""
    return tok.lower in TITLES or tok.lower in _COMMON


_COMMON = frozenset(
    "army police department province neighborhood jurisdiction government guerrillas national central capital highway "
    "street avenue university battalion brigade infantry guard party front movement church embassy ministry court "
    "state bank radio agency community committee farm town city river hill station".split()
)
"""Nouns that stand in names as often as beside them: they get a capital only between two that have one."""


def _enclosed(tokens: list[Token], marked: set[int]) -> set[int]:
    """Nouns between two names, and nouns behind a title and before a name."""
    found: set[int] = set()
    for i in range(1, len(tokens) - 1):
        before, after = tokens[i - 1], tokens[i + 1]
        if i in marked or not tokens[i].tag.startswith(("NN", "JJ", "FW")) or i + 1 not in marked:
            continue
        role = before.lemma in TITLES or before.lemma in words()["titles"] or before.lemma in words()["people_nouns"]
        if (
            (
                (i - 1 in marked and before.lower not in TITLES and after.text.isalpha())
                or (role and tokens[i].tag == "NN")
            )
            and not _common(tokens[i])
            and tokens[i].lemma not in words()["people_nouns"]
        ):
            found.add(i)
    found |= {i - 1 for i in marked | found if i > 0 and tokens[i - 1].lower in TITLES and tokens[i].text.isalpha()}
    return found
