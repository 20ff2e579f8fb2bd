"""Places that a URI names: folders of this machine and object stores, as one kind of file system."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from pyarrow import fs

PATIENCE = 30
"""Seconds for which a store of Google's that does not answer is asked again, unless the address says how long."""


def file_system(uri: str) -> tuple[fs.FileSystem, str]:
    """Return the file system that `uri` names and the path in it. Raises OSError or ValueError for one that is none."""
    split = urlsplit(uri)
    if split.scheme in ("gs", "gcs"):
        asked = dict(parse_qsl(split.query))
        asked.setdefault("retry_limit_seconds", str(PATIENCE))  # without it a wrong address is tried for a quarter hour
        uri = urlunsplit(split._replace(query=urlencode(asked)))
    found: tuple[fs.FileSystem, str] = fs.FileSystem.from_uri(uri)
    return found
