"""Readers of benchmarks, scorers and the gate."""
