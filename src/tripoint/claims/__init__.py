"""Sentences and their mentions become claims: one source saying one thing, every slot bound to its words."""

from __future__ import annotations

from tripoint.claims.extract import extract

__all__ = ["extract"]
