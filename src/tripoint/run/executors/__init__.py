"""Executors: one method, `map`."""
