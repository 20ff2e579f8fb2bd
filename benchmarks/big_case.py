"""A case with any number of events, to measure how it is served and drawn: `python benchmarks/big_case.py OUT.case`.

The sample case is built, and its events are told again and again under other ids, at other places and on other days:
nine of ten events have a place (one of five of these only an area of 10 to 120 km), drawn around 2,000 towns between
Damascus and Kharkiv with more events in some than in others, half of them at a spot of their own near the town; nine of ten have dates within two years, days, stretches
and open ends as in the sample. Claims and pages stay those of the sample. Everything follows from the seed.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tripoint.store.tables import WHOLE_INDEXES

ROOT = Path(__file__).resolve().parent.parent
TOWNS = 2000
FIRST_DAY = date(2022, 1, 1)
DAYS = 730
COARSE_KM = (10.0, 120.0)


def build_sample(case: Path) -> None:
    """Build the sample case."""
    words = [sys.executable, "-m", "tripoint.cli.main", "build", "samples/pages", "--manifest", "samples/pages.csv"]
    subprocess.run([*words, "--case", str(case)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def retold(rows: list[dict[str, Any]], count: int, seed: int) -> Iterator[dict[str, Any]]:
    """Yield `count` events made of those in `rows`."""
    rng = random.Random(seed)
    towns = [(rng.uniform(32.0, 50.5), rng.uniform(32.0, 45.0)) for _ in range(TOWNS)]
    weights = [1.0 / (rank + 1) ** 0.7 for rank in range(TOWNS)]
    chosen = rng.choices(range(TOWNS), weights, k=count)
    for number in range(count):
        row = dict(rows[number % len(rows)])
        record = json.loads(row["record"])
        event_id = f"event_{number:020x}"
        row |= {"event_row": number + 1, "event_id": event_id, "place": None, "place_id": None}
        row |= {"latitude": None, "longitude": None, "contradictions": int(rng.random() < 0.05)}
        row["origins"] = min(12, 1 + int(rng.expovariate(0.9)))
        row["claims"] = row["origins"] + rng.randrange(3)
        place = None
        if rng.random() < 0.9:
            lat, lon = towns[chosen[number]]
            if rng.random() < 0.5:  # half of all places are told once only, which is the hardest case for a map
                lat, lon = lat + rng.gauss(0, 0.1), lon + rng.gauss(0, 0.1)
            radius = rng.uniform(*COARSE_KM) if rng.random() < 0.2 else 2.0
            name = f"Town {chosen[number]}"
            place = {"name": name, "place_id": f"town:{chosen[number]}", "lat": lat, "lon": lon, "radius_km": radius}
            place |= {"geometry": None, "country": None, "admin1": None, "precision": "town"}
            row |= {"place": name, "place_id": place["place_id"], "latitude": lat, "longitude": lon}
        start = FIRST_DAY + timedelta(days=int(rng.triangular(0, DAYS, DAYS * 0.7)))
        end = start if rng.random() < 0.7 else start + timedelta(days=rng.randrange(1, 40))
        ends = rng.choices([(start, end), (None, end), (start, None), (None, None)], [60, 24, 6, 10])[0]
        row |= {"time_start": ends[0] and ends[0].isoformat(), "time_end": ends[1] and ends[1].isoformat()}
        record |= {"event_id": event_id, "place": place}
        row["record"] = json.dumps(record, ensure_ascii=False)
        yield row


def grow(case: Path, count: int, *, seed: int = 1) -> None:
    """Replace the events of a built case by `count` generated ones."""
    base = sqlite3.connect(case / "case.db")
    base.row_factory = sqlite3.Row
    rows = [dict(row) for row in base.execute("SELECT * FROM events ORDER BY event_id")]
    columns = list(rows[0])
    for table in ("events", "event_order", "events_rtree"):
        base.execute(f"DELETE FROM {table}")
    base.execute("DROP INDEX IF EXISTS event_order_by_id")
    marks = ", ".join(f":{column}" for column in columns)
    base.executemany(f"INSERT INTO events ({', '.join(columns)}) VALUES ({marks})", retold(rows, count, seed))
    for statement in WHOLE_INDEXES.split(";"):
        if "INTO events_rtree" in statement or "INTO event_order" in statement or "event_order_by_id" in statement:
            base.execute(statement)
    base.commit()
    base.execute("ANALYZE")
    base.close()


def big_case(case: Path, count: int) -> Path:
    """Build a case of `count` events, or take the one that is there."""
    if not (case / "case.db").exists():
        build_sample(case)
        grow(case, count)
    return case


def main() -> None:
    """Build a case and say where it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", type=Path, nargs="?", default=Path(tempfile.gettempdir()) / "tripoint-big.case")
    parser.add_argument("--events", type=int, default=100_000)
    told = parser.parse_args()
    print(big_case(told.case.absolute(), told.events))


if __name__ == "__main__":
    main()
