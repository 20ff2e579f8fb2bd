"""Coding what one marked side of a sentence does to another, by the PLOVER codebook and the tree between them."""

from tripoint.claims.coding.coder import Coded, code

__all__ = ["Coded", "code"]
