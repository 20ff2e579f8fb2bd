"""Coding what one marked side of a sentence does to another, by the PLOVER codebook and the tree between them."""

from tripoint.claims.coding.coder import HOW, Coded, code
from tripoint.claims.coding.document import code_between

__all__ = ["HOW", "Coded", "code", "code_between"]
