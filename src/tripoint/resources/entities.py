"""Entity labels by spaCy's trained recogniser, decoded for many texts at once.

spaCy decides token by token with a check of every move for every token, which costs more than its network. But outside
an entity the scores of a token rest on that token alone, so they are computed for all tokens together; only the few
tokens inside an entity are decided one after the other. The labels that come out are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from tripoint.resources.portions import portions

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_TOLD: list[int | str] = ["IS_SPACE", "SENT_START"]


class EntityReader:
    """The recogniser `ner` of `nlp`. Raises ValueError for one that does not look at three tokens."""

    def __init__(self, nlp: Language) -> None:
        ner: Any = nlp.get_pipe("ner")
        self._tok2vec = ner.model.get_ref("tok2vec")
        self._lower = ner.model.get_ref("lower")
        upper = ner.model.get_ref("upper")
        self._weights = np.ascontiguousarray(upper.get_param("W").T)
        self._bias = upper.get_param("b")
        self._lower_bias = self._lower.get_param("b").reshape(-1)
        self._pieces = self._lower.get_dim("nP")
        moves = [ner.moves.get_class_name(at) for at in range(ner.moves.n_moves)]
        if self._lower.get_dim("nF") != 3 or ner.cfg["beam_width"] != 1 or ner.model.attrs.get("unseen_classes"):
            raise ValueError("the recogniser of the parser's model is not of the kind that entities.py reads")
        self._starts = np.array([move[:2] in ("B-", "U-") and len(move) > 2 for move in moves])
        self._opens = np.array([move[:2] == "B-" and len(move) > 2 for move in moves])
        self._outside = np.array([move == "O" for move in moves])
        self._move = [(move[:1], move[2:]) for move in moves]
        self._at = {move: at for at, move in enumerate(moves)}

    def of(self, docs: Sequence[Doc]) -> Iterator[list[str]]:
        """Yield the label of each token of each text, empty outside of entities; sentences must be set."""
        for some in portions(docs):
            yield from self._batch(some)

    def _batch(self, docs: list[Doc]) -> Iterator[list[str]]:
        if not any(len(doc) for doc in docs):
            yield from ([] for _ in docs)
            return
        rows = self._lower.predict(self._tok2vec.predict(docs))  # the padding first, then one row per token
        rows = rows.reshape(rows.shape[0], 3, -1)
        padding, rows = rows[0], rows[1:]
        scores = self._scores(rows[:, 0] + padding[1] + padding[2])
        told = np.concatenate([doc.to_array(_TOLD) for doc in docs if len(doc)])
        space, starts = told[:, 0] != 0, told[:, 1] == 1
        ends = np.zeros(len(space), dtype=bool)  # nothing may go on from here: a sentence or a text ends
        ends[:-1] = starts[1:]
        ends[np.cumsum([len(doc) for doc in docs if len(doc)]) - 1] = True
        allowed = self._outside | (self._starts & ~space[:, None])
        allowed &= ~(self._opens & ends[:, None])
        best = np.where(allowed, scores, -np.inf).argmax(axis=1).tolist()
        last = ends.tolist()
        low = 0
        for doc in docs:
            yield self._labels(rows, best, last, low, low + len(doc))
            low += len(doc)

    def _labels(self, rows: Any, best: list[int], last: list[bool], low: int, high: int) -> list[str]:
        found: list[str] = []
        at = low
        while at < high:
            move, label = self._move[best[at]]
            found.append(label)
            first, at = at, at + 1
            if move != "B":
                continue
            go_on, close = self._at[f"I-{label}"], self._at[f"L-{label}"]
            while at < high:
                found.append(label)
                at += 1
                if last[at - 1]:
                    break
                scores = self._scores((rows[at - 1, 0] + rows[first, 1] + rows[at - 2, 2])[None])[0]
                if scores[close] > scores[go_on] or (scores[close] == scores[go_on] and close < go_on):
                    break
        return found

    def _scores(self, summed: Any) -> Any:
        summed = summed + self._lower_bias
        hidden = summed[:, :: self._pieces]
        for piece in range(1, self._pieces):  # many times as fast as the largest along a short axis
            hidden = np.maximum(hidden, summed[:, piece :: self._pieces])
        return hidden @ self._weights + self._bias
