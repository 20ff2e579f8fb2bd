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
_KEPT = "tripoint_forms"
"""Under this name a text keeps the numbers of its forms for the next network."""


class Forms:
    """Numbers of forms, shared by the networks that look at the same texts."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, ...], int] = {}
        self.turn = 0

    def of(self, docs: Sequence[Doc]) -> list[Any]:
        """Return for each text an array of the number of each token's form. All numbers are of one `turn`."""
        if len(self._numbers) > _MOST:
            self._numbers = {}
            self.turn += 1
        return [self._of(doc) for doc in docs]

    def _of(self, doc: Doc) -> Any:
        turn, numbers = doc.user_data.get(_KEPT, (-1, None))
        if turn != self.turn:
            known = self._numbers
            listed = [known.setdefault(form, len(known)) for form in map(tuple, doc.to_array(_FORM).tolist())]
            numbers = np.array(listed, dtype=np.int64)
            doc.user_data[_KEPT] = (self.turn, numbers)
        return numbers

    def __len__(self) -> int:
        return len(self._numbers)


def remember(network: Model[Any, Any], forms: Forms) -> None:
    """Let `network` keep what it makes of each form. Raises ValueError for one that holds no layers of that kind."""
    found = [node for node in network.walk() if [layer.name.split("(")[0] for layer in node.layers] == _LAYERS]
    if not found:
        raise ValueError("the networks of the parser's model are not of the kind that embeddings.py reads")
    for node in found:
        known = _Known(node, forms)
        network.replace_node(node, Model("remembered_words", _forward, attrs={"known": known}))


def _forward(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Any], Any]:
    return model.attrs["known"].of(docs), _untrained


def _untrained(gradient: object) -> Any:
    raise ValueError("a network that remembers words is not trained")


class _Known:
    """The vectors of forms, in the rows of one array; `there` tells which of them are made."""

    def __init__(self, embed: Model[Any, Any], forms: Forms) -> None:
        self._features = embed.layers[0].attrs["columns"]
        self._layers = embed.layers[2:4]
        self._forms = forms
        self._turn = forms.turn
        self._vectors: Any = np.zeros((0, 1), dtype="f")
        self._there = np.zeros(0, dtype=bool)

    def of(self, docs: Sequence[Doc]) -> list[Any]:
        """Return for each text an array of a row per token."""
        numbers = self._forms.of(docs)
        if self._turn != self._forms.turn:
            self._turn = self._forms.turn
            self._there[:] = False
        if len(self._forms) > len(self._there):
            self._grow(len(self._forms) * 3 // 2)
        told = np.concatenate(numbers) if numbers else np.zeros(0, dtype=np.int64)
        new = np.flatnonzero(~self._there[told])
        if len(new):
            self._learn(docs, told, new)
        return [self._vectors[some] for some in numbers]

    def _grow(self, size: int) -> None:
        vectors = np.zeros((size, self._vectors.shape[1]), dtype=self._vectors.dtype)
        vectors[: len(self._vectors)] = self._vectors
        there = np.zeros(size, dtype=bool)
        there[: len(self._there)] = self._there
        self._vectors, self._there = vectors, there

    def _learn(self, docs: Sequence[Doc], told: Any, new: Any) -> None:
        """Make the vectors of the `new` ones of all tokens of these texts, whose numbers are `told`."""
        wanted, first = np.unique(told[new], return_index=True)
        at = new[first]
        ends = np.cumsum([len(doc) for doc in docs])
        owner = np.searchsorted(ends, at, side="right")
        rows: Any = np.concatenate(
            [
                docs[text].to_array(self._features)[at[owner == text] - (ends[text] - len(docs[text]))]
                for text in np.unique(owner).tolist()
            ]
        )
        wanted = wanted[np.argsort(owner, kind="stable")]
        lengths: Any = np.array([len(rows)], dtype="int32")
        made_of = Ragged(rows, lengths)
        for layer in self._layers:
            made_of = layer.predict(made_of)
        made: Any = made_of.dataXd
        if self._vectors.shape[1] != made.shape[1]:
            self._vectors = np.zeros((len(self._there), made.shape[1]), dtype=made.dtype)
        self._vectors[wanted] = made
        self._there[wanted] = True  # the vectors first: a page that takes too long may be ended between any two lines
