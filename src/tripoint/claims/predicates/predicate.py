"""Predicates: the words of a sentence that tell an act or a state, with the sense that fits their arguments."""

from __future__ import annotations

from dataclasses import dataclass

from tripoint.resources.claims import Sense
from tripoint.syntax import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A trigger in a sentence. `tok` tells the act; `light` is the verb that lends a subject to an event noun.

    `form`: verb, noun, held (*X-held*) or under (*under the control of X*). `about`: the noun that a state is told
    of; `holder`: who holds or backs it.
    """

    tok: Token
    type: str
    form: str
    sense: Sense | None = None
    light: Token | None = None
    about: Token | None = None
    holder: Token | None = None

    @property
    def anchor(self) -> Token:
        """The verb whose tense and governors count, or the noun itself."""
        return self.light if self.light is not None else self.tok
