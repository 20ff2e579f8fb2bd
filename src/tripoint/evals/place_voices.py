"""Where what a verb tells took place, asked of two voices: the clause it stands in, and the encoder.

A step of the event-location evaluation. Claims take their places from the clause alone: see docs/decisions/0023.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tripoint.evals.pipeline import Analysed
from tripoint.evals.spans import Stretch, overlap
from tripoint.resources.encoder import encoder
from tripoint.syntax import Token

BOUND = 0.5
"""What the clause weighs for the words of a place that it binds, in log-odds."""

LEFT_OUT = 0.5
"""What it weighs against all other words."""

_LEAST = 1e-4


def heard(one: Analysed, verbs: Sequence[Stretch]) -> dict[int, float]:
    """Return the log-odds that the encoder gives each word of the verbs' sentences, by the word's start."""
    told = [sentence for sentence in one.sentences if sentence.tokens]
    found: dict[int, float] = {}
    for sentence, encoded in zip(told, encoder().read(one.doc.text, told), strict=True):
        for verb in sentence.tokens:
            if not any(overlap((verb.start, verb.end), span) for span in verbs):
                continue
            shares = np.clip(encoder().places_of(encoded, verb.i), _LEAST, 1.0 - _LEAST)
            for tok, odds in zip(sentence.tokens, np.log(shares / (1.0 - shares)), strict=True):
                found[tok.start] = max(found.get(tok.start, -np.inf), float(odds))
    return found


def by_both(tokens: Sequence[Token], odds: dict[int, float], bound: Sequence[Stretch]) -> list[Stretch]:
    """Return the words for which both voices together speak. Words that the encoder did not hear go by the clause."""
    found: list[Stretch] = []
    for tok in tokens:
        told = any(overlap((tok.start, tok.end), span) for span in bound)
        said = odds.get(tok.start, 0.0) + (BOUND if told else -LEFT_OUT)
        if said > 0.0:
            found.append((tok.start, tok.end))
    return found
