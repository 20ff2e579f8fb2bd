"""JSON in which no name stands twice in one object: which of the two was meant, nobody can tell."""

from __future__ import annotations

import json
from typing import Any


class RepeatedName(ValueError):
    """An object of the text names one thing twice."""


def loads(text: str) -> Any:
    """Return what the JSON `text` holds. Raises RepeatedName, another ValueError, or RecursionError."""
    return json.loads(text, object_pairs_hook=_once)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise RepeatedName(f"the name {twice[:60]!r} stands twice in one object")
    return found
