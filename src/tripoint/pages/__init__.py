"""Page sources: paths, folders, globs and tables become pages and their raw bytes. Nothing is interpreted here."""
