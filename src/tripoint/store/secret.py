"""The secret of a case, which the pseudonyms of its commenters are keyed with. Made once, and kept in the case."""

from __future__ import annotations

import os
import re
import secrets
from hashlib import sha256
from pathlib import Path

from tripoint.errors import CaseError, InputError
from tripoint.store.replacing import replacing

_WRITTEN = re.compile(r"[0-9a-f]{64}")


class Secret:
    """The file `secret` of a case: 32 random bytes as 64 hex digits, readable by its owner only."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> bytes:
        """Return the secret; raises CaseError when it is not there or is no secret."""
        try:
            return _bytes(self.path.read_text("ascii"))
        except (OSError, ValueError) as error:
            raise CaseError(
                f"the secret {self.path} is missing or damaged; restore it, or build the case again"
            ) from error

    def ensure(self, given: Path | None = None) -> None:
        """Make the secret where there is none: as the file `given` has it, else anew.

        Raises InputError when `given` holds no secret, or the case has another one already.
        """
        wanted: bytes | None = None
        if given is not None:
            try:
                wanted = _bytes(given.read_text("ascii"))
            except (OSError, ValueError) as error:
                raise InputError(
                    f"{given} holds no secret; expected 64 hex digits, as in the file {self.path}"
                ) from error
        if self.path.exists():
            if wanted is not None and wanted != self.read():
                raise InputError(f"the case has a secret of its own already ({self.path}); use another --case")
            return
        self.keep(wanted if wanted is not None else secrets.token_bytes(32))

    def keep(self, secret: bytes) -> None:
        """Write the secret into its file, which only its owner may read."""
        with replacing(self.path) as beside:
            beside.unlink(missing_ok=True)
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
                file.write(secret.hex() + "\n")

    def digest(self) -> str:
        """Return what names the secret and tells nothing of it."""
        return sha256(b"the secret of a tripoint case" + self.read()).hexdigest()[:32]


def _bytes(text: str) -> bytes:
    if _WRITTEN.fullmatch(text.strip()) is None:
        raise ValueError("not 64 hex digits")
    return bytes.fromhex(text.strip())
