"""Factuality: polarity, modality, aspect and hedging."""

from __future__ import annotations

from tripoint.claims.factuality.judge import judge

__all__ = ["judge"]
