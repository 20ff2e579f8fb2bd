"""Trains the small encoder that tripoint ships: not part of the package, needs a virtual environment of its own."""
