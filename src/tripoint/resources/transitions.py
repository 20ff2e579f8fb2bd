"""spaCy's trained parser, its moves made for many texts at once.

spaCy makes the moves of a few texts of like length in one go with Python's lock let go, and takes the lock up again
for every single check of a move: in Python 3.11 that is the larger part of the time. Here the scores of all texts that
are not yet read come out of one product of matrices, and the lock is held all the while. The trees are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from tripoint.resources.portions import portions

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class TreeReader:
    """The tagger and parser of `nlp`. Raises ValueError for a parser that weighs several trees."""

    def __init__(self, nlp: Language) -> None:
        pipes: dict[str, Any] = dict(nlp.pipeline)
        self._before = [pipes["tok2vec"], pipes["tagger"]]
        self._parser = pipes["parser"]
        if self._parser.cfg["beam_width"] != 1 or self._parser.model.attrs.get("unseen_classes"):
            raise ValueError("the parser of the parser's model is not of the kind that transitions.py reads")
        upper = self._parser.model.get_ref("upper")
        self._weights = np.ascontiguousarray(upper.get_param("W").T)
        self._bias = upper.get_param("b")

    def read(self, docs: Sequence[Doc]) -> None:
        """Set tag, head, label and sentence of every token of `docs`."""
        for some in portions(docs):
            self._read(some)

    def _read(self, docs: Sequence[Doc]) -> None:
        for pipe in self._before:
            pipe.set_annotations(docs, pipe.predict(docs))
        states = self._parser.moves.init_batch(docs)
        if any(len(doc) for doc in docs):
            self._move(docs, states)
        self._parser.set_annotations(docs, states)

    def _move(self, docs: Sequence[Doc], states: Sequence[Any]) -> None:
        model = self._parser.model.predict(docs)
        unread = [state for state in states if not state.is_final()]
        while unread:
            hidden = model.state2vec.predict(model.get_token_ids(unread))
            unread = self._parser.transition_states(unread, hidden @ self._weights + self._bias)
