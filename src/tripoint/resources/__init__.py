"""Typed loaders: the only place that opens resource files, gazetteers and model weights."""
