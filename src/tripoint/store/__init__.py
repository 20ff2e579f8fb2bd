"""The case on disk: raw bytes, record files, the case database and the decisions of people."""
