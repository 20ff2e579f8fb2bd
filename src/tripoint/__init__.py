"""tripoint turns a heap of scraped news pages about a conflict into a case: claims, events and their evidence."""

from __future__ import annotations

__version__ = "0.1.0"
