"""What a word is to the parser's networks before its context: worked out once per form and remembered.

The first layers of spaCy's networks look at one word alone, by hashes of its forms, and take a third of their time. A
corpus says the same words over and over.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import Model
from thinc.types import Ragged

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MOST = 40_000
"""Forms that are remembered: some 15 to 25 MB for each network."""
_LAYERS = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]
"""From the features of words to a vector of each."""
_FORM: list[int | str] = ["ORTH", "NORM", "SPACY"]
"""All that the features of a word follow from."""


def remember(network: Model[Any, Any]) -> None:
    """Let `network` keep what it makes of each form. Raises ValueError for one that holds no layers of that kind."""
    found = [node for node in network.walk() if [layer.name.split("(")[0] for layer in node.layers] == _LAYERS]
    if not found:
        raise ValueError("the networks of the parser's model are not of the kind that embeddings.py reads")
    for node in found:
        known = _Known(node)
        network.replace_node(node, Model("remembered_words", _forward, attrs={"known": known}))


def _forward(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Any], Any]:
    return model.attrs["known"].of(docs), _untrained


def _untrained(gradient: object) -> Any:
    raise ValueError("a network that remembers words is not trained")


class _Known:
    """The vectors of forms, in the rows of one array."""

    def __init__(self, embed: Model[Any, Any]) -> None:
        self._features = embed.layers[0].attrs["columns"]
        self._layers = embed.layers[2:4]
        self._rows: dict[tuple[int, ...], int] = {}
        self._vectors: Any = np.zeros((0, 1))

    def of(self, docs: Sequence[Doc]) -> list[Any]:
        """Return for each text an array of a row per token."""
        forms = [[tuple(form) for form in doc.to_array(_FORM).tolist()] for doc in docs]
        if len(self._rows) > _MOST:
            self._rows.clear()
        new = {
            form: (doc, at)
            for doc, listed in zip(docs, forms, strict=True)
            for at, form in enumerate(listed)
            if form not in self._rows
        }
        if new:
            self._learn(new)
        return [self._vectors[[self._rows[form] for form in listed]] for listed in forms]

    def _learn(self, new: dict[tuple[int, ...], tuple[Doc, int]]) -> None:
        arrays: dict[int, Any] = {}
        for doc, _ in new.values():
            if id(doc) not in arrays:
                arrays[id(doc)] = doc.to_array(self._features)
        rows: Any = np.stack([arrays[id(doc)][at] for doc, at in new.values()])
        lengths: Any = np.array([len(new)], dtype="int32")
        told = Ragged(rows, lengths)
        for layer in self._layers:
            told = layer.predict(told)
        made: Any = told.dataXd
        first, last = len(self._rows), len(self._rows) + len(new)
        if last > len(self._vectors):
            room = np.zeros((last * 3 // 2, made.shape[1]), dtype=made.dtype)
            room[:first] = self._vectors[:first]
            self._vectors = room
        self._vectors[first:last] = made
        # the vectors first: a page that takes too long may be ended between any two lines
        self._rows.update((form, first + at) for at, form in enumerate(new))
