"""Assess: what stands behind each event, what contradicts it, and who held which place."""

from __future__ import annotations

from tripoint.assess.assessing import Assessed, assess
from tripoint.assess.before import Settled, Weighed
from tripoint.assess.noted import Notes

__all__ = ["Assessed", "Notes", "Settled", "Weighed", "assess"]
