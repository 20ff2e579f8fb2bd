"""Voices: who says it."""

from __future__ import annotations

from tripoint.claims.voices.attribution import Attribution
from tripoint.claims.voices.chain import Voices
from tripoint.claims.voices.listing import Attributed

__all__ = ["Attributed", "Attribution", "Voices"]
