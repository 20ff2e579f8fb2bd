"""Parsed sentences as the stages see them: plain tokens in a tree, whoever parsed them.

Labels are those of spaCy's English models (ClearNLP dependencies, Penn tags, OntoNotes entity types).
"""

from __future__ import annotations

from collections.abc import Iterator


class Token:
    """A word in its tree. `start` and `end` point into the document's text; `i` counts from 0 in its sentence.

    `ent` is the entity type (`ORG`, `GPE`, ...) or ""; `lower` the word in lower case. A root is its own head.
    """

    __slots__ = ("_below", "dep", "end", "ent", "head", "i", "kids", "lemma", "lower", "pos", "start", "tag", "text")

    def __init__(
        self, *, i: int, start: int, end: int, text: str, lemma: str, pos: str, tag: str, dep: str, ent: str
    ) -> None:
        self.i = i
        self.start = start
        self.end = end
        self.text = text
        self.lower = text.lower()
        self.lemma = lemma
        self.pos = pos
        self.tag = tag
        self.dep = dep
        self.ent = ent
        self.head: Token = self
        self.kids: list[Token] = []
        self._below: tuple[Token, ...] | None = None

    def __repr__(self) -> str:
        return f"<{self.text}/{self.tag}/{self.dep}>"

    def subtree(self) -> tuple[Token, ...]:
        """The token and all below it, in reading order; worked out once, since a mended tree does not change."""
        if self._below is not None:
            return self._below
        found: list[Token] = []
        stack = [self]
        while stack:
            tok = stack.pop()
            found.append(tok)
            stack.extend(tok.kids)
        self._below = tuple(sorted(found, key=lambda tok: tok.i))
        return self._below

    def forget(self) -> None:
        """Work out anew what is below it: the tree was changed."""
        self._below = None

    def ancestors(self) -> Iterator[Token]:
        """The head, its head, and so on up to the root."""
        tok = self
        while tok.head is not tok:
            tok = tok.head
            yield tok

    def children(self, *deps: str) -> list[Token]:
        """Kids whose dependency is one of `deps` (all of them when none is given)."""
        if not self.kids:  # most words of a sentence, and rules ask them as often
            return []
        return [kid for kid in self.kids if kid.dep in deps] if deps else list(self.kids)


class Sentence:
    """A parsed sentence: [start, end) of the document's text, its tokens, and the role of the block it stands in.

    `block` is the index of its block in the document.
    """

    __slots__ = ("__weakref__", "block", "end", "role", "start", "tokens")

    def __init__(self, *, tokens: list[Token], start: int, end: int, role: str, block: int) -> None:
        self.tokens = tokens
        self.start = start
        self.end = end
        self.role = role
        self.block = block

    @property
    def root(self) -> Token | None:
        """The first token that is its own head."""
        return next((tok for tok in self.tokens if tok.head is tok), None)

    def between(self, start: int, end: int) -> list[Token]:
        """Tokens that lie inside [start, end) of the document's text."""
        return [tok for tok in self.tokens if tok.start >= start and tok.end <= end]
