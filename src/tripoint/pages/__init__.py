"""Page sources: paths, folders, globs and tables become pages and their raw bytes. Nothing is interpreted here."""

from __future__ import annotations

from tripoint.pages.limits import Limits
from tripoint.pages.source import read, tables
from tripoint.pages.table import Columns

__all__ = ["Columns", "Limits", "read", "tables"]
