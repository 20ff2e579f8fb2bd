"""Circumstances: where, when and how many."""
