"""Slips of the parser that cost a claim its side: each a small pattern of the tree, and what it stands for."""
