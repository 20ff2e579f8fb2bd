"""The small learned encoder: what each word of a sentence names, and where what a word tells took place.

A network in whole numbers of eight bits, run by ONNX Runtime on one thread. `train/` makes it, and
`resources/models/encoder` holds it with its model card. It is opened when first asked, and reads the sentences of one
document at a time: sums of eight-bit numbers depend a little on what is read together, and so a document reads the same
beside whatever others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from tripoint.errors import ResourceError
from tripoint.resources.encoder_input import Portion, padded, portions, writing
from tripoint.resources.encoder_labels import LABELS, distances
from tripoint.resources.files import resource
from tripoint.resources.networks import check_sums, open_network, open_tokenizer
from tripoint.syntax import Sentence
from tripoint.text import clean

if TYPE_CHECKING:
    from tokenizers import Tokenizer

FOLDER = "models/encoder"

_TOGETHER = 192
"""Word pieces that are read at once: more are slower, for they leave the processor's cache."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """What the encoder made of a sentence, by token. `labels`: the share of each of LABELS.

    `asks` and `answers` tell, multiplied, which word is the place of what another word tells; `portion` numbers the
    portions that were read apart, between which nothing can be asked; it is -1 where nothing was read.
    """

    labels: Floats
    asks: Floats
    answers: Floats
    portion: NDArray[np.int64]


class Encoder:
    """An opened encoder."""

    def __init__(self, folder: Path) -> None:
        check_sums(folder)
        told = json.loads((folder / "encoder.json").read_text(encoding="utf-8"))
        if tuple(told["labels"]) != LABELS:
            raise ResourceError(f"{folder} holds an encoder of other labels than this tripoint knows; reinstall it")
        self._distance = np.array(told["distance"], dtype=np.float32)
        self._session = open_network(folder / "encoder.onnx")
        self._tokenizer: Tokenizer = open_tokenizer(folder / "tokenizer.json")
        self._kept: WeakKeyDictionary[Sentence, Encoded] = WeakKeyDictionary()

    def read(self, text: str, sentences: Sequence[Sentence]) -> list[Encoded]:
        """Return what it makes of the sentences of the document `text`; those it has read are not read again."""
        new = [sentence for sentence in sentences if sentence not in self._kept]
        if new:
            for sentence, encoded in zip(new, self._read(text, new), strict=True):
                self._kept[sentence] = encoded
        return [self._kept[sentence] for sentence in sentences]

    def places_of(self, encoded: Encoded, word: int) -> Floats:
        """Return for each token how likely it is of the place of what token `word` tells, between 0 and 1."""
        if encoded.portion[word] < 0:
            return np.zeros(len(encoded.labels), dtype=np.float32)
        numbers = np.arange(len(encoded.labels))
        score = encoded.answers @ encoded.asks[word] + self._distance[distances(numbers, word)]
        share: Floats = (1.0 / (1.0 + np.exp(-score))).astype(np.float32)
        share[encoded.portion != encoded.portion[word]] = 0.0
        return share

    def _read(self, text: str, sentences: Sequence[Sentence]) -> Iterator[Encoded]:
        asked = [number for number, sentence in enumerate(sentences) if _may_name(sentence)]
        plain = [clean(text[sentences[number].start : sentences[number].end]) for number in asked]
        rows: list[tuple[int, Portion]] = []
        made = self._tokenizer.encode_batch(plain, add_special_tokens=False)
        for number, encoding in zip(asked, made, strict=True):
            sentence = sentences[number]
            spans = [(tok.start - sentence.start, tok.end - sentence.start) for tok in sentence.tokens]
            written = writing([tok.text for tok in sentence.tokens])
            rows.extend((number, portion) for portion in portions(encoding, spans, written))
        told: dict[int, list[tuple[Portion, tuple[Floats, Floats, Floats]]]] = {}
        for batch in _batches(rows):
            outputs = self._run([portion for _, portion in batch])
            for place, (number, portion) in enumerate(batch):
                names, asks, answers = (output[place, portion.first] for output in outputs)
                told.setdefault(number, []).append((portion, (names, asks, answers)))
        for number, sentence in enumerate(sentences):
            yield _joined(told.get(number, []), len(sentence.tokens))

    def _run(self, batch: Sequence[Portion]) -> list[Floats]:
        ids, mask, types = padded(batch)
        found: list[Floats] = self._session.run(None, {"ids": ids, "mask": mask, "types": types})
        return found


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """Return the encoder that tripoint ships; raises ResourceError when its files are missing or damaged."""
    return Encoder(resource(FOLDER))


@lru_cache(maxsize=1)
def seen() -> frozenset[str]:
    """Return the marks of the documents that the shipped encoder was trained on; see `evals.heldback`."""
    return frozenset(resource(f"{FOLDER}/seen.txt").read_text(encoding="ascii").split())


def _may_name(sentence: Sentence) -> bool:
    """Say whether a sentence may hold a name: it has a capital behind its first word, or a proper noun there."""
    first, *others = sentence.tokens
    return first.tag in {"NNP", "NNPS"} or any(tok.text[:1].isupper() for tok in others)


def _batches(rows: Sequence[tuple[int, Portion]]) -> Iterator[list[tuple[int, Portion]]]:
    batch: list[tuple[int, Portion]] = []
    for row in sorted(rows, key=lambda row: len(row[1].ids)):
        if batch and (len(batch) + 1) * len(row[1].ids) > _TOGETHER:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def _joined(read: Sequence[tuple[Portion, tuple[Floats, Floats, Floats]]], size: int) -> Encoded:
    """Put the portions of a sentence together; a token without a piece of its own goes with the one before it."""
    width = read[0][1][1].shape[-1] if read else 1
    labels = np.zeros((size, len(LABELS)), dtype=np.float32)
    asks, answers = np.zeros((size, width), dtype=np.float32), np.zeros((size, width), dtype=np.float32)
    portion = np.full(size, -1, dtype=np.int64)
    for number, (part, (names, ask, answer)) in enumerate(read):
        labels[part.tokens] = _shares(names)
        asks[part.tokens], answers[part.tokens], portion[part.tokens] = ask, answer, number
    for i in np.flatnonzero(portion < 0):
        if i > 0:
            labels[i], asks[i], answers[i], portion[i] = labels[i - 1], asks[i - 1], answers[i - 1], portion[i - 1]
            labels[i, 1::2], labels[i, 2::2] = 0.0, labels[i, 1::2] + labels[i, 2::2]
        else:
            labels[i, 0] = 1.0
    return Encoded(labels=labels, asks=asks, answers=answers, portion=portion)


def _shares(scores: Floats) -> Floats:
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    made: Floats = shares / shares.sum(axis=-1, keepdims=True)
    return made
