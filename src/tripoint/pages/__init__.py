"""Page sources: files, folders, tables and containers become pages and their raw bytes. Nothing is interpreted here."""

from __future__ import annotations

from tripoint.pages.columns import Columns
from tripoint.pages.limits import Limits
from tripoint.pages.source import is_table, read, tables

__all__ = ["Columns", "Limits", "is_table", "read", "tables"]
