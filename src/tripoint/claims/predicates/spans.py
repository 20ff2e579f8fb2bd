"""Nouns of number and time between people's death and the act in which they died (*in two days of clashes*)."""

from __future__ import annotations

from tripoint.claims.tree import prepositions
from tripoint.syntax import Token

WITHIN = frozenset({"in", "by", "during", "after", "following", "as", "with", "due to", "because of"})
"""Prepositions before the act in which people died."""


SPANS = frozenset("wave series round spate exchange string number dozen".split())
"""Nouns that tell how often, before *of* and the act."""
TIMES = frozenset("minute hour day night week month".split())
"""Nouns that tell how long."""


def results(within: list[tuple[str, Token]]) -> list[tuple[str, Token]]:
    """*As a result of a strike, in two days of clashes*: the act behind the noun."""
    return [
        (word, act)
        for word, noun in within
        if (word in {"as", "in"} and noun.lemma in {"result", "consequence", "course"})
        or (word in {"in", "during", "after"} and noun.lemma in SPANS)
        or (word in {"in", "during", "after"} and noun.lemma in TIMES and noun.children("nummod"))
        for inner, act in prepositions(noun)
        if inner == "of"
    ]
