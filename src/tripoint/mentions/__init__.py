"""Documents become mentions and readings: actors, persons, places, times and amounts, and what each may mean."""

from __future__ import annotations

from tripoint.mentions.draft import Found
from tripoint.mentions.find import find, find_by_rules

__all__ = ["Found", "find", "find_by_rules"]
