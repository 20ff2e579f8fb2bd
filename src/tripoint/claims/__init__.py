"""Sentences and their mentions become claims: one source saying one thing, every slot bound to its words."""
