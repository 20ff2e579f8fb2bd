"""spaCy, without the command line that its package imports: that takes as long as the library itself."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

_COMMANDS = "spacy.cli.info"
"""The one module of the command line that the package asks for when it is imported."""


def spacy() -> Any:
    """Return the package."""
    if "spacy" not in sys.modules and _COMMANDS not in sys.modules:
        stand_in = ModuleType(_COMMANDS)
        stand_in.info = None  # type: ignore[attr-defined]
        sys.modules[_COMMANDS] = stand_in
        try:
            import spacy
        finally:
            del sys.modules[_COMMANDS]  # who wants a command later imports it as it is
    import spacy

    return spacy
