"""Pages become documents: what each stretch of a page is, which articles it holds, who published them and when."""

from __future__ import annotations

from tripoint.documents.composition import Composed, compose

__all__ = ["Composed", "compose"]
