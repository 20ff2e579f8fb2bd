"""Noun phrases of an act: whom or what it met, by the sentence tree, and how the task writes them."""

from __future__ import annotations

from collections.abc import Iterator

from tripoint.claims.tree import OBJECTS, is_passive, is_verb, joined
from tripoint.syntax import Token
from tripoint.text import fold, words

_LEFT = frozenset({"det", "nummod", "predet", "poss", "quantmod", "punct", "cc", "preconj", "advmod"})
_WITH = frozenset({"compound", "amod", "nmod", "poss", "case", "nummod", "quantmod"})
_ON_NOUNS = frozenset({"of", "on", "against", "upon", "at", "in"})
_NEAR = frozenset(
    {"at", "outside", "near", "inside", "in", "under", "front", "against", "on", "by", "beside", "opposite"}
)
_SUFFERING = frozenset({"die", "perish", "disappear", "explode", "burn"})
NUMBERS = {
    word: i
    for i, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
    )
}


def patients(tok: Token) -> list[Token]:
    """Return the heads of the phrases that the act told by `tok` is done to, joined ones included."""
    found: list[Token] = []
    for head in _patients(tok):
        found.extend(one for one in joined(head) if one not in found)
    return found


def _patients(tok: Token) -> Iterator[Token]:
    if is_verb(tok):
        if is_passive(tok):
            yield from tok.children("nsubjpass")
            if tok.dep in {"acl", "amod"} and not tok.children("nsubjpass"):
                yield tok.head
            if tok.dep == "relcl":
                yield from _relative(tok)
            if tok.dep == "conj" and is_verb(tok.head) and not tok.children("nsubjpass", "nsubj"):
                yield from tok.head.children("nsubjpass", "nsubj")
        else:
            yield from tok.children(*OBJECTS)
            if tok.lemma in _SUFFERING:
                yield from tok.children("nsubj")
                if tok.dep == "relcl":
                    yield from _relative(tok)
        yield from _behind(tok, _NEAR)
        return
    yield from tok.children("poss")
    yield from _behind(tok, _ON_NOUNS | _NEAR)
    if is_verb(tok.head) and tok.dep in {"dobj", "obj", "nsubjpass", "nsubj"}:
        yield from _behind(tok.head, _NEAR)


def _relative(tok: Token) -> Iterator[Token]:
    if any(kid.tag in {"WP", "WDT"} for kid in tok.children("nsubj", "nsubjpass")):
        yield tok.head


def _behind(tok: Token, words: frozenset[str]) -> Iterator[Token]:
    for prep in tok.children("prep"):
        if prep.lower not in words:
            continue
        for kid in prep.children("pobj"):
            if kid.lower == "front":
                yield from (one for of in kid.children("prep") for one in of.children("pobj"))
            else:
                yield kid


def phrase(head: Token) -> list[Token]:
    """Return the words of a noun phrase up to its head: adjectives and compounds, no article and no number."""
    inside = [head]
    stack = [kid for kid in head.kids if kid.i < head.i and kid.dep in _WITH and kid.dep not in _LEFT]
    while stack:
        tok = stack.pop()
        inside.append(tok)
        stack.extend(
            kid for kid in tok.kids if kid.i < tok.i and kid.dep in _WITH and kid.dep not in {"nummod", "quantmod"}
        )
    return sorted(inside, key=lambda tok: tok.i)


def written(tokens: list[Token], text: str) -> str:
    """Return the words as the task writes them: capitals, one blank."""
    return " ".join(text[tokens[0].start : tokens[-1].end].upper().split())


def number(head: Token) -> str:
    """Return how many a noun phrase tells: a number, PLURAL, or 1."""
    for kid in head.children("nummod"):
        word = kid.lower.replace(",", "")
        if word.isdigit():
            return word
        if word in NUMBERS:
            return str(NUMBERS[word])
    return "PLURAL" if head.tag in {"NNS", "NNPS"} or head.lower == "people" else "1"


def appositions(head: Token) -> Iterator[Token]:
    """Heads of the descriptions that stand beside a name: *Juan Perez, mayor of Achi*."""
    yield from head.children("appos")
    if head.dep == "appos":
        yield head.head


def same_words(one: str, two: str) -> bool:
    """Return whether the words of one phrase all stand in the other, written in whatever case."""
    a, b = set(words(fold(one))), set(words(fold(two)))
    return bool(a) and bool(b) and (a <= b or b <= a)
