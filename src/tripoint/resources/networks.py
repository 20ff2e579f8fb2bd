"""Files of learned networks: checked against what names them, and opened for one thread."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from tripoint.errors import ResourceError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer


def check(path: Path, digest: str, *, named_by: str) -> None:
    """Raise ResourceError where a file is missing, or has not the SHA-256 that `named_by` gives for it."""
    if not path.is_file():
        raise ResourceError(f"{path} is missing; reinstall tripoint")
    if sha256(path.read_bytes()).hexdigest() != digest:
        raise ResourceError(f"{path} is damaged: it is not the file that {named_by} names; reinstall it")


def check_sums(folder: Path) -> None:
    """Check the files that the folder's SHA256SUMS names."""
    for line in (folder / "SHA256SUMS").read_text(encoding="ascii").splitlines():
        digest, _, name = line.partition("  ")
        check(folder / name, digest, named_by="SHA256SUMS")


def open_network(path: Path) -> InferenceSession:
    """Return the network of a file, opened for one thread: workers share the cores by pages."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def open_tokenizer(path: Path) -> Tokenizer:
    """Return the tokenizer of a file, without marks, padding or cuts of its own."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
