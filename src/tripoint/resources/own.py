"""What a user adds to the shipped facts: places and actors of their own, in one folder that outlives new versions."""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from pathlib import Path


def own_folder() -> Path:
    """Return the folder of a user's own facts: `TRIPOINT_OWN`, or a folder in the platform's place for data."""
    told = os.environ.get("TRIPOINT_OWN")
    if told:
        return Path(told)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "tripoint" / "own"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "tripoint"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "tripoint"


def own_places() -> list[Path]:
    """Return the tables of places that were added, in order."""
    return sorted((own_folder() / "places").glob("*.csv"))


def own_actors() -> list[Path]:
    """Return the files of actors that were added, in order."""
    return sorted((own_folder() / "actors").glob("*.yaml"))


def own_outlets() -> list[Path]:
    """Return the files of rules for outlets that were added, in order."""
    return sorted((own_folder() / "outlets").glob("*.yaml"))


def own_digest() -> str:
    """Return a digest of all that was added: what was built without it is built again."""
    found = sha256()
    for path in (*own_places(), *own_actors(), *own_outlets()):
        found.update(f"{path.parent.name}/{path.name}\0".encode() + path.read_bytes() + b"\0")
    return found.hexdigest()[:32]
