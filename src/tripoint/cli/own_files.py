"""Files of facts that a user adds to the shipped ones: put in place whole, under a name, and taken out by it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from tripoint.errors import InputError
from tripoint.store.replacing import replacing


def called(name: str, *, otherwise: str | None = None) -> str:
    """Return the name that a file goes by among those that were added; raises InputError where none is left."""
    found = re.sub(r"[^\w-]+", "-", name).strip("-").lower() or otherwise
    if found is None:
        raise InputError("what is added needs a name; give one with --name")
    return found


def text_of(file: Path) -> str:
    """Return the text of a YAML file; raises InputError where it cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"cannot read {file}: {error.strerror}; give a YAML file") from error
    except UnicodeDecodeError as error:
        raise InputError(f"cannot read {file}: {error}; give a YAML file in UTF-8") from error


def put(text: str, target: Path) -> None:
    """Write `text` as the file `target`, whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with replacing(target) as beside:
        beside.write_text(text, encoding="utf-8")


def take_out(name: str, among: Sequence[Path], *, what: str) -> None:
    """Remove the file that goes by `name`; raises InputError with the known names where there is none."""
    for path in among:
        if path.stem == name:
            path.unlink()
            print(f"{name} is taken out; build a case again to read its pages without it")
            return
    names = ", ".join(path.stem for path in among) or "nothing was added"
    raise InputError(f"no added {what} are called {name}; known: {names}")
