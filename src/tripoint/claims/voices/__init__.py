"""Voices: who says it."""

from __future__ import annotations

from tripoint.claims.voices.attribution import Attribution
from tripoint.claims.voices.chain import Voices

__all__ = ["Attribution", "Voices"]
