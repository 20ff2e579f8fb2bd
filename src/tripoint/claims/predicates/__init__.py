"""Predicates: the words of a sentence that tell an act or a state."""

from __future__ import annotations

from tripoint.claims.predicates.finding import predicates
from tripoint.claims.predicates.predicate import Predicate

__all__ = ["Predicate", "predicates"]
