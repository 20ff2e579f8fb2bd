"""Mentions and tokens of one message, looked up by where they stand."""

from __future__ import annotations

from tripoint.evals.pipeline import Analysed
from tripoint.model import Mention, MentionKind
from tripoint.syntax import Token


class Finder:
    """Looks up mentions and tokens of one message."""

    def __init__(self, one: Analysed) -> None:
        self.one = one
        self.text = one.doc.text
        self.tokens = {tok.start: tok for s in one.sentences for tok in s.tokens}
        self.persons = [m for m in one.mentions if m.kind is MentionKind.PERSON]
        self.chosen = one.chosen

    def person(self, tok: Token) -> Mention | None:
        """The named person whose mention covers `tok`."""
        for mention in self.persons:
            if mention.start <= tok.start < mention.end and not mention.generic and tok.tag.startswith(("NNP", "NN")):
                return mention
        return None

    def head(self, start: int, end: int) -> Token | None:
        """The topmost token of a stretch."""
        inside = [tok for at in range(start, end) if (tok := self.tokens.get(at)) is not None]
        tops = [tok for tok in inside if tok.head is tok or not start <= tok.head.start < end]
        return tops[-1] if tops else None
