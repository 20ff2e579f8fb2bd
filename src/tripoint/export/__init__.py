"""One exporter per format. Each reads a case through the port in `case.py` and writes a stream."""
