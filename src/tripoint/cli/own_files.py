"""Files of facts that a user adds to the shipped ones: put in place whole, under a name, and taken out by it."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from tripoint.errors import InputError


def called(name: str, *, otherwise: str) -> str:
    """Return the name that a file goes by among those that were added."""
    return re.sub(r"[^\w-]+", "-", name).strip("-").lower() or otherwise


def text_of(file: Path) -> str:
    """Return the text of a YAML file; raises InputError where it cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read {file}: {error}; give a YAML file in UTF-8") from error


def put(text: str, target: Path) -> None:
    """Write `text` as the file `target`, whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f"{target.name}.{os.getpid()}")
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def take_out(name: str, among: Sequence[Path], *, what: str) -> None:
    """Remove the file that goes by `name`; raises InputError with the known names where there is none."""
    for path in among:
        if path.stem == name:
            path.unlink()
            print(f"{name} is taken out; build a case again to read its pages without it")
            return
    names = ", ".join(path.stem for path in among) or "nothing was added"
    raise InputError(f"no added {what} are called {name}; known: {names}")
